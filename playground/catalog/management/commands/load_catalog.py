"""``manage.py load_catalog``: keep the shipped description, if it is not kept already."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from playground.catalog.services import SHIPPED, SHIPPED_FILE, load


class Command(BaseCommand):
    help = "Load the shipped API description into the database. Does nothing where it is there already."

    def handle(self, *args: Any, **options: Any) -> None:
        changed = load(SHIPPED, SHIPPED_FILE.read_bytes())
        if options["verbosity"]:
            self.stdout.write("The catalog was loaded." if changed else "The catalog is up to date.")
