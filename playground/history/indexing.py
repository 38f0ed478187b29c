"""The index of a long JSON content: made once, by a process of its own, and kept beside the content.

Made in this process it would hold up everybody's requests for as long as it takes, since one thread runs at a time.
"""

from __future__ import annotations

import logging
import subprocess
import sys
import tempfile
from concurrent.futures import Future, ThreadPoolExecutor

from django.conf import settings

from playground.core.viewers import json_index
from playground.core.viewers.json_index import JsonIndex
from playground.history import blobs

logger = logging.getLogger(__name__)

#: Characters from which on a text has an index that is kept; that of a shorter one is made in no time.
LARGE = 1024 * 1024
#: Seconds that one may take.
_SECONDS = 60

#: One at a time: the others wait, rather than the people.
_makers = ThreadPoolExecutor(max_workers=1, thread_name_prefix="index")


def kept(digest: str, charset: str) -> JsonIndex | None:
    """The index of a content as it reads by a charset, if there is one."""
    data = blobs.read_places(digest)
    label, _, dump = data.partition(b"\n")
    return JsonIndex.load(dump) if dump and label.decode() == charset else None


def keep(digest: str, charset: str, index: JsonIndex) -> None:
    blobs.keep_places(digest, f"{charset}\n{index.dump()}".encode())


def begin(content: bytes, charset: str) -> Future[JsonIndex | None]:
    """Make the index of a content. None comes of it where that did not work: one can do without."""
    return _makers.submit(_make, content, charset)


def _make(content: bytes, charset: str) -> JsonIndex | None:
    command = [sys.executable, "-S", "-m", json_index.__name__, charset]  # it needs nothing that is installed
    with tempfile.TemporaryFile() as file:  # a pipe would keep this process busy
        file.write(content)
        file.seek(0)
        try:
            made = subprocess.run(
                command, stdin=file, capture_output=True, check=True, timeout=_SECONDS, cwd=settings.BASE_DIR
            )
        except (OSError, subprocess.SubprocessError) as error:
            logger.warning("no index was made: %s", error)
            return None
    return JsonIndex.load(made.stdout)
