"""The parts of pages that take time to draw, kept by digest, key and language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from playground.catalog import services
from playground.catalog.documentation import documentation
from playground.catalog.names import SHIPPED
from playground.catalog.tree import Drawing, tree


@dataclass(frozen=True, slots=True)
class Parts:
    """What comes before and after the sample code."""

    request: SafeString
    responses: SafeString


def parts(key: str, language: str) -> Parts:
    """Raises ``ObjectDoesNotExist`` for an unknown name."""
    return _parts(services.listed_of(key).digest, key, language)


@lru_cache(maxsize=64)
def _parts(digest: str, key: str, language: str) -> Parts:
    context = {"doc": documentation(key, language), "key": key}
    return Parts(
        request=render_to_string("catalog/_request.html", context),
        responses=render_to_string("catalog/_responses.html", context),
    )


def navigation_html(drawing: Drawing, current: str = "", api: str = SHIPPED) -> SafeString:
    """The tree of pages of an API, the current one (its key) marked and its groups open; and the way to other APIs."""
    listed = services.listed(api)
    context = {"nodes": tree(listed, drawing, current), "listed": listed, "language": drawing.language}
    return render_to_string("catalog/_navigation.html", context)
