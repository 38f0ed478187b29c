"""The shells of Windows: literals read back by readers that follow their rules; PowerShell's programs parsed."""

from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tree_sitter_language_pack import get_parser

from playground.core.snippets import generate_from_har
from playground.core.snippets.literals import cmd, powershell
from tests.core.snippets.cases import CASES
from tests.core.snippets.runners.cmd import arguments

_TYPED = st.text(st.sampled_from('%^&|<>"\\!\n aZ0_-$()\t'.replace("\t", "")), max_size=30)


@settings(max_examples=1500, deadline=None)
@given(_TYPED, _TYPED)
@example('\\"', "a\\")
@example("%PATH%", "%%")
@example("a\n", "\n\n")
@example("", "")
def test_the_prompt_reads_words_back(first: str, second: str) -> None:
    line = f"curl {cmd.quote(first)} {cmd.quote(second)}"
    assert arguments(line, {"PATH": "wrong", "a": "wrong"}) == ["curl", first, second]


def _read_powershell(written: str) -> str:
    """A string literal of PowerShell, by about_Quoting_Rules."""
    if written.startswith("@'\n"):
        assert written.endswith("\n'@") and "\n'@" not in written[2:-3]
        return written[3:-3]
    if written.startswith("'"):
        inner = written[1:-1]
        pairs = re.findall("['\u2018-\u201b]{2}|[^'\u2018-\u201b]", inner)
        assert "".join(pairs) == inner, "a quote that is not doubled"
        return "".join(pair[0] for pair in pairs)
    inner = written[1:-1]
    tokens = re.findall('`u\\{[0-9a-f]+\\}|`.|[^`"\u201c-\u201e$]', inner, re.DOTALL)
    assert "".join(tokens) == inner, "a quote or a dollar that is not escaped"
    return "".join(map(_unescaped, tokens))


def _unescaped(token: str) -> str:
    if token.startswith("`u{"):
        return chr(int(token[3:-1], 16))
    return {"`n": "\n", "`r": "\r", "`t": "\t"}.get(token, token[-1])


_TEXTS = st.text(st.one_of(st.sampled_from("'\"`$@\n\r\t\x00\u2019\u201c\u2028\ufeff{}"), st.characters(codec="utf-8")))


@settings(max_examples=500, deadline=None)
@given(_TEXTS)
@example("a\n'@\nb")
@example("'@")
def test_powershell_reads_texts_back(text: str) -> None:
    assert _read_powershell(powershell.string(text)) == text
    assert _read_powershell(powershell.block(text)) == text


def test_powershell_programs_are_whole() -> None:
    parser = get_parser("powershell")
    codes = {name: generate_from_har(case.har, "shell_powershell").code for name, case in CASES.items()}
    # The grammar takes the # after an escaped quote for a comment, which PowerShell does not.
    readable = {name: re.sub('`"#+', '`"', code) for name, code in codes.items()}
    broken = [name for name, code in readable.items() if parser.parse(code.encode()).root_node.has_error]
    assert broken == []


def test_the_parser_finds_an_unclosed_string() -> None:
    assert get_parser("powershell").parse(b"$x = 'a\n").root_node.has_error
