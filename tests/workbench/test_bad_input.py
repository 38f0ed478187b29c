"""What nobody would type, sent to the running program: a clear answer, within bounds, and nothing typed is lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import requests

from tests.forms import fields
from tests.site import Site

START = "/try/create-structured-output/"
#: Far more than any of them takes; what is tried here would take minutes or never end without its bounds.
PATIENCE_S = 60

Form = dict[str, Any]


class Person:
    """Somebody with a browser without JavaScript: a session, and the form as the page has it."""

    def __init__(self, site: Site) -> None:
        self.base = site.url
        self.session = requests.Session()
        page = self.session.get(self.base + START, timeout=PATIENCE_S)
        self.form: Form = fields(page.text)

    def post(self, path: str = "", *, htmx: bool = False, **change: Any) -> requests.Response:
        return self.post_pairs({**self.form, **change}, path, htmx=htmx)

    def post_pairs(self, pairs: Any, path: str = "", *, htmx: bool = False) -> requests.Response:
        headers = {"Referer": self.base + START, **({"HX-Request": "true"} if htmx else {})}
        address = self.base + START + path
        return self.session.post(address, data=pairs, headers=headers, timeout=PATIENCE_S, allow_redirects=False)

    def is_well(self) -> bool:
        """Whether the program answers as before."""
        return self.session.get(self.base + START, timeout=PATIENCE_S).status_code == 200


@pytest.fixture
def person(site: Site) -> Iterator[Person]:
    person = Person(site)
    yield person
    assert person.is_well()


def deep(levels: int) -> str:
    return "[" * levels + "]" * levels


BODIES = {
    "invalid": ('{"model": }', "Line 1, column 11"),
    "half a string": ('{"model": "gpt', "this string has no closing quote"),
    "200 deep": ('{"messages": ' + deep(199) + "}", "Should be"),
    "201 deep": ('{"messages": ' + deep(200) + "}", "nested more than 200 deep"),
    "100,000 deep": (deep(100_000), ""),
    "a surrogate": ('{"model": "\\ud800"}', ""),
    "a long number": ('{"temperature": ' + "9" * 10_000 + "}", "Should be 2 or less"),
    "not a number": ('{"temperature": NaN}', "NaN and Infinity are not JSON"),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_strange_body_is_kept_and_spoken_of(person: Person, name: str) -> None:
    body, sentence = BODIES[name]
    page = person.post(body=body)
    assert page.status_code == 200 and sentence in page.text
    assert fields(page.text)["body"] == [body]
    live = person.post("live/", htmx=True, body=body)
    assert live.status_code in {200, 422} and sentence in live.text
    later = person.post("problems/", htmx=True, body=body)
    assert later.status_code == 200 and sentence in later.text


CYCLES = [
    {"$ref": "#"},
    {"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}},
    {"anyOf": [{"$ref": "#"}, {"allOf": [{"$ref": "#"}, {"not": {"$ref": "#"}}]}]},
    {"type": "object", "properties": {"next": {"$ref": "#"}}, "required": ["next"]},
]


@pytest.mark.parametrize("schema", CYCLES, ids=["itself", "two", "alternatives", "endless"])
def test_a_schema_with_a_cycle_ends(person: Person, schema: object) -> None:
    body = json.loads(person.form["body"][0])
    body["response_format"] = {"type": "json_schema", "json_schema": {"name": "x", "schema": schema, "strict": True}}
    text = json.dumps(body)
    assert person.post(body=text).status_code == 200
    sent = person.post("send/", body=text)
    assert sent.status_code == 302
    run = sent.headers["Location"].partition("run=")[2]
    checks = person.session.get(f"{person.base}/runs/{run}/checks", timeout=PATIENCE_S)
    assert checks.status_code == 200 and 'data-testid="checks"' in checks.text


@pytest.mark.parametrize(
    "change",
    [
        {"at:/nowhere/3/x": "1"},
        {"at:/messages/99": "1"},
        {"at:no-pointer": "1"},
        {"at:" + "/a" * 500: "1"},
        {"at:/messages/0/content/deeper": "1"},
        {"switch:/nowhere": "7"},
        {"key:/nowhere": "name"},
        {"action": "body:remove:/nowhere"},
        {"action": "body:up:"},
        {"action": "body:add:/messages/0/role"},
        {"action": "body:nonsense:/model"},
        {"action": "row-up:nothing:9"},
    ],
    ids=lambda change: next(iter(change))[:30] + str(next(iter(change.values())))[:30],
)
def test_places_that_are_not_there_change_nothing(person: Person, change: dict[str, str]) -> None:
    page = person.post(**change)
    assert page.status_code == 200
    assert json.loads(fields(page.text)["body"][0]) == json.loads(person.form["body"][0])


def test_as_many_rows_as_are_read_are_bounded(person: Person) -> None:
    pairs = [
        (name, value)
        for name, values in person.form.items()
        for value in ([values] if isinstance(values, str) else values)
    ]
    rows = [
        pair for number in range(1000, 2800) for pair in (("row.header", str(number)), (f"header.{number}.name", "X"))
    ]
    page = person.post_pairs([*pairs, *rows])
    assert page.status_code == 200 and page.text.count('data-testid="header-row"') == 500


def test_a_million_rows_are_refused_in_words(person: Person) -> None:
    for path in ("", "live/", "send/"):
        content = b"&".join(b"row.header=%d" % number for number in range(1_000_000))
        headers = {"Referer": person.base + START, "Content-Type": "application/x-www-form-urlencoded"}
        answer = person.session.post(person.base + START + path, data=content, headers=headers, timeout=PATIENCE_S)
        assert answer.status_code == 400 and "more than 6000 fields" in answer.text.replace(",", "")
    pairs = b"&".join(b"at:/a%d=1" % number for number in range(7_000))
    answer = person.session.post(
        person.base + START + "send/", data=pairs, headers={**headers, "HX-Request": "true"}, timeout=PATIENCE_S
    )
    assert answer.status_code == 400 and "<html" not in answer.text and "still in the form" in answer.text
