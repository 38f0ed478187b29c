"""Short documents about this program: Markdown files beside the templates, one for each language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.utils.safestring import SafeString

from playground.core.openapi.navigation import WRITTEN_DOCS, Node
from playground.web.markdown import plain, render

FOLDER = settings.BASE_DIR / "templates" / "catalog" / "guides"


@dataclass(frozen=True, slots=True)
class Guide:
    """``title`` is the file's first heading, ``summary`` its first paragraph as plain text."""

    id: str
    title: str
    summary: str
    html: SafeString


def source(id: str, language: str) -> str | None:
    """The guide as it was written, in that language, else in English; None where nobody wrote it."""
    if id not in WRITTEN_DOCS:
        return None
    path = next(path for path in (FOLDER / f"{id}.{language}.md", FOLDER / f"{id}.en.md") if path.exists())
    return path.read_text("utf-8")


@lru_cache(maxsize=32)
def read(id: str, language: str) -> Guide | None:
    """The guide to be read, None where nobody wrote it."""
    text = source(id, language)
    if text is None:
        return None
    heading, _, content = text.partition("\n")
    first = content.strip().partition("\n\n")[0]
    return Guide(id, heading.removeprefix("# ").strip(), plain(first), render(content, below=0))


def listed(nodes: Iterable[Node], language: str) -> list[tuple[str, str]]:
    """Id and title of each guide in the tree."""
    found: list[tuple[str, str]] = []
    for node in nodes:
        if node.kind == "doc":
            found.append((node.key, node.title.get(language)))
        found += listed(node.children, language)
    return found
