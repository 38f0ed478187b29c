"""Requests in HAR form, nasty but legal: rows of the golden matrix, and what the programs send when they are run.

The host and port of ``ORIGIN`` are replaced by those of the recorder when a program runs.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, field
from typing import Any

ADDRESS = "127.0.0.1:8765"
ORIGIN = f"http://{ADDRESS}"
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"

#: What the variables of the cases are when a program runs. The first holds what shells and languages trip over.
ENVIRONMENT = {
    "YOUR_API_KEY": 'sk-te\'st "$HOME" `x` \\n #{y} %d',
    "BASE_PATH": "v1",
    "api-key": "with-hyphen",
    "QUERY_KEY": "plain.value-1",
}

#: Files that a program may read from its working directory.
FILES = {
    "notes.txt": "line one\r\nzeile zwei ü\n".encode(),
    "image.png": bytes(range(256)),
}


@dataclass(frozen=True)
class Case:
    """A HAR request. ``golden`` False: too long to keep; ``run`` False: nothing on loopback can answer it."""

    har: dict[str, Any]
    golden: bool = True
    run: bool = True
    #: What the recorder answers.
    status: int = 200
    environment: dict[str, str] = field(default_factory=lambda: ENVIRONMENT)


def _rows(pairs: Any) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in pairs]


def _request(
    method: str = "GET",
    path: str = "/v1/models",
    headers: Any = (),
    post: dict[str, Any] | None = None,
    *,
    origin: str = ORIGIN,
    query: Any = (),
    cookies: Any = (),
    **options: Any,
) -> Case:
    har: dict[str, Any] = {
        "method": method,
        "url": origin + path,
        "httpVersion": "HTTP/1.1",
        "headers": _rows(headers),
        "queryString": _rows(query),
        "cookies": _rows(cookies),
        "headersSize": -1,
        "bodySize": -1,
    }
    if post is not None:
        har["postData"] = post
    return Case(har, **options)


def _text(text: str, mime: str = JSON) -> dict[str, Any]:
    return {"mimeType": mime, "text": text}


def _json(text: str, headers: Any = (), method: str = "POST", path: str = "/v1/items", **options: Any) -> Case:
    return _request(method, path, headers, _text(text), **options)


def _plain(text: str, **options: Any) -> Case:
    return _request("POST", "/v1/echo", (), _text(text, "text/plain; charset=utf-8"), **options)


def _binary(content: bytes, mime: str = "application/octet-stream") -> Case:
    encoded = base64.b64encode(content).decode()
    return _request("POST", "/v1/upload", (), {"mimeType": mime, "text": encoded, "encoding": "base64"})


def _parts(*params: dict[str, Any], mime: str = MULTIPART, headers: Any = ()) -> Case:
    return _request("POST", "/v1/files", headers, {"mimeType": mime, "params": list(params)})


def _form(*pairs: tuple[str, str], headers: Any = ()) -> Case:
    return _request("POST", "/v1/form", headers, {"mimeType": FORM, "params": _rows(pairs)})


_STRUCTURED = {
    "model": "gpt-4o",
    "messages": [
        {
            "role": "system",
            "content": "You are a helpful math tutor. Guide the user through the solution step by step.",
        },
        {"role": "user", "content": "how can I solve 8x + 7 = -23"},
    ],
    "response_format": {
        "type": "json_schema",
        "json_schema": {
            "name": "math_reasoning",
            "schema": {
                "type": "object",
                "properties": {
                    "steps": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "properties": {"explanation": {"type": "string"}, "output": {"type": "string"}},
                            "required": ["explanation", "output"],
                            "additionalProperties": False,
                        },
                    },
                    "final_answer": {"type": "string"},
                },
                "required": ["steps", "final_answer"],
                "additionalProperties": False,
            },
            "strict": True,
        },
    },
}

_API_HEADERS = (
    ("Content-Type", JSON),
    ("Accept", JSON),
    ("Authorization", "Bearer {{YOUR_API_KEY}}"),
)

START_PAGE = _request("POST", "/v1/chat/completions", _API_HEADERS, _text(json.dumps(_STRUCTURED, indent=2)))

LARGE_BODY = json.dumps(
    {
        "messages": [
            {"role": "user", "content": f'line {n}: "quoted" \\ and \t tab, ü and 世界 €{n}'} for n in range(1400)
        ]
    },
    indent=1,
    ensure_ascii=False,
)

_CONTROLS = "".join(chr(code) for code in range(1, 32)) + "\x7f"
_CHAT = '{"model": "gpt-4o", "stream": true, "messages": [{"role": "user", "content": "hi"}]}'

CASES: dict[str, Case] = {
    # ordinary requests
    "start-page": START_PAGE,
    "get": _request(),
    "get-with-headers": _request(headers=[("Accept", JSON), ("X-Request-Id", "7b1c"), ("User-Agent", "tester/1.0")]),
    "get-root": _request(path=""),
    "head": _request("HEAD"),
    "delete": _request("DELETE", "/v1/items/3"),
    "options": _request("OPTIONS", "/v1/items"),
    "put-json": _json('{"name": "x"}', method="PUT"),
    "patch-json": _json('[{"op": "remove", "path": "/a"}]', method="PATCH"),
    "delete-with-body": _json('{"ids": [1, 2]}', method="DELETE"),
    "get-with-body": _json('{"query": {"match_all": {}}}', method="GET", path="/_search"),
    "post-without-body": _request("POST", "/v1/cancel"),
    "post-empty-body": _request("POST", "/v1/cancel", (), _text("", "text/plain")),
    "method-custom": _request("PROPFIND", "/dav/", [("Depth", "1")]),
    "method-custom-with-body": _request("REPORT", "/dav/", (), _text("<a/>", "application/xml")),
    "method-lower-case": _json("{}", method="patch"),
    "method-punctuation": _request("M-SEARCH", "/x"),
    "answer-is-an-error": _json("{}", status=422),
    # event streams
    "stream-by-body": _json(_CHAT, path="/v1/chat/completions"),
    "stream-by-accept": _request(path="/events", headers=[("Accept", "text/event-stream")]),
    "stream-by-query": _request("POST", "/v1beta/models/g:streamGenerateContent?alt=sse", (), _text("{}")),
    "stream-word-in-text": _json('{"content": "say \\"stream\\": true", "nested": {"stream": true}}'),
    # the address
    "query-encoded": _request(path="/search?q=a%20b%2Bc&plus=a+b&slash=a%2Fb&amp=%26"),
    "query-lower-case-escapes": _request(path="/a%2fb?c=%e4%b8%ad"),
    "query-repeated": _request(path="/list?tag=a&tag=b&tag=a&z=1&a=2"),
    "query-without-value": _request(path="/list?flag&empty=&=nameless&&last"),
    "query-empty": _request(path="/list?"),
    "query-brackets": _request(path="/list?filter[name]=x&ids[]=1&ids[]=2"),
    "query-quotes": _request(path="/list?a='x'&b=%22y%22&c=$HOME&d=!x&e=(1)*~"),
    "query-braces": _request(path="/list?range=%7B1..3%7D&set=[1-3]"),
    "query-unicode": _request(path="/搜索?q=世界 ü&emoji=😀"),
    "query-from-rows": _request(query=[("q", "a b&c=d"), ("q", "50%"), ("+", "1+1"), ("empty", ""), ("ü", "世界")]),
    "query-rows-and-url": _request(path="/list?a=1&b=x%20y", query=[("a", "1"), ("b", "x y")]),
    "query-percent-alone": _request(path="/list?discount=100%&bad=%zz"),
    "path-encoded": _request(path="/a%2Fb/%7Euser/%41/c%20d;v=1,2/@me:go"),
    "path-dots": _request(path="/a/../b/./c/..?x=/../y"),
    "path-double-slash": _request(path="//a//b/"),
    "path-quotes": _request(path="/it's/(a)/*/$x!"),
    "path-trailing-dot": _request(path="/file."),
    "path-long": _request(path="/" + "segment/" * 60 + "?" + "&".join(f"key{n}=value{n}" for n in range(120))),
    "fragment": _request(path="/page?x=1#top"),
    "host-localhost": _request(origin="http://localhost:8765"),
    "host-ipv6": _request(origin="http://[::1]:8765", path="/v6?x=1"),
    "host-trailing-dot": _request(origin="http://localhost.:8765", run=False),
    "host-idn": _request(origin="https://bücher.example", path="/a", run=False),
    "https-port": _request("POST", "/v1/x", (), _text("{}"), origin="https://api.example.com:8443", run=False),
    "https": _request(origin="https://api.example.com", path="/v1/models", run=False),
    "userinfo": _request(origin=f"http://me:p%40ss%20w%C3%B6rd@{ADDRESS}", path="/private"),
    "userinfo-name-only": _request(origin=f"http://token@{ADDRESS}", path="/private"),
    # header fields
    "header-empty": _request(headers=[("X-Empty", ""), ("X-After", "1")]),
    "header-repeated": _request(headers=[("X-Tag", "one"), ("Accept", "*/*"), ("X-Tag", "two"), ("x-tag", "three")]),
    "header-quotes": _request(headers=[("X-Quotes", 'it\'s "x" `y` \\ \\n $HOME ${x} #{x} %s %d {{ }} !')]),
    "header-latin-1": _request(headers=[("X-Name", "Jürgen ÿ §")]),
    "header-latin-1-and-quotes": _request(
        headers=[("X-Name", 'ü "x" \'y\' \\ \\n $HOME ${x} #{x} #$0 @{x} %s `z` )"')]
    ),
    "header-utf-8-and-quotes": _request(headers=[("X-Name", '世 "x" \'y\' \\ \\n $HOME ${x} #{x} #$0 @{x} %s `z` )"')]),
    "header-punctuation": _request(headers=[("X-List", 'a: b; c="d", e=f;;, :')]),
    "header-cookie-twice": _request(headers=[("Cookie", "a=1"), ("Cookie", "b=2")]),
    "header-host-and-port": _request(headers=[("hOST", "virtual.example:81")]),
    "header-utf-8": _request(headers=[("X-Name", "世界 ✓")]),
    "header-long": _request(headers=[("X-Long", "abc, " * 1500 + "end")]),
    "header-at-start": _request(
        headers=[("X-File", "@notes.txt"), ("X-Dash", "-x"), ("X-Less", "<y"), ("X-Semi", ";z;")]
    ),
    "header-names": _request(headers=[("x-lower", "1"), ("X_UNDER", "2"), ("X-!#$%&'*+.^`|~", "3")]),
    "header-tab": _request(headers=[("X-Tab", "a\tb")]),
    "header-host": _request(headers=[("Host", "virtual.example")]),
    "header-content-type-case": _request(
        "POST", "/v1/x", [("content-TYPE", "application/JSON;charset=UTF-8")], _text("{}")
    ),
    "header-content-length": _request("POST", "/v1/x", [("Content-Length", "999")], _text("{}")),
    "header-accept-encoding": _request(headers=[("Accept-Encoding", "identity")]),
    "header-user-agent-empty": _request(headers=[("User-Agent", "")]),
    "header-connection-like": _request(
        headers=[("DNT", "1"), ("Origin", "https://a.example"), ("Referer", "https://a.example/b")]
    ),
    "cookies": _request(cookies=[("session", 'a b"c'), ("theme", "dark")]),
    "cookie-header": _request(headers=[("Cookie", "a=1; b='2'; c=$3")]),
    "no-content-type": _request("POST", "/v1/x", (), _text("no type here", "")),
    "basic": _request(headers=[("Authorization", "Basic bWU6cGFzcw==")]),
    # JSON that must not be read and written again
    "json-numbers": _json('{"a": 1.0, "b": -0.0, "c": 1e400, "d": 12345678901234567890, "e": 1E+2, "f": 0.10}'),
    "json-repeated-keys": _json('{"b": 1, "a": 2, "b": 3}'),
    "json-white-space": _json('{ "a" :\t[ 1 ,2 ] ,\r\n"b":{ }\r\n}\r\n'),
    "json-escapes": _json('{"a": "\\u4e16 \\/ \\" \\\\ \\n \\ud83d\\ude00 \\u0000"}'),
    "json-unicode": _json('{"文字": "grüße 世界 😀 \u2028\u2029\ufeff e\u0301 \u200b"}'),
    "json-pretty": _json('{\n  "model": "m",\n  "text": "a\\nb",\n  "list": [\n    1,\n    2\n  ]\n}'),
    "json-pretty-quotes": _json('{\n  "a": "\'\'\' \\"\\"\\" ``` )\\"",\n  "b": "$HOME ${x} #{x} %s"\n}\n'),
    "json-scalar": _json("null"),
    "json-long-line": _json(json.dumps({"text": "word " * 600})),
    "json-with-variable": _json('{\n  "key": "{{QUERY_KEY}}",\n  "same": "{{ QUERY_KEY }}/{{api-key}}"\n}'),
    # any text
    "text-quotes": _plain("it's \"quoted\" `ticks` '''three''' \"\"\"three\"\"\" ''"),
    "text-backslashes": _plain("C:\\new\\table \\\\ \\x41 \\u0041 \\0 \\"),
    "text-interpolation": _plain("$HOME ${HOME} $(id) `id` #{1+1} #$0 %s %d %% {0} {{ }} @{x} @x !! \\(x) <%= 1 %>"),
    "text-raw-ends": _plain(')" )--" """# "# "## \']] ]] )delim" EOF\nEOF\n\'@\n"@\nJSON;\n'),
    "text-trigraphs": _plain("??= ??/ ??' ??( ??) ??! ??< ??> ??- what??!"),
    "text-controls": _plain(_CONTROLS),
    "text-nul": _plain("a\x00b"),
    "text-c-escapes": _plain("\x01f \x00f7 \x7fabc \x1b[0m 1\x012"),
    "text-line-ends": _plain("unix\nold mac\rdos\r\nboth\n\r\n"),
    "text-trailing-line-breaks": _plain("ends with three\n\n\n"),
    "text-leading-line-break": _plain("\nstarts with one\n  indented\n\ttab\n"),
    "text-separators": _plain("a\u2028b\u2029c\x85d\u00a0e\ufefff"),
    "text-bom": _plain("\ufeffstarts with a mark"),
    "text-emoji": _plain("😀👩‍👩‍👧‍👦🇩🇪 𝒳 \U0010ffff"),
    "text-at": _plain("@notes.txt"),
    "text-dash": _plain("-d --data -"),
    "text-less": _plain("<notes.txt"),
    "text-spaces": _plain("  both ends  "),
    "text-single-space": _plain(" "),
    "text-xml": _request(
        "POST", "/soap", (), _text('<?xml version="1.0"?>\n<a b="c">&amp; <![CDATA[x]]></a>\n', "application/xml")
    ),
    "text-windows": _plain('%PATH% ^& | < > " ^" %% !x! \\" \\\\" a\\'),
    "text-long-lines": _plain(("0123456789" * 2000 + "\n") * 4, golden=False),
    "large-body": _json(LARGE_BODY, golden=False),
    # forms
    "form": _form(("a", "1"), ("b c", "x&y=z"), ("a", "2"), ("empty", "")),
    "form-unicode": _form(("name", "世界 ü"), ("quote", 'it\'s "x"'), ("line", "a\r\nb"), ("plus", "1+1 ~*-._")),
    "form-as-text": _request("POST", "/v1/form", (), _text("a=1&b=%20&c=+&&d", FORM)),
    "form-type-with-charset": _form(("a", "ü"), headers=[("Content-Type", f"{FORM}; charset=utf-8")]),
    "form-with-variable": _form(("key", "{{QUERY_KEY}}"), ("x", "1")),
    "form-empty": _form(),
    # multipart
    "multipart-fields": _parts(
        {"name": "a", "value": "1"}, {"name": "b", "value": "zwei ü\r\nline"}, {"name": "a", "value": ""}
    ),
    "multipart-file-inline": _parts(
        {"name": "purpose", "value": "assistants"},
        {"name": "file", "fileName": "data.jsonl", "contentType": "application/jsonl", "value": '{"a": 1}\n{"b": 2}\n'},
    ),
    "multipart-file-to-read": _parts(
        {"name": "model", "value": "whisper-1"},
        {"name": "file", "fileName": "notes.txt", "contentType": "text/plain"},
    ),
    "multipart-several-files": _parts(
        {"name": "image[]", "fileName": "image.png", "contentType": "image/png"},
        {"name": "image[]", "fileName": "notes.txt"},
        {"name": "prompt", "value": "a cat"},
    ),
    "multipart-names": _parts(
        {"name": 'a "quoted" näme', "value": "1"},
        {"name": "файл", "fileName": 'ä "b" 世.txt', "value": "content"},
    ),
    "multipart-part-type": _parts({"name": "meta", "value": '{"x": 1}', "contentType": JSON}),
    "multipart-binary-inline": _parts(
        {
            "name": "file",
            "fileName": "b.bin",
            "value": base64.b64encode(bytes(range(256))).decode(),
            "encoding": "base64",
        },
        {"name": "key", "value": "{{QUERY_KEY}}"},
    ),
    "multipart-own-boundary": _parts({"name": "a", "value": "1"}, mime="multipart/form-data; boundary=my-own-boundary"),
    "multipart-type-header": _parts({"name": "a", "value": "1"}, headers=[("Content-Type", MULTIPART)]),
    "multipart-empty": _parts(),
    # binary
    "binary-all-bytes": _binary(bytes(range(256))),
    "binary-text-like": _binary(b"plain ascii bytes"),
    "binary-latin-1": _binary("grüße".encode("latin-1"), "text/plain; charset=iso-8859-1"),
    "binary-gzip": _binary(
        bytes.fromhex("1f8b0800000000000203cb48cdc9c95708cf2fca49e10200d5e0390b0c000000"), "application/gzip"
    ),
    "binary-hex-digits": _binary(b"\xffabc\x00123\xfe\x80f"),
    "binary-nothing": _binary(b""),
    # shapes of the official SDKs
    "openai-chat": _request(
        "POST",
        "/gateway/v1/chat/completions",
        (*_API_HEADERS, ("X-Trace", "a b")),
        _text(
            '{"model": "gpt-4o", "temperature": 0.5, "n": 1, "stop": ["a", "\\n"], "user": null,'
            ' "vendor_option": {"x": []},'
            ' "messages": [{"role": "user", "content": [{"type": "text", "text": "it\'s \\"ü\\" 世界"}]}]}'
        ),
    ),
    "openai-responses": _request(
        "POST", "/v1/responses", _API_HEADERS, _text('{"model": "gpt-4o", "input": "hello", "store": false}')
    ),
    "openai-images": _request(
        "POST", "/v1/images/generations", _API_HEADERS, _text('{"model": "gpt-image-1", "prompt": "a cat", "n": 2}')
    ),
    "openai-with-odd-numbers": _request(
        "POST",
        "/v1/chat/completions",
        _API_HEADERS,
        _text('{"model": "m", "messages": [], "seed": 12345678901234567890}'),
    ),
    "stream-by-openai": _request("POST", "/v1/chat/completions", _API_HEADERS, _text(_CHAT)),
    "anthropic-messages": _request(
        "POST",
        "/v1/messages",
        [
            ("x-api-key", "{{YOUR_API_KEY}}"),
            ("anthropic-version", "2023-06-01"),
            ("anthropic-beta", "some-beta-2025-01-01"),
            ("Content-Type", JSON),
        ],
        _text(
            '{"model": "claude-sonnet-4-0", "max_tokens": 64, "system": "Be brief.", "top_k": 5, '
            '"messages": [{"role": "user", "content": "hi"}]}'
        ),
    ),
    "anthropic-with-bearer": _request(
        "POST",
        "/v1/messages",
        _API_HEADERS,
        _text('{"model": "m", "max_tokens": 64, "messages": [{"role": "user", "content": "hi"}]}'),
    ),
    "gemini-generate": _request(
        "POST",
        "/v1beta/models/gemini-2.5-flash:generateContent",
        [("x-goog-api-key", "{{YOUR_API_KEY}}"), ("Content-Type", JSON)],
        _text(
            '{"contents": [{"role": "user", "parts": [{"text": "hi"}]}],'
            ' "systemInstruction": {"parts": [{"text": "brief"}]},'
            ' "generationConfig": {"temperature": 0.5, "maxOutputTokens": 100, "stopSequences": ["x"]}}'
        ),
    ),
    "stream-by-gemini": _request(
        "POST",
        "/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse",
        [("x-goog-api-key", "{{YOUR_API_KEY}}"), ("Content-Type", JSON)],
        _text('{"contents": [{"role": "user", "parts": [{"text": "hi"}]}]}'),
    ),
    # variables
    "variable-in-path": _request(
        path="/{{BASE_PATH}}/models?key={{QUERY_KEY}}", headers=[("X-Api-Key", "{{api-key}}")]
    ),
    "variable-first-in-header": _request(headers=[("X-A", "{{QUERY_KEY}} after"), ("X-B", "{{api-key}}{{QUERY_KEY}}")]),
    "variable-after-signs": _request(
        headers=[("X-A", "#{{QUERY_KEY}} ${{QUERY_KEY}}{x} \\{{QUERY_KEY}}\\n %{{QUERY_KEY}}% @{{QUERY_KEY}}_x[0]")]
    ),
    "variable-after-signs-in-text": _plain("#{{QUERY_KEY}}\n${{QUERY_KEY}}{x} \\{{QUERY_KEY}}\\n\n%{{QUERY_KEY}}% '\""),
    "variable-in-header-beyond-ascii": _request(headers=[("X-A", "ü {{QUERY_KEY}}"), ("X-B", "世 {{QUERY_KEY}}")]),
    "variable-is-body": _plain("{{YOUR_API_KEY}}"),
    "variable-in-cookie": _request(cookies=[("token", "{{QUERY_KEY}}")]),
    "variable-in-host": _request(
        origin="{{HOST_ADDRESS}}", path="/v1/x", environment=ENVIRONMENT | {"HOST_ADDRESS": ORIGIN}
    ),
}
