"""What a schema says once its references are followed (JSON Schema 2020-12, OpenAPI 3.0 and 3.1).

``$ref`` and ``allOf`` are merged one level at a time, when a place is opened. So a schema that refers to itself is
no trouble, and a schema of a thousand pages costs what is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar, cast
from urllib.parse import unquote

from playground.core.errors import InvalidInput
from playground.core.schema import open_items, patterns, pointers
from playground.core.schema.text import dumps

Schema = dict[str, Any]

#: What ``true`` and ``false`` are as objects (JSON Schema 2020-12, Core §4.3.2). Always these two: see ``once``.
ANYTHING: Schema = {}
NOTHING: Schema = {"not": {}}

#: Keywords of which the greater value binds, and those of which the smaller one does.
_GREATER = frozenset({"minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"})
_SMALLER = frozenset({"maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"})
_BY_NAME = frozenset({"properties", "patternProperties", "$defs", "definitions", "dependentSchemas"})

#: Keywords that tell the type where ``type`` is left out.
_TELLING = {
    "object": ("properties", "additionalProperties", "patternProperties", "propertyNames", "minProperties"),
    "array": ("items", "prefixItems", "minItems", "maxItems", "uniqueItems", "contains"),
    "string": ("pattern", "minLength", "maxLength", "contentEncoding", "contentMediaType"),
    "number": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
}
#: Keywords that make an alternative a value of its own, not one more condition.
_DEFINING = frozenset(
    {"type", "$ref", "properties", "items", "prefixItems", "const", "enum", "allOf", "anyOf", "oneOf"}
)


T = TypeVar("T")


class Definitions:
    """The document in which local references are looked up, and a memory of what was worked out from it.

    Made from a document that does not change any more, it may be kept and used by several threads.
    """

    def __init__(self, document: Mapping[str, Any], root: Any = None) -> None:
        self._document = document
        self._root = root
        self._known: dict[tuple[str, int], tuple[Any, Any]] = {}

    @classmethod
    def of(cls, document: Mapping[str, Any] | Definitions, root: Any = None) -> Definitions:
        """Definitions that are there already, or new ones."""
        return document if isinstance(document, Definitions) else cls(document, root)

    def once(self, what: str, schema: Any, make: Callable[[Any], T]) -> T:
        """``make(schema)``, worked out the first time that ``what`` is asked of this very schema.

        The schema is kept along, so that no other can come to have its identity.
        """
        key = (what, id(schema))
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = (schema, make(schema))
        return cast("T", known[1])

    def look_up(self, reference: Any) -> Any:
        """The schema that a local ``$ref`` names; None where there is none (nothing is ever fetched)."""
        if not isinstance(reference, str) or not reference.startswith("#"):
            return None
        fragment = unquote(reference[1:])
        if not fragment:
            return self._document if self._root is None else self._root
        if not fragment.startswith("/"):
            return _anchored(self._root, fragment) or _anchored(self._document, fragment)
        for document in (self._document, self._root):
            try:
                found = pointers.look_up(document, fragment)
            except InvalidInput:
                return None
            if found is not None:
                return found
        return None

    def resolve(self, schema: Any, inside: frozenset[int] = frozenset()) -> Schema:
        """A schema with its ``$ref`` followed and its ``allOf`` merged into it; its members are left as they are.

        ``inside`` are the schemas that are being merged: one that is merged into itself adds nothing.
        """
        if not isinstance(schema, dict):
            return NOTHING if schema is False else ANYTHING
        if "$ref" not in schema and "allOf" not in schema:
            return schema
        if id(schema) in inside:
            return ANYTHING
        return self.once("resolved", schema, lambda found: self._merge_parts(found, inside | {id(found)}))

    def _merge_parts(self, schema: Schema, inside: frozenset[int]) -> Schema:
        own = {key: value for key, value in schema.items() if key not in {"$ref", "allOf"}}
        parts = [self.look_up(schema["$ref"])] if "$ref" in schema else []
        parts += schema["allOf"] if isinstance(schema.get("allOf"), list) else []
        merged: Schema = {}
        for part in parts:
            merged = merge(self.resolve(part, inside), merged)
        return merge(merged, own)


def _anchored(schema: Any, anchor: str) -> Any:
    """The schema with that ``$anchor`` among the definitions of a schema (JSON Schema 2020-12, Core §8.2.2)."""
    if not isinstance(schema, Mapping):
        return None
    held = schema.get("$defs")
    named = [schema, *(held.values() if isinstance(held, dict) else ())]
    tests = ("$anchor", "$dynamicAnchor")
    return next((one for one in named if isinstance(one, dict) and anchor in [one.get(key) for key in tests]), None)


def merge(base: Schema, over: Schema) -> Schema:
    """Both schemas in one: conditions of both bind, and ``over`` has the last word in what is only said."""
    if not base or not over:
        return over or base
    result = dict(base)
    for key, value in over.items():
        result[key] = _joined(key, base[key], value) if key in base else value
    return result


def _joined(key: str, first: Any, second: Any) -> Any:
    if key in _BY_NAME and isinstance(first, dict) and isinstance(second, dict):
        return _joined_by_name(first, second)
    if key == "required" and isinstance(first, list) and isinstance(second, list):
        return [*first, *(name for name in second if name not in first)]
    if key == "type":
        return _common(_listed(first), _listed(second)) or second
    if key == "enum" and isinstance(first, list) and isinstance(second, list):
        return _common(first, second) or second
    if _are_numbers(first, second) and key in _GREATER | _SMALLER:
        return max(first, second) if key in _GREATER else min(first, second)
    return second


def _joined_by_name(first: Schema, second: Schema) -> Schema:
    joined = dict(first)
    for name, schema in second.items():
        both = name in first and first[name] is not schema
        joined[name] = {"allOf": [first[name], schema]} if both else schema
    return joined


def _common(first: list[Any], second: list[Any]) -> list[Any]:
    return [value for value in first if value in second]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _are_numbers(*values: Any) -> bool:
    return all(isinstance(value, int | float) and not isinstance(value, bool) for value in values)


def said(schema: Schema, keyword: str, language: str) -> str:
    """A title or description in a language: ``x-description-en`` beside ``description`` where there is one."""
    primary = language.partition("-")[0].lower()
    value = schema.get(f"x-{keyword}-{primary}") or schema.get(keyword)
    return value if isinstance(value, str) else ""


def json_type(value: Any) -> str:
    """The type that JSON has for a value: ``1.0`` is a number here, and an integer by ``fits_type``."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, list):
        return "array"
    return "object" if isinstance(value, dict) else "string"


def fits_type(value: Any, allowed: Iterable[str]) -> bool:
    """Whether a value has one of these types (JSON Schema Validation §6.1.1: ``1.0`` is an integer)."""
    kind = json_type(value)
    if kind != "number":
        return kind in allowed
    whole = isinstance(value, int) or float(value).is_integer()
    return "number" in allowed or (whole and "integer" in allowed)


def types(schema: Schema) -> tuple[str, ...]:
    """The types that a merged schema allows, as it says or shows; none where it says nothing."""
    stated = tuple(kind for kind in _listed(schema.get("type")) if isinstance(kind, str))
    if not stated:
        stated = _shown_types(schema)
    return (*stated, "null") if schema.get("nullable") is True and stated and "null" not in stated else stated


def _shown_types(schema: Schema) -> tuple[str, ...]:
    if "const" in schema:
        return (json_type(schema["const"]),)
    if isinstance(schema.get("enum"), list):
        return tuple(dict.fromkeys(json_type(value) for value in schema["enum"]))
    for kind, keywords in _TELLING.items():
        if any(keyword in schema for keyword in keywords):
            return (kind,)
    return ()


def properties(schema: Schema) -> dict[str, Any]:
    held = schema.get("properties")
    return held if isinstance(held, dict) else {}


def required(schema: Schema) -> tuple[str, ...]:
    held = schema.get("required")
    return tuple(name for name in held if isinstance(name, str)) if isinstance(held, list) else ()


def member_schema(schema: Schema, name: str) -> Any:
    """The schema of a member of an object; None where the schema does not speak of it."""
    if name in properties(schema):
        return properties(schema)[name]
    held = schema.get("patternProperties")
    for pattern, below in held.items() if isinstance(held, dict) else ():
        if _matches(pattern, name):
            return below
    rest = schema.get("additionalProperties")
    return rest if isinstance(rest, dict) and rest else None


def _matches(pattern: str, name: str) -> bool:
    """Whether a property name matches, as far as can be told in time."""
    try:
        return patterns.is_found(pattern, name[:200])
    except (patterns.Unusable, TimeoutError):
        return False


def item_schema(schema: Schema, index: int) -> Any:
    """The schema of the item at an index (``prefixItems``, then ``items``); ANYTHING where nothing is said."""
    prefix = schema.get("prefixItems")
    prefix = prefix if isinstance(prefix, list) else []
    if index < len(prefix):
        return prefix[index]
    items = schema.get("items")
    if schema.get("x-control") == "messages" and _says_nothing(items):
        return open_items.ITEM
    if isinstance(items, list):  # before 2020-12 a list of items was what prefixItems is now
        return items[index] if index < len(items) else ANYTHING
    return items if isinstance(items, dict | bool) else ANYTHING


def _says_nothing(items: Any) -> bool:
    """Whether a schema of items allows objects of any kind, and describes none."""
    return not isinstance(items, dict) or not (set(items) - {"type", "description", "x-description-en"})


# --- Alternatives ---------------------------------------------------------------------------------------------------


#: Alternatives offered for one place; alternatives inside alternatives are offered beside them, so many levels deep.
MAX_ALTERNATIVES = 100
_MAX_UNFOLDED = 4


def alternatives(schema: Schema, definitions: Definitions) -> list[Schema]:
    """The alternatives of a merged schema, each with what is common to all; fewer than two where there is no choice.

    ``oneOf``, ``anyOf`` and a list of types are all the same question. Alternatives that are strings all alike become
    one, with what they list as hints: an open enumeration.
    """
    return definitions.once("alternatives", schema, lambda found: _alternatives(found, definitions, _MAX_UNFOLDED))


def _alternatives(schema: Schema, definitions: Definitions, levels: int) -> list[Schema]:
    keyword = next((key for key in ("oneOf", "anyOf") if _defines(schema.get(key))), None)
    if keyword is None:
        return _by_type(schema)
    common = {key: value for key, value in schema.items() if key not in {keyword, "discriminator"}}
    options = [_option(common, option, definitions) for option in schema[keyword][:MAX_ALTERNATIVES]]
    if all(_is_string(option) for option in options):
        return _strings_as_one(options)
    return options if "discriminator" in schema else _unfolded(options, definitions, levels)


def _by_type(schema: Schema) -> list[Schema]:
    """One alternative for each type of a list of types."""
    kinds = [kind for kind in types(schema) if kind != "integer" or "number" not in types(schema)]
    if len(kinds) < 2 or "enum" in schema or "const" in schema:
        return []
    return [{**schema, "type": kind, "nullable": False} for kind in kinds]


def _unfolded(options: list[Schema], definitions: Definitions, levels: int) -> list[Schema]:
    """Alternatives of alternatives side by side."""
    found: list[Schema] = []
    for option in options:
        below = _alternatives(option, definitions, levels - 1) if levels else []
        found += below if len(below) > 1 else [option]
    return found[:MAX_ALTERNATIVES]


def _defines(options: Any) -> bool:
    return (
        isinstance(options, list)
        and bool(options)
        and any(isinstance(option, dict) and not _DEFINING.isdisjoint(option) for option in options)
    )


def _option(common: Schema, option: Any, definitions: Definitions) -> Schema:
    resolved = definitions.resolve(option)
    reference = option.get("$ref") if isinstance(option, dict) else None
    named = {"x-name": reference.rpartition("/")[2]} if isinstance(reference, str) else {}
    inherited = {key: value for key, value in common.items() if key not in _ANNOTATIONS}
    return {**named, **_conversation(common, resolved), **merge(inherited, resolved)}


def _conversation(common: Schema, option: Schema) -> Schema:
    """The mark of an array that is described as one of messages, and has items of any kind."""
    described = f"{common.get('description', '')} {common.get('x-description-en', '')}".lower()
    is_free = option.get("type") == "array" and "items" in option and _says_nothing(option["items"])
    return {"x-control": "messages"} if is_free and "messages" in described else {}


#: What is said of the whole is not said again of each alternative.
_ANNOTATIONS = frozenset(
    {
        "title",
        "description",
        "x-title-en",
        "x-description-en",
        "default",
        "example",
        "examples",
        "nullable",
        "x-original",
    }
)


def _is_string(option: Schema) -> bool:
    return types(option) == ("string",) and "oneOf" not in option and "anyOf" not in option


def _strings_as_one(options: list[Schema]) -> list[Schema]:
    """String alternatives as one schema: an enumeration if all are, else a string with hints."""
    listed: list[Any] = []
    closed = True
    for option in options:
        values = (
            option["enum"] if isinstance(option.get("enum"), list) else [option["const"]] if "const" in option else []
        )
        closed = closed and bool(values)
        listed += [value for value in values if value not in listed]
    if not listed:
        return options
    one = {key: value for key, value in options[0].items() if key not in {"enum", "const", "x-name", "title"}}
    return [{**one, "enum": listed} if closed else {**one, "x-enum-hint": listed}]


def discriminated(schema: Schema, value: Any) -> int | None:
    """The index of the alternative that an OpenAPI ``discriminator`` names for a value (OpenAPI 3.1 §4.8.25)."""
    rule = schema.get("discriminator")
    name = rule.get("propertyName") if isinstance(rule, dict) else None
    chosen = value.get(name) if isinstance(value, dict) and isinstance(name, str) else None
    if not isinstance(chosen, str) or not isinstance(rule, dict):
        return None
    mapping = rule.get("mapping")
    target = mapping.get(chosen, chosen) if isinstance(mapping, dict) else chosen
    options = schema.get("oneOf") or schema.get("anyOf") or []
    references = [option.get("$ref", "") if isinstance(option, dict) else "" for option in options]
    names = (
        index for index, reference in enumerate(references) if reference in {target, f"#/components/schemas/{target}"}
    )
    return next(names, None)


def choose(schema: Schema, options: list[Schema], value: Any, definitions: Definitions) -> int:
    """The index of the alternative that a value is most likely meant for."""
    named = discriminated(schema, value)
    if named is not None and named < len(options):
        return named
    scores = [fitness(option, value, definitions) for option in options]
    return scores.index(max(scores))


def fitness(schema: Any, value: Any, definitions: Definitions, depth: int = 4) -> float:
    """How well a value fits a schema: below 0 it does not, and more is better.

    A look at the outside, not a validation: it must give an answer for a value that is still being typed.
    """
    if schema is False:
        return -20
    merged = definitions.resolve(schema)
    if depth == 0 or not merged:
        return 0
    if (allowed := types(merged)) and not fits_type(value, allowed):
        return -20
    if "const" in merged:
        return 10 if merged["const"] == value else -15
    if isinstance(merged.get("enum"), list):
        return 5 if value in merged["enum"] else -10
    return 1 + _fitness_inside(merged, value, definitions, depth - 1)


def _fitness_inside(schema: Schema, value: Any, definitions: Definitions, depth: int) -> float:
    options = schema.get("oneOf") or schema.get("anyOf")
    if isinstance(options, list) and _defines(options):
        return max(fitness(option, value, definitions, depth) for option in options[:40])
    if isinstance(value, dict):
        return _fitness_of_members(schema, value, definitions, depth)
    if isinstance(value, list):
        scores = [fitness(item_schema(schema, index), item, definitions, depth) for index, item in enumerate(value[:3])]
        return _clamped(min(scores, default=0.0))
    return 0


def _fitness_of_members(schema: Schema, value: Schema, definitions: Definitions, depth: int) -> float:
    score = 0.0
    for name in required(schema):
        score += 2 if name in value else -4
    closed = schema.get("additionalProperties") is False
    for name, member in list(value.items())[:40]:
        below = member_schema(schema, name)
        score += _clamped(fitness(below, member, definitions, depth)) + 1 if below is not None else -5 if closed else -1
    return score


def _clamped(score: float) -> float:
    return max(-10.0, min(10.0, score))


# --- Labels ---------------------------------------------------------------------------------------------------------


def type_label(schema: Any, definitions: Definitions, depth: int = 3) -> str:
    """The type as documentation writes it: ``array [object {2}]``, ``enum<string>``, ``any of: string | array``."""
    if depth == 0:
        return "…"
    merged = definitions.resolve(schema)
    return definitions.once(f"label {depth}", merged, lambda found: _type_label(found, definitions, depth))


def _type_label(merged: Schema, definitions: Definitions, depth: int) -> str:
    for keyword, words in (("oneOf", "one of: "), ("anyOf", "any of: ")):
        if _defines(merged.get(keyword)):
            labels = [_alternative_label(option, definitions, depth) for option in merged[keyword][:8]]
            return words + " | ".join(dict.fromkeys(labels))
    labels = [_simple_label(kind, merged, definitions, depth) for kind in types(merged)]
    return " | ".join(dict.fromkeys(labels)) or "any"


def _alternative_label(option: Any, definitions: Definitions, depth: int) -> str:
    return type_label(option, definitions, depth - 1).removeprefix("one of: ").removeprefix("any of: ")


def _simple_label(kind: str, schema: Schema, definitions: Definitions, depth: int) -> str:
    if kind == "null":
        return kind
    if "const" in schema:
        return f"const<{kind}>"
    if isinstance(schema.get("enum"), list):
        return f"enum<{kind}>"
    if kind == "array":
        return f"array [{type_label(item_schema(schema, 0), definitions, depth - 1)}]"
    if kind == "object":
        return _object_label(schema, definitions, depth)
    stated = schema.get("format")
    return f"{kind}<{stated}>" if isinstance(stated, str) and stated else kind


def _object_label(schema: Schema, definitions: Definitions, depth: int) -> str:
    if properties(schema):
        return f"object {{{len(properties(schema))}}}"
    rest = schema.get("additionalProperties")
    return f"map [{type_label(rest, definitions, depth - 1)}]" if isinstance(rest, dict) and rest else "object"


def option_label(option: Schema, definitions: Definitions, language: str) -> str:
    """What an alternative is called: its title, its distinguishing value, the name of its schema, or its type."""
    return (
        said(option, "title", language)
        or _distinguishing(option, definitions)
        or str(option.get("x-name") or "")
        or type_label(option, definitions)
    )


def _distinguishing(option: Schema, definitions: Definitions) -> str:
    """The value of the first required member that allows only one."""
    for name in required(option):
        held = definitions.resolve(properties(option).get(name))
        if isinstance(held.get("const"), str):
            return str(held["const"])
    return "" if "const" not in option else typed(option["const"])


def typed(value: Any) -> str:
    """A value as one would type it into a control: a string as it is, anything else as JSON."""
    return value if isinstance(value, str) else dumps(value)


def names_in_order(schema: Schema) -> Iterator[str]:
    """The property names that a schema knows: as written, then what is required and described nowhere."""
    yield from properties(schema)
    yield from (name for name in required(schema) if name not in properties(schema))
