"""``manage.py rotate_keys``: a new key for secrets at rest; every data key is wrapped by it."""

from __future__ import annotations

import os
import secrets
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from playground.environments import sealing
from playground.environments.models import Variable


class Command(BaseCommand):
    help = "Write a new key into SECRET_KEY_FILE, before the former ones, and wrap the key of every secret with it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--keep", action="store_true", help="the file has its new first line already")
        parser.add_argument(
            "--forget", action="store_true", help="then take the former keys out; cookies that they signed end"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(settings.PLAYGROUND_KEY_FILE)
        if not options["keep"]:
            _write(path, [secrets.token_urlsafe(50), *path.read_text().split()])
        wrapped, lost = _wrap_all()
        self.stdout.write(f"{wrapped} secrets are under the new key.")
        if lost:
            self.stderr.write(f"{lost} secrets open with no key of {path.name} and were left as they are.")
        if options["forget"]:
            _write(path, path.read_text().split()[:1])
        self.stdout.write("Restart the program, so that it signs cookies with the new key.")


def _wrap_all() -> tuple[int, int]:
    """How many secrets are under the current key now, and how many no key opens."""
    wrapped = lost = 0
    for row in Variable.objects.filter(secret=True).only("pk", "stored").iterator():
        try:
            again = sealing.rewrap(row.stored)
        except sealing.CannotOpen:
            lost += 1
            continue
        # Only where nobody wrote another value meanwhile.
        Variable.objects.filter(pk=row.pk, stored=row.stored).update(stored=again)
        wrapped += 1
    return wrapped, lost


def _write(path: Path, lines: list[str]) -> None:
    """The file anew, in one step: a process that reads it meanwhile sees the old or the new one."""
    beside = path.with_name(f"{path.name}.new")
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write("\n".join(lines) + "\n")
        beside.replace(path)
    except OSError as error:
        raise CommandError(
            f"{path} cannot be written ({error}): write a new first line yourself, then --keep"
        ) from None
