"""Where the editor sees a mistake in JSON, and in what words. Its oracle is Python's own reader of JSON."""

from __future__ import annotations

import json
import random
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from playground.core.variables import VARIABLE

HERE = Path(__file__).parent
PHRASES = json.loads((HERE.parents[1] / "frontend" / "phrases.json").read_text())

# text, the part that is marked, the words; one mark each
MISTAKES = [
    ('{"a": 1,}', ",", "Nothing follows this comma: remove it"),
    ("[1, ]", ",", "Nothing follows this comma: remove it"),
    ('{"a" 1}', "1", "A colon is missing after the name"),
    ('{"a": 1 "b": 2}', '"', "A comma or “}” is missing here"),
    ("[1 2]", "2", "A comma or “]” is missing here"),
    ("{a: 1}", "a", "A name in double quotes is missing here"),
    ("{{{key}}: 1}", "{{key}}", "A name in double quotes is missing here"),
    ('{"a": }', "}", "A value is missing here"),
    ("[1,, 2]", ",", "A value is missing here"),
    ("[1, 2", "[", "This bracket is never closed"),
    ('[{"a":', "{", "This bracket is never closed"),
    ('["a', '"a', "This string is not closed on its line (a line break is written \\n)"),
    ('["a\n"]', '"a', "This string is not closed on its line (a line break is written \\n)"),
    ('["a\tb"]', "\t", "A tab or control character in a string is written \\t or \\u0000"),
    ('["\\x"]', "\\x", "A backslash is written \\\\"),
    ('["\\u12"]', "\\u", "A backslash is written \\\\"),
    ("[True]", "True", "Text takes double quotes; without them JSON knows true, false and null"),
    ("true{{x}}", "true{{x}}", "Text takes double quotes; without them JSON knows true, false and null"),
    ("['a']", "'a'", "Strings take straight double quotes"),
    ("[“a”]", "“a”", "Strings take straight double quotes"),
    ("[01]", "01", "This is not a number in JSON"),
    ("[.5]", ".5", "This is not a number in JSON"),
    ("[1] // x", "/", "JSON has no comments"),
    ("{ # x\n}", "#", "JSON has no comments"),
    ("[1] 2", "2", "Nothing may follow the value"),
    ('{"a": 1, "a": 2}', '"a"', "This name stands here twice: only the last one counts"),
]

SOUND = [
    "",
    " \n",
    "{}",
    "[]",
    '"{{a b"',
    "-1.5e+3",
    '{"a": {{x}}, "b": [{{ y }}, "{{z}}"], "c": {}}',
    "{{a}}{{b}}",
    "-{{n}}",
    "1{{名}}.5",
]


def problems(texts: list[str]) -> list[list[dict[str, Any]]]:
    done = subprocess.run(
        ["node", str(HERE / "json_problems.mjs")], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


@cache
def found() -> dict[str, list[dict[str, Any]]]:
    texts = [text for text, _, _ in MISTAKES] + SOUND
    return dict(zip(texts, problems(texts), strict=True))


@pytest.mark.parametrize(("text", "marked", "message"), MISTAKES)
def test_a_mistake_has_its_place_and_its_words(text: str, marked: str, message: str) -> None:
    [problem] = found()[text]
    assert (text[problem["from"] : problem["to"]], problem["message"]) == (marked, message)
    assert message in PHRASES


@pytest.mark.parametrize("text", SOUND)
def test_json_with_variables_as_values_has_none(text: str) -> None:
    assert found()[text] == []


def is_json(text: str) -> bool:
    try:
        json.loads(VARIABLE.sub(lambda match: "1" * len(match[0]), text), parse_constant=lambda _: 1 / 0)
    except (json.JSONDecodeError, ZeroDivisionError):
        return False
    return True


def mutated(text: str, chance: random.Random) -> str:
    for _ in range(chance.randint(0, 3)):
        place = chance.randint(0, len(text))
        text = text[:place] + chance.choice(["", *"{}[]:,\"\\ \n\t01e.-+tn'/#"]) + text[place + chance.randint(0, 2) :]
    return text


def test_it_agrees_with_another_reader_on_twenty_thousand_mutations() -> None:
    chance = random.Random(8259)
    seeds = ['{"a":[1,-2.5e3,true,null,"{{x}}\\u00e9"],"k":{{key}},"e":{}}', "[{{a}}, 1{{b}}, -{{n}}]", '[[],{"":0}]']
    texts = [mutated(chance.choice(seeds), chance) for _ in range(20_000)]
    texts = [text for text in texts if text.strip()]
    sound = [not any(one["severity"] == "error" for one in some) for some in problems(texts)]
    assert [text for text, ours in zip(texts, sound, strict=True) if ours != is_json(text)] == []
    assert 1000 < sum(sound) < 15_000
