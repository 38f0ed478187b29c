"""What every template knows."""

from __future__ import annotations

from typing import Any

from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest

from playground import __version__
from playground.web.preferences import preferences


def site(request: HttpRequest) -> dict[str, Any]:
    return {
        "version": __version__,
        "preferences": preferences(request),
        "has_editor": _has_editor(),
    }


def _has_editor() -> bool:
    """Whether the editor's bundle was built; without it the page has a plain textarea."""
    return staticfiles_storage.exists("build/editor.js")
