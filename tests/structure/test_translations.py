"""Every text that people read has a Chinese translation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.template import Template
from django.templatetags.i18n import BlockTranslateNode, TranslateNode

from tests.site import ROOT

CATALOG = ROOT / "playground" / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
#: Functions of Django, and which of their arguments are a text.
KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "_n": (1, 2),
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}

#: A text, its context, and the file where it stands.
Text = tuple[str, str | None, Path]


def _chinese() -> Catalog:
    with CATALOG.open("rb") as file:
        return read_po(file, locale="zh_Hans")


def _texts() -> Iterator[Text]:
    for path in sorted((ROOT / "playground").rglob("*.py")):
        yield from _of_python(path)
    for path in sorted((ROOT / "templates").rglob("*.html")):
        yield from _of_template(path)


def _of_python(path: Path) -> Iterator[Text]:
    for _, message, _, context in extract(
        "python", BytesIO(path.read_bytes()), KEYWORDS, options={"encoding": "utf-8"}
    ):
        text = message[0] if isinstance(message, tuple) else message
        if text:
            yield text, context, path.relative_to(ROOT)


def _of_template(path: Path) -> Iterator[Text]:
    nodes = Template(path.read_text(encoding="utf-8")).nodelist
    for node in nodes.get_nodes_by_type(TranslateNode):
        variable = node.filter_expression.var
        if literal := getattr(variable, "literal", None):
            yield str(literal).replace("%", "%%"), _literal(node.message_context), path.relative_to(ROOT)
    for node in nodes.get_nodes_by_type(BlockTranslateNode):
        yield node.render_token_list(node.singular)[0], _literal(node.message_context), path.relative_to(ROOT)


def _literal(expression: Any) -> str | None:
    return str(expression.var.literal) if expression is not None else None


def test_every_text_is_translated() -> None:
    chinese = _chinese()
    missing = {}
    for text, context, path in _texts():
        entry = chinese.get(text, context) or chinese.get(text.replace("%%", "%"), context)
        if (
            entry is None
            or not entry.string
            or (isinstance(entry.string, tuple) and not all(entry.string))
            or entry.fuzzy
        ):
            missing[text] = str(path)
    assert missing == {}, f"{len(missing)} texts: run `make messages` and translate them"


def test_no_translation_is_left_over() -> None:
    used = {text for text, _, _ in _texts()}
    left = [entry.id for entry in _chinese() if entry.id and _first(entry) not in used]
    assert left == []


def test_placeholders_are_kept() -> None:
    wrong = {}
    for entry in _chinese():
        texts = entry.string if isinstance(entry.string, tuple) else (entry.string,)
        for text in texts:
            if entry.id and text and _places(_first(entry)) != _places(text):
                wrong[_first(entry)] = text
    assert wrong == {}


def _first(entry: Message) -> str:
    return entry.id[0] if isinstance(entry.id, (tuple, list)) else entry.id


def _places(text: str) -> set[str]:
    return set(re.findall(r"%\(\w+\)s|\{\w*\}", text.replace("{{", "").replace("}}", "")))
