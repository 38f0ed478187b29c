"""The translations as Django reads them, compiled where they are missing or older than their source."""

from __future__ import annotations

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tests.site import ROOT

LOCALE = ROOT / "playground" / "locale"


def compile_messages() -> None:
    for source in LOCALE.glob("*/LC_MESSAGES/django.po"):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            _compile(source, compiled)


def _compile(source: Path, compiled: Path) -> None:
    with source.open("rb") as file:
        catalog = read_po(file, locale=source.parents[1].name)
    # Put in place whole: a server that starts meanwhile reads the old or the new one.
    part = compiled.with_suffix(".part")
    with part.open("wb") as file:
        write_mo(file, catalog)
    part.replace(compiled)
