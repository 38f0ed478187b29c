"""JSON as a tree whose branches are fetched when they are opened, and what stands in it shown as what it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from playground.core import jsonpath
from playground.core.viewers import embedded
from playground.core.viewers.embedded import Embedded, Vector
from playground.core.viewers.json_document import Child, JsonDocument, Step
from playground.core.viewers.json_index import LONG
from playground.history import measures
from playground.history.models import Run
from playground.history.telling import text_html

#: Children shown at once; characters of a value; those of a branch that comes with the one above it; rows that come so.
CHILDREN, SHOWN, SMALL, INLINE = 100, 300, 3_000, 400
#: Branches inside one another that come without being asked for: more are not opened at once by anybody, nor drawn.
DEEPEST = 30
#: Characters of an array that is read to see whether it is a vector.
_VECTOR = 256 * 1024
_ADDRESS = re.compile(r'https?:(?://|\\/\\/)(?:[^\s"\\]|\\/){1,2000}\Z')
_IMAGE = re.compile(r"\.(?:png|jpe?g|gif|webp|avif|svg|bmp)(?:[?#]|\Z)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ways:
    """The addresses under which branches of a content, and the media in it, are answered."""

    tree: str
    part: str

    def branch(self, start: int, path: str, at: int | None = None, index: int = 0) -> str:
        """Where a branch is drawn by itself, or its children from one of them on."""
        query = {"at": start, "path": path} | ({"from": at, "index": index} if at is not None else {})
        return self.tree + "?" + urlencode(query)

    def medium(self, start: int) -> str:
        """Where the media of the string that begins there are answered."""
        return f"{self.part}?at={start}"


def ways_of(run: Run) -> Ways:
    return Ways(*(reverse(f"history:{name}", args=[run.pk]) for name in ("content_tree", "content_part")))


@dataclass
class Tree:
    """Draws branches of one document. ``left`` is how many rows may still come without being asked for."""

    ways: Ways
    document: JsonDocument
    left: int = INLINE
    depth: int = 0

    def root_html(self) -> SafeString:
        """The whole value, its first level open."""
        document = self.document
        kind = document.kind(document.root)
        if not kind:
            return format_html('<p class="empty">{}</p>', _("This is not JSON."))
        if kind in {"object", "array"}:
            return self.branch_html(document.root, "$")
        return format_html('<ul class="tree">{}</ul>', self._row(Child("$", document.root, document.root), "$"))

    def branch_html(self, start: int, path: str, at: int | None = None, index: int = 0) -> SafeString:
        """The children of a container from one of them on, and the way to those after them."""
        found = list(islice(self.document.children(start, at, index), CHILDREN + 1))
        rows = [self._row(child, _path(path, child.step)) for child in found[:CHILDREN]]
        rows += [more_html(self.ways, start, path, child.at, index + CHILDREN) for child in found[CHILDREN:]]
        if not rows:
            rows = [format_html('<li class="tree-row muted small">{}</li>', _("nothing"))]
        return format_html('<ul class="tree">{}</ul>', _joined(rows))

    def _row(self, child: Child, path: str) -> SafeString:
        self.left -= 1
        if self.document.kind(child.start) in {"object", "array"}:
            return self._container(child, path)
        value = self._string(child) if self.document.text[child.start] == '"' else self._plain(child)
        return format_html('<li class="tree-row" title="{}">{}{}</li>', path, _key_html(child.step), value)

    def _plain(self, child: Child) -> SafeString:
        raw = self.document.text[child.start : self.document.end(child.start)]
        shown = raw if len(raw) <= SHOWN else raw[:SHOWN] + "…"
        return format_html('<span class="tree-{}">{}</span>', self.document.kind(child.start), text_html(shown))

    def _string(self, child: Child) -> SafeString:
        end = self.document.end(child.start)
        raw = self.document.text[child.start + 1 : end - 1]
        media = embedded.find(raw)
        if media is not None:
            return media_html(self.ways.medium(child.start), media, raw, child.step)
        if _ADDRESS.match(raw):
            return _link_html(raw)
        if len(raw) <= SHOWN:
            return format_html('<span class="tree-string">"{}"</span>', text_html(raw))
        return format_html(
            '<details class="tree-long"><summary><span class="tree-string">"{}…"</span> <span class="muted small">{}'
            "</span></summary>{}</details>",
            text_html(raw[:SHOWN]),
            _("{count} characters").format(count=number_format(len(raw), force_grouping=True)),
            format_html('<div class="tree-text">{}</div>', text_html(raw[:_LONGEST])),
        )

    def _container(self, child: Child, path: str) -> SafeString:
        start, end = child.start, self.document.end(child.start)
        kind = self.document.kind(start)
        count = self.document.count(start)
        brackets = "{}" if kind == "object" else "[]"
        if count == 0:
            return format_html('<li class="tree-row" title="{}">{}{}</li>', path, _key_html(child.step), brackets)
        inline = end - start <= SMALL and self.left > 0 and self.depth < DEEPEST
        address = self.ways.branch(start, path)
        below = self._inline(start, path) if inline else unopened_html(address)
        fetch = "" if inline else fetching(address)
        return format_html(
            '<li class="tree-row"><details{}{}><summary title="{}">{}{} <span class="muted small">{}</span>{}</summary>'
            "{}</details></li>",
            mark_safe(" open") if inline and end - start <= SHOWN else "",
            fetch,
            path,
            _key_html(child.step),
            brackets[0] + "…" + brackets[1],
            _extent(kind, count, end - start),
            self._vector(start, end),
            below,
        )

    def _inline(self, start: int, path: str) -> SafeString:
        self.depth += 1
        below = self.branch_html(start, path)
        self.depth -= 1
        return below

    def _vector(self, start: int, end: int) -> SafeString | str:
        """A drawing of an array of numbers."""
        text = self.document.text
        first = text[self.document.after_space(start + 1)]
        if text[start] != "[" or end - start > _VECTOR or first not in "-0123456789":
            return ""
        vector = embedded.vector(self.document.value(start))
        return vector_html(vector) if vector else ""


#: Characters of one string that a tree shows; the rest is in the raw content.
_LONGEST = 64 * 1024


def more_html(ways: Ways, start: int, path: str, at: int, index: int) -> SafeString:
    """The way to the children of a branch from number ``index`` on, which begins at ``at``."""
    return format_html(
        '<li class="tree-more"><a class="button quiet small" href="{0}" hx-get="{0}" hx-target="closest li" '
        'hx-swap="outerHTML" hx-select="ul.tree > li" data-testid="tree-more">{1}</a></li>',
        ways.branch(start, path, at, index),
        _("from {index} on").format(index=number_format(index, force_grouping=True)),
    )


def fetching(address: str) -> SafeString:
    """Attributes of a ``<details>`` whose inside is fetched when it is opened."""
    return format_html(
        ' hx-get="{}" hx-trigger="toggle once" hx-target="find .tree-below" hx-swap="outerHTML"', address
    )


def unopened_html(address: str) -> SafeString:
    """The inside of such a ``<details>`` until then, and where there is no script."""
    return format_html('<p class="tree-below small"><a href="{}">{}</a></p>', address, _("Open"))


def _joined(rows: list[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((row,) for row in rows))


def _path(path: str, step: Step) -> str:
    return (path + jsonpath.step(step))[: jsonpath.LONGEST]


def _key_html(step: Step) -> SafeString:
    kind = "tree-index" if isinstance(step, int) else "tree-key"
    return format_html('<span class="{}">{}</span><span class="muted">: </span>', kind, step)


def _extent(kind: str, count: int | None, length: int) -> str:
    """How many a container holds, and how large it is where that is much."""
    parts = [] if count is None else [_count(kind, count)]
    if count is None or length >= LONG:
        parts.append(measures.size(length))
    return " · ".join(parts)


def _count(kind: str, count: int) -> str:
    if kind == "object":
        text = ngettext("{count} member", "{count} members", count)
    else:
        text = ngettext("{count} item", "{count} items", count)
    return text.format(count=number_format(count, force_grouping=True))


def _link_html(address: str) -> SafeString:
    label = _("open the image") if _IMAGE.search(address) else _("open")
    return format_html(
        '<span class="tree-string">"{0}"</span> <a class="small" href="{0}" target="_blank" '
        'rel="noopener noreferrer" data-testid="tree-link">{1} ↗</a>',
        address.replace("\\/", "/"),
        label,
    )


def fold_html(address: str, media: Embedded, beginning: str) -> SafeString:
    """What stands for media in a text: its beginning, its size, and the ways to it where it has an address."""
    return format_html(
        '<span class="fold-start">{}…</span> {}{}',
        beginning,
        _("{size} {encoding}").format(size=measures.size(media.size), encoding=media.encoding),
        _ways_html(address) if address else "",
    )


def _ways_html(address: str) -> SafeString:
    return format_html(
        ' · <a href="{0}" target="_blank" rel="noopener">{1}</a> · <a href="{0}&amp;download=1">{2}</a>',
        address,
        _("view"),
        _("save"),
    )


def medium_html(media: Embedded, address: str) -> SafeString | str:
    """The medium itself, where a browser shows it."""
    if media.shown_as == "image":
        alt = _("Image inside the answer")
        return format_html('<img class="part-image" src="{}" alt="{}" loading="lazy">', address, alt)
    if media.shown_as == "audio":
        return format_html('<audio class="part-audio" controls preload="none" src="{}"></audio>', address)
    if media.shown_as == "video":
        return format_html('<video class="part-image" controls preload="metadata" src="{}"></video>', address)
    return ""


def media_html(address: str, media: Embedded, raw: str, step: Step) -> SafeString:
    """A string of a tree that holds media: folded, and the media below it."""
    vector = None
    if media.media_type == "application/octet-stream" and "embed" in str(step):
        vector = embedded.vector_of_bytes(embedded.decoded(raw))
    return format_html(
        '<span class="folded" data-testid="folded">{}</span> <span class="muted small">{}</span>{}{}',
        fold_html(address, media, raw[:24]),
        media.media_type,
        medium_html(media, address),
        vector_html(vector) if vector else "",
    )


def vector_html(vector: Vector) -> SafeString:
    """A line of its numbers, with dimension and norm."""
    width = max(len(vector.points) - 1, 1)
    points = " ".join(f"{index},{1000 - round(point * 1000)}" for index, point in enumerate(vector.points))
    return format_html(
        '<span class="vector" data-testid="vector"><svg viewBox="0 -20 {} 1040" preserveAspectRatio="none" '
        'aria-hidden="true"><polyline points="{}"/></svg><span class="small muted">{}</span></span>',
        width,
        points,
        _("dimension {dimension} · norm {norm} · {least} to {greatest}").format(
            dimension=vector.dimension,
            norm=f"{vector.norm:.4g}",
            least=f"{vector.least:.3g}",
            greatest=f"{vector.greatest:.3g}",
        ),
    )
