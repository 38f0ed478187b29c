"""Static files with a hash in their name, so that browsers keep them for good.

The style sheets that a template asks for together (``{% styles "base" "site" %}``) are collected into one file as well,
and so are its scripts (``{% scripts "page" "search" %}``): a first visit waits for each request.
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

#: The tags by which templates ask for files, and how the names of those files end.
_TAGS = {"styles": "css", "scripts": "js"}
_ASKED = re.compile(r"{% (styles|scripts) ((?:\"[a-z-]+\" ?)+) ?%}")
#: Scripts that packages bring, by the names that templates ask for them.
_OF_PACKAGES = {"hx-sse": "django_htmx/ext/hx-sse-2.min.js"}
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
        for kind, names in sorted(_asked_for()):
            name = bundle_name(kind, names)
            path = Path(self.path(name))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n".join(_part(kind, each) for each in names))
            yield name

    def compress_files(self, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Only what pages name: files with a hash. Those of the admin are many, and seen by few."""
        named = [path for path in paths if _HASHED.search(path) and not path.startswith("admin/")]
        yield from super().compress_files(named)


def bundle_name(kind: str, names: Iterable[str]) -> str:
    """The file that holds these style sheets (``kind`` is ``css``) or scripts (``js``)."""
    return f"{kind}/bundles/{'-'.join(names)}.{kind}"


def paths_of(kind: str, names: Iterable[str]) -> list[str]:
    """The one file that holds them all, where static files were collected; otherwise the file of each."""
    names = list(names)
    bundle = bundle_name(kind, names)
    if bundle in getattr(staticfiles_storage, "hashed_files", {}):
        return [bundle]
    return [_path(kind, name) for name in names]


def _path(kind: str, name: str) -> str:
    return _OF_PACKAGES.get(name, f"{kind}/{name}.{kind}")


def _asked_for() -> set[tuple[str, tuple[str, ...]]]:
    """What templates ask for together."""
    folders: list[Path] = [Path(folder) for folder in settings.TEMPLATES[0]["DIRS"]]  # type: ignore[attr-defined]
    texts = (path.read_text() for folder in folders for path in folder.rglob("*.html"))
    found = (match for text in texts for match in _ASKED.findall(text))
    asked = {(_TAGS[tag], tuple(re.findall(r"[a-z-]+", names))) for tag, names in found}
    return {(kind, names) for kind, names in asked if len(names) > 1}


def _part(kind: str, name: str) -> str:
    """A file as it stands in its bundle. A script gets a block of its own: its names stay its own, as a module's do."""
    found = finders.find(_path(kind, name))
    if not isinstance(found, str):
        raise FileNotFoundError(f"A template asks for {_path(kind, name)}, which is not there.")
    text = Path(found).read_text()
    return text if kind == "css" else f"{{\n{text}}}"
