"""The index of a long text says the same as the text itself."""

import json
import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.core.viewers import json_index
from playground.core.viewers.json_document import JsonDocument
from playground.core.viewers.json_index import LONG, JsonIndex
from tests.core.viewers.test_json_document import VALUES


def rows(count):
    return [
        {"id": number, "name": f'中 \\"{number}', "in": [[number, {"deep": [[[[[[[[number]]]]]]]]}]]}
        for number in range(count)
    ]


LONG_VALUES = {
    "rows": {"data": rows(2_000), "end": None},
    "numbers": list(range(20_000)),
    "names": {f"name {number}": number for number in range(5_000)},
    "long strings": ["x" * size for size in (10, LONG - 3, LONG, 3 * LONG)] * 4,
    "long within long": [[rows(100), "x" * LONG] for _ in range(20)],
    "long names": {"k" * LONG: 1, "k" * 2 * LONG: [1, 2]},
    "empty": [[], {}, "", [[]]] * 3_000,
}


@pytest.mark.parametrize("name", LONG_VALUES)
@pytest.mark.parametrize("indent", [None, 1])
def test_every_long_value_is_noted(name, indent):
    text = json.dumps(LONG_VALUES[name], indent=indent, ensure_ascii=False)
    document, index = JsonDocument(text), JsonIndex.of(text)
    seen = 0

    def walk(start):
        nonlocal seen
        end = document.end(start)
        if end - start < LONG:
            return
        seen += 1
        children = list(document.children(start))
        if document.kind(start) != "string":
            place = index.places[start]
            assert (place.end, place.count) == (end, len(children))
            assert [children[number].at for number in place.numbers] == place.ats
        for child in children:
            walk(child.start)

    walk(document.root)
    assert seen > 0
    assert json.loads(text[document.root : index.places[document.root].end]) == LONG_VALUES[name]


@given(VALUES, st.integers(1, 6))
def test_any_value_within_long_ones(value, nested):
    text = json.dumps([value, "x" * LONG, value])
    for _ in range(nested):
        text = f' {{"a" : {text} , "b":[{json.dumps(value)}]}}'
    index = JsonIndex.of(text)
    whole = {start: json.loads(text[start : place.end]) for start, place in index.places.items()}
    assert {start: len(each) for start, each in whole.items() if not isinstance(each, str)} == {
        start: place.count for start, place in index.places.items() if text[start] != '"'
    }
    assert len(whole) == nested + 2


@given(st.text(alphabet='{}[]",:\\ 1ae\n', max_size=60))
def test_any_text_has_an_index(text):
    for each in (text, f'["{"x" * LONG}",{text}', f'{{"a":[{text * 300}'):
        for start, place in JsonIndex.of(each).places.items():
            assert 0 <= start < place.end <= len(each)
            assert place.ats == sorted(set(place.ats)) and place.numbers == sorted(set(place.numbers))


def test_what_was_cut_off_reaches_to_the_end():
    text = json.dumps({"data": rows(2_000)})[:-40]
    document = JsonDocument(text)
    assert document.end(0) == document.end(9) == len(text)
    assert document.count(9) == 2_000


@pytest.mark.parametrize(
    "text", ["[" * 300_000, '[{"a":' * 100_000, '["' + "x" * 300_000, '["' + "\\" * 300_001, "x" * 50_000]
)
def test_a_hostile_text_ends(text):
    assert len(JsonIndex.of(text).dump()) < 50_000


def test_the_process_says_the_same():
    text = json.dumps({"data": rows(1_000)}, ensure_ascii=False)
    command = [sys.executable, "-S", "-m", json_index.__name__, "gb18030"]
    made = subprocess.run(command, input=text.encode("gb18030"), capture_output=True, check=True, env={**os.environ})
    assert JsonIndex.load(made.stdout) == JsonIndex.of(text)
