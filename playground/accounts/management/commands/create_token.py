"""``manage.py create_token [--user NAME]``: a new API token, printed alone."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from playground.accounts.models import ApiToken, Person


class Command(BaseCommand):
    help = "Make a token for the JSON API and print it, alone. It cannot be shown again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--user", metavar="NAME", help="the user who owns what the token does; without it, a new guest"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(ApiToken.issue(_person(options["user"])))


def _person(name: str | None) -> Person:
    if name is None:
        return Person.objects.create()
    user = get_user_model().objects.filter(username=name).first()
    if user is None:
        raise CommandError(f"There is no user {name!r}. Make one with: python manage.py createsuperuser")
    return Person.objects.get_or_create(user=user)[0]
