"""Checks of what a language model answered: the folded object, structured output, and the stream itself."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from playground.catalog import services as catalog
from playground.catalog.names import api_of
from playground.core.fields import Fields
from playground.core.media_types import parse
from playground.core.openapi.operations import Fragment
from playground.core.response_validation import conformance, media_type_for, response_for
from playground.core.schema.text import dumps
from playground.core.streams.findings import NOTE
from playground.core.streams.structured import CUT_OFF, INVALID, NOT_JSON, REFUSED, UNKNOWN_TOOL, VALID, Verdict
from playground.runs.sections import Answer, Section

JSON = "application/json"

#: What is said of structured output, by its state.
STATES = {
    VALID: gettext_lazy("valid"),
    INVALID: gettext_lazy("not of the schema"),
    NOT_JSON: gettext_lazy("not JSON"),
    CUT_OFF: gettext_lazy("cut off"),
    REFUSED: gettext_lazy("refused"),
    UNKNOWN_TOOL: gettext_lazy("no such tool in the request"),
}


def final_object(answer: Answer) -> Section | None:
    """The folded object against what the same call is documented to answer without streaming."""
    if not answer.told.is_stream or answer.told.folding is None or answer.fragment is None:
        return None
    described = unstreamed(answer.fragment, answer.run.status or 0)
    if described is None:
        return None
    content = dumps(answer.told.final).encode("utf-8", "replace")
    found = conformance(
        described, answer.run.status or 0, Fields([("Content-Type", JSON)]), content, strict=answer.strict
    )
    problems = tuple(each.problem for each in found.findings if each.part == "body")
    verdict = "problems" if problems else "valid"
    return Section("final-object", _("Final object"), verdict, _final_badge(problems), problems)


def _final_badge(problems: tuple[object, ...]) -> str:
    if not problems:
        return _("final object as documented")
    text = ngettext("final object: {count} problem", "final object: {count} problems", len(problems))
    return text.format(count=len(problems))


def unstreamed(fragment: Fragment, status: int) -> Fragment | None:
    """The operation, or another one of the same path, that documents an object as its answer."""
    if _documents_object(fragment, status):
        return fragment
    operation = fragment.operation
    path = operation.path_template.replace(":streamGenerateContent", ":generateContent")
    pages = catalog.pages_of(operation.method, path, api_of(operation.key))
    siblings = [each for each in pages if _documents_object(each, status)]
    name = operation.key.removesuffix("-stream")
    return next((each for each in siblings if each.operation.key == name), siblings[0] if siblings else None)


def _documents_object(fragment: Fragment, status: int) -> bool:
    response = response_for(fragment.operation.responses, status)
    documented = media_type_for(response.media_types, parse(JSON)) if response else None
    if documented is None or not isinstance(documented.schema, dict):
        return False
    return bool(fragment.document.resolve(documented.schema).get("type") != "array")


def structured_output(answer: Answer) -> Section | None:
    """The content and the calls against the schemas of the request."""
    if (answer.run.status or 0) >= 300 or not answer.told.verdicts:
        return None
    verdicts = answer.told.verdicts
    bad = [verdict for verdict in verdicts if not verdict.is_good]
    return Section(
        key="structured-output",
        title=_("Structured output"),
        verdict="problems" if bad else "valid",
        badge=_structured_badge(bad),
        problems=tuple(problem for verdict in bad for problem in verdict.problems),
        template="runs/checks/_structured.html",
        details=[(verdict, STATES[verdict.state]) for verdict in verdicts],
    )


def _structured_badge(bad: list[Verdict]) -> str:
    if not bad:
        return _("structured output valid")
    if all(verdict.state == CUT_OFF for verdict in bad):
        return _("structured output cut off ({reason})").format(reason=bad[0].finish_reason)
    if any(verdict.state == INVALID for verdict in bad):
        count = sum(len(verdict.problems) for verdict in bad)
        text = ngettext("structured output: {count} violation", "structured output: {count} violations", count)
        return text.format(count=count)
    return _("structured output: {state}").format(state=STATES[bad[0].state])


def stream_conformance(answer: Answer) -> Section | None:
    """What is wrong with the stream, or with an answer that should have been one."""
    told = answer.told
    if told.seen.is_folded_later:
        badge = _("stream not checked: longer than 16 MB")
        return Section("stream", _("Stream"), "unchecked", badge, template="runs/checks/_long_stream.html")
    if not told.findings and (not told.is_stream or told.folding is None):
        return None
    wrong = [finding for finding in told.findings if finding.level != NOTE]
    badge = ngettext("stream: {count} finding", "stream: {count} findings", len(wrong)).format(count=len(wrong))
    return Section(
        key="stream",
        title=_("Stream"),
        verdict="problems" if wrong else "valid",
        badge=badge if wrong else _("stream conforms"),
        template="runs/checks/_stream.html",
        details=told.findings,
    )
