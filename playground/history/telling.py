"""What a language model says, as a person reads it: while it arrives in pieces, and whole.

The pieces of the page are the same in both cases. An element of a choice holds those of its parts, and each part the
element whose text grows; pieces that belong into elements which are there already go by their ids (htmx's
out-of-band swaps), so that what is sent is what changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from playground.core.streams.folding.base import CALL, CONTENT, REASONING, REFUSAL, Answer, Choice, Delta, Usage
from playground.core.streams.pace import SHORTEST_MS, Pace
from playground.history import measures

TITLES = {
    REASONING: gettext_lazy("Reasoning"),
    REFUSAL: gettext_lazy("Refusal"),
    CALL: gettext_lazy("Tool call"),
    CONTENT: gettext_lazy("Content"),
}


def text_html(text: str) -> SafeString:
    """Text for the content of an element, where quotes mean nothing and would only make it longer."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return mark_safe(escaped.encode("utf-8", "replace").decode())


def answer_html(answer: Answer) -> SafeString:
    """Every choice with its parts, and why each ended."""
    several = len(answer.choices) > 1
    return format_html_join("", "{}", ((_choice_html(choice, several),) for choice in answer.choices))


def _choice_html(choice: Choice, several: bool) -> SafeString:
    parts = format_html_join("", "{}", ((part_html("", part.kind, part.name, part.text),) for part in choice.parts))
    title = format_html('<h3 class="told-title">{}</h3>', _("Choice {number}").format(number=choice.index))
    end = format_html(
        '<p class="told-end small muted">{} <code data-testid="finish-reason">{}</code></p>',
        _("Finish reason"),
        choice.finish_reason,
    )
    return format_html(
        '<section class="told-choice" data-testid="told-choice" data-choice="{}">{}{}{}</section>',
        choice.index,
        title if several else "",
        parts,
        end if choice.finish_reason else "",
    )


def part_html(number: str, kind: str, name: str, text: str) -> SafeString:
    """A part; the element of its text has the id, "" for none."""
    grows = format_html(' id="{}"', number) if number else ""
    inner = format_html('<div class="told-text"{}>{}</div>', grows, text_html(text))
    if kind == REASONING:
        inner = format_html("<details open><summary>{}</summary>{}</details>", TITLES[kind], inner)
    elif kind == CALL:
        inner = format_html('<p class="told-name">{} <code>{}</code></p>{}', TITLES[kind], name, inner)
    elif kind == REFUSAL:
        inner = format_html('<p class="told-name">{}</p>{}', TITLES[kind], inner)
    return format_html('<div class="told-part" data-testid="told-part" data-kind="{}">{}</div>', kind, inner)


@dataclass
class _Growing:
    kind: str
    name: str
    pieces: list[str] = field(default_factory=list)


class Teller:
    """Collects what frames add, and gives it out as pieces of the page: first the element, then what grows in it."""

    def __init__(self) -> None:
        self._waiting: dict[int, dict[str, _Growing]] = {}
        self._shown: dict[int, set[str]] = {}

    def add(self, deltas: Iterable[Delta]) -> None:
        for delta in deltas:
            parts = self._waiting.setdefault(delta.choice, {})
            part = parts.setdefault(delta.part, _Growing(delta.kind, delta.name))
            part.name = part.name or delta.name
            part.pieces.append(delta.text)

    def flush(self) -> str:
        """HTML of what came since the last time, "" for nothing."""
        html = "".join(piece for number, parts in self._waiting.items() for piece in self._pieces(number, parts))
        self._waiting.clear()
        return html

    def _pieces(self, number: int, parts: dict[str, _Growing]) -> Iterator[str]:
        known = self._shown.get(number)
        new = {key: part for key, part in parts.items() if known is None or key not in known}
        elements = "".join(
            part_html(f"told-{number}-{key}", part.kind, part.name, "".join(part.pieces)) for key, part in new.items()
        )
        if known is None:
            yield f'<section class="told-choice" data-choice="{number}" id="told-{number}">{elements}</section>'
        elif elements:
            yield _appended(f"told-{number}", elements)
        for key, part in parts.items():
            if key not in new and (text := "".join(part.pieces)):
                yield _appended(f"told-{number}-{key}", text_html(text))
        self._shown.setdefault(number, set()).update(parts)


def _appended(number: str, html: str) -> str:
    return f'<div hx-swap-oob="beforeend:#{number}">{html}</div>'


@dataclass(frozen=True, slots=True)
class Measure:
    """A number to read: ``key`` is stable, ``text`` has its unit."""

    key: str
    label: str
    text: str


def pace_measures(first_byte_ms: float | None, pace: Pace, usage: Usage | None) -> list[Measure]:
    """Times, speeds and counts; what is not known is left out."""
    output = usage.output if usage else None
    found = [
        ("first-byte", _("First byte"), measures.duration(first_byte_ms)),
        ("first-token", _("First token"), measures.duration(pace.first)),
        ("tokens-per-second", _("Speed"), per_second(pace.per_second(output), _("{number} tokens/s"))),
        (
            "characters-per-second",
            _("Characters"),
            per_second(pace.characters_per_second, _("{number} characters/s")),
        ),
        ("longest-gap", _("Longest gap"), _longest_gap(pace)),
        ("stalls", _("Stalls"), _stalls(pace)),
        *_usage(usage),
    ]
    return [Measure(key, label, text) for key, label, text in found if text]


def whole_measures(first_byte_ms: float | None, duration_ms: float | None, usage: Usage | None) -> list[Measure]:
    """The same of an answer that came whole: of its speed nothing is known but with the wait for its first token."""
    output = usage.output if usage else None
    speed = 1000 * output / duration_ms if output and duration_ms and duration_ms >= SHORTEST_MS else None
    found = [
        ("first-byte", _("First byte"), measures.duration(first_byte_ms)),
        ("tokens-per-second", _("Speed, waiting included"), per_second(speed, _("{number} tokens/s"))),
        *_usage(usage),
    ]
    return [Measure(key, label, text) for key, label, text in found if text]


def per_second(number: float | None, template: str) -> str:
    if number is None:
        return ""
    return template.format(number=number_format(number, 0 if number >= 10 else 1))


def _longest_gap(pace: Pace) -> str:
    if pace.last is None or pace.last == pace.first:
        return ""
    gap, at = measures.duration(pace.longest_gap), measures.duration(pace.longest_gap_at)
    return _("{duration}, after {time}").format(duration=gap, time=at)


def _stalls(pace: Pace) -> str:
    if not pace.stalls:
        return _("none") if pace.first is not None else ""
    return _("{count}, together {duration}").format(count=pace.stalls, duration=measures.duration(pace.stalled))


def _usage(usage: Usage | None) -> Iterator[tuple[str, str, str]]:
    if usage is None:
        return
    counts = (
        ("input", _("Tokens of the request"), usage.input),
        ("cached", _("of them from a cache"), usage.cached),
        ("written", _("of them written to a cache"), usage.written),
        ("output", _("Tokens of the answer"), usage.output),
        ("reasoning", _("of them reasoning"), usage.reasoning),
    )
    for key, label, count in counts:
        if count is not None and (count or key in {"input", "output"}):
            yield f"usage-{key}", label, number_format(count, use_l10n=True, force_grouping=True)
