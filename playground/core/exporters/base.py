"""What an exporter is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playground.core.collected import Collection


@dataclass(frozen=True, slots=True)
class Exporter:
    """Writes a collection in a format of others, or in our own.

    ``key`` is the name of its file and stands in addresses; ``title`` is the format's own name; ``suffix`` ends the
    name of the file that is made; ``dump`` gives something that JSON can hold.
    """

    key: str
    title: str
    suffix: str
    dump: Callable[[Collection], Any]
