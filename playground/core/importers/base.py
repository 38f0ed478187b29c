"""What an importer is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playground.core.collected import Collection


@dataclass(frozen=True, slots=True)
class Importer:
    """Reads a collection. ``detect`` says whether parsed JSON is of its format; ``load`` raises ``InvalidSaved``."""

    key: str
    title: str
    detect: Callable[[Any], bool]
    load: Callable[[Any], Collection]
