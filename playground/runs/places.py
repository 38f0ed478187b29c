"""Where in the inspector the places stand that a check names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse

from playground.core.errors import InvalidInput
from playground.core.response_validation import Finding
from playground.core.schema import pointers
from playground.core.schema.text import JsonText, Member
from playground.core.viewers.base import PAGE, Position
from playground.history.models import Run

#: Characters of a text in which places are looked for.
_SEARCHED = 4 * 1024 * 1024
_SPACE = re.compile(r"[ \t\n\r]+")


@dataclass(frozen=True, slots=True)
class Place:
    """A finding and the way to it.

    ``href`` leads to a page of the content that begins there, "" where there is no such place. ``solid`` counts the
    characters before it that are no white space: the same in the text as it came and as it is shown; None where the
    page beside does not reach so far.
    """

    finding: Finding
    href: str = ""
    solid: int | None = None


def places(run: Run, text: str, findings: Iterable[Finding]) -> Iterator[Place]:
    """Each finding with its place; ``text`` is the content of the answer."""
    document: JsonText | None = None
    for finding in findings:
        if finding.frame:
            yield Place(finding, _page(run, "frames", str(finding.frame - 1)))
        elif finding.part == "body" and finding.path and len(text) <= _SEARCHED:
            document = document or _read(text)
            yield _place(run, document, finding) if document else Place(finding)
        else:
            yield Place(finding)


def _read(text: str) -> JsonText | None:
    try:
        return JsonText(text)
    except InvalidInput:
        return None


def _place(run: Run, document: JsonText, finding: Finding) -> Place:
    start, depth = _start(document, finding.problem.pointer)
    solid = len(_SPACE.sub("", document.text[:start])) if start <= PAGE else None
    return Place(finding, _page(run, "pretty", str(Position(start, depth))), solid)


def _start(document: JsonText, pointer: str) -> tuple[int, int]:
    """Offset and depth of a place, or of the last one on the way to it that is there: what is missing has none."""
    node, member, depth = document.root, None, 0
    for step in pointers.parse(pointer):
        below: Member | None = document.child(node, step)
        if below is None:
            break
        node, member, depth = below.node, below, depth + 1
    return (member.start if member else node.start), depth


def _page(run: Run, view: str, at: str) -> str:
    return reverse("history:content_page", args=[run.pk]) + f"?view={view}&at={at}"
