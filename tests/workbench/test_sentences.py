"""`playground/workbench/sentences.py` lists what the core says, no more and no less."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import pytest
from django.utils import translation

import playground.urls  # noqa: F401 - every room is there, with its errors
from playground.core.errors import InvalidInput, PlaygroundError, UnresolvedVariables
from playground.core.fields import check_name
from playground.core.schema import problems, text
from playground.core.schema.problems import problem
from playground.core.schema.text import InvalidJson, JsonText
from playground.core.snippets import losses
from playground.runs.services import TooLarge
from playground.web.templatetags.sentences import loss as loss_sentence
from playground.web.templatetags.sentences import said, sentence
from playground.workbench.sentences import SENTENCES
from tests.site import ROOT

PLAYGROUND = ROOT / "playground"
#: Where errors come from that a page shows. Not from `core/codec.py`: what it reads is this program's own.
SOURCES = tuple(
    sorted(
        path.relative_to(PLAYGROUND).as_posix()
        for room in ("core", "core/schema", "core/viewers", "runs", "history", "environments", "accounts", "workbench")
        for path in (PLAYGROUND / room).glob("*.py")
        if path.name != "codec.py"
    )
)
TABLES = (problems.MESSAGES, text.EXPECTED, losses.TEMPLATES, losses.PARTS)


def _family(root: type[PlaygroundError]) -> Iterator[type[PlaygroundError]]:
    yield root
    for child in root.__subclasses__():
        yield from _family(child)


FAMILY = {kind.__name__: kind for kind in _family(PlaygroundError)}
#: Errors that are made of a sentence; the others have one of their own.
SPOKEN = {name for name, kind in FAMILY.items() if "__init__" not in vars(kind)} | {"PlaygroundError"}


class Source:
    """A file of Python, and the sentences that its errors are made of."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.tree = ast.parse(path.read_text(encoding="utf-8"))

    def sentences(self) -> Iterator[str]:
        for call in self.calls():
            hints = [keyword.value for keyword in call.keywords if keyword.arg == "hint"]
            for node in (*call.args[:1], *hints):
                yield from self._texts(node)

    def calls(self) -> Iterator[ast.Call]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SPOKEN:
                yield node
            if isinstance(node, ast.ClassDef) and node.name in FAMILY and node.name != "PlaygroundError":
                yield from (call for call in ast.walk(node) if isinstance(call, ast.Call) and _is_super(call))

    def _texts(self, node: ast.AST) -> Iterator[str]:
        match node:
            case ast.Constant(value=str(sentence)):
                yield sentence
            case ast.IfExp():
                yield from self._texts(node.body)
                yield from self._texts(node.orelse)
            case ast.Name() if node.id in self._constants:
                yield self._constants[node.id]
            case ast.Call(func=ast.Name(id=name)) if name in self._functions:
                for inner in ast.walk(self._functions[name]):
                    if isinstance(inner, ast.Return) and inner.value is not None:
                        yield from self._texts(inner.value)
            case _:
                pytest.fail(f"{self.path}:{getattr(node, 'lineno', '?')}: not a sentence that can be translated")

    @cached_property
    def _constants(self) -> dict[str, str]:
        found = {}
        for node in self.tree.body:
            match node:
                case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=str(value))):
                    found[name] = value
        return found

    @cached_property
    def _functions(self) -> dict[str, ast.FunctionDef]:
        return {node.name: node for node in self.tree.body if isinstance(node, ast.FunctionDef)}


def _is_super(call: ast.Call) -> bool:
    match call.func:
        case ast.Attribute(value=ast.Call(func=ast.Name(id="super")), attr="__init__"):
            return True
    return False


def spoken() -> Iterator[str]:
    for name in SOURCES:
        yield from Source(PLAYGROUND / name).sentences()
    for table in TABLES:
        yield from table.values()


def test_the_list_has_every_sentence_of_the_core_and_no_other() -> None:
    said_in_core = set(spoken())
    assert len(said_in_core) > 80
    missing, stale = said_in_core - SENTENCES, SENTENCES - said_in_core
    assert (missing, stale) == (set(), set())


def _error(make: object, *arguments: object) -> PlaygroundError:
    with pytest.raises(InvalidInput) as caught:
        make(*arguments)  # type: ignore[operator]
    return caught.value


CHINESE = [
    (UnresolvedVariables(("API_KEY",)), "{{API_KEY}} 没有值。"),
    (TooLarge(2_000, 1_000), "请求内容有 2,000 字节，本站最多发送 1,000 字节。"),
    (InvalidJson('{"a":', 5, "value"), "第 1 行第 6 列：此处应为一个值：字符串、数字、true、false、null、[ 或 {。"),
    (_error(check_name, "a b"), "“a b” 不能作为 Header 名称。"),
    (_error(JsonText, "[" * 201 + "]" * 201), "这段 JSON 的嵌套超过 200 层。"),
]


@pytest.mark.parametrize(("error", "words"), CHINESE)
def test_an_error_is_said_in_chinese(error: PlaygroundError, words: str) -> None:
    with translation.override("zh-hans"):
        assert said(error) == words
    assert said(error) == error.message


def test_a_problem_is_said_in_chinese() -> None:
    wrong = problem("/n", "type", expected="string, integer or null", actual="object")
    broken = problem("", "json", line=1, column=6, said=text.EXPECTED["colon"])
    with translation.override("zh-hans"):
        assert sentence(wrong) == "应为 string, integer 或 null，而不是 object。"
        assert sentence(broken) == "这还不是有效的 JSON。第 1 行第 6 列：属性名后应有冒号。"
    assert sentence(wrong) == wrong.message and sentence(broken) == broken.message


def test_what_a_snippet_loses_is_said_in_chinese() -> None:
    (lost,) = losses.url_respelled("Guzzle", ["query"])
    with translation.override("zh-hans"):
        words = loss_sentence(lost)
    assert words == "Guzzle 会改写地址：服务器看到的查询中的方括号或不必要的转义可能是另一种写法。"
    assert loss_sentence(lost) == str(lost) and loss_sentence("as it is") == "as it is"


def test_what_a_person_typed_is_never_translated() -> None:
    with translation.override("zh-hans"):
        assert sentence(problem("", "required", name="Send")).startswith("Send ")
