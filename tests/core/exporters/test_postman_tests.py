"""Assertions as Postman's tests: what they say, and that Postman's own runner finds what we find."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from playground.core.assertions import Answered, Assertion, check, evaluate
from playground.core.collected import Collected, Collection
from playground.core.exporters import postman_tests
from playground.core.exporters.ecmascript import NotExpressible, expression, literal, schema
from playground.core.exporters.formats import postman
from playground.core.fields import Fields
from playground.core.messages import RequestSpec
from playground.core.viewers.json_document import JsonDocument
from tests.core.snippets.runners.node import MODULES

BODY = {
    "id": "a'1\\\"\n\u2028</script>{{id}}",
    "n": 1.5,
    "ok": True,
    "none": None,
    "tags": ["x", "ü", {"k": [1, 2]}],
    "data": [{"n": 1, "name": "one"}, {"n": 2, "name": "zwei\n"}],
    "odd": {"a.b": 1, "it's": 2, "__proto__": 3, "2": 4},
    "text": "١٢ größer-als",
    "number": "12.5",
}
HEADERS = [("X-A", "one"), ("x-a", "two; \"q\" 'p'"), ("Content-Type", "application/json")]
SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "array",
    "items": {"$ref": "#/$defs/n"},
    "$defs": {"n": {"type": "object", "required": ["n"], "properties": {"n": {"type": "integer", "format": "int64"}}}},
}


def _json(place: str, comparison: str, expected: Any = "") -> Assertion:
    return Assertion("jsonpath", comparison, expected if isinstance(expected, str) else json.dumps(expected), place)


#: Held against one and the same answer by us and by Postman.
WANTED = [
    *(
        Assertion("status", *each)
        for each in (("equals", "201"), ("equals", "2xx"), ("equals", " 3XX"), ("less", "300"))
    ),
    *(Assertion("status", *each) for each in (("not_equals", "200"), ("not_equals", "2xx"), ("contains", "20"))),
    *(Assertion("status", *each) for each in (("matches", "^2"), ("greater", "201"), ("exists", ""))),
    Assertion("time", "less", "60000"),
    Assertion("time", "greater", "1e9"),
    *(Assertion("header", *each) for each in (("equals", "one", "x-A"), ("equals", HEADERS[1][1], "X-A"))),
    *(Assertion("header", *each) for each in (("exists", "", "X-B"), ("not_equals", "1", "X-B"))),
    *(Assertion("header", *each) for each in (("matches", "^o.e$", "X-A"), ("contains", '"q"', "x-a"))),
    *(Assertion("header", *each) for each in (("not_equals", "one", "X-A"), ("not_equals", "three", "X-A"))),
    _json("$.id", "equals", BODY["id"]),
    _json("$.id", "contains", "'1\\\"\n\u2028</script>{{id}}"),
    _json("$.id", "matches", '\\\\"\n\u2028</SCRIPT>'),
    _json("$.id", "matches", '(?i)\\\\"\n\u2028</SCRIPT>'),
    _json("$.id", "greater", "0"),
    _json("$.n", "equals", "1.50"),
    _json("$.n", "less", "1.6"),
    _json("$.number", "greater", "12"),
    _json("$.ok", "equals", "true"),
    _json("$.ok", "equals", "1"),
    _json("$.ok", "greater", "0"),
    _json("$.none", "equals", "null"),
    _json("$.none", "exists"),
    _json("$.nothing", "exists"),
    _json("$.nothing", "not_equals", "1"),
    _json("$.tags", "contains", "ü"),
    _json("$.tags", "contains", '{"k":[1,2]}'),
    _json("$.tags", "contains", "k"),
    _json("$.tags", "equals", '["x","ü",{"k":[1,2]}]'),
    _json("$.tags", "equals", '["x", "ü", {"k": [1, 2]}]'),
    _json("$.tags", "matches", r'"ü", \{"k": \[1, 2\]\}\]$'),
    _json("$.data[0]", "contains", "name"),
    _json("$.data[0]", "contains", "one"),
    _json("$.data[*].n", "equals", "2"),
    _json("$.data[-1].n", "equals", "2"),
    _json("$.data[5].n", "exists"),
    _json("$.data[1:]['n','name']", "equals", "1"),
    _json("$.data[:-1].name", "equals", "one"),
    _json("$..name", "matches", "^zwei$"),
    _json("$..name", "matches", "^z.ei.$"),
    _json("$..[0]", "equals", "x"),
    _json("$..*", "equals", "4"),
    _json("$.data.n", "exists"),
    _json("$.tags.length", "exists"),
    _json("$.id.length", "exists"),
    _json("$.odd['a.b']", "equals", "1"),
    _json("$.odd['it\\'s']", "equals", "2"),
    _json("$.odd.__proto__", "equals", "3"),
    _json("$.odd.constructor", "exists"),
    _json("$.odd['2']", "equals", "4"),
    _json("$.data", "schema", SCHEMA),
    _json("$.tags", "schema", SCHEMA),
    _json("$.n", "schema", {"type": "number", "exclusiveMaximum": 1.5}),
    _json("$.text", "schema", {"pattern": "^[0-9]+"}),
    _json("$.text", "schema", True),
    _json("$.text", "schema", False),
    *(_json("$.text", "matches", each) for each in (r"^\d\d ", r"\bgrößer\b", r"gr\wßer", r"\W", r"[\s-]als", r"^\D")),
    *(_json("$.text", "matches", each) for each in (r"\bals\B", r"[^\d\s]{6}-a", r"(?<=größer-)als$", "gr{1,2}ö{,2}ß")),
    *(_json("$.text", "matches", each) for each in ("(?P<unit>als|wie)$", "[]g-]", "a/|größer", "ALS", "(?i)ALS")),
]
#: What Postman has no word for.
SKIPPED = [
    _json("$.data[?@.n == 2].name", "exists"),
    _json("$.data[::2]", "exists"),
    _json("$.id", "matches", "a++"),
    _json("$.id", "matches", "(?:a1){e<=1}"),
    _json("$.id", "matches", r"(a)\1"),
    _json("$.id", "matches", r"[[:alpha:]]"),
    _json("$.id", "matches", r"\p{L}"),
    _json("$.id", "matches", r"(?=a)*"),
    _json("$.id", "matches", r"[a-\d]"),
    _json("$.n", "less", "inf"),
    _json("$.data", "schema", {"prefixItems": [{}]}),
    _json("$.data", "schema", {"pattern": r"\d"}),
    _json("$.data", "schema", {"$ref": "#/$defs/a", "type": "string", "$defs": {"a": {}}}),
]


@pytest.mark.parametrize("wanted", [*WANTED, *SKIPPED], ids=postman_tests.named)
def test_each_can_be_asked(wanted: Assertion) -> None:
    check(wanted)


class _Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        content = json.dumps(BODY).encode()
        self.send_response(201)
        for name, value in HEADERS:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_words: object) -> None:
        pass


@pytest.fixture
def answering() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


_NEWMAN = MODULES / "newman" / "bin" / "newman.js"


@pytest.mark.toolchain
def test_newman_finds_what_we_find(answering: str, tmp_path: Path) -> None:
    here = _NEWMAN.exists() and shutil.which("node") is not None
    assert here or os.environ.get("CI_ALL_TOOLCHAINS") != "1", "toolchains/install.sh installs newman"
    answered = Answered(201, 5.0, Fields(HEADERS), JsonDocument(json.dumps(BODY)))
    expected = [(False, evaluate(each, answered).holds) for each in WANTED] + [(True, True)] * len(SKIPPED)
    found = _run(answering, [*WANTED, *SKIPPED], tmp_path) if here else expected
    said = zip([*WANTED, *SKIPPED], expected, found, strict=True)
    assert [each for each in said if each[1] != each[2]] == []


def _run(url: str, wanted: list[Assertion], folder: Path) -> list[tuple[bool, bool]]:
    """Whether Postman skips each, and whether it holds."""
    collection = Collection("c", requests=(Collected("r", RequestSpec("GET", url), assertions=tuple(wanted)),))
    source, report = folder / "collection.json", folder / "report.json"
    source.write_text(json.dumps(postman.dump(collection)))
    command = ["node", str(_NEWMAN), "run", str(source), "--reporters", "json", "--reporter-json-export", str(report)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    assert report.exists(), done.stdout + done.stderr
    execution = json.loads(report.read_text())["run"]["executions"][0]
    return [(bool(each["skipped"]), "error" not in each) for each in execution["assertions"]]


def test_the_script_is_short_where_little_is_asked() -> None:
    script = postman_tests.events([Assertion("status", "equals", "200")])[0]["script"]
    assert script["type"] == "text/javascript"
    assert script["exec"][-5:] == [
        'pm.test("status equals 200", () => {',
        "    const found = [pm.response.code];",
        "    pm.expect(found, 'nothing is there').to.not.be.empty;",
        '    pm.expect(found.some((value) => equals(value, "200")), `found ${JSON.stringify(found).slice(0, 200)}`)'
        ".to.be.true;",
        "});",
    ]
    assert not any("const pick" in line or "const header" in line for line in script["exec"])
    assert postman_tests.events([]) == []


@pytest.mark.parametrize("text", ["'); evil(); ('", '"+evil()+"', "\\", "`${evil()}`", "\u2028\n\r\0", "\ud800", "*/"])
def test_no_text_gets_out_of_its_place(text: str) -> None:
    assert json.loads(literal(text)) == text
    assert not {"\n", "\r", "\u2028", "\0"} & set(literal(text))
    literal(text).encode()
    lines = postman_tests.events([Assertion("header", "contains", text, text)])[0]["script"]["exec"]
    assert [line for line in lines if line.startswith("    const found")] == [
        f"    const found = header({literal(text)});"
    ]


@pytest.mark.parametrize("pattern", ["(?i:a)", "a{", "(?>a)", "(?#a)", "(?P=a)", "[a&&b]", "^*", r"\Z", "a**"])
def test_what_javascript_reads_otherwise_is_refused(pattern: str) -> None:
    with pytest.raises(NotExpressible):
        expression(pattern)


def test_a_schema_says_the_same_or_nothing() -> None:
    assert schema({"title": "t", "x-a": 1, "items": {"format": "date"}}) == {"items": {}}
    for wanted in ({"unevaluatedProperties": False}, {"nullable": True}, {"$ref": "https://a.example/"}, 3):
        with pytest.raises(NotExpressible):
            schema(wanted)
