"""The project's own versioned JSON → Collection. Older versions are brought up to date step by step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from playground.core import assertions, codec
from playground.core.collected import Collected, Collection, Example
from playground.core.errors import InvalidInput, InvalidSaved
from playground.core.exporters.formats.playground_json import KIND, VERSION
from playground.core.importers.base import Importer

Json = dict[str, Any]

#: From a version to the next one: one function for each step, none so far.
UPGRADES: Mapping[int, Callable[[Json], Json]] = {}
#: How deep folders are read; more is no tree that anybody made.
DEPTH = 20
#: Assertions of one request, at most.
ASSERTIONS = 50


def detect(data: Any) -> bool:
    return isinstance(data, dict) and data.get("kind") == KIND


def load(data: Any) -> Collection:
    """Raises ``InvalidSaved``, for one damaged request of many too: nothing is dropped in silence."""
    version = data.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or not 1 <= version <= VERSION:
        raise InvalidSaved(
            "Version %(version)s of a collection is not known here.",
            hint="Update the program.",
            version=repr(version),
        )
    for step in range(version, VERSION):
        data = UPGRADES[step](data)
    try:
        return _folder(data, 1)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InvalidSaved("The collection is damaged: %(said)s.", hint="Export it again.", said=str(error)) from error


def _folder(data: Json, depth: int) -> Collection:
    if depth > DEPTH:
        raise InvalidSaved("Folders stand at most %(limit)s deep in one another.", limit=str(DEPTH))
    return Collection(
        name=_text(data, "name"),
        note=_text(data, "note"),
        folders=tuple(_folder(item, depth + 1) for item in data.get("folders", ())),
        requests=tuple(_request(item) for item in data.get("requests", ())),
    )


def _request(data: Json) -> Collected:
    return Collected(
        name=_text(data, "name"),
        spec=codec.load(data["request"]),
        note=_text(data, "note"),
        operation=_text(data, "operation"),
        examples=tuple(_example(item) for item in data.get("responses", ())),
        options=_options(data.get("options", {})),
        assertions=_assertions(data.get("assertions", ())),
    )


def _options(data: Any) -> Json:
    """How it is sent: what this program knows of it."""
    found: Json = {}
    if data.get("follow_redirects") is False:
        found["follow_redirects"] = False
    seconds = data.get("timeout_s")
    if isinstance(seconds, int | float) and not isinstance(seconds, bool) and 0 < seconds < float("inf"):
        found["timeout_s"] = seconds
    return found


def _assertions(data: Any) -> tuple[assertions.Assertion, ...]:
    if not isinstance(data, list | tuple) or len(data) > ASSERTIONS:
        raise ValueError(f"assertions are a list of {ASSERTIONS} at most")
    try:
        return assertions.load(data)
    except InvalidInput as error:
        raise ValueError(error.message) from error


def _example(data: Json) -> Example:
    entry = data["entry"]
    return Example(_text(data, "name"), {**entry, "response": _answer(entry["response"])})


def _answer(response: Json) -> Json:
    """The response object of HAR 1.2, with all that is read of it."""
    status = response["status"]
    if not isinstance(status, int) or not 0 <= status <= 999:
        raise ValueError(f"{status!r} is no status code")
    content = response.get("content", {})
    for name in ("text", "mimeType", "encoding"):
        _text(content, name)
    fields = [{"name": _text(row, "name"), "value": _text(row, "value")} for row in response.get("headers", ())]
    return {**response, "statusText": _text(response, "statusText"), "headers": fields, "content": content}


def _text(data: Json, name: str) -> str:
    value = data.get(name, "")
    if not isinstance(value, str):
        raise TypeError(f"{name} is no text")
    return value


IMPORTER = Importer("playground_json", "Playground JSON", detect, load)
