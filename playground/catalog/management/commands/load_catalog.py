"""``manage.py load_catalog``: keep the shipped description, if it is not kept already; or another one, from a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_slug

from playground.catalog.services import SHIPPED, SHIPPED_FILE, load
from playground.core.errors import InvalidDocument


class Command(BaseCommand):
    help = "Load an API description into the database. Does nothing where this very text is there already."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, default=SHIPPED_FILE, help="OpenAPI 3 (the shipped one)")
        parser.add_argument("--key", default=SHIPPED, help=f"what it is called in addresses ({SHIPPED})")

    def handle(self, *args: Any, **options: Any) -> None:
        validate_slug(options["key"])
        try:
            changed = load(options["key"], options["file"].read_bytes())
        except (InvalidDocument, OSError) as error:
            raise CommandError(str(error)) from None
        if options["verbosity"]:
            self.stdout.write("The catalog was loaded." if changed else "The catalog is up to date.")
