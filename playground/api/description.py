"""The description of the API, made whole: problems by their media type, limits, scopes, short names."""

from __future__ import annotations

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation

from playground.api.access import scope_of
from playground.api.problems import PROBLEM

#: Status codes that every operation may answer with, and why.
_ALWAYS = {
    "401": "No token, or one that is not known",
    "403": "The token has not the scope that is needed",
    "415": "A body that is not JSON",
    "422": "Not as described",
    "429": "Too many calls",
}
_RETRY = {"Retry-After": {"description": "Seconds to wait.", "schema": {"type": "integer", "minimum": 1}}}
_LIMITS = {
    "RateLimit-Policy": {
        "description": 'How many calls within how many seconds: `"calls";q=600;w=60`.',
        "schema": {"type": "string"},
    },
    "RateLimit": {
        "description": "How many are left (`r`), and in how many seconds all of them are back (`t`).",
        "schema": {"type": "string"},
    },
}


_BEARER = "A token of your account, made on its page (`/account/`), with the scope that the operation needs."


class DescribedAPI(NinjaAPI):
    def get_openapi_operation_id(self, operation: Operation) -> str:
        return operation.view_func.__name__

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        schema = super().get_openapi_schema(**options)
        schema["components"]["securitySchemes"]["Token"]["description"] = _BEARER
        for item in schema["paths"].values():
            for method, operation in item.items():
                _complete(method.upper(), operation)
        return schema


def _complete(method: str, operation: dict[str, Any]) -> None:
    responses: dict[str, Any] = {str(status): found for status, found in operation["responses"].items()}
    for status, reason in _ALWAYS.items():
        if status != "415" or "requestBody" in operation:
            responses.setdefault(status, {"description": reason})
    for status, response in responses.items():
        if status >= "400":
            reference = {"schema": {"$ref": "#/components/schemas/ProblemOut"}}
            response["content"] = {PROBLEM: reference}
        response["headers"] = _headers(status) | response.get("headers", {})
    operation["responses"] = dict(sorted(responses.items()))
    scope = scope_of(method, operation["operationId"])
    operation["description"] = f"{operation.get('description', '')}\n\nScope of the token: `{scope}`.".strip()


def _headers(status: str) -> dict[str, Any]:
    if status == "401":
        return {"WWW-Authenticate": {"schema": {"type": "string"}}}
    return _LIMITS | (_RETRY if status == "429" else {})
