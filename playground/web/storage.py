"""Static files with a hash in their name, so that browsers keep them for good."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

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

    def compress_files(self, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Only what pages name: files with a hash. Those of the admin are many, and seen by few."""
        named = [path for path in paths if _HASHED.search(path) and not path.startswith("admin/")]
        yield from super().compress_files(named)
