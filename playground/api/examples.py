"""Values that stand in the forms and the code of our own API, so that each can be sent as it is."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

_REQUEST = {"method": "GET", "url": "https://api.example.com/v1/models", "headers": [{"name": "X-Id", "value": "1"}]}
_COLLECTION = {"kind": "playground.collection", "version": 1, "name": "Imported", "folders": [], "requests": []}

#: Bodies by the names of their operations.
BODIES: dict[str, Json] = {
    "snippets_make": {"request": _REQUEST, "targets": ["python_requests", "shell_curl"]},
    "request_send": {"request": _REQUEST, "options": {"timeout_s": 30}},
    "environment_add": {"name": "Staging", "server": "https://staging.example.com"},
    "environment_change": {"name": "Staging"},
    "variable_keep": {"value": "eu-1", "secret": False},
    "folder_add": {"name": "My folder", "note": ""},
    "folder_change": {"name": "My folder"},
    "request_add": {"request": _REQUEST, "name": "My request"},
    "saved_change": {"name": "My request"},
    "draft_keep": {"request": _REQUEST},
    "collection_import": _COLLECTION,
    "share_add": {"request": _REQUEST, "days": 30},
}
#: Values of parameters by their names.
PARAMETERS: Json = {
    "environment": "mock",
    "name": "region",
    "format": "postman",
    "document": "catalog",
    "operation": "create-speech",
}


def with_examples(document: Json) -> Json:
    """A description with an example of each body, and of each parameter that is asked for."""
    paths = {
        path: {method: _operation(operation) for method, operation in item.items()}
        for path, item in document["paths"].items()
    }
    return {**document, "paths": paths}


def _operation(operation: Json) -> Json:
    made = {**operation, "parameters": [_parameter(each) for each in operation.get("parameters", ())]}
    if operation["operationId"] in BODIES:
        content = operation["requestBody"]["content"]
        example = {"example": BODIES[operation["operationId"]]}
        made["requestBody"] = {
            **operation["requestBody"],
            "content": {media_type: {**media, **example} for media_type, media in content.items()},
        }
    return made


def _parameter(parameter: Json) -> Json:
    name = parameter["name"]
    return {**parameter, "example": PARAMETERS[name]} if parameter.get("required") and name in PARAMETERS else parameter
