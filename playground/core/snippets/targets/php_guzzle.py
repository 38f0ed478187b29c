"""PHP with Guzzle 7.

Guzzle respells addresses and writes methods in capitals; what would change is handed to cURL below it.
"""

from __future__ import annotations

from playground.core.snippets.base import Code, Draft, Target, Text
from playground.core.snippets.literals import php

_EVENTS = """\
$body = $response->getBody();
while (!$body->eof()) {
    echo $body->read(1024);
    flush();
}
"""

_STATUS = """\
if ($response->getStatusCode() >= 400) {
    fwrite(STDERR, "HTTP status {$response->getStatusCode()}\\n");
    exit(1);
}
"""


def generate(draft: Draft) -> Code:
    options = "".join(
        (
            _headers(draft),
            "    'body' => $content,\n" if draft.body else "",
            "    'stream' => true,\n" if draft.streams else "",
            _below(draft),
            "    'http_errors' => false,\n",
        )
    )
    text = "".join(
        (
            "<?php\n\nrequire 'vendor/autoload.php';\n\n",
            f"$content = {php.content(draft)};\n\n" if draft.body else "",
            "$client = new GuzzleHttp\\Client();\n",
            f"$response = $client->request({php.string(draft.method)}, {php.line(draft.url)}, [\n{options}]);\n\n",
            _EVENTS if draft.streams else "echo $response->getBody();\n",
            _STATUS,
        )
    )
    return Code(text)


def _headers(draft: Draft) -> str:
    if not draft.fields:
        return ""
    grouped: dict[str, tuple[str, list[Text]]] = {}
    for name, value in draft.fields:
        grouped.setdefault(name.lower(), (name, []))[1].append(value)
    rows = "".join(f"        {php.string(name)} => {_values(name, values)},\n" for name, values in grouped.values())
    return f"    'headers' => [\n{rows}    ],\n"


def _values(name: str, values: list[Text]) -> str:
    written = [php.field(name, value) for value in values]
    return written[0] if len(written) == 1 else f"[{', '.join(written)}]"


def _below(draft: Draft) -> str:
    rows: list[str] = []
    if not draft.is_normal:
        rows += (f"CURLOPT_URL => {php.line(draft.url)}", "CURLOPT_PATH_AS_IS => true")
    if draft.method != draft.method.upper():
        rows.append(f"CURLOPT_CUSTOMREQUEST => {php.string(draft.method)}")
    if draft.method == "HEAD" and draft.body:
        # The answer is read like any other; its length must not be waited for.
        rows.append("CURLOPT_IGNORE_CONTENT_LENGTH => true")
    return "    'curl' => [\n" + "".join(f"        {row},\n" for row in rows) + "    ],\n" if rows else ""


TARGET = Target("php_guzzle", "php", "Guzzle", "PHP", "php", "php", generate)
