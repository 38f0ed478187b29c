"""Does an instance conform to a schema? What ``core.schema.validation`` finds, as the mock tells it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from playground.core.openapi.document import Document
from playground.core.schema.validation import Validator, schema_problems

_NOTHING = Document({})


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in a request and a sentence.

    location
        ``body``, ``path``, ``query``, ``header`` or ``cookie``.
    pointer
        RFC 6901 pointer into the body; for a parameter ``/name``.
    """

    pointer: str
    detail: str
    location: str = "body"


def findings(instance: Any, schema: Any, document: Document = _NOTHING, *, location: str = "body") -> list[Finding]:
    """What keeps a request's instance from conforming."""
    if schema is None or schema is True:
        return []
    found = Validator(schema, document.data, direction="request").problems(instance)
    return [Finding(item.pointer, item.message, location) for item in found]


def conforms(instance: Any, schema: Any, document: Document = _NOTHING) -> bool:
    """Whether an answer's instance conforms; references are resolved in the document or in the schema itself."""
    if schema is None or schema is True:
        return True
    return Validator(schema, document.data, direction="response").is_valid(instance)


def schema_finding(schema: Any) -> str:
    """Why a value is not a JSON Schema, "" where it is one."""
    text = json.dumps(schema)
    return _told(text) if len(text) <= _LONGEST_KEPT else _told.__wrapped__(text)


#: Characters of a schema whose check is kept: the same request is often sent again.
_LONGEST_KEPT = 20_000


@lru_cache(maxsize=128)
def _told(text: str) -> str:
    found = schema_problems(json.loads(text))
    return f"{found[0].pointer or 'The schema'}: {found[0].message}" if found else ""
