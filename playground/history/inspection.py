"""What there is to see of a run that is over, worked out where it is asked for."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from itertools import islice
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from playground.core.cookies import Cookie, cookies
from playground.core.messages import Connection, Failure, Hop, Timings
from playground.core.schema.text import dumps
from playground.core.streams.folding.base import Answer, Folding
from playground.core.streams.folding.folder import Folder
from playground.core.streams.folding.registry import of_whole
from playground.core.viewers import archives, registry, tables
from playground.core.viewers import parts as bodies
from playground.core.viewers.base import PAGE, START, Fold, Position, Subject, View
from playground.core.viewers.frames import LINES, Frame, frames, stream_kind
from playground.core.viewers.searching import Hit
from playground.history import failures, header_words, measures, telling, trees
from playground.history.events import Happening, happenings
from playground.history.models import Run
from playground.history.opened import Opened, opened
from playground.history.telling import text_html
from playground.web import markdown
from playground.web.highlight import LIMIT, highlight

#: Frames shown at once.
FRAMES = 500
#: Bytes of a stream that are folded while a page is drawn: some 60,000 tokens, and a few seconds of work at most. Bytes
#: of an answer that came whole, which every page with JSON reads. Characters of the final object that are shown.
FOLDED, WHOLE, FINAL = 16 * 1024 * 1024, 1024 * 1024, 256 * 1024
#: Characters of a frame that the list shows, and of the content that was sent.
FRAME_TEXT, SENT_TEXT = 4_000, 64 * 1024
#: Characters of the raw tab's first page, which is in the page beside the pretty one.
FIRST_RAW = 64 * 1024

#: Characters of Markdown that are rendered.
MARKDOWN = 200_000
#: Media inside JSON that are shown above it.
PARTS = 12
#: Charsets on offer where the declared one is wrong.
CHARSETS = ("utf-8", "utf-16", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "windows-1251", "windows-1252")

#: Previews that are shown after the source.
_LATER = frozenset({"html"})

_MARK = re.compile("\ue000(\\d{1,6})\ue000")
_TAG_OR_TEXT = re.compile("<[^>]*>|[^<]+")
_VARIABLE = re.compile(r"\{\{[^{}]{1,120}\}\}")


@dataclass(frozen=True)
class Phase:
    """A bar of the timing drawing: where it begins and how long it is, in thousandths of the whole."""

    key: str
    label: str
    ms: float
    x: float
    width: float


PHASES = {
    "blocked": gettext_lazy("Waiting for a slot"),
    "dns": gettext_lazy("Name look-up"),
    "connect": gettext_lazy("Connect"),
    "ssl": gettext_lazy("TLS handshake"),
    "send": gettext_lazy("Send"),
    "wait": gettext_lazy("Wait for the first byte"),
    "receive": gettext_lazy("Receive"),
}

TABS = {
    "frames": gettext_lazy("Events"),
    "folded": gettext_lazy("Final object"),
    "pretty": gettext_lazy("Pretty"),
    "tree": gettext_lazy("Tree"),
    "raw": gettext_lazy("Raw"),
    "preview": gettext_lazy("Preview"),
    "headers": gettext_lazy("Headers"),
    "timing": gettext_lazy("Timing"),
    "sent": gettext_lazy("Sent"),
}


class Inspection:
    """A run with its content, seen. Every part is made when a template asks for it, and once."""

    def __init__(self, run: Run, charset: str = "", *, at_any_length: bool = False) -> None:
        """``at_any_length``: fold a stream however long it is, which can take seconds."""
        self.run = run
        self.content = run.content
        self.charset = charset
        self._at_any_length = at_any_length

    # The content

    @cached_property
    def opened(self) -> Opened:
        return opened(self.run, self.charset)

    @property
    def subject(self) -> Subject:
        return self.opened.subject

    @cached_property
    def is_empty(self) -> bool:
        return not self.subject.content

    @cached_property
    def view(self) -> View:
        return self.page(START)

    @cached_property
    def raw(self) -> View:
        return self.raw_page(START, FIRST_RAW)

    def page(self, start: Position, limit: int = PAGE) -> View:
        return registry.find(self.subject).view(self.subject, start, limit)

    def raw_page(self, start: Position, limit: int = PAGE) -> View:
        return registry.raw_of(self.subject, start, limit)

    def page_as(self, mode: str, start: Position) -> View:
        """A page as ``pretty``, ``raw``, ``hex`` or ``base64``."""
        if mode in registry.PLAIN:
            return registry.PLAIN[mode](self.subject, start, PAGE)
        return self.page(start) if mode == "pretty" else self.raw_page(start)

    @property
    def pretty_html(self) -> SafeString:
        return page_html(self.view, self.run)

    @property
    def parts(self) -> list[Part]:
        """The first media inside a JSON content, to be shown beside it."""
        shown = (fold for fold in self.view.folds if fold.media.shown_as)
        return [Part(self.run, fold) for fold in islice(shown, PARTS)]

    # Drawn from the content

    @cached_property
    def table(self) -> tables.Rows:
        return tables.page(self.subject.text)

    @property
    def entries(self) -> tuple[archives.Entry, ...]:
        return archives.entries(self.subject.content, self.subject.magic)

    @property
    def multipart(self) -> tuple[bodies.Part, ...]:
        return bodies.parts(self.subject.content, self.subject.declared.get("boundary"))

    @property
    def markdown_html(self) -> SafeString:
        return markdown.render(self.subject.text[:MARKDOWN])

    @property
    def has_tree(self) -> bool:
        if self.view.kind == "xml":
            return "<" in self.subject.text
        return self.view.kind == "json" and self.subject.text.lstrip()[:1] in {"{", "["}

    @property
    def charsets(self) -> tuple[str, ...]:
        return CHARSETS

    @property
    def raw_html(self) -> SafeString:
        return text_html(self.raw.text)

    @property
    def differs_from_raw(self) -> bool:
        """Whether the raw tab has something to add."""
        return self.view.kind in {"json", "xml", "form", "event_stream", "json_lines"}

    @cached_property
    def stream_kind(self) -> str:
        """How its frames are told apart, "" where it is no stream."""
        return "" if self.is_empty else stream_kind(self.view.kind, self.subject.content) or ""

    @property
    def is_stream(self) -> bool:
        return bool(self.stream_kind)

    @property
    def is_folded_later(self) -> bool:
        """Whether it is a stream that is so long that it is folded only when somebody asks for that."""
        return self.is_stream and len(self.subject.content) > FOLDED and not self._at_any_length

    @cached_property
    def frames(self) -> FramePage:
        return self.frame_page(0)

    def frame_page(self, after: int) -> FramePage:
        """The frames after the first so many; the lines of what is no stream."""
        every = frames(self.subject.content, self.content.arrivals, self.stream_kind or LINES)
        found = list(islice(every, after, after + FRAMES + 1))
        return FramePage(found[:FRAMES], after + FRAMES if len(found) > FRAMES else None)

    # What a language model says

    @cached_property
    def folder(self) -> Folder:
        """The stream, folded; without a folding where no provider is known by its frames, or until it is asked for."""
        if not self.is_stream or self.is_folded_later:
            return Folder()
        return opened(self.run, self.charset).folded(self.run, self.stream_kind)

    @property
    def frame_count(self) -> int:
        """How many frames there are in all, 0 until the stream is folded."""
        return self.folder.notes.frames

    @cached_property
    def final(self) -> Any:
        """The object that a model answered, folded or as it came; None for what is none."""
        return self.folder.result() if self.is_stream else self._whole()

    def _whole(self) -> Any:
        """The JSON object that came."""
        if self.view.kind != "json" or len(self.subject.content) > WHOLE:
            return None
        try:
            value = json.loads(self.subject.text)
        except (ValueError, RecursionError):
            return None
        return value if isinstance(value, dict) else None

    @cached_property
    def folding(self) -> Folding | None:
        """The provider's shape of the answer, streamed or not; None where it is of no known one."""
        return self.folder.folding if self.is_stream else of_whole(self.final)

    @property
    def is_told(self) -> bool:
        return self.folding is not None

    @cached_property
    def answer(self) -> Answer:
        return self.folding.read(self.final) if self.folding and self.final else Answer()

    @property
    def answer_html(self) -> SafeString:
        return telling.answer_html(self.answer)

    @property
    def folded_html(self) -> SafeString:
        """The final object as JSON, or its beginning."""
        text = self.final_text
        return highlight(text, "json") if len(text) <= LIMIT else text_html(text[:FINAL])

    @cached_property
    def final_text(self) -> str:
        return dumps(self.final, indent="  ")

    @property
    def is_final_long(self) -> bool:
        """Whether the final object is more than the page shows of it."""
        return len(self.final_text) > max(FINAL, LIMIT)

    @property
    def measures(self) -> list[telling.Measure]:
        if self.is_stream:
            return telling.pace_measures(self.run.first_byte_ms, self.folder.pace, self.answer.usage)
        return telling.whole_measures(self.run.first_byte_ms, self.run.duration_ms, self.answer.usage)

    @property
    def tokens_per_second(self) -> str:
        usage = self.answer.usage if self.is_told else None
        speed = self.folder.pace.per_second(usage.output if usage else None)
        return telling.per_second(speed, _("{number} tokens/s"))

    # Around it

    @cached_property
    def tabs(self) -> list[tuple[str, str]]:
        """Key and label of what can be chosen, the first one shown."""
        return [(key, self._label(key)) for key in self._keys()]

    def _label(self, key: str) -> str:
        return _("Bytes") if key == "pretty" and not self.view.charset else str(TABS[key])

    def _keys(self) -> Iterator[str]:
        if self.run.status is not None:
            if self.view.preview and not self.is_empty and self.view.preview not in _LATER:
                yield "preview"
            yield "frames" if self.is_stream else "pretty"
            if self.has_tree:
                if self.view.kind == "json":
                    self.opened.index_ahead()
                yield "tree"
            if self.is_stream and self.is_told:
                yield "folded"
            if self.differs_from_raw and not self.is_empty:
                yield "raw"
            if self.view.preview in _LATER and not self.is_empty:
                yield "preview"
            yield "headers"
        yield "timing"
        if self.content.sent:
            yield "sent"

    @property
    def first(self) -> str:
        return self.tabs[0][0]

    @cached_property
    def failure(self) -> Failure | None:
        return failures.translated(Failure(**self.run.failure)) if self.run.failure else None

    @property
    def cut(self) -> str:
        return str(failures.CUTS.get(self.run.cut, ""))

    @property
    def headers(self) -> list[tuple[str, str]]:
        return [(name, value) for name, value in self.content.fields]

    @property
    def explained(self) -> list[tuple[str, str, str]]:
        """Name, value and meaning of every field, in order."""
        return [(name, value, header_words.sentence(name)) for name, value in self.headers]

    @property
    def cookies(self) -> tuple[Cookie, ...]:
        return cookies(self.headers)

    @property
    def happenings(self) -> list[Happening]:
        return happenings(self.run, self.timings, self.connection, self.hops, self.failure)

    @cached_property
    def timings(self) -> Timings:
        return Timings(**self.content.timings) if self.content.timings else Timings()

    @cached_property
    def phases(self) -> list[Phase]:
        return list(_phases(self.timings))

    @cached_property
    def connection(self) -> Connection:
        return Connection(**self.content.connection) if self.content.connection else Connection()

    @property
    def hops(self) -> list[Hop]:
        return [Hop(**{**hop, "dropped": tuple(hop["dropped"])}) for hop in self.content.hops]

    @property
    def untrusted(self) -> bool:
        """Whether a certificate that nobody vouches for was accepted."""
        return bool(self.connection.tls_version) and not self.connection.verified

    @property
    def sent_html(self) -> SafeString:
        """The request as it left, secrets still as ``{{names}}``."""
        return message_html(self.content.sent or {})


@dataclass(frozen=True)
class Part:
    """Media inside a JSON content."""

    run: Run
    fold: Fold

    @property
    def html(self) -> SafeString | str:
        return trees.medium_html(self.fold.media, self.address)

    @property
    def address(self) -> str:
        return trees.ways_of(self.run).medium(self.fold.start)


@dataclass(frozen=True)
class FramePage:
    frames: list[Frame]
    next: int | None

    @property
    def html(self) -> SafeString:
        return frames_html(self.frames)


def page_html(view: View, run: Run | None = None, found: Sequence[tuple[Hit, Hit]] = ()) -> SafeString:
    """A page of content, in colours where it is short enough for them, with what is folded in it, and with what was
    found marked (see ``finding.on_page``).

    Without a run there are no ways to what is folded.
    """
    coloured = view.language and len(view.text) <= LIMIT
    html = highlight(view.text, view.language) if coloured else text_html(view.text)
    html = marked_html(html, found)
    return mark_safe(_MARK.sub(lambda match: _fold_html(run, view, match), html)) if view.folds else html


def _fold_html(run: Run | None, view: View, match: re.Match[str]) -> str:
    number = int(match[1])
    if number >= len(view.folds):
        return match[0]
    fold = view.folds[number]
    address = trees.ways_of(run).medium(fold.start) if run else ""
    inner = trees.fold_html(address, fold.media, fold.beginning)
    return format_html('<span class="folded" data-testid="folded" data-length="{}">{}</span>', fold.solid, inner)


def marked_html(html: SafeString, found: Sequence[tuple[Hit, Hit]]) -> SafeString:
    """HTML with some spans of its text marked, each with the place in the content at which it begins.

    A mark ends before a tag and begins anew behind it, so that elements stay within one another.
    """
    if not found:
        return html
    pieces, at, left = [], 0, deque(found)
    for piece in _TAG_OR_TEXT.findall(html):
        if piece[0] == "<":
            pieces.append(piece)
            continue
        text = unescape(piece)
        pieces.append(_marked(text, at, left))
        at += len(text)
    return mark_safe("".join(pieces))


def _marked(text: str, at: int, left: deque[tuple[Hit, Hit]]) -> str:
    """Text that begins so far into the whole, as HTML; what is behind it stays ``left``."""
    pieces, done, end = [], at, at + len(text)
    while left and left[0][1].start < end:
        hit, span = left[0]
        begin, stop = max(span.start, done), min(span.end, end)
        pieces += [text_html(text[done - at : begin - at]), f'<mark data-at="{hit.start}">']
        pieces += [text_html(text[begin - at : stop - at]), "</mark>"]
        done = stop
        if span.end > end:
            break
        left.popleft()
    return "".join([*pieces, text_html(text[done - at :])])


def frames_html(found: list[Frame]) -> SafeString:
    return format_html_join("", "{}", ((frame_html(frame),) for frame in found))


def frame_html(frame: Frame, number: str = "") -> SafeString:
    """A frame as an item of the list: when it came, what it is called, what it holds. ``number`` is its id."""
    text = frame.data if len(frame.data) <= FRAME_TEXT else frame.data[:FRAME_TEXT] + "…"
    return format_html(
        '<li class="frame" data-testid="stream-event"{}>'
        '<span class="frame-at">{}</span>{}<code class="frame-data">{}</code></li>',
        format_html(' id="{}"', number) if number else "",
        "" if frame.at is None else measures.duration(frame.at),
        format_html('<span class="frame-event">{}</span>', frame.event) if frame.event else "",
        text_html(text),
    )


def _phases(timings: Timings) -> Iterator[Phase]:
    total = timings.total or 1
    at = 0.0
    for key, label in PHASES.items():
        ms = getattr(timings, key)
        if ms < 0:
            continue
        begin = at - ms if key == "ssl" else at  # it is the end of connecting, and counted there
        if key != "ssl":
            at += ms
        yield Phase(key, str(label), ms, round(1000 * begin / total, 1), max(2.0, round(1000 * ms / total, 1)))


def message_html(request: dict[str, Any]) -> SafeString:
    """A HAR request as an HTTP/1.1 message, its variables marked."""
    return _with_variables(_message(request))


def _message(sent: dict[str, Any]) -> str:
    """A HAR request as an HTTP/1.1 message."""
    url = str(sent.get("url", ""))
    target = "/" + url.partition("://")[2].partition("/")[2]
    lines = [f"{sent.get('method', '')} {target} HTTP/1.1"]
    lines += [f"{row['name']}: {row['value']}" for row in sent.get("headers", ())]
    content = _sent_text(sent.get("postData") or {})
    return "\n".join([*lines, "", content] if content else lines)


def _sent_text(post_data: dict[str, Any]) -> str:
    text = str(post_data.get("text", ""))
    if post_data.get("encoding") == "base64":
        return _("({size} of content that is not text)").format(size=measures.size(len(b64decode(text))))
    if len(text) <= SENT_TEXT:
        return text
    return text[:SENT_TEXT] + "\n" + _("(and {size} more)").format(size=measures.size(len(text) - SENT_TEXT))


def _with_variables(text: str) -> SafeString:
    return mark_safe(_VARIABLE.sub(lambda match: f'<span class="variable">{match[0]}</span>', text_html(text)))
