"""What a page needs to know of an operation, worked out once when a document is loaded.

The values here are complete but for schemas, which stay raw: they may be cyclic, and only what is shown of them is
worth resolving. A :class:`Fragment` is an operation together with every component that its schemas reach, and is what
is stored: it can be shown, asked, checked and mocked without the document that it came from.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Any
from weakref import WeakKeyDictionary

from playground.core import media_types
from playground.core.errors import InvalidDocument, UnknownKey
from playground.core.openapi.document import Document
from playground.core.openapi.records import from_plain, to_plain
from playground.core.openapi.security import Security, SecurityScheme, as_variable, security
from playground.core.openapi.texts import EMPTY, Text, text

#: OpenAPI 3.1 §4.8.9, in the order in which a path item's operations are listed where the document has no order.
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

#: Schemas as they stand in the document. OpenAPI 3.1 allows true and false.
Schema = dict[str, Any] | bool | None


@dataclass(frozen=True, slots=True)
class Example:
    """A named example. ``value`` is any JSON value; ``external_value`` an address that is shown and never fetched."""

    name: str
    value: Any = None
    summary: Text = EMPTY
    description: Text = EMPTY
    external_value: str = ""


@dataclass(frozen=True, slots=True)
class ParameterDoc:
    """A parameter (OpenAPI 3.1 §4.8.12); also a header of a response, where ``location`` is ``header``.

    ``media_type`` is set where the value is serialised by ``content`` and not by ``style``.
    """

    name: str
    location: str
    required: bool = False
    schema: Schema = None
    description: Text = EMPTY
    examples: tuple[Example, ...] = ()
    style: str = "simple"
    explode: bool = False
    deprecated: bool = False
    allow_reserved: bool = False
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class MediaTypeDoc:
    """Content of one media type. ``event_schema`` is that of the JSON of each event of a stream, ``terminator`` the
    data of its last event where that is not JSON."""

    media_type: str
    schema: Schema = None
    examples: tuple[Example, ...] = ()
    encoding: dict[str, Any] = field(default_factory=dict)
    event_schema: Schema = None
    terminator: str = ""


@dataclass(frozen=True, slots=True)
class RequestBodyDoc:
    """A Request Body Object (OpenAPI 3.1 §4.8.13)."""

    required: bool = False
    description: Text = EMPTY
    media_types: tuple[MediaTypeDoc, ...] = ()


@dataclass(frozen=True, slots=True)
class ResponseDoc:
    """``status`` is "200", "4XX" or "default"."""

    status: str
    description: Text = EMPTY
    headers: tuple[ParameterDoc, ...] = ()
    media_types: tuple[MediaTypeDoc, ...] = ()

    @property
    def is_success(self) -> bool:
        """Whether it describes a 2xx status."""
        return self.status.startswith("2")


@dataclass(frozen=True, slots=True)
class ServerVariable:
    """A part of a server's address (OpenAPI 3.1 §4.8.6). ``values`` are all that it may be, empty where it may be
    anything; ``variable`` is the name under which a person's value is kept."""

    name: str
    default: str
    values: tuple[str, ...] = ()
    description: Text = EMPTY
    variable: str = ""


@dataclass(frozen=True, slots=True)
class Server:
    """``url`` may hold ``{variables}`` and may be relative."""

    url: str
    description: Text = EMPTY
    variables: tuple[ServerVariable, ...] = ()

    @property
    def default_url(self) -> str:
        """The address with each variable at its default."""
        url = self.url
        for variable in self.variables:
            url = url.replace("{" + variable.name + "}", variable.default)
        return url

    @property
    def address(self) -> str:
        """The address with each variable as ``{{name}}``."""
        url = self.url
        for item in self.variables:
            url = url.replace("{" + item.name + "}", "{{" + item.variable + "}}")
        return url


@dataclass(frozen=True, slots=True)
class Operation:
    """One page.

    key
        Stable part of its address: ``create-structured-output`` for ``createStructuredOutput``.
    path_template
        The path that is sent, with ``{names}``; never with the name of a page behind ``#``.
    security
        Alternatives; empty where nothing is asked.
    availability, confidence, sources, stream, task, transport, path_variants, model_pattern, websocket, original
        ``x-…`` of the shipped catalog, as its header describes them.
    """

    key: str
    method: str
    path_template: str
    operation_id: str = ""
    tag: str = ""
    title: Text = EMPTY
    description: Text = EMPTY
    parameters: tuple[ParameterDoc, ...] = ()
    request_body: RequestBodyDoc | None = None
    responses: tuple[ResponseDoc, ...] = ()
    servers: tuple[Server, ...] = ()
    security: Security = ()
    deprecated: bool = False
    availability: str = ""
    confidence: str = ""
    sources: tuple[str, ...] = ()
    stream: dict[str, Any] | None = None
    task: dict[str, Any] | None = None
    transport: str = ""
    path_variants: dict[str, Any] | None = None
    model_pattern: str = ""
    websocket: dict[str, Any] | None = None
    original: dict[str, Any] | None = None

    def parameter(self, location: str, name: str) -> ParameterDoc | None:
        """The parameter of that place and name; names of header fields without regard to case."""
        wanted = name.lower() if location == "header" else name
        for item in self.parameters:
            if item.location == location and (item.name.lower() if location == "header" else item.name) == wanted:
                return item
        return None

    @property
    def modified(self) -> str:
        """When the original page last changed (ISO 8601), "" where that is not known."""
        return str((self.original or {}).get("modified") or "")


def outline(item: Operation) -> Operation:
    """What routes a request and follows a task, without what only the page of the operation needs."""
    return Operation(
        key=item.key,
        method=item.method,
        path_template=item.path_template,
        operation_id=item.operation_id,
        tag=item.tag,
        title=item.title,
        deprecated=item.deprecated,
        task=item.task,
        path_variants=item.path_variants,
    )


@dataclass(frozen=True)
class Fragment:
    """An operation that stands by itself: its components are all that its schemas reach."""

    operation: Operation
    components: dict[str, Any] = field(default_factory=dict)
    #: Top-level fields beside ``components`` that references lead into (``paths`` in bundled descriptions).
    others: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def document(self) -> Document:
        """A document in which the operation's schemas can be resolved."""
        return Document({"openapi": "3.1.0", **self.others, "components": self.components})

    def to_json(self) -> str:
        """Compact JSON: ``{"operation": …, "components": …}``."""
        plain = {"operation": to_plain(self.operation), "components": self.components}
        if self.others:
            plain["others"] = self.others
        return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))

    @staticmethod
    def from_json(stored: str) -> Fragment:
        """The reverse of :meth:`to_json`.

        Raises ``InvalidSaved``.
        """
        plain = json.loads(stored)
        operation = from_plain(Operation, plain["operation"])
        return Fragment(operation, plain.get("components", {}), plain.get("others", {}))


def fragment(document: Document, item: Operation) -> Fragment:
    """The operation with what its schemas reach."""
    reached = document.closure(to_plain(item))
    components = reached.pop("components", {})
    return Fragment(item, components, reached)


_pages: WeakKeyDictionary[Document, dict[str, Operation]] = WeakKeyDictionary()


def operations(document: Document) -> tuple[Operation, ...]:
    """Every operation, in the order of the document.

    Raises ``InvalidDocument`` with the place of what cannot be understood.
    """
    return tuple(_by_key(document).values())


def operation(document: Document, key: str) -> Operation:
    """The operation of that key.

    Raises ``UnknownKey``.
    """
    try:
        return _by_key(document)[key]
    except KeyError:
        raise UnknownKey(f"There is no operation {key}.") from None


def _by_key(document: Document) -> dict[str, Operation]:
    known = _pages.get(document)
    if known is None:
        known = _pages[document] = _read_all(document)
    return known


def _read_all(document: Document) -> dict[str, Operation]:
    places = tuple(_places(document))
    by_id = {str(node.get("operationId")): node for _, _, _, node in places}
    pages: dict[str, Operation] = {}
    for path, method, item, node in places:
        key = _unused(slug(str(node.get("operationId") or f"{method} {path}")), pages)
        try:
            pages[key] = _Reader(document, by_id).read(key, path, method, item, node)
        except InvalidDocument as error:
            error.pointer = error.pointer or f"#/paths/{path.replace('~', '~0').replace('/', '~1')}/{method}"
            raise
    return pages


def _places(document: Document) -> Iterator[tuple[str, str, Mapping[str, Any], Mapping[str, Any]]]:
    """Path key, method, path item and operation object."""
    paths = document.data.get("paths")
    for path, node in paths.items() if isinstance(paths, Mapping) else ():
        item = document.resolve(node)
        if path.startswith("x-") or not isinstance(item, Mapping):
            continue
        for method, described in item.items():
            if method in METHODS and isinstance(described, Mapping):
                yield path, method, item, described


def slug(name: str) -> str:
    """A part of an address: ``create-speech`` for ``createSpeech``."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-", name)
    plain = re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")
    if not plain:
        return "operation-" + sha256(name.encode()).hexdigest()[:8]
    return plain if len(plain) <= 100 else f"{plain[:91].rstrip('-')}-{sha256(name.encode()).hexdigest()[:8]}"


def _unused(key: str, taken: Mapping[str, Any]) -> str:
    count, candidate = 1, key
    while candidate in taken:
        count += 1
        candidate = f"{key}-{count}"
    return candidate


def _mapping(node: Any) -> Mapping[str, Any]:
    return node if isinstance(node, Mapping) else {}


def _list(node: Any) -> list[Any]:
    return node if isinstance(node, list) else []


class _Reader:
    """Reads the objects of one document (OpenAPI 3.1 §4.8)."""

    def __init__(self, document: Document, by_id: Mapping[str, Mapping[str, Any]]) -> None:
        self.document = document
        self.by_id = by_id

    def read(self, key: str, path: str, method: str, item: Mapping[str, Any], node: Mapping[str, Any]) -> Operation:
        operation_id = str(node.get("operationId") or "")
        real_path = str(node.get("x-path") or path.partition("#")[0])
        tags = _list(node.get("tags"))
        return Operation(
            key=key,
            method=method.upper(),
            path_template=real_path,
            operation_id=operation_id,
            tag=str(tags[0]) if tags else "",
            title=self.text(node, "summary") or Text((("", operation_id or f"{method.upper()} {real_path}"),)),
            description=self.text(node, "description") or self.text(item, "description"),
            parameters=self.parameters(_list(item.get("parameters")), _list(node.get("parameters"))),
            request_body=self.request_body(node.get("requestBody")),
            responses=self.responses(node.get("responses")),
            servers=self.servers(item, node),
            security=security(self.document, node.get("security", self.document.data.get("security"))),
            deprecated=node.get("deprecated") is True,
            **self.extensions(node),
        )

    def extensions(self, node: Mapping[str, Any]) -> dict[str, Any]:
        def object_or_none(name: str) -> dict[str, Any] | None:
            value = node.get(name)
            return dict(value) if isinstance(value, Mapping) else None

        return {
            "availability": str(node.get("x-availability") or ""),
            "confidence": str(node.get("x-confidence") or ""),
            "sources": tuple(str(source) for source in _list(node.get("x-source"))),
            "stream": object_or_none("x-stream"),
            "task": object_or_none("x-task"),
            "transport": str(node.get("x-transport") or ""),
            "path_variants": object_or_none("x-path-variants"),
            "model_pattern": str(node.get("x-model-pattern") or ""),
            "websocket": object_or_none("x-websocket"),
            "original": object_or_none("x-original"),
        }

    def text(self, node: Any, key: str) -> Text:
        return text(node, key, self.document.base_language)

    # Parameters and headers

    def parameters(self, of_path: list[Any], of_operation: list[Any]) -> tuple[ParameterDoc, ...]:
        """Those of the path, each replaced by one of the same place and name of the operation, then the others."""
        found: dict[tuple[str, str], ParameterDoc] = {}
        for raw in [*of_path, *of_operation]:
            node = self.document.resolve(raw)
            if not isinstance(node, Mapping) or not isinstance(node.get("name"), str):
                raise InvalidDocument("A parameter has no name.")
            doc = self.parameter(node["name"], str(node.get("in") or "query"), node)
            found[(doc.location, doc.name)] = doc
        return tuple(found.values())

    def parameter(self, name: str, location: str, node: Mapping[str, Any]) -> ParameterDoc:
        style = str(node.get("style") or ("form" if location in ("query", "cookie") else "simple"))
        media_type, media = next(iter(_mapping(node.get("content")).items()), ("", {}))
        described = _mapping(self.document.resolve(media)) if media_type else node
        return ParameterDoc(
            name=name,
            location=location,
            required=node.get("required") is True or location == "path",
            schema=_schema(described.get("schema")),
            description=self.text(node, "description"),
            examples=self.examples(described),
            style=style,
            explode=bool(node.get("explode", style == "form")),
            deprecated=node.get("deprecated") is True,
            allow_reserved=node.get("allowReserved") is True,
            media_type=media_type,
        )

    # Contents

    def request_body(self, raw: Any) -> RequestBodyDoc | None:
        node = self.document.resolve(raw)
        if not isinstance(node, Mapping):
            return None
        return RequestBodyDoc(
            required=node.get("required") is True,
            description=self.text(node, "description"),
            media_types=tuple(self.media_type(name, media) for name, media in _mapping(node.get("content")).items()),
        )

    def media_type(self, name: str, raw: Any, borrowed: tuple[Example, ...] = ()) -> MediaTypeDoc:
        node = _mapping(self.document.resolve(raw))
        schema = _mapping(node.get("schema"))
        return MediaTypeDoc(
            media_type=name,
            schema=_schema(node.get("schema")),
            examples=self.examples(node) or borrowed,
            encoding=dict(_mapping(node.get("encoding"))),
            event_schema=_schema(schema.get("x-sse-event-schema")),
            terminator=str(schema.get("x-sse-terminator") or ""),
        )

    def examples(self, node: Mapping[str, Any]) -> tuple[Example, ...]:
        """Of a parameter or media type: ``examples`` by name, or the one ``example``."""
        if "example" in node:
            return (Example("default", node["example"]),)
        named = node.get("examples")
        if not isinstance(named, Mapping):
            return ()
        return tuple(self.example(name, _mapping(self.document.resolve(raw))) for name, raw in named.items())

    def example(self, name: str, node: Mapping[str, Any]) -> Example:
        return Example(
            name=name,
            value=node.get("value"),
            summary=self.text(node, "summary"),
            description=self.text(node, "description"),
            external_value=str(node.get("externalValue") or ""),
        )

    # Responses

    def responses(self, raw: Any) -> tuple[ResponseDoc, ...]:
        return tuple(
            self.response(status, _mapping(self.document.resolve(node)))
            for status, node in _mapping(raw).items()
            if not status.startswith("x-")
        )

    def response(self, status: str, node: Mapping[str, Any]) -> ResponseDoc:
        headers = (
            (name, _mapping(self.document.resolve(item))) for name, item in _mapping(node.get("headers")).items()
        )
        return ResponseDoc(
            status=status,
            description=self.text(node, "description"),
            headers=tuple(self.parameter(name, "header", item) for name, item in headers),
            media_types=tuple(
                self.media_type(name, media, self.borrowed(media, status, name))
                for name, media in _mapping(node.get("content")).items()
            ),
        )

    def borrowed(self, media: Any, status: str, media_type: str) -> tuple[Example, ...]:
        """Examples of the same response of the operation that ``x-example-from`` names."""
        lender = self.by_id.get(str(_mapping(media).get("x-example-from") or ""))
        if lender is None:
            return ()
        response = _mapping(self.document.resolve(_mapping(lender.get("responses")).get(status)))
        content = _mapping(response.get("content"))
        return self.examples(_mapping(self.document.resolve(content.get(media_type))))

    # Servers

    def servers(self, item: Mapping[str, Any], node: Mapping[str, Any]) -> tuple[Server, ...]:
        """Of the operation, else of its path, else of the document, else "/" (OpenAPI 3.1 §4.8.1)."""
        for owner in (node, item, self.document.data):
            found = tuple(self.server(raw) for raw in _list(owner.get("servers")) if isinstance(raw, Mapping))
            if found:
                return found
        return (Server("/"),)

    def server(self, node: Mapping[str, Any]) -> Server:
        return Server(
            url=str(node.get("url") or "/"),
            description=self.text(node, "description"),
            variables=tuple(
                ServerVariable(
                    name=name,
                    default=str(_mapping(raw).get("default") or ""),
                    values=tuple(str(value) for value in _list(_mapping(raw).get("enum"))),
                    description=self.text(raw, "description"),
                    variable=as_variable(name),
                )
                for name, raw in _mapping(node.get("variables")).items()
            ),
        )


def _schema(node: Any) -> Schema:
    return dict(node) if isinstance(node, Mapping) else node if isinstance(node, bool) else None


def is_stream(item: MediaTypeDoc) -> bool:
    """Whether that content arrives as events or lines."""
    return media_types.parse(item.media_type).essence in ("text/event-stream", "application/x-ndjson")


__all__ = [
    "Example",
    "Fragment",
    "MediaTypeDoc",
    "Operation",
    "ParameterDoc",
    "RequestBodyDoc",
    "ResponseDoc",
    "Schema",
    "SecurityScheme",
    "Server",
    "ServerVariable",
    "fragment",
    "is_stream",
    "operation",
    "operations",
    "outline",
    "slug",
]
