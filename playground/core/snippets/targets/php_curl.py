"""PHP with its cURL extension (PHP 8)."""

from __future__ import annotations

from playground.core.snippets.base import Code, Draft, Target, Text, plain
from playground.core.snippets.literals import php

_WHOLE = """\
$response = curl_exec($curl);
if ($response === false) {
    throw new RuntimeException(curl_error($curl));
}
echo $response;
"""

_EVENTS = """\
if (curl_exec($curl) === false) {
    throw new RuntimeException(curl_error($curl));
}
"""

_STATUS = """\
$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
if ($status >= 400) {
    fwrite(STDERR, "HTTP status $status\\n");
    exit(1);
}
"""

_WRITE = """\
    CURLOPT_WRITEFUNCTION => function ($curl, string $data): int {
        echo $data;
        flush();
        return strlen($data);
    },
"""


def generate(draft: Draft) -> Code:
    options = "".join(
        (
            *_method(draft),
            "" if draft.is_normal else "    CURLOPT_PATH_AS_IS => true,\n",
            _headers(draft),
            "    CURLOPT_POSTFIELDS => $body,\n" if draft.body else "",
            _WRITE if draft.streams else "    CURLOPT_RETURNTRANSFER => true,\n",
        )
    )
    text = "".join(
        (
            "<?php\n\n",
            f"$body = {php.content(draft)};\n\n" if draft.body else "",
            f"$curl = curl_init({php.line(draft.url)});\n",
            f"curl_setopt_array($curl, [\n{options}]);\n\n",
            _EVENTS if draft.streams else _WHOLE,
            _STATUS,
        )
    )
    return Code(text)


def _method(draft: Draft) -> list[str]:
    if draft.method == "HEAD" and not draft.body:
        return ["    CURLOPT_NOBODY => true,\n"]
    if draft.method == "POST" and draft.body:
        return ["    CURLOPT_POST => true,\n"]
    if draft.method == "GET" and not draft.body:
        return []
    custom = f"    CURLOPT_CUSTOMREQUEST => {php.string(draft.method)},\n"
    # With a body the answer to HEAD is read like any other; its length must not be waited for.
    return [custom, "    CURLOPT_IGNORE_CONTENT_LENGTH => true,\n"] if draft.method == "HEAD" else [custom]


def _headers(draft: Draft) -> str:
    rows = [_field(name, value) for name, value in draft.fields]
    if draft.body and draft.get("content-type") is None:
        rows.append("'Content-Type:'")
    if not draft.body and draft.method in {"POST", "PUT", "PATCH"}:
        rows.append("'Content-Length: 0'")
    if not rows:
        return ""
    return "    CURLOPT_HTTPHEADER => [\n" + "".join(f"        {row},\n" for row in rows) + "    ],\n"


def _field(name: str, value: Text) -> str:
    if plain(value) == "":
        return php.string(f"{name};")
    return php.field(name, value, f"{name}: ")


TARGET = Target("php_curl", "php", "cURL", "PHP", "php", "php", generate, is_default=True)
