"""What the checks of an answer take and give."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.exceptions import ObjectDoesNotExist

from playground.catalog import services as catalog
from playground.core.fields import Fields
from playground.core.openapi.operations import Fragment
from playground.core.schema.problems import Problem
from playground.core.viewers.base import Subject, subject
from playground.history.models import Run
from playground.runs.told import Told


@dataclass(frozen=True)
class Answer:
    """A run that is over, and what its answer is held against. Each part is worked out when it is asked for, once."""

    run: Run
    #: Whether properties that the description does not speak of are problems.
    strict: bool = False
    #: Whether a stream is checked however long it is.
    at_any_length: bool = False

    @cached_property
    def fragment(self) -> Fragment | None:
        """The operation that the request was composed on; None where there is none, or none any more."""
        try:
            return catalog.page(self.run.operation) if self.run.operation else None
        except ObjectDoesNotExist:
            return None

    @cached_property
    def fields(self) -> Fields:
        return Fields((name, value) for name, value in self.run.content.fields)

    @cached_property
    def subject(self) -> Subject:
        """The content, to be read as text or as bytes."""
        return subject(bytes(self.run.content.body), self.run.media_type)

    @cached_property
    def told(self) -> Told:
        """What a language model answered."""
        return Told(self.run, self.at_any_length)


@dataclass(frozen=True, slots=True)
class Section:
    """What one check found.

    key
        Part of the ids and hooks of its elements: ``documented-response``.
    verdict
        ``valid``, ``problems``, ``undocumented`` (nothing to hold it against) or ``unchecked``.
    badge
        The verdict in a few words, for the line below the status.
    template
        Draws the details: ``section`` is this value, ``run`` and ``answer`` are what was checked.
    """

    key: str
    title: str
    verdict: str
    badge: str
    problems: tuple[Problem, ...] = ()
    template: str = "runs/checks/_problems.html"
    details: Any = None
