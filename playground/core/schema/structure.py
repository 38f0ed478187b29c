"""A JSON Schema as documentation: the tree of what a value holds, with everything that is said about each place.

``$ref`` and ``allOf`` are looked through, alternatives (``anyOf``, ``oneOf``) stand side by side, an alternative with
null becomes ``… | null``, and what the items of an array hold is shown as the array's own children. What leads back to
itself, or lies deeper than a page should show, is *cut*: the entry keeps its ``place``, from which the rest opens.

A place is a reference (``#/components/schemas/Pet/properties/name``) into the document that the tree is drawn from.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal
from urllib.parse import quote

from playground.core.errors import InvalidDocument
from playground.core.openapi.document import Document, pointer_tokens
from playground.core.openapi.texts import text
from playground.core.schema.pointers import escape

#: Entries of one tree beyond which it is drawn less deep, and the depths that are tried, one after the other.
MAX_ENTRIES = 400
DEPTHS = (8, 6, 5, 4, 3, 2, 1)

#: Type labels say no more than this of arrays in arrays and of alternatives in alternatives.
_LABEL_DEPTH = 4

#: Keywords shown as they stand, in the order of JSON Schema Validation §6 and §8.
CONSTRAINTS = (
    "const",
    "minimum",
    "exclusiveMinimum",
    "maximum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minContains",
    "maxContains",
    "minProperties",
    "maxProperties",
    "contentEncoding",
    "contentMediaType",
)

Role = Literal["root", "property", "pattern", "additional", "item", "alternative"]
Cut = Literal["", "cycle", "depth"]


@dataclass(frozen=True, slots=True)
class Structure:
    """One place of a value.

    id
        Unique in its tree, and made of letters, digits and hyphens.
    place
        Where its schema stands.
    role, name
        ``property``: the name; ``pattern``: the pattern of names; ``additional``: any other name; ``item``: an item
        of an array (``name`` is its index where each item is described by itself); ``alternative``: a label.
    type_label
        ``array [object {2}]``, ``string <date-time> | null``, ``enum<string>``, ``any``.
    description, items_description
        Markdown; the second is of the objects of an array, whose members are the children.
    constraints
        Pairs of keyword and JSON text.
    choices, hints, default, examples
        JSON texts: all values that are allowed, some of an open set, the default (None: there is none), examples.
    """

    id: str
    place: str
    role: Role
    name: str = ""
    type_label: str = "any"
    title: str = ""
    required: bool = False
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False
    description: str = ""
    items_description: str = ""
    constraints: tuple[tuple[str, str], ...] = ()
    choices: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    default: str | None = None
    examples: tuple[str, ...] = ()
    children: tuple[Structure, ...] = ()
    alternatives: tuple[Structure, ...] = ()
    cut: Cut = ""

    @property
    def has_facts(self) -> bool:
        """Whether something is said beside name, type and description."""
        return bool(self.constraints or self.choices or self.hints or self.examples or self.default is not None)

    @property
    def is_bare(self) -> bool:
        """Whether the type label says it all."""
        return not (self.has_facts or self.description or self.children or self.alternatives or self.cut)


@dataclass(frozen=True, slots=True)
class _Layer:
    """A schema object, and where it stands."""

    keywords: Mapping[str, Any]
    place: str


@dataclass(frozen=True)
class _Layers:
    """The schema objects that together describe a place: its own, what it refers to, and the branches of allOf.

    The outer wins where two say the same, as what stands beside ``$ref`` does.
    """

    layers: tuple[_Layer, ...]
    references: frozenset[str]
    nullable: bool

    @cached_property
    def keywords(self) -> dict[str, Any]:
        return {word: value for layer in reversed(self.layers) for word, value in layer.keywords.items()}

    def get(self, keyword: str) -> Any:
        return self.keywords.get(keyword)

    def has(self, keyword: str) -> bool:
        return keyword in self.keywords

    @cached_property
    def properties(self) -> dict[str, tuple[Any, str]]:
        return self.named("properties")

    def named(self, keyword: str) -> dict[str, tuple[Any, str]]:
        """The schemas of ``properties`` or ``patternProperties`` of all layers, each with its place."""
        found: dict[str, tuple[Any, str]] = {}
        for layer in self.layers:
            for name, schema in _mapping(layer.keywords.get(keyword)).items():
                found.setdefault(name, (schema, f"{layer.place}/{keyword}/{_token(name)}"))
        return found

    def one(self, keyword: str) -> tuple[Any, str] | None:
        """The schema under a keyword such as ``items``, with its place."""
        for layer in self.layers:
            if isinstance(layer.keywords.get(keyword), Mapping):
                return layer.keywords[keyword], f"{layer.place}/{keyword}"
        return None

    def many(self, keyword: str) -> tuple[tuple[Any, str], ...]:
        """The schemas of a list under a keyword, each with its place."""
        for layer in self.layers:
            listed = layer.keywords.get(keyword)
            if isinstance(listed, list):
                return tuple((schema, f"{layer.place}/{keyword}/{index}") for index, schema in enumerate(listed))
        return ()

    @property
    def required(self) -> frozenset[str]:
        names = (layer.keywords.get("required") for layer in self.layers)
        return frozenset(name for listed in names if isinstance(listed, list) for name in listed)


class _TooMany(Exception):
    """The tree has more entries than are allowed at this depth."""


def structure(document: Document, place: str, language: str = "", *, id: str = "s", role: Role = "root") -> Structure:
    """The tree of the schema at ``place``.

    ``language`` chooses among the texts of the schemas; ``id`` begins the ids of all entries.
    Raises ``InvalidDocument`` where nothing stands at ``place``.
    """
    schema, above = document.look_up(place), frozenset({place})
    for depth in DEPTHS[:-1]:
        try:
            return _Walk(document, language, depth, MAX_ENTRIES).entry(schema, place, id, role, above=above)
        except _TooMany:
            continue
    return _Walk(document, language, DEPTHS[-1], 0).entry(schema, place, id, role, above=above)


def type_label(document: Document, schema: Any) -> str:
    """How documentation names the type of a schema."""
    return _Walk(document, "", 1, 0).label(schema)


class _Walk:
    """Draws one tree, ``depth`` levels deep, of at most ``limit`` entries (0: as many as there are)."""

    def __init__(self, document: Document, language: str, depth: int, limit: int) -> None:
        self.document = document
        self.language = language
        self.depth = depth
        self.limit = limit
        self.count = 0

    # Looking through references

    def layers(self, schema: Any, place: str) -> _Layers:
        references: list[str] = []
        found = tuple(self._layers(schema, place, references))
        nullable = any(_has_null(layer.keywords) for layer in found)
        return _Layers(found, frozenset(references), nullable)

    def _layers(self, schema: Any, place: str, references: list[str]) -> Iterator[_Layer]:
        if not isinstance(schema, Mapping):
            return
        yield _Layer(schema, place)
        reference = schema.get("$ref")
        if isinstance(reference, str) and reference not in references:
            references.append(reference)
            yield from self._layers(self.referred(reference), reference, references)
        for index, branch in enumerate(_list(schema.get("allOf"))):
            yield from self._layers(branch, f"{place}/allOf/{index}", references)
        for keyword in ("anyOf", "oneOf"):
            some = [(index, one) for index, one in enumerate(_list(schema.get(keyword))) if not _is_null(one)]
            if len(some) == 1:
                yield from self._layers(some[0][1], f"{place}/{keyword}/{some[0][0]}", references)

    def referred(self, reference: str) -> Any:
        """What is referred to; nothing where the reference leads nowhere: a page says what it can."""
        try:
            return self.document.look_up(reference)
        except InvalidDocument:
            return None

    # Entries

    def entry(
        self,
        schema: Any,
        place: str,
        id: str,
        role: Role,
        name: str = "",
        *,
        required: bool = False,
        depth: int = 0,
        above: frozenset[str] = frozenset(),
    ) -> Structure:
        """The entry of a schema; ``above`` are the references that were followed on the way to it."""
        self._count()
        layers = self.layers(schema, place)
        bare = self._facts(layers, Structure(id, place, role, name, self._label(layers), required=required))
        if not _opens(layers):
            return bare
        if layers.references & above:
            return replace(bare, cut="cycle", title=bare.title or _last(min(layers.references & above)))
        if depth >= self.depth:
            return replace(bare, cut="depth")
        return self._opened(bare, layers, depth + 1, above | layers.references)

    def _count(self) -> None:
        self.count += 1
        if self.limit and self.count > self.limit:
            raise _TooMany

    def _facts(self, layers: _Layers, entry: Structure) -> Structure:
        unlisted = layers.required - layers.properties.keys()
        constraints = [(word, layers.get(word)) for word in CONSTRAINTS if layers.has(word)]
        if unlisted:
            constraints.append(("required", sorted(unlisted)))
        if layers.get("additionalProperties") is False and layers.has("properties"):
            constraints.append(("additionalProperties", False))
        return replace(
            entry,
            title=self._text(layers, "title"),
            description=self._text(layers, "description"),
            deprecated=layers.get("deprecated") is True,
            read_only=layers.get("readOnly") is True,
            write_only=layers.get("writeOnly") is True,
            constraints=tuple((word, _json(value)) for word, value in constraints),
            choices=_jsons(layers.get("enum")),
            hints=_jsons(layers.get("x-enum-hint")),
            default=_json(layers.get("default")) if layers.has("default") else None,
            examples=_jsons(layers.get("examples") or ([layers.get("example")] if layers.has("example") else None)),
        )

    def _text(self, layers: _Layers, key: str) -> str:
        for layer in layers.layers:
            found = text(layer.keywords, key, self.document.base_language)
            if found:
                return found.get(self.language)
        return ""

    def _opened(self, entry: Structure, layers: _Layers, depth: int, above: frozenset[str]) -> Structure:
        children = [*self._members(layers, entry.id, depth, above), *self._places(layers, entry.id, depth, above)]
        alternatives = tuple(self._alternatives(layers, entry.id, depth, above))
        if all(item.is_bare for item in alternatives):
            alternatives = ()
        item = self._item(layers, entry.id, depth, above)
        if item is None or item.is_bare:
            return replace(entry, children=tuple(children), alternatives=alternatives)
        if (
            item.has_facts
            or item.cut
            or not (item.children or item.alternatives)
            or (alternatives and item.alternatives)
        ):
            return replace(entry, children=(*children, item), alternatives=alternatives)
        return replace(
            entry,
            children=(*children, *item.children),
            alternatives=alternatives or item.alternatives,
            items_description=item.description or item.items_description,
        )

    def _members(self, layers: _Layers, id: str, depth: int, above: frozenset[str]) -> Iterator[Structure]:
        """Properties by name, by pattern, and any other."""
        needed = layers.required
        for index, (name, (schema, place)) in enumerate(layers.properties.items()):
            yield self.entry(
                schema, place, f"{id}-{index}", "property", name, required=name in needed, depth=depth, above=above
            )
        for index, (name, (schema, place)) in enumerate(layers.named("patternProperties").items()):
            yield self.entry(schema, place, f"{id}-p{index}", "pattern", name, depth=depth, above=above)
        other = layers.one("additionalProperties")
        if other and other[0]:
            yield self.entry(*other, f"{id}-x", "additional", depth=depth, above=above)

    def _places(self, layers: _Layers, id: str, depth: int, above: frozenset[str]) -> Iterator[Structure]:
        """Items that are described one by one."""
        for index, (schema, place) in enumerate(layers.many("prefixItems")):
            yield self.entry(schema, place, f"{id}-i{index}", "item", str(index), depth=depth, above=above)

    def _item(self, layers: _Layers, id: str, depth: int, above: frozenset[str]) -> Structure | None:
        items = layers.one("items")
        return self.entry(*items, f"{id}-i", "item", depth=depth, above=above) if items else None

    def _alternatives(self, layers: _Layers, id: str, depth: int, above: frozenset[str]) -> Iterator[Structure]:
        for index, (schema, place) in enumerate(_choices(layers)):
            entry = self.entry(schema, place, f"{id}-o{index}", "alternative", depth=depth, above=above)
            yield replace(entry, name=entry.title or self._distinction(schema, place) or entry.type_label)

    def _distinction(self, schema: Any, place: str) -> str:
        """What tells an alternative from the others: its one constant member, else the name it is kept under."""
        layers = self.layers(schema, place)
        for member, where in layers.properties.values():
            inner = self.layers(member, where)
            values = [inner.get("const")] if inner.has("const") else _list(inner.get("enum"))
            if len(values) == 1:
                return str(values[0])
        reference = schema.get("$ref") if isinstance(schema, Mapping) else None
        return _last(reference) if isinstance(reference, str) else ""

    # Types

    def label(self, schema: Any, level: int = 0) -> str:
        return "never" if schema is False else self._label(self.layers(schema, ""), level)

    def _label(self, layers: _Layers, level: int = 0) -> str:
        types = dict.fromkeys(self._types(layers, level))
        nullable = layers.nullable or "null" in types
        types.pop("null", None)
        return " | ".join([*types, "null"] if nullable else types) or "any"

    def _types(self, layers: _Layers, level: int) -> list[str]:
        declared = layers.get("type")
        if declared is None and (some := _choices(layers)):
            return [self.label(schema, level + 1) for schema, _ in some] if level < _LABEL_DEPTH else ["any"]
        names = _list(declared) or ([declared] if declared else _inferred(layers))
        return [self._one_type(str(name), layers, level) for name in names]

    def _one_type(self, name: str, layers: _Layers, level: int) -> str:
        if name == "array":
            return self._array(layers, level)
        if name == "object":
            count = len(layers.properties)
            return f"object {{{count}}}" if count else name
        if layers.has("enum") and name != "null":
            return f"enum<{name}>"
        form = layers.get("format")
        return f"{name} <{form}>" if isinstance(form, str) and name != "null" else name

    def _array(self, layers: _Layers, level: int) -> str:
        items = layers.one("items")
        if items is None or level >= _LABEL_DEPTH:
            return "array"
        inner = self.label(items[0], level + 1)
        return f"array[{inner}]" if inner.isalpha() else f"array [{inner}]"


def _choices(layers: _Layers) -> tuple[tuple[Any, str], ...]:
    """The alternatives, where there are several beside null."""
    for keyword in ("oneOf", "anyOf"):
        some = tuple((schema, place) for schema, place in layers.many(keyword) if not _is_null(schema))
        if len(some) > 1:
            return some
    return ()


def _opens(layers: _Layers) -> bool:
    """Whether there is anything below."""
    other = layers.one("additionalProperties")
    return bool(
        layers.properties
        or layers.named("patternProperties")
        or (other and other[0])
        or layers.one("items")
        or layers.many("prefixItems")
        or _choices(layers)
    )


def _inferred(layers: _Layers) -> list[str]:
    """Types of a schema that names none: by its keywords, else by its values."""
    if any(layers.has(word) for word in ("properties", "patternProperties", "additionalProperties")):
        return ["object"]
    if any(layers.has(word) for word in ("items", "prefixItems")):
        return ["array"]
    values = [layers.get("const")] if layers.has("const") else _list(layers.get("enum"))
    return list(dict.fromkeys(_type_of(value) for value in values))


def _type_of(value: Any) -> str:
    match value:
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "number"
        case str():
            return "string"
        case None:
            return "null"
        case list():
            return "array"
    return "object"


def _has_null(keywords: Mapping[str, Any]) -> bool:
    if keywords.get("type") == "null" or "null" in _list(keywords.get("type")):
        return True
    return any(_is_null(one) for keyword in ("anyOf", "oneOf") for one in _list(keywords.get(keyword)))


def _is_null(schema: Any) -> bool:
    if not isinstance(schema, Mapping):
        return False
    return schema.get("type") in ("null", ["null"]) or ("const" in schema and schema["const"] is None)


def _mapping(node: Any) -> Mapping[str, Any]:
    return node if isinstance(node, Mapping) else {}


def _list(node: Any) -> list[Any]:
    return node if isinstance(node, list) else []


def _token(name: str) -> str:
    """A name as it is written in a reference (RFC 6901 §6)."""
    return name if name.isidentifier() and name.isascii() else quote(escape(name), safe="~")


def _last(reference: str) -> str:
    """The name at the end of a reference."""
    return pointer_tokens(f"#/{reference.rpartition('/')[2]}")[-1]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _jsons(values: Any) -> tuple[str, ...]:
    listed: Iterable[Any] = _list(values)
    return tuple(_json(value) for value in listed)
