"""Text in several languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Text:
    """The same text in one or more languages: pairs of a language tag in lower case ("en", "zh-hans") and the text.

    The tag "" is of a document that does not say its language.
    """

    texts: tuple[tuple[str, str], ...] = ()

    def get(self, language: str = "") -> str:
        """The text in that language, else in a relative of it (``zh`` for ``zh-hans``), else in the first."""
        wanted = language.lower()
        by_tag = dict(self.texts)
        if wanted in by_tag:
            return by_tag[wanted]
        relatives = (text for tag, text in self.texts if tag.partition("-")[0] == wanted.partition("-")[0])
        return next(relatives, self.texts[0][1] if self.texts else "")

    def __str__(self) -> str:
        return self.get()

    def __bool__(self) -> bool:
        return bool(self.texts)


EMPTY = Text()


def text(node: Any, key: str, base_language: str = "", *, english_key: str = "") -> Text:
    """The text of a field: ``description`` in the base language and ``x-description-en`` in English."""
    if not isinstance(node, Mapping):
        return Text()
    pairs = ((base_language, node.get(key)), ("en", node.get(english_key or f"x-{key}-en")))
    return Text(tuple((tag, value) for tag, value in pairs if isinstance(value, str) and value))
