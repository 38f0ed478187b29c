"""Static files with a hash in their name, so that browsers keep them for good."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    #: A file that is not there yet (the editor's bundle, without Node) is named as it is instead of failing the page.
    manifest_strict = False
