"""``manage.py purge_history``: delete what is more than people and the site keep, for once a day."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from playground.accounts.models import Person
from playground.history import blobs, retention


class Command(BaseCommand):
    help = "Delete runs beyond the limits of each person and of the site, and contents that no run has any more."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--user", help="only the runs of this user")

    def handle(self, *args: Any, user: str | None = None, **options: Any) -> None:
        people = Person.objects.order_by("pk")
        if user is not None:
            people = people.filter(user__username=user)
        deleted = sum(retention.purge_person(person) for person in people.iterator())
        if user is None:
            deleted += retention.purge_site()
            blobs.sweep()
        self.stdout.write(f"{deleted} runs deleted.")
