"""What the page of an operation says, in one language: its description read as documentation.

Everything here depends on the description alone, never on who asks, and is kept by digest, key and language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from http import HTTPStatus

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import override

from playground.catalog import services, tree
from playground.catalog.names import key_of, name_of
from playground.core import media_types
from playground.core.openapi.document import Document
from playground.core.openapi.example_requests import as_text, json_text
from playground.core.openapi.navigation import Node
from playground.core.openapi.operations import (
    Example,
    Fragment,
    MediaTypeDoc,
    Operation,
    ParameterDoc,
    ResponseDoc,
    is_stream,
    slug,
)
from playground.core.openapi.records import to_plain
from playground.core.openapi.security import SecurityScheme
from playground.core.schema.structure import Structure, structure
from playground.web.highlight import highlight
from playground.web.markdown import plain

#: Where the operation stands in the document that its structures are drawn from.
_OPERATION = "x-operation"

#: Stands for the server where a description names none that is absolute.
_NO_SERVER = "{{BASE_URL}}"


@dataclass(frozen=True, slots=True)
class ExampleText:
    """An example as text. ``title`` and ``description`` may be empty, ``external`` is an address to look at."""

    id: str
    title: str
    description: str
    text: str
    html: SafeString
    external: str = ""

    @property
    def is_link(self) -> bool:
        """Whether the address can be followed: one of a page, and no script."""
        return self.external.lower().startswith(("https://", "http://"))


@dataclass(frozen=True, slots=True)
class Content:
    """Content of one media type: its structure, that of each event of a stream, and examples."""

    id: str
    media_type: str
    structure: Structure | None
    event: Structure | None
    terminator: str
    examples: tuple[ExampleText, ...]
    is_stream: bool


@dataclass(frozen=True, slots=True)
class ResponseSection:
    """``status_class`` is "2" for "200" and "2XX", "" for "default"."""

    id: str
    status: str
    status_class: str
    phrase: str
    description: str
    headers: tuple[Structure, ...]
    contents: tuple[Content, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A page of the same description. ``word`` says what it is to this one."""

    key: str
    title: str
    method: str
    word: str = ""


@dataclass(frozen=True, slots=True)
class Documentation:
    """One page. ``parameters`` are pairs of a location (path, query, header, cookie) and its rows."""

    key: str
    method: str
    path: str
    url: str
    title: str
    description: str
    summary: str
    availability: str
    deprecated: bool
    groups: tuple[str, ...]
    security: tuple[str, ...]
    parameters: tuple[tuple[str, tuple[Structure, ...]], ...]
    body: tuple[Content, ...]
    body_required: bool
    body_description: str
    responses: tuple[ResponseSection, ...]
    task: tuple[Link, ...]
    task_seconds: int | None
    websocket: ExampleText | None
    path_variants: tuple[str, ...]
    changed: date | str
    previous: Link | None
    next: Link | None


def documentation(key: str, language: str, origin: str = "") -> Documentation:
    """The page of an operation. ``origin`` is that of the document where it is known: relative servers stand below it.

    Raises ``ObjectDoesNotExist`` for an unknown name.
    """
    return _documentation(services.listed_of(key).digest, key, language, origin)


@lru_cache(maxsize=64)
def _documentation(digest: str, key: str, language: str, origin: str) -> Documentation:
    with override(language):
        return _Page(services.page(key), services.listed_of(key), language, origin).read()


def branch(key: str, place: str, id: str, language: str) -> Structure:
    """The tree below one place of an operation's schemas, which a page left out.

    Raises ``InvalidDocument`` where nothing stands there, ``OperationRow.DoesNotExist`` for an unknown name.
    """
    return structure(whole(services.page(key)), place, language, id=id)


def whole(fragment: Fragment) -> Document:
    """A document that holds the schemas of the operation as well as those that they refer to."""
    return Document({**fragment.document.data, _OPERATION: to_plain(fragment.operation)})


class _Page:
    def __init__(self, fragment: Fragment, listed: services.Listed, language: str, origin: str) -> None:
        self.fragment = fragment
        self.operation = fragment.operation
        self.listed = listed
        self.language = language
        self.origin = origin

    @cached_property
    def document(self) -> Document:
        return whole(self.fragment)

    def read(self) -> Documentation:
        item = self.operation
        body = item.request_body
        before, after = self.neighbours()
        return Documentation(
            key=item.key,
            method=item.method,
            path=item.path_template,
            url=address(item, self.origin),
            title=item.title.get(self.language),
            description=item.description.get(self.language),
            summary=plain(item.description.get(self.language)) or f"{item.method} {item.path_template}",
            availability=availability(item.availability),
            deprecated=item.deprecated,
            groups=tuple(node.title.get(self.language) for node in tree.trail(self.listed, key_of(item.key))),
            security=tuple(" + ".join(map(scheme_text, needed)) for needed in item.security if needed),
            parameters=tuple(self.parameters()),
            body=tuple(self.contents(body.media_types, "request_body", "doc-body")) if body else (),
            body_required=bool(body and body.required),
            body_description=body.description.get(self.language) if body else "",
            responses=tuple(self.response(index, one) for index, one in enumerate(item.responses)),
            task=tuple(self.task()),
            task_seconds=(item.task or {}).get("interval-seconds"),
            websocket=self.websocket(),
            path_variants=tuple(str(one) for one in (item.path_variants or {}).get("templates") or ()),
            changed=_date(item.modified) or _date(self.listed.version) or self.listed.version,
            previous=before,
            next=after,
        )

    # Parameters

    def parameters(self) -> Iterator[tuple[str, tuple[Structure, ...]]]:
        for location in ("path", "query", "header", "cookie"):
            rows = tuple(
                self.parameter(item, f"parameters/{index}", f"doc-{location}-{index}")
                for index, item in enumerate(self.operation.parameters)
                if item.location == location
            )
            if rows:
                yield location, rows

    def parameter(self, item: ParameterDoc, place: str, id: str) -> Structure:
        """A row: what is said of the parameter goes before what is said of its schema."""
        drawn = self.structure(item.schema, f"{place}/schema", id) or Structure(id, "", "property", type_label="string")
        documented = tuple(as_text(example.value) for example in item.examples)
        return replace(
            drawn,
            role="property",
            name=item.name,
            required=item.required,
            deprecated=item.deprecated or drawn.deprecated,
            description=item.description.get(self.language) or drawn.description,
            examples=documented or drawn.examples,
        )

    def structure(self, schema: object, place: str, id: str) -> Structure | None:
        if schema is None:
            return None
        return structure(self.document, f"#/{_OPERATION}/{place}", self.language, id=id)

    # Contents

    def contents(self, items: Iterable[MediaTypeDoc], place: str, id: str) -> Iterator[Content]:
        for index, item in enumerate(items):
            yield self.content(item, f"{place}/media_types/{index}", f"{id}-{index}")

    def content(self, item: MediaTypeDoc, place: str, id: str) -> Content:
        syntax = "json" if media_types.parse(item.media_type).is_json else ""
        return Content(
            id=id,
            media_type=item.media_type,
            structure=self.structure(item.schema, f"{place}/schema", f"{id}-s"),
            event=self.structure(item.event_schema, f"{place}/event_schema", f"{id}-e"),
            terminator=item.terminator,
            examples=tuple(
                self.example(example, f"{id}-x{number}", syntax) for number, example in enumerate(item.examples)
            ),
            is_stream=is_stream(item),
        )

    def example(self, item: Example, id: str, syntax: str) -> ExampleText:
        is_text = isinstance(item.value, str) and not syntax
        text = "" if item.external_value else item.value if is_text else json_text(item.value)
        return ExampleText(
            id=id,
            title=item.summary.get(self.language) or ("" if item.name == "default" else item.name),
            description=item.description.get(self.language),
            text=text,
            html=highlight(text, "" if is_text else "json"),
            external=item.external_value,
        )

    def response(self, index: int, item: ResponseDoc) -> ResponseSection:
        id, place = f"doc-response-{index}", f"responses/{index}"
        return ResponseSection(
            id=id,
            status=item.status,
            status_class=item.status[0] if item.status[:1].isdigit() else "",
            phrase=_phrase(item.status),
            description=item.description.get(self.language),
            headers=tuple(
                self.parameter(header, f"{place}/headers/{number}", f"{id}-h{number}")
                for number, header in enumerate(item.headers)
            ),
            contents=tuple(self.contents(item.media_types, place, id)),
        )

    def websocket(self) -> ExampleText | None:
        described = self.operation.websocket
        if described is None:
            return None
        text = json_text({name: value for name, value in described.items() if name != "examples"})
        return ExampleText("doc-websocket", "", "", text, highlight(text, "json"))

    # Other pages

    def neighbours(self) -> tuple[Link | None, Link | None]:
        """The pages before and after this one in the tree."""
        order = tree.index(self.listed).operations
        here = next((index for index, node in enumerate(order) if node.key == key_of(self.operation.key)), None)
        if here is None:
            return None, None
        before = self.link(order[here - 1]) if here else None
        return before, self.link(order[here + 1]) if here + 1 < len(order) else None

    def link(self, node: Node, word: str = "") -> Link:
        return Link(name_of(self.listed.key, node.key), node.title.get(self.language), node.method, word)

    def task(self) -> Iterator[Link]:
        """The steps of a task that this operation belongs to: submit, poll, download."""
        nodes = tree.index(self.listed).nodes
        words = {"submit": _("Submit"), "poll": _("Poll"), "download": _("Download")}
        for step, key in _steps(self.operation, task_steps(self.listed)):
            if node := nodes.get(("operation", key_of(key))):
                yield self.link(node, words[step])


def _steps(item: Operation, submits: dict[str, tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Pairs of step and key. ``submits`` maps each submitting operation to those that poll and download."""
    mine = submits.get(item.key)
    fellows = {pair for pair in submits.values() if item.key in pair}
    if mine:
        fellows = {mine}
        yield "submit", item.key
    else:
        yield from (("submit", key) for key, pair in submits.items() if pair in fellows)
    for position, step in enumerate(("poll", "download")):
        keys = dict.fromkeys(pair[position] for pair in sorted(fellows) if pair[position])
        yield from ((step, key) for key in keys)


def task_steps(listed: services.Listed) -> dict[str, tuple[str, str]]:
    """Keys of the operations that submit a task, each with those that poll it and download its result ("": none)."""
    submits = {item.key: item.task for item in services.outlines(listed) if item.task}

    def step(name: object) -> str:
        return name_of(listed.key, slug(name)) if isinstance(name, str) and name else ""

    return {key: (step(task.get("poll") or " "), step(task.get("download"))) for key, task in submits.items()}


# Words


def availability(word: str) -> str:
    """A sentence for ``x-availability`` of the shipped description; "" where it says nothing."""
    sentences = {
        "gateway": _("Served by one-api and new-api"),
        "new-api": _("Served by new-api"),
        "aggregator-extension": _("Extension of aggregators"),
        "upstream-only": _("Upstream only"),
    }
    return sentences.get(word, word)


def scheme_text(scheme: SecurityScheme) -> str:
    """How to show who is asking, in a few words."""
    places = {"header": _("header"), "query": _("query parameter"), "cookie": _("cookie")}
    if scheme.kind == "apiKey":
        return _("API key in the {place} {name}").format(place=places.get(scheme.location, ""), name=scheme.name)
    if scheme.kind == "http" and scheme.scheme == "basic":
        return _("User name and password (Basic) in the header Authorization")
    if scheme.kind == "mutualTLS":
        return _("Client certificate")
    if scheme.takes_whole_value:
        return _("{scheme} in the header Authorization").format(scheme=scheme.scheme.capitalize())
    return _("Bearer token in the header Authorization")


def _phrase(status: str) -> str:
    try:
        return HTTPStatus(int(status)).phrase
    except ValueError:
        return ""


def _date(written: str) -> date | None:
    match = re.match(r"(\d{4})[-.](\d{2})[-.](\d{2})", written)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


# Addresses


def address(item: Operation, origin: str = "") -> str:
    """The address in full, its path parameters as ``{names}``."""
    return server(item, origin).rstrip("/") + item.path_template


def server(item: Operation, origin: str = "") -> str:
    """The first server, absolute: a relative one below the ``origin`` of its document."""
    url = item.servers[0].default_url if item.servers else ""
    return url if "://" in url else (origin or _NO_SERVER) + url
