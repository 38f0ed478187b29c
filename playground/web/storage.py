"""Static files with a hash in their name, so that browsers keep them for good."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from whitenoise.storage import CompressedManifestStaticFilesStorage

_HASHED = re.compile(r"\.[0-9a-f]{12}\.\w+$")


class StaticStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    #: A file that is not there yet (the editor's bundle, without Node) is named as it is instead of failing the page.
    manifest_strict = False

    def compress_files(self, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Only what pages name: files with a hash. Those of the admin are many, and seen by few."""
        named = [path for path in paths if _HASHED.search(path) and not path.startswith("admin/")]
        yield from super().compress_files(named)
