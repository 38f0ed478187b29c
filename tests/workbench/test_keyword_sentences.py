"""Every keyword of JSON Schema has a sentence of its own, in English and in Chinese."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import translation
from jsonschema import Draft202012Validator
from jsonschema_specifications import REGISTRY

from playground.core.schema.keywords import KEYWORDS
from playground.core.schema.validation import schema_problems, validate
from playground.web.templatetags.sentences import sentence

A_STRING = {"type": "string"}
LONG = {"minLength": 3}

#: Keyword → a schema that uses it, an instance that goes against it, and the keyword that the sentence is of.
BROKEN: dict[str, tuple[Any, Any, str]] = {
    "type": (A_STRING, 1, "type"),
    "enum": ({"enum": [1]}, 2, "enum"),
    "const": ({"const": 1}, 2, "const"),
    "multipleOf": ({"multipleOf": 2}, 3, "multipleOf"),
    "maximum": ({"maximum": 1}, 2, "maximum"),
    "exclusiveMaximum": ({"exclusiveMaximum": 1}, 1, "exclusiveMaximum"),
    "minimum": ({"minimum": 1}, 0, "minimum"),
    "exclusiveMinimum": ({"exclusiveMinimum": 1}, 1, "exclusiveMinimum"),
    "maxLength": ({"maxLength": 1}, "ab", "maxLength"),
    "minLength": (LONG, "a", "minLength"),
    "pattern": ({"pattern": "^a"}, "b", "pattern"),
    "maxItems": ({"maxItems": 0}, [1], "maxItems"),
    "minItems": ({"minItems": 1}, [], "minItems"),
    "uniqueItems": ({"uniqueItems": True}, [1, 1], "uniqueItems"),
    "maxContains": ({"contains": A_STRING, "maxContains": 1}, ["a", "b"], "maxContains"),
    "minContains": ({"contains": A_STRING, "minContains": 2}, ["a"], "minContains"),
    "maxProperties": ({"maxProperties": 0}, {"a": 1}, "maxProperties"),
    "minProperties": ({"minProperties": 1}, {}, "minProperties"),
    "required": ({"required": ["a"]}, {}, "required"),
    "dependentRequired": ({"dependentRequired": {"a": ["b"]}}, {"a": 1}, "dependentRequired"),
    "format": ({"format": "date"}, "soon", "format"),
    "contains": ({"contains": A_STRING}, [1], "contains"),
    "additionalProperties": ({"additionalProperties": False}, {"a": 1}, "additionalProperties"),
    "propertyNames": ({"propertyNames": {"maxLength": 1}}, {"ab": 1}, "propertyNames"),
    "unevaluatedItems": ({"unevaluatedItems": False}, [1], "unevaluatedItems"),
    "unevaluatedProperties": ({"unevaluatedProperties": False}, {"a": 1}, "unevaluatedProperties"),
    "not": ({"not": A_STRING}, "a", "not"),
    # These say what a schema below them says, at the place where it is said.
    "properties": ({"properties": {"a": A_STRING}}, {"a": 1}, "type"),
    "patternProperties": ({"patternProperties": {"a": A_STRING}}, {"a": 1}, "type"),
    "items": ({"items": A_STRING}, [1], "type"),
    "prefixItems": ({"prefixItems": [A_STRING]}, [1], "type"),
    "dependentSchemas": ({"dependentSchemas": {"a": {"required": ["b"]}}}, {"a": 1}, "required"),
    "allOf": ({"allOf": [A_STRING]}, 1, "type"),
    "anyOf": ({"anyOf": [A_STRING, {"type": "null"}]}, 1, "type"),
    "oneOf": ({"oneOf": [A_STRING, LONG]}, "long", "oneOf-several"),
    "if": ({"if": A_STRING, "then": LONG}, "a", "minLength"),
    "then": ({"if": A_STRING, "then": LONG}, "a", "minLength"),
    "else": ({"if": {"type": "null"}, "else": LONG}, "a", "minLength"),
    "$ref": ({"$ref": "#/nowhere"}, 1, "$ref"),
    "$dynamicRef": ({"$dynamicRef": "#nowhere"}, 1, "$ref"),
}
#: Keywords that no instance can go against: names of places, and notes.
SILENT = {
    *("$id", "$schema", "$anchor", "$dynamicAnchor", "$vocabulary", "$comment", "$defs", "definitions", "dependencies"),
    *("$recursiveAnchor", "$recursiveRef", "title", "description", "default", "deprecated", "readOnly", "writeOnly"),
    *("examples", "contentEncoding", "contentMediaType", "contentSchema"),
}


def vocabulary() -> set[str]:
    """The keywords of 2020-12, as its meta-schemas list them."""
    names = ("core", "applicator", "unevaluated", "validation", "format-annotation", "content", "meta-data")
    found = set(Draft202012Validator.META_SCHEMA["properties"])
    for name in names:
        found |= set(REGISTRY.contents(f"https://json-schema.org/draft/2020-12/meta/{name}")["properties"])
    return found


def test_no_keyword_is_forgotten():
    assert vocabulary() - SILENT == set(BROKEN)
    assert set(BROKEN) - {"then", "else", "minContains", "maxContains"} <= set(KEYWORDS)


@pytest.mark.parametrize("keyword", BROKEN)
def test_each_says_what_is_wrong_in_both_languages(keyword):
    schema, instance, told = BROKEN[keyword]
    (found,) = validate(schema, {}, instance)
    assert found.keyword == told
    assert sentence(found) == found.message
    with translation.override("zh-hans"):
        chinese = sentence(found)
    assert any("\u4e00" <= character <= "\u9fff" for character in chinese), chinese


def test_a_schema_that_is_none_is_said_too():
    with translation.override("zh-hans"):
        assert "应为" in sentence(schema_problems({"type": "text"})[0])
