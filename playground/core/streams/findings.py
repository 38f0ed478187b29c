"""What is wrong with a stream of a language model, in sentences.

Each finding has a code, a level (``error``: clients break; ``warning``: they may; ``note``: good to know) and a
sentence with named parameters in %-style.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from playground.core import media_types
from playground.core.streams.folding.base import Answer, Folding, Value, follow
from playground.core.streams.folding.folder import Folder, error_of

ERROR, WARNING, NOTE = "error", "warning", "note"

#: Fewer frames that arrive together say nothing.
BURST = 5
#: A stream that took this many milliseconds to begin, and then this part of it to end, was held back.
BURST_WAIT_MS, BURST_PART = 500.0, 0.02

#: Code → level and sentence.
FINDINGS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "error_inside": (ERROR, "Frame %(number)s holds an error inside an answer of status %(status)s: %(message)s"),
        "error_whole": (ERROR, "The answer of status %(status)s holds an error: %(message)s"),
        "invalid_json": (ERROR, "Frame %(number)s is not valid JSON: many clients stop there. Such frames: %(count)s."),
        "unfinished_frame": (ERROR, "The stream ends within a frame: %(size)s characters belong to no whole one."),
        "invalid_utf8": (ERROR, "The stream is not UTF-8 at byte %(offset)s; an event stream always is."),
        "no_finish_reason": (ERROR, "Choice %(index)s has no finish reason: nobody can tell whether it is whole."),
        "no_terminator": (
            WARNING,
            "The stream does not end with %(end)s: a client that waits for it takes the answer as cut off.",
        ),
        "usage_missing": (WARNING, "The request asks for usage (stream_options.include_usage), and no frame holds it."),
        "usage_unknown": (NOTE, "No frame says how many tokens were used."),
        "nothing_told": (WARNING, "No frame adds anything to an answer."),
        "choices_missing": (WARNING, "The request asks for %(asked)s choices; those that came: %(count)s."),
        "cut_off": (WARNING, "Choice %(index)s was cut off (%(reason)s): it is not whole."),
        "broken_character": (
            WARNING,
            "A character was cut in half before it was sent, and stands as U+FFFD. Frames with it: %(count)s.",
        ),
        "half_character": (
            WARNING,
            "A frame ends within a character, and the next one begins with the rest of it. Such frames: %(count)s.",
        ),
        "character_across_chunks": (
            NOTE,
            "A chunk of the network ended within a character: decoded by itself, it breaks. Such chunks: %(count)s.",
        ),
        "burst": (
            WARNING,
            "All %(count)s frames came in one burst after %(wait)s ms: an intermediary buffers this stream.",
        ),
        "after_end": (WARNING, "Frames came after the end of the stream: %(count)s."),
        "media_type": (WARNING, "The stream is declared as %(declared)s, and not as %(expected)s."),
        "not_streamed": (WARNING, "The request asks for a stream, and the answer came whole."),
        "id_changed": (WARNING, "The frames are of two answers: their id is %(first)s, and then %(other)s."),
        "start_missing": (ERROR, "The stream does not begin with %(start)s."),
        "block_unopened": (ERROR, "Block %(index)s goes on without having begun (content_block_start)."),
        "block_unclosed": (WARNING, "Block %(index)s was not closed (content_block_stop)."),
        "sequence_gap": (WARNING, "After sequence number %(after)s comes %(came)s: frames are missing or swapped."),
        "pieces_differ": (ERROR, "The text of the pieces is not the text that %(end)s tells."),
    }
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong. ``message`` is the English sentence; ``template`` and ``parameters`` its making."""

    code: str
    parameters: Mapping[str, str] = field(default_factory=dict)

    @property
    def level(self) -> str:
        return FINDINGS[self.code][0]

    @property
    def template(self) -> str:
        return FINDINGS[self.code][1]

    @property
    def message(self) -> str:
        return self.template % self.parameters


@dataclass(frozen=True)
class Streamed:
    """A stream that is over, and the request that asked for it.

    ``arrivals`` are (milliseconds, end offset) of the chunks; ``cut`` says that we ended it and not the server, so
    that what is missing at its end is nobody's fault.
    """

    folder: Folder
    content: bytes
    media_type: str = "text/event-stream"
    arrivals: Sequence[Sequence[float]] = ()
    #: Text that belongs to no whole frame.
    rest: str = ""
    request: Value = field(default_factory=dict)
    status: int = 200
    cut: bool = False
    #: Whether its frames are the elements of a JSON array.
    is_array: bool = False


def findings(stream: Streamed) -> list[Finding]:
    """What is wrong with a stream, the worst first. Nothing for one of no known provider but its framing."""
    found = [*_framing(stream), *_bytes(stream), *_burst(stream)]
    folding = stream.folder.folding
    if folding is not None:
        answer = stream.folder.answer()
        found += [*_ending(stream, folding, answer), *_usage(stream, folding, answer), *_choices(stream, answer)]
        found += [*of_answer(folding, answer), *_faults(stream)]
    return worst_first(found)


def worst_first(found: Sequence[Finding]) -> list[Finding]:
    return sorted(found, key=lambda finding: (ERROR, WARNING, NOTE).index(finding.level))


def of_whole(value: Any, request: Value, status: int, folding: Folding | None) -> list[Finding]:
    """What is wrong with an answer that came whole."""
    found = []
    error = error_of(value) if isinstance(value, dict) and status < 400 else None
    if error:
        found.append(Finding("error_whole", {"status": str(status), "message": error.message}))
    if folding is not None:
        found += of_answer(folding, folding.read(value))
        if request.get("stream") is True:
            found.append(Finding("not_streamed"))
    return worst_first(found)


def of_answer(folding: Folding, answer: Answer) -> list[Finding]:
    """Choices that were longer than they were allowed to be."""
    return [
        Finding("cut_off", {"index": str(choice.index), "reason": choice.finish_reason})
        for choice in answer.choices
        if choice.finish_reason in folding.cut_off
    ]


def _framing(stream: Streamed) -> Iterator[Finding]:
    notes = stream.folder.notes
    if notes.error is not None:
        parameters = {"number": str(notes.error.number), "status": str(stream.status), "message": notes.error.message}
        yield Finding("error_inside", parameters)
    if notes.invalid and stream.folder.folding is not None:
        yield Finding("invalid_json", {"number": str(notes.first_invalid), "count": str(notes.invalid)})
    if stream.rest.strip() and not stream.cut:
        yield Finding("unfinished_frame", {"size": str(len(stream.rest))})
    if notes.after_done:
        yield Finding("after_end", {"count": str(notes.after_done)})
    yield from _media_type(stream)


def _media_type(stream: Streamed) -> Iterator[Finding]:
    declared = media_types.parse(stream.media_type).essence
    folding = stream.folder.folding
    if folding is None or folding.key == "ollama" or stream.is_array or declared == "text/event-stream":
        return
    yield Finding("media_type", {"declared": declared or "–", "expected": "text/event-stream"})


def _bytes(stream: Streamed) -> Iterator[Finding]:
    notes = stream.folder.notes
    try:
        stream.content.decode()
    except UnicodeDecodeError as error:
        if error.end < len(stream.content) or not stream.cut:
            yield Finding("invalid_utf8", {"offset": str(error.start)})
    if notes.replaced:
        yield Finding("broken_character", {"count": str(notes.replaced)})
    if notes.halves:
        yield Finding("half_character", {"count": str(notes.halves)})
    across = sum(_is_within_character(stream.content, int(end)) for _, end in stream.arrivals)
    if across:
        yield Finding("character_across_chunks", {"count": str(across)})


def _is_within_character(content: bytes, at: int) -> bool:
    """Whether the byte at an offset goes on with a character (RFC 3629 §3: 10xxxxxx)."""
    return 0 < at < len(content) and content[at] & 0xC0 == 0x80


def _burst(stream: Streamed) -> Iterator[Finding]:
    arrivals = stream.arrivals
    if stream.folder.notes.frames < BURST or not arrivals:
        return
    first, last = arrivals[0][0], arrivals[-1][0]
    pace = stream.folder.pace
    at_once = pace.first is not None and pace.first == pace.last
    if at_once or (first >= BURST_WAIT_MS and last - first <= first * BURST_PART):
        yield Finding("burst", {"count": str(stream.folder.notes.frames), "wait": f"{first:.0f}"})


def _ending(stream: Streamed, folding: Folding, answer: Answer) -> Iterator[Finding]:
    notes, fold = stream.folder.notes, stream.folder.fold
    if not notes.telling and notes.error is None:
        yield Finding("nothing_told")
    if stream.cut or notes.error is not None or fold is None:
        return
    ended = bool(notes.done) if folding.terminator else fold.is_ended
    if not ended and folding.end != "finishReason":
        yield Finding("no_terminator", {"end": folding.end})
    for choice in answer.choices:
        if not choice.finish_reason:
            yield Finding("no_finish_reason", {"index": str(choice.index)})


def _usage(stream: Streamed, folding: Folding, answer: Answer) -> Iterator[Finding]:
    if answer.usage is not None or stream.cut or stream.folder.notes.error is not None:
        return
    if not folding.usage_on_demand:
        yield Finding("usage_unknown")
    elif follow(stream.request, "stream_options", "include_usage") is True:
        yield Finding("usage_missing")


def _choices(stream: Streamed, answer: Answer) -> Iterator[Finding]:
    """OpenAI's ``n``, Gemini's ``candidateCount``."""
    asked = stream.request.get("n") or follow(stream.request, "generationConfig", "candidateCount")
    count = len(answer.choices)
    if isinstance(asked, int) and count < asked and not stream.cut and stream.folder.notes.error is None:
        yield Finding("choices_missing", {"asked": str(asked), "count": str(count)})


def _faults(stream: Streamed) -> Iterator[Finding]:
    fold = stream.folder.fold
    for fault in fold.faults() if fold else ():
        yield Finding(fault.code, fault.parameters)
