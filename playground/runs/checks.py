"""What an answer is checked against, once it is complete: sections of a fragment that the inspector loads on demand.

To add a section: a function that takes an ``Answer`` and gives a ``Section``, or None where it has nothing to say, a
template for its details, and a line in ``SECTIONS``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from playground.core.openapi.operations import Fragment
from playground.core.response_validation import Conformance, conformance
from playground.core.schema.problems import problem
from playground.runs import assertions
from playground.runs.model_checks import final_object, stream_conformance, structured_output
from playground.runs.places import Place, places
from playground.runs.sections import Answer, Section


@dataclass(frozen=True, slots=True)
class Documented:
    """What is shown of the answer beside the documented response."""

    found: Conformance
    places: tuple[Place, ...]


def documented_response(answer: Answer) -> Section | None:
    """The answer against the documented response of its operation."""
    if answer.fragment is None:
        return None
    found = _conformance(answer, answer.fragment)
    shown = tuple(places(answer.run, answer.subject.text, found.findings)) if found.findings else ()
    return Section(
        key="documented-response",
        title=_("Documented response"),
        verdict=found.verdict,
        badge=_badge(found),
        problems=tuple(each.problem for each in found.findings),
        template="runs/checks/_documented.html",
        details=Documented(found, shown),
    )


def _conformance(answer: Answer, fragment: Fragment) -> Conformance:
    run, operation = answer.run, fragment.operation
    assert run.status is not None
    if run.method != operation.method:
        return Conformance(unchecked=(problem("", "method", actual=run.method, documented=operation.method),))
    return conformance(
        fragment,
        run.status,
        answer.fields,
        answer.subject.content,
        method=run.method,
        cut=bool(run.cut),
        strict=answer.strict,
    )


def _badge(found: Conformance) -> str:
    parts = {each.part for each in found.findings}
    if "status" in parts:
        return _("undocumented status")
    if "media-type" in parts:
        return _("undocumented media type")
    if found.findings:
        count = len(found.findings)
        return ngettext("{count} problem", "{count} problems", count).format(count=count)
    if not found.unchecked:
        return _("as documented")
    is_in_part = {each.keyword for each in found.unchecked} & {"frames", "work", "depth"} or found.frames
    return _("as documented, as far as it was checked") if is_in_part else _("not checked")


#: The checks, in the order in which they are shown.
SECTIONS: tuple[Callable[[Answer], Section | None], ...] = (
    assertions.section,
    documented_response,
    final_object,
    structured_output,
    stream_conformance,
)


def sections(answer: Answer) -> list[Section]:
    """What the checks say of an answer: nothing where none came."""
    if answer.run.status is None or not answer.run.is_over:
        return []
    found = (check(answer) for check in SECTIONS)
    return [section for section in found if section is not None]
