"""The parts of pages that take time to draw, kept by digest, key and language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from playground.catalog import services
from playground.catalog.documentation import documentation, trail


@dataclass(frozen=True, slots=True)
class Parts:
    """What comes before and after the sample code."""

    request: SafeString
    responses: SafeString


def parts(key: str, language: str) -> Parts:
    """Raises ``OperationRow.DoesNotExist`` for an unknown key."""
    return _parts(services.listed().digest, key, language)


@lru_cache(maxsize=64)
def _parts(digest: str, key: str, language: str) -> Parts:
    context = {"doc": documentation(key, language), "key": key}
    return Parts(
        request=render_to_string("catalog/_request.html", context),
        responses=render_to_string("catalog/_responses.html", context),
    )


def navigation_html(language: str, current: str = "", *, folded: bool = True) -> SafeString:
    """The tree of pages, the current one marked and its groups open."""
    return _navigation(services.listed().digest, language, current, folded)


@lru_cache(maxsize=256)
def _navigation(digest: str, language: str, current: str, folded: bool) -> SafeString:
    nodes = services.listed().navigation
    opened = frozenset((node.kind, node.key) for node in trail(nodes, current))
    elsewhere = _Drawing(digest, language, "", frozenset(), folded)
    here = replace(elsewhere, current=current, open=opened)
    drawn = (
        _node(here if (node.kind, node.key) in opened or node.key == current else elsewhere, index)
        for index, node in enumerate(nodes)
    )
    return render_to_string("catalog/_navigation.html", {"nodes": mark_safe("".join(drawn))})


@dataclass(frozen=True, slots=True)
class _Drawing:
    """How an entry at the top of the tree is drawn: the same for every page that is not below it."""

    digest: str
    language: str
    current: str
    open: frozenset[tuple[str, str]]
    folded: bool


@lru_cache(maxsize=1024)
def _node(drawing: _Drawing, index: int) -> SafeString:
    context = {name: getattr(drawing, name) for name in ("language", "current", "open", "folded")}
    return render_to_string("catalog/_node.html", {"node": services.listed().navigation[index], **context})
