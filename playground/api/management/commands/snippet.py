"""``manage.py snippet --target python_requests FILE.har``: code for a HAR request, printed."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from django.core.management.base import BaseCommand, CommandError

from playground.core.errors import PlaygroundError
from playground.core.snippets import Mode, generate_from_har


class Command(BaseCommand):
    help = "Print code for a HAR 1.2 request: a request object, an entry, or the first entry of a log. - reads stdin."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE.har")
        parser.add_argument("--target", required=True, help="key of a target, such as python_requests")
        parser.add_argument(
            "--variables",
            choices=get_args(Mode),
            default="environment",
            help="{{names}} are read from the environment when the code runs, or stay as placeholders",
        )
        parser.add_argument("--native", action="store_true", help="a JSON body as a value of the language")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            snippet = generate_from_har(
                _request(_read(options["file"])),
                options["target"],
                variables=options["variables"],
                native=options["native"],
            )
        except PlaygroundError as error:
            raise CommandError(f"{error.message} {error.hint}".strip()) from None
        self.stdout.write(snippet.code)
        for warning in snippet.warnings:
            self.stderr.write(warning)


def _read(name: str) -> Any:
    try:
        return json.loads(sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CommandError(f"{name} cannot be read as JSON: {error}") from None


def _request(data: Any) -> Any:
    """The request object inside what was given."""
    if isinstance(data, Mapping) and isinstance(data.get("log"), Mapping):
        entries = data["log"].get("entries")
        data = entries[0] if isinstance(entries, list) and entries else {}
    return data["request"] if isinstance(data, Mapping) and "request" in data else data
