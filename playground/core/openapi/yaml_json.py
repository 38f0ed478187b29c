"""JSON and YAML → plain values, as OpenAPI reads YAML: its JSON schema ruleset (OpenAPI 3.1 §4.3, YAML 1.2 §10.2).

PyYAML speaks YAML 1.1, where ``2025-03-01`` is a date, ``no`` is false, ``010`` is 8 and ``1:30`` is 90. A description
that goes through a page and back must not change like that, so these readings are switched off.
"""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

from playground.core.errors import InvalidDocument

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """A safe loader with the scalars of YAML 1.2."""

    yaml_implicit_resolvers: dict[str | None, list[tuple[str, re.Pattern[str]]]] = {}


_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(?:~|null|Null|NULL|)\Z"), ["~", "n", "N", ""])
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z"), list("tTfF")
)
_Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+\Z"), list("-+0123456789"))
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:float",
    re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z"),
    list("-+.0123456789"),
)
_Loader.add_implicit_resolver("tag:yaml.org,2002:merge", re.compile(r"<<\Z"), ["<"])


def _integer(loader: Any, node: Any) -> int:
    return int(loader.construct_scalar(node))


def _mapping(loader: Any, node: Any) -> Any:
    """Names are text, as in JSON: ``200:`` is the name "200"."""
    loader.flatten_mapping(node)
    mapping: dict[str, Any] = {}
    yield mapping
    for key, value in node.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else repr(loader.construct_object(key, deep=True))
        mapping[name] = loader.construct_object(value, deep=True)


_Loader.add_constructor("tag:yaml.org,2002:int", _integer)
_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def parse(text: str | bytes) -> Any:
    """Plain values from JSON or YAML.

    Raises ``InvalidDocument`` with the line where reading ended.
    """
    try:
        source = text.decode("utf-8-sig") if isinstance(text, bytes) else text.removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise InvalidDocument(f"The description is not UTF-8 (byte {error.start}).") from None
    try:
        return _json(source) if source.lstrip()[:1] in ("{", "[") else _yaml(source)
    except RecursionError:
        raise InvalidDocument("The description is nested too deep.") from None


def _json(source: str) -> Any:
    try:
        return json.loads(source)
    except ValueError as error:
        # A flow mapping of YAML begins with "{" as well.
        try:
            return _yaml(source)
        except InvalidDocument:
            raise InvalidDocument(f"The description is not valid JSON: {error}.") from None


def _yaml(source: str) -> Any:
    try:
        return yaml.load(source, Loader=_Loader)  # noqa: S506 -- derives from SafeLoader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "it cannot be read"
        raise InvalidDocument(f"The description is not valid YAML{where}: {problem}.") from None
    except ValueError as error:
        raise InvalidDocument(f"The description is not valid YAML: {error}.") from None
