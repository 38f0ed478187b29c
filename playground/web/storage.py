"""Static files with a hash in their name, so that browsers keep them for good.

The style sheets that a template asks for together (``{% styles "base" "site" %}``) are collected into one file as well:
a first visit waits for each request.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

_STYLES = re.compile(r"{% styles ((?:\"[a-z]+\" ?)+) ?%}")
_HASHED = re.compile(r"\.[0-9a-f]{12}\.\w+$")


class StaticStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """A file that was not collected is named as it is: the editor's bundle without Node, or everything in a test."""

    manifest_strict = False

    def hashed_name(self, name: str, content: Any = None, filename: str | None = None) -> str:
        try:
            hashed: str = super().hashed_name(name, content, filename)
        except ValueError:
            return name
        return hashed

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        bundles = {} if dry_run else {name: (self, name) for name in self._bundled()}
        yield from super().post_process({**paths, **bundles}, dry_run, **options)

    def _bundled(self) -> Iterator[str]:
        """Write each bundle that a template names."""
        for names in sorted(_asked_for()):
            name = bundle_name(names)
            path = Path(self.path(name))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n".join(_sheet(each) for each in names))
            yield name

    def compress_files(self, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Only what pages name: files with a hash. Those of the admin are many, and seen by few."""
        named = [path for path in paths if _HASHED.search(path) and not path.startswith("admin/")]
        yield from super().compress_files(named)


def bundle_name(names: Iterable[str]) -> str:
    """The file that holds these style sheets."""
    return f"css/bundles/{'-'.join(names)}.css"


def is_bundled(name: str) -> bool:
    return name in getattr(staticfiles_storage, "hashed_files", {})


def _asked_for() -> set[tuple[str, ...]]:
    """The style sheets that templates ask for together."""
    folders: list[Path] = [Path(folder) for folder in settings.TEMPLATES[0]["DIRS"]]  # type: ignore[attr-defined]
    texts = (path.read_text() for folder in folders for path in folder.rglob("*.html"))
    asked = {tuple(re.findall(r"[a-z]+", found)) for text in texts for found in _STYLES.findall(text)}
    return {names for names in asked if len(names) > 1}


def _sheet(name: str) -> str:
    found = finders.find(f"css/{name}.css")
    if not isinstance(found, str):
        raise FileNotFoundError(f"A template asks for css/{name}.css, which is not there.")
    return Path(found).read_text()
