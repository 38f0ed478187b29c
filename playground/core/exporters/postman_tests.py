"""Assertions → the script of Postman's ``test`` event (learning.postman.com: pm.test, pm.response, pm.expect).

A script says the same as ``core.assertions`` does, with its helpers before it, and only those that it needs. What
Postman has no word for (a filter in a JSONPath, an expression or a schema that JavaScript reads otherwise) stands as a
test that is skipped, by its name.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from typing import Any

from jsonpath_rfc9535.segments import JSONPathRecursiveDescentSegment
from jsonpath_rfc9535.selectors import IndexSelector, NameSelector, SliceSelector, WildcardSelector

from playground.core import jsonpath
from playground.core.assertions import HEADER, JSONPATH, STATUS, Assertion
from playground.core.exporters.ecmascript import NotExpressible, expression, literal, schema

#: Name → source of a helper, and the helpers that it needs; in the order in which they stand.
_HELPERS: dict[str, tuple[str, tuple[str, ...]]] = {
    "text": (
        # As Python writes JSON: a space after each comma and colon.
        "const text = (value) => typeof value === 'string' ? value\n"
        "    : JSON.stringify(value, null, 1).replace(/,\\n */g, ', ').replace(/\\n */g, '');",
        (),
    ),
    "number": (
        "const number = (value) => typeof value === 'number' ? value\n"
        "    : typeof value === 'string' && /^\\s*[+-]?(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d+)?\\s*$/i.test(value)"
        " ? Number(value) : NaN;",
        (),
    ),
    "passes": ("const passes = (check) => { try { check(); return true; } catch (error) { return false; } };", ()),
    "equals": (
        "const equals = (value, expected) => {\n"
        "    const status = /^\\s*([1-5])xx\\s*$/i.exec(expected);\n"
        "    if (status && Number.isInteger(value)) return Math.floor(value / 100) === Number(status[1]);\n"
        "    if (typeof value === 'string' || text(value) === expected) return text(value) === expected;\n"
        "    return passes(() => pm.expect(value).to.eql(JSON.parse(expected)));\n"
        "};",
        ("text", "passes"),
    ),
    "contains": (
        "const contains = (value, expected) => Array.isArray(value) ? value.some((item) => equals(item, expected))\n"
        "    : value !== null && typeof value === 'object' ? Object.prototype.hasOwnProperty.call(value, expected)\n"
        "    : text(value).includes(expected);",
        ("text", "equals"),
    ),
    "header": (
        "const header = (name) => pm.response.headers.all()\n"
        "    .filter((field) => field.key.toLowerCase() === name.toLowerCase()).map((field) => field.value);",
        (),
    ),
    "below": (
        "const below = (value) => value !== null && typeof value === 'object'\n"
        "    ? [value].concat(...Object.values(value).map(below)) : [];",
        (),
    ),
    "pick": (
        # A name, an index, null for all, or a slice (RFC 9535 §2.3).
        "const pick = (value, wanted) => {\n"
        "    const list = Array.isArray(value);\n"
        "    if (value === null || typeof value !== 'object') return [];\n"
        "    if (wanted === null) return Object.values(value);\n"
        "    if (typeof wanted === 'string')\n"
        "        return !list && Object.prototype.hasOwnProperty.call(value, wanted) ? [value[wanted]] : [];\n"
        "    if (!list) return [];\n"
        "    if (Array.isArray(wanted)) return value.slice(wanted[0], wanted[1] === null ? undefined : wanted[1]);\n"
        "    const index = wanted < 0 ? value.length + wanted : wanted;\n"
        "    return index in value ? [value[index]] : [];\n"
        "};",
        (),
    ),
    "find": (
        "const find = (path) => path.reduce((found, [deep, wanted]) =>\n"
        "    (deep ? [].concat(...found.map(below)) : found)\n"
        "        .reduce((all, value) => [...all, ...[].concat(...wanted.map((each) => pick(value, each)))], []),\n"
        "[pm.response.json()]);",
        ("below", "pick"),
    ),
}


def events(assertions: Iterable[Assertion]) -> list[dict[str, Any]]:
    """The events of an item that say what is expected; none where nothing is."""
    tests = [_test(assertion) for assertion in assertions]
    if not tests:
        return []
    needed = {name for _lines, names in tests for name in _closure(names)}
    helpers = [source for name, (source, _needs) in _HELPERS.items() if name in needed]
    source = "\n".join([*helpers, *([""] if helpers else []), *(lines for lines, _names in tests)])
    return [{"listen": "test", "script": {"type": "text/javascript", "exec": source.split("\n")}}]


def _closure(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield name
        yield from _closure(_HELPERS[name][1])


def _test(assertion: Assertion) -> tuple[str, tuple[str, ...]]:
    """The lines of one test, and the helpers that they need."""
    name = literal(named(assertion))
    try:
        values, more = _values(assertion)
        holds, names = _compared(assertion.comparison, assertion.expected)
    except NotExpressible:
        return f"pm.test.skip({name}, () => {{}});", ()
    quantified = "every" if assertion.comparison == "not_equals" else "some"
    lines = [
        f"pm.test({name}, () => {{",
        f"    const found = {values};",
        "    pm.expect(found, 'nothing is there').to.not.be.empty;",
        f"    pm.expect(found.{quantified}((value) => {holds}), `found ${{JSON.stringify(found).slice(0, 200)}}`)"
        ".to.be.true;",
        "});",
    ]
    return "\n".join(lines[:3] + lines[4:] if assertion.comparison == "exists" else lines), (*more, *names)


def named(assertion: Assertion) -> str:
    """An assertion in English words, by which a report lists it."""
    words = (assertion.part, assertion.place, assertion.comparison.replace("_", " "), assertion.expected[:80])
    return " ".join(word for word in words if word)


def _values(assertion: Assertion) -> tuple[str, tuple[str, ...]]:
    if assertion.part == STATUS:
        return "[pm.response.code]", ()
    if assertion.part == HEADER:
        return f"header({literal(assertion.place)})", ("header",)
    if assertion.part == JSONPATH:
        return f"find({literal(_path(assertion.place))})", ("find",)
    return "[pm.response.responseTime]", ()


def _path(query: str) -> list[Any]:
    """A query as steps: whether all below is looked through, and what is picked. Raises ``NotExpressible``."""
    return [
        [isinstance(segment, JSONPathRecursiveDescentSegment), [_picked(each) for each in segment.selectors]]
        for segment in jsonpath.compiled(query).segments
    ]


def _picked(selector: Any) -> Any:
    match selector:
        case NameSelector():
            return selector.name
        case IndexSelector():
            return selector.index
        case WildcardSelector():
            return None
        case SliceSelector() if selector.slice.step in {None, 1}:
            return [selector.slice.start or 0, selector.slice.stop]
    raise NotExpressible(str(selector))


def _compared(comparison: str, expected: str) -> tuple[str, tuple[str, ...]]:
    """An expression of JavaScript that is true where ``value`` is as expected, and the helpers that it needs."""
    match comparison:
        case "equals":
            return f"equals(value, {literal(expected)})", ("equals",)
        case "not_equals":
            return f"!equals(value, {literal(expected)})", ("equals",)
        case "less":
            return f"number(value) < {_number(expected)}", ("number",)
        case "greater":
            return f"number(value) > {_number(expected)}", ("number",)
        case "contains":
            return f"contains(value, {literal(expected)})", ("contains",)
        case "matches":
            source, flags = expression(expected)
            return f"new RegExp({literal(source)}, '{flags}').test(text(value))", ("text",)
        case "schema":
            wanted = literal(schema(json.loads(expected)))
            return f"passes(() => pm.expect(value).to.be.jsonSchema({wanted}))", ("passes",)
    return "true", ()


def _number(text: str) -> str:
    value = float(text)
    if not math.isfinite(value):
        raise NotExpressible(text)
    return repr(value)
