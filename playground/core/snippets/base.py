"""What every target reads and gives: ``Draft`` in, ``Code`` out.

A ``Draft`` is a prepared request split at its variables and files. Targets print literals of its pieces and do nothing
cleverer: whatever is encoded was encoded by ``core.prepare``.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, NamedTuple

from playground.core import media_types
from playground.core.auth import BASIC_VARIABLE
from playground.core.messages import FileReference, Octets, PreparedRequest
from playground.core.snippets.exact import exact_json
from playground.core.snippets.losses import Loss, loss
from playground.core.variables import VARIABLE

#: ``environment``: a variable is read from the environment when the code runs; ``placeholders``: it stays ``{{name}}``.
Mode = Literal["environment", "placeholders"]


class Variable(NamedTuple):
    """A ``{{name}}`` that the code looks up. ``identifier`` is the name of the environment variable."""

    name: str
    identifier: str


#: A text split at its variables; never empty, so that a plain text is one string.
Text = tuple[str | Variable, ...]

#: A piece of a content: text in UTF-8, bytes that are not, a variable, or a file read when the code runs.
Piece = str | bytes | Variable | FileReference


class Code(NamedTuple):
    """What a target gives: the text of the program, and what it cannot say."""

    text: str
    warnings: tuple[Loss, ...] = ()


class Snippet(NamedTuple):
    """A program that sends a request, and sentences on what it does differently."""

    target: str
    language: str
    client: str
    code: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Address:
    """A URL taken apart, for clients that want it so. ``host`` has no brackets; ``target`` is in origin form."""

    scheme: str
    host: str
    port: int | None
    target: str

    @property
    def authority(self) -> str:
        """Host and port as the address has them (RFC 3986 §3.2), an IPv6 address in brackets."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port is None else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme and authority (RFC 9110 §4.3.1)."""
        return f"{self.scheme}://{self.authority}"

    @property
    def path(self) -> str:
        """What stands before the "?"."""
        return self.target.partition("?")[0]

    @property
    def query(self) -> str | None:
        """What follows the "?"; None where there is none."""
        _, mark, query = self.target.partition("?")
        return query if mark else None


@dataclass(frozen=True)
class Draft:
    """A request as code has to say it.

    method
        As typed.
    url
        Absolute, in ASCII but for the names of variables.
    fields
        The header fields that code has to set, in order, repeats kept: what the person wrote and the Content-Type of
        the body, without Host and Content-Length where they are computed.
    body
        The content in pieces; () where there is none. An empty content is ("",).
    streams
        The request asks for an event stream.
    wants_native
        A JSON content is to be written as a value of the language, where there is a ``value``.
    """

    method: str
    url: Text
    fields: tuple[tuple[str, Text], ...]
    body: tuple[Piece, ...]
    streams: bool
    warnings: tuple[Loss, ...] = ()
    wants_native: bool = False

    @cached_property
    def plain_url(self) -> str | None:
        """The URL where no variable is in it."""
        return plain(self.url)

    @cached_property
    def address(self) -> Address | None:
        """The URL taken apart; None where a variable stands in it."""
        return None if self.plain_url is None else split_url(self.plain_url)

    @cached_property
    def text(self) -> Text | None:
        """The content as a text; None where there is none, where it is not UTF-8, or where a file is read."""
        if not self.body or any(isinstance(piece, bytes | FileReference) for piece in self.body):
            return None
        return self.body  # type: ignore[return-value]

    @cached_property
    def value(self) -> Any:
        """What the content is as JSON: an object or an array that every language writes as the same JSON; else None."""
        first = self.body[0] if len(self.body) == 1 else None
        if not isinstance(first, str) or not media_types.parse(shown(self.get("content-type") or ("",))).is_json:
            return None
        document = exact_json(first)
        return document if isinstance(document, dict | list) else None

    @property
    def native(self) -> Any:
        """What code is to write as a value of the language; None where the content is to be written as it is."""
        return self.value if self.wants_native else None

    @cached_property
    def files(self) -> tuple[str, ...]:
        """Names of the files that the code reads."""
        return tuple(piece.file_name for piece in self.body if isinstance(piece, FileReference))

    @cached_property
    def identifiers(self) -> tuple[str, ...]:
        """Environment variables that the code reads, each once, in order of appearance."""
        texts: list[tuple[Piece, ...]] = [self.url, *[value for _, value in self.fields], self.body]
        found = [piece.identifier for text in texts for piece in text if isinstance(piece, Variable)]
        return tuple(dict.fromkeys(found))

    @cached_property
    def is_normal(self) -> bool:
        """The URL is spelled so that no client would respell it (RFC 3986 §6.2.2)."""
        if self.plain_url is not None:
            return is_normal(self.plain_url)
        return all(isinstance(piece, Variable) or is_normal(piece) for piece in self.url)

    @cached_property
    def by_name(self) -> Mapping[str, Text]:
        """The first field of each name, by the name in lower case: every language asks for some."""
        return {name.lower(): value for name, value in reversed(self.fields)}

    @cached_property
    def repeats(self) -> bool:
        """Some field stands more than once."""
        return len(self.by_name) < len(self.fields)

    def get(self, name: str) -> Text | None:
        """The first field of that name (in lower case)."""
        return self.by_name.get(name)


@dataclass(frozen=True, slots=True)
class Target:
    """A client of a language, and how to write code for it.

    key
        Its file name, menu key and golden folder.
    language, title
        The language's id and its name for people.
    client
        The library, as it calls itself.
    syntax
        A lexer name of Pygments.
    extension
        Of the file that the code would be saved as, without a dot.
    is_default
        The one client of its language that is shown first.
    has_native
        Whether it can write a JSON body as a value of the language.
    refuses
        Methods that the client refuses, or sends as something else than a request: in capitals.
    suits, fallback
        Whether the client can make a request at all (None: every one), and the target whose code stands in where it
        cannot.
    """

    key: str
    language: str
    client: str
    title: str
    syntax: str
    extension: str
    generate: Callable[[Draft], Code]
    is_default: bool = False
    has_native: bool = False
    refuses: frozenset[str] = frozenset()
    suits: Callable[[Draft], bool] | None = None
    fallback: str = ""


# Splitting

_FORM = "application/x-www-form-urlencoded"


def draft(prepared: PreparedRequest, variables: Mode = "environment", *, native: bool = False) -> Draft:
    """A prepared request as targets read it. ``native`` asks for a value of the language, where that is the same."""
    split = split_text if variables == "environment" else _whole
    url = split(prepared.url)
    automatic = prepared.automatic - {"content-type"}
    fields = tuple((name, split(value)) for name, value in prepared.fields if name.lower() not in automatic)
    body = _body(prepared, split)
    notes = tuple(loss(note) for note in prepared.notes)
    return Draft(
        method=prepared.method,
        url=url,
        fields=fields,
        body=body,
        streams=asks_for_events(prepared),
        warnings=(*notes, *_variable_losses(url, fields, body)),
        wants_native=native,
    )


def _variable_losses(url: Text, fields: Iterable[tuple[str, Text]], body: tuple[Piece, ...]) -> Iterator[Loss]:
    """Where sending encodes the value of a variable and code, which looks it up late, cannot."""
    if len(url) > 1:
        after = itertools.dropwhile(lambda piece: isinstance(piece, Variable) or "?" not in piece, url)
        yield from _losses_of(after, "variable_in_query")
    for name, value in fields:
        lower = name.lower()
        if lower == "content-type" and len(body) > 1 and shown(value).lower().startswith(_FORM):
            yield from _losses_of(body, "variable_in_form")
        elif lower == "authorization" and len(value) > 1:
            found = [piece for piece in value if isinstance(piece, Variable) and piece.name == BASIC_VARIABLE]
            yield from _losses_of(found, "credentials_encoded")


def _losses_of(pieces: Iterable[Piece], code: str) -> Iterator[Loss]:
    names = dict.fromkeys(piece.identifier for piece in pieces if isinstance(piece, Variable))
    return (loss(code, name=name) for name in names)


def _whole(text: str) -> Text:
    return (text,)


def split_text(text: str) -> Text:
    """A text split at its ``{{names}}``."""
    if "{{" not in text:
        return (text,)
    pieces: list[str | Variable] = []
    position = 0
    for match in VARIABLE.finditer(text):
        if match.start() > position:
            pieces.append(text[position : match.start()])
        pieces.append(Variable(match[1], identifier(match[1])))
        position = match.end()
    if position < len(text) or not pieces:
        pieces.append(text[position:])
    return tuple(pieces)


def identifier(name: str) -> str:
    """The name of a variable as an environment variable: letters, digits and ``_``, no digit first."""
    legal = re.sub(r"[^A-Za-z0-9_]", "_", name)
    return f"_{legal}" if legal[:1].isdigit() else legal


_BYTES_VARIABLE = re.compile(rb"\{\{\s*([A-Za-z_$][\w.\-]*)\s*\}\}")


def _body(prepared: PreparedRequest, split: Callable[[str], Text]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for segment in prepared.segments:
        if isinstance(segment, FileReference):
            pieces.append(segment)
            continue
        if isinstance(segment, Octets):
            pieces.append(bytes(segment))
            continue
        try:
            pieces += split(segment.decode("utf-8"))
        except UnicodeDecodeError:
            pieces += [segment] if split is _whole else _split_bytes(segment)
    return tuple(piece for piece in pieces if piece) or (("",) if pieces else ())


def _split_bytes(content: bytes) -> list[Piece]:
    pieces: list[Piece] = []
    position = 0
    for match in _BYTES_VARIABLE.finditer(content):
        name = match[1].decode("ascii", "replace")
        pieces += (content[position : match.start()], Variable(name, identifier(name)))
        position = match.end()
    return [*pieces, content[position:]]


def plain(text: Text) -> str | None:
    """The text where no variable is in it."""
    first = text[0]
    return first if len(text) == 1 and isinstance(first, str) else None


def is_latin_1(value: Text) -> bool:
    """Whether a field value has characters beyond ASCII that go as Latin-1 (RFC 9110 §5.5, obs-text)."""
    first = value[0]
    if len(value) == 1 and isinstance(first, str) and first.isascii():  # nearly all of them
        return False
    texts = [piece for piece in value if isinstance(piece, str) and not piece.isascii()]
    return bool(texts) and all(max(piece) <= "\xff" for piece in texts)


def shown(text: Text) -> str:
    """The text with its variables as ``{{name}}``."""
    first = text[0]
    if len(text) == 1 and isinstance(first, str):
        return first
    return "".join(piece if isinstance(piece, str) else f"{{{{{piece.name}}}}}" for piece in text)


def for_looks(text: Text) -> str:
    """The text with a letter for each variable, for questions about the characters around them."""
    first = text[0]
    if len(text) == 1 and isinstance(first, str):
        return first
    return "".join([piece if isinstance(piece, str) else "v" for piece in text])


def bytes_file(index: int) -> str:
    """The name of the file for the piece of a content that a language cannot carry in its source."""
    return f"body-{index + 1}.bin" if index else "body.bin"


_URL = re.compile(r"(https?)://(?:\[([^\]]*)\]|([^/?#:]*))(?::([0-9]+))?([^#]*)", re.ASCII)


def split_url(url: str) -> Address | None:
    """Take a prepared URL apart; None where a variable or a placeholder stands in its authority."""
    match = _URL.fullmatch(url)
    if match is None:
        return None
    scheme, six, host, port, target = match.groups()
    if not target.startswith("/"):
        target = f"/{target}"
    return Address(scheme, six if host is None else host, int(port) if port else None, target)


# What a client would respell: lower-case escapes, escapes of unreserved characters, a "%" that escapes nothing,
# brackets and apostrophes, dot segments, doubled slashes at the start, an empty query.
_NORMAL = re.compile(
    r"(?:https?://(?:\[[0-9a-f:.]+\]|[a-z0-9._\-]+)(?::[0-9]+)?)?"
    r"(?!//)(?:[A-Za-z0-9\-._~!$&()*+,;=:@/?]++|%(?:[0189A-F][0-9A-F]|2[0-9A-CF]|3[A-F]|40|5[B-E]|60|7[B-DF]))*"
)
_ODD = re.compile(r"/\.{1,2}(?:[/?]|\Z)|\?\Z")


def is_normal(url: str) -> bool:
    """Whether a URL, or a piece of one, is spelled so that no client would respell it."""
    return _NORMAL.fullmatch(url) is not None and _ODD.search(url.partition("?")[0]) is None and url[-1:] != "?"


_ESCAPES = re.compile(r"%(?![0-9A-F]{2})")
_DOT_SEGMENTS = re.compile(r"/(?:\.|%2[eE]){1,2}(?:/|\Z)")
_QUERY_UNESCAPED = re.compile(r"%(?:2[DE]|3[0-9]|4[1-9A-F]|5[0-9AF]|6[1-9A-F]|7[0-9AE])|[\[\]]")


def odd_parts(url: Text) -> tuple[str, ...]:
    """What of an address clients like to respell: ``dots``, ``escapes`` (lower-case or unfinished ones), ``query``
    (brackets, and escapes of characters that need none, in the query), ``empty query``.
    """
    text = for_looks(url)
    path, mark, query = text.partition("?")
    found = {
        "dots": _DOT_SEGMENTS.search(path),
        "escapes": _ESCAPES.search(text),
        "query": _QUERY_UNESCAPED.search(query),
        "empty query": mark and not query,
    }
    return tuple(part for part, there in found.items() if there)


# Event streams

_STREAM_FLAG = re.compile(rb'"stream"\s*:\s*true')
_SSE_QUERY = re.compile(r"[?&]alt=sse(?:&|\Z)")


def asks_for_events(prepared: PreparedRequest) -> bool:
    """Whether the request asks for an event stream: by Accept, by ``"stream": true``, or by ``alt=sse``."""
    content_type = ""
    for name, value in prepared.fields:
        if len(name) == 6 and name.lower() == "accept" and "text/event-stream" in value.lower():
            return True
        if len(name) == 12 and name.lower() == "content-type":
            content_type = value
    if "alt=sse" in prepared.url and _SSE_QUERY.search(prepared.url):
        return True
    return _streams_by_body(prepared, content_type)


def _streams_by_body(prepared: PreparedRequest, content_type: str) -> bool:
    for segment in prepared.segments:
        if isinstance(segment, bytes) and b'"stream"' in segment and _STREAM_FLAG.search(segment):
            return (not content_type or media_types.parse(content_type).is_json) and _top_level_stream(segment)
    return False


def _top_level_stream(content: bytes) -> bool:
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        return False
    return isinstance(document, dict) and document.get("stream") is True
