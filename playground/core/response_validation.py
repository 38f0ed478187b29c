"""An answer against the documented response of its operation: status, media type, header fields and content.

Streams are checked frame by frame where the description documents the frame. All of it is bounded: what was not
checked is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from playground.core import media_types
from playground.core.errors import InvalidInput
from playground.core.fields import Fields
from playground.core.media_types import MediaType
from playground.core.openapi.operations import Fragment, MediaTypeDoc, ResponseDoc
from playground.core.parameter_values import parameter_value, resolved
from playground.core.schema import pointers
from playground.core.schema.keywords import Budget
from playground.core.schema.problems import Problem, problem
from playground.core.schema.text import EXPECTED, InvalidJson, read_value
from playground.core.schema.validation import MAX_PROBLEMS, Validator
from playground.core.viewers.base import Subject, subject
from playground.core.viewers.frames import Frame, FrameReader

#: Seconds for the content of one answer. Steps are not counted: a valid answer may have very many.
SECONDS = 1.5
#: Bytes of a stream that are read at a time, between two looks at the clock.
_PIECE = 64 * 1024
#: Keywords by which a check says that it did not come to its end.
_UNFINISHED = frozenset({"depth", "work"})

#: How the viewers call the content of a stream, by its media type.
_STREAMS = {
    "text/event-stream": "event_stream",
    "application/x-ndjson": "json_lines",
    "application/jsonl": "json_lines",
    "application/json-seq": "json_lines",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as documented.

    part
        ``status``, ``media-type``, ``header``, ``body`` or ``frame``.
    path
        The place as people write it: a JSONPath (RFC 9535) in the content, the name of a header field, or "".
    frame
        Number of the first frame that has it, from 1; 0 where it is in no frame. ``frames`` counts those that have it.
    """

    part: str
    problem: Problem
    path: str = ""
    frame: int = 0
    frames: int = 0


@dataclass(frozen=True)
class Conformance:
    """What was found.

    status
        The documented status that applies ("200", "4XX", "default"), "" where none does.
    media_type
        The documented media type that applies, "" where none does or none is documented.
    unchecked
        What was not looked at, and why.
    frames
        How many frames were checked, of a stream whose frame is documented.
    """

    findings: tuple[Finding, ...] = ()
    unchecked: tuple[Problem, ...] = ()
    status: str = ""
    media_type: str = ""
    frames: int = 0

    @property
    def verdict(self) -> str:
        """``valid``, ``undocumented`` (status or media type), ``problems``, or ``unchecked``."""
        if any(each.part in {"status", "media-type"} for each in self.findings):
            return "undocumented"
        if self.findings:
            return "problems"
        return "unchecked" if self.unchecked else "valid"


def conformance(
    described: Fragment, status: int, fields: Fields, content: bytes, *, method: str = "", cut: bool = False,
    strict: bool = False,
) -> Conformance:  # fmt: skip
    """How an answer compares with what the operation documents.

    ``method`` is that of the request (an answer to HEAD has no content), ``cut`` says that content is missing, and
    ``strict`` makes a problem of properties that the description does not speak of.
    """
    response = response_for(described.operation.responses, status)
    if response is None:
        return _undocumented_status(described, status)
    found = Conformance(status=response.status, findings=tuple(_header_findings(response, fields, described)))
    declared = media_types.parse(fields.get("Content-Type"))
    if not content and (method == "HEAD" or status in {204, 205, 304} or not response.media_types):
        return found
    if not response.media_types:
        return replace(found, unchecked=(problem("", "no-description"),))
    described_content = media_type_for(response.media_types, declared)
    if described_content is None or not content:
        return _with_findings(found, [_media_type_finding(response, declared, status, bool(content))])
    check = _ContentCheck(described, described_content, subject(content, fields.get("Content-Type")), cut, strict)
    return check.run(replace(found, media_type=described_content.media_type))


def response_for(responses: Sequence[ResponseDoc], status: int) -> ResponseDoc | None:
    """The documented response of a status: itself, else its range, else the default (OpenAPI 3.1 §4.8.16)."""
    documented = {item.status.upper(): item for item in responses}
    for key in (str(status), f"{status // 100}XX", "DEFAULT"):
        if key in documented:
            return documented[key]
    return None


def media_type_for(documented: Sequence[MediaTypeDoc], declared: MediaType) -> MediaTypeDoc | None:
    """The documented content of a media type: itself, else the most exact range (OpenAPI 3.1 §4.8.14)."""
    known = {media_types.parse(item.media_type).essence: item for item in documented}
    for key in (declared.essence, f"{declared.type}/*", "*/*"):
        if declared.essence and key in known:
            return known[key]
    return None


def _undocumented_status(described: Fragment, status: int) -> Conformance:
    documented = ", ".join(item.status for item in described.operation.responses)
    if not documented:
        return Conformance(unchecked=(problem("", "no-responses"),))
    return Conformance((Finding("status", problem("", "status", actual=status, documented=documented)),))


def _media_type_finding(response: ResponseDoc, declared: MediaType, status: int, has_content: bool) -> Finding:
    documented = ", ".join(item.media_type for item in response.media_types)
    if not has_content:
        return Finding("body", problem("", "no-content", documented=documented))
    if not declared.essence:
        return Finding("media-type", problem("", "no-media-type", documented=documented))
    said = problem("", "media-type", actual=declared.essence, status=status, documented=documented)
    return Finding("media-type", said)


def _with_findings(found: Conformance, more: Sequence[Finding]) -> Conformance:
    return replace(found, findings=(*found.findings, *more))


def _header_findings(response: ResponseDoc, fields: Fields, described: Fragment) -> Iterator[Finding]:
    for item in response.headers:
        values = list(fields.get_all(item.name))
        if item.name.lower() == "content-type":  # OpenAPI 3.1 §4.8.17.1: its media type says it
            continue
        if values:
            value = parameter_value(item, values, described.document)
            for each in Validator(item.schema, described.document.data).problems(value) if item.schema else ():
                yield Finding("header", each, item.name)
        elif item.required:
            yield Finding("header", problem("", "required", name=item.name), item.name)


@dataclass
class _ContentCheck:
    """One look at the content of an answer."""

    described: Fragment
    documented: MediaTypeDoc
    content: Subject
    cut: bool
    strict: bool
    _budget: Budget = field(default_factory=lambda: Budget(steps=10**9, seconds=SECONDS))
    _unchecked: list[Problem] = field(default_factory=list)

    def run(self, found: Conformance) -> Conformance:
        if self.cut:
            self._unchecked.append(problem("", "cut"))
        kind = _STREAMS.get(self.content.declared.essence, "")
        schema = self._frame_schema() if kind else self.documented.schema
        frames = 0
        if kind:
            findings, frames = self._stream(kind, schema) if schema is not None else ([], 0)
        elif self.content.declared.is_json:
            findings = self._json(schema)
        else:
            findings = self._text(schema)
        return replace(_with_findings(found, findings), unchecked=tuple(self._unchecked), frames=frames)

    def _validator(self, schema: Any) -> Validator:
        data = self.described.document.data
        return Validator(True if schema is None else schema, data, direction="response", closed=self.strict)

    def _frame_schema(self) -> Any:
        """The schema of a frame: what says so itself, else that of the content where it is not one long string."""
        if self.documented.event_schema is not None:
            return self.documented.event_schema
        schema = resolved(self.documented.schema, self.described.document)
        return self.documented.schema if schema and schema.get("type") not in {"string", "array"} else None

    # Content that is one value

    def _json(self, schema: Any) -> list[Finding]:
        if self.cut:
            return []  # JSON without its end is no JSON: nothing in it can be told
        try:
            value = read_value(self.content.text)
        except InvalidJson as error:
            return [Finding("body", _not_json(error))]
        except InvalidInput:
            self._unchecked.append(problem("", "too-large"))
            return []
        return [
            Finding("body", each, pointers.json_path(each.pointer, value)) for each in self._problems(schema, value)
        ]

    def _problems(self, schema: Any, value: Any) -> list[Problem]:
        said = self._validator(schema).problems(value, self._budget)
        self._unchecked += [each for each in said if each.keyword in _UNFINISHED]
        return [each for each in said if each.keyword not in _UNFINISHED]

    def _text(self, schema: Any) -> list[Finding]:
        """Content of any other type is a string to a schema; of what is not text nothing more can be told."""
        if schema is None or self.content.is_binary or not self.content.declared.is_text:
            return []
        return [Finding("body", each, "$") for each in self._problems(schema, self.content.text)]

    # Content that is many

    def _stream(self, kind: str, schema: Any) -> tuple[list[Finding], int]:
        validator = self._validator(schema)
        found: dict[tuple[str, str, str], Finding] = {}
        count = 0
        for frame in self._frames(kind):
            count += 1
            for finding in self._of_frame(validator, frame):
                _note(found, finding)
            if self._budget.is_spent:
                self._unchecked.append(problem("", "frames", count=f"{count:,}"))
                break
            if len(found) >= MAX_PROBLEMS:
                self._unchecked.append(problem("", "frames", count=f"{count:,}"))
                break
        return list(found.values()), count

    def _frames(self, kind: str) -> Iterator[Frame]:
        reader = FrameReader(kind)
        content = self.content.content
        for begin in range(0, len(content), _PIECE):
            yield from reader.feed(content[begin : begin + _PIECE])
        if not self.cut:
            yield from reader.feed(b"", final=True)

    def _of_frame(self, validator: Validator, frame: Frame) -> Iterator[Finding]:
        if not frame.data.strip() or frame.data.strip() == self.documented.terminator:
            return
        try:
            value = read_value(frame.data)
        except InvalidJson as error:
            yield Finding("frame", _not_json(error), "$", frame.number, 1)
            return
        except InvalidInput:
            return
        for each in validator.problems(value, self._budget):
            if each.keyword not in _UNFINISHED:
                yield Finding("frame", each, pointers.json_path(each.pointer, value), frame.number, 1)


def _note(found: dict[tuple[str, str, str], Finding], finding: Finding) -> None:
    """Keep a finding of a frame; one that an earlier frame has too is counted there."""
    key = finding.path, finding.problem.keyword, finding.problem.message
    known = found.get(key)
    if known is None:
        found[key] = finding
    elif known.frame != finding.frame:
        found[key] = replace(known, frames=known.frames + 1)


def _not_json(error: InvalidJson) -> Problem:
    return problem("", "not-json", line=error.line, column=error.column, said=EXPECTED[error.code])
