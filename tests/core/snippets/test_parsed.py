"""Languages that Debian has no tools for: their programs are parsed, and their string literals read back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import tree_sitter
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tree_sitter_language_pack import get_parser

from playground.core.snippets import generate_from_har, registry
from playground.core.snippets.base import Variable
from playground.core.snippets.literals import dart, swift
from tests.core.snippets.cases import CASES
from tests.core.snippets.literal_readers import read_dart, read_swift

_PARSERS = {"swift": get_parser("swift"), "dart": get_parser("dart")}
_KEYS = [target.key for target in registry.TARGETS if target.language in _PARSERS]

#: Texts that are likely to hold what a literal trips over.
_TEXTS = st.text(st.one_of(st.sampled_from("\"'\\#$`{}()u0n\n\r\t \x00\x85\u2028\ufeff"), st.characters(codec="utf-8")))


def _errors(code: str, language: str) -> list[str]:
    tree = _PARSERS[language].parse(code.encode())
    return list(_broken(tree.root_node)) if tree.root_node.has_error else []


def _broken(node: tree_sitter.Node) -> list[str]:
    if node.type == "ERROR" or node.is_missing:
        return [f"line {node.start_point.row + 1}: {(node.text or b'').decode()[:80]}"]
    return [line for child in node.children if child.has_error or child.is_missing for line in _broken(child)]


@pytest.mark.parametrize("key", _KEYS)
def test_every_program_is_one_of_the_language(key: str) -> None:
    language = registry.get(key).language
    wrong = {name: _errors(generate_from_har(case.har, key).code, language) for name, case in CASES.items()}
    assert {name: errors for name, errors in wrong.items() if errors} == {}


def test_the_parser_finds_an_unclosed_string() -> None:
    assert _errors('let a = "\n', "swift")
    assert _errors("var a = '\n", "dart")


def _read_back(write: Callable[[str], str], read: Callable[[str], str]) -> Callable[[], None]:
    @settings(max_examples=400, deadline=None)
    @example("")
    @example('"""\n#"""#\n\\#(x)')
    @example("'''\n$x ${y}\n'")
    @example("\n\n")
    @example("a\r\nb")
    @example('"')
    @example('"" x')
    @given(_TEXTS)
    def check(text: str) -> None:
        assert read(write(text)) == text

    return check


test_swift_string = _read_back(swift.string, read_swift)
test_swift_block = _read_back(swift.block, read_swift)
test_swift_indented_block = _read_back(lambda text: swift.block(text, "    "), read_swift)
test_dart_string = _read_back(dart.string, read_dart)
test_dart_block = _read_back(dart.block, read_dart)


@settings(max_examples=200, deadline=None)
@given(_TEXTS)
def test_text_around_a_look_up(text: str) -> None:
    key = Variable("key", "KEY")
    look_up = f"\\({swift.look_up('KEY')})"
    assert read_swift(swift.text((text, key, "!")).replace(look_up, "\\u{F8FF}", 1)) == f"{text}\uf8ff!"
    look_up = "${Platform.environment['KEY']}"
    assert read_dart(dart.text((text, key, "!")).replace(look_up, "\\u{F8FF}", 1)) == f"{text}\uf8ff!"
