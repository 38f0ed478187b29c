"""``manage.py load_catalog``: keep the descriptions that come with the program, or another one, from a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_slug

from playground.catalog.names import SHIPPED
from playground.catalog.services import SHIPPED_FILE, load, load_own
from playground.core.errors import InvalidDocument


class Command(BaseCommand):
    help = (
        "Load the shipped API description and that of the program's own API into the database, or one from a file. "
        "Does nothing where the very text is there already."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, help="OpenAPI 3 (those that come with the program)")
        parser.add_argument("--key", default=SHIPPED, help=f"what it is called in addresses ({SHIPPED})")

    def handle(self, *args: Any, **options: Any) -> None:
        validate_slug(options["key"])
        try:
            changed = _load(options["key"], options["file"])
        except (InvalidDocument, OSError) as error:
            raise CommandError(str(error)) from None
        if options["verbosity"]:
            self.stdout.write("The catalog was loaded." if changed else "The catalog is up to date.")


def _load(key: str, file: Path | None) -> bool:
    """Whether anything changed. Raises ``InvalidDocument``, ``OSError``."""
    if file is not None:
        return load(key, file.read_bytes())
    changed = load(SHIPPED, SHIPPED_FILE.read_bytes())
    return load_own() or changed
