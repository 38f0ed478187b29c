"""Error answers: in the documented shape where there is one, else problem details (RFC 9457)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from copy import deepcopy
from http import HTTPStatus
from typing import Any

from playground.core import media_types
from playground.core.mocking.conformance import Finding, conforms
from playground.core.mocking.generate import generate
from playground.core.openapi.document import Document
from playground.core.openapi.operations import MediaTypeDoc, Operation, ResponseDoc

PROBLEM = "application/problem+json"

#: Words for the kind of an error, as OpenAI and Anthropic and as Google spell them.
_KINDS = {
    400: ("invalid_request_error", "INVALID_ARGUMENT"),
    401: ("authentication_error", "UNAUTHENTICATED"),
    403: ("permission_error", "PERMISSION_DENIED"),
    404: ("not_found_error", "NOT_FOUND"),
    413: ("request_too_large", "INVALID_ARGUMENT"),
    429: ("rate_limit_error", "RESOURCE_EXHAUSTED"),
    500: ("api_error", "INTERNAL"),
    503: ("overloaded_error", "UNAVAILABLE"),
}


def problem(status: int, title: str, detail: str = "", **members: Any) -> tuple[str, bytes]:
    """Media type and content of problem details."""
    content = {"type": "about:blank", "title": title, "status": status, **({"detail": detail} if detail else {})}
    return PROBLEM, json.dumps({**content, **members}, ensure_ascii=False).encode()


def places(findings: Iterable[Finding]) -> list[dict[str, str]]:
    """The ``errors`` member (RFC 9457 §3.1): a pointer as a URI fragment, where it points into, and a sentence."""
    return [{"pointer": f"#{item.pointer}", "in": item.location, "detail": item.detail} for item in findings]


def phrase(status: int) -> str:
    """The reason phrase of a status code (RFC 9110 §15); a name for one that is not registered."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return f"Status {status}"


def documented(operation: Operation, status: int, document: Document) -> tuple[str, bytes] | None:
    """Media type and content as documented for that status, None where it is not."""
    response = response_for(operation, status)
    media = json_content(response)
    if response is None or media is None:
        return None
    return media.media_type, _dumped(example_of(media, document))


def response_for(operation: Operation, status: int) -> ResponseDoc | None:
    """The response described for a status: by its number, its class, or as the default (OpenAPI 3.1 §4.8.16)."""
    by_status = {response.status.upper(): response for response in operation.responses}
    return by_status.get(str(status)) or by_status.get(f"{status // 100}XX") or by_status.get("DEFAULT")


def json_content(response: ResponseDoc | None) -> MediaTypeDoc | None:
    """What a response describes as JSON, the first of several; None where it describes none."""
    contents = response.media_types if response else ()
    return next((media for media in contents if media_types.parse(media.media_type).is_json), None)


def example_of(media: MediaTypeDoc, document: Document) -> Any:
    """The first documented example, else an instance of the schema."""
    return media.examples[0].value if media.examples else generate(media.schema, document)


def error(
    operation: Operation, status: int, message: str, document: Document, *, own: bool = False
) -> tuple[str, bytes]:
    """The documented error of that status; else one in the shape of another documented error; else a problem.

    ``own``: the message is told even where an error of that status is documented.
    """
    found = documented(operation, status, document)
    if found is not None and not own:
        return found
    for response in sorted(operation.responses, key=lambda response: response.status != str(status)):
        media = json_content(response)
        if media is None or response.status[:1] not in ("4", "5"):
            continue
        adapted = _adapted(example_of(media, document), status, message)
        if adapted is not None and conforms(adapted, media.schema, document):
            return media.media_type, _dumped(adapted)
    return problem(status, phrase(status), message)


def _adapted(example: Any, status: int, message: str) -> Any:
    """Another error's example with this status and message; None where there is no place for a message."""
    answer = deepcopy(example)
    inner = answer.get("error") if isinstance(answer, Mapping) and isinstance(answer.get("error"), dict) else answer
    name = "description" if isinstance(inner, dict) and "message" not in inner else "message"
    if not isinstance(inner, dict) or name not in inner:
        return None
    inner[name] = message
    ours, google = _KINDS.get(status, ("api_error", "UNKNOWN"))
    if isinstance(inner.get("status"), str):
        inner |= {"code": status, "status": google}
    elif isinstance(inner.get("type"), str):
        inner["type"] = ours
        if "code" in inner:
            inner["code"] = None
    return answer


def _dumped(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
