"""A description with every kind of security, alternatives and several schemes at once, and servers with variables."""

from __future__ import annotations

import json

_OK = {"responses": {"200": {"description": "OK"}}}


def _get(name: str, security: list[dict[str, list[str]]], **more: object) -> dict[str, object]:
    return {"get": {"operationId": name, "security": security, **_OK, **more}}


SECURED = json.dumps(
    {
        "openapi": "3.1.0",
        "info": {"title": "Secured", "version": "1"},
        "servers": [
            {"url": "https://plain.example.com"},
            {
                "url": "https://{region}.example.com/{base}",
                "variables": {
                    "region": {"default": "eu", "enum": ["eu", "us"], "description": "Where the data lives"},
                    "base": {"default": "v1"},
                },
            },
            {"url": "/relative"},
        ],
        "paths": {
            "/one": _get("one", [{"token": []}]),
            "/other": _get("other", [{"token": []}]),
            "/both": _get("both", [{"account": [], "cookieKey": []}, {"token": []}, {"tls": []}]),
            "/query": _get("query", [{"queryKey": []}, {}]),
            "/listed": _get(
                "listed",
                [{"rowKey": []}, {"token": []}],
                parameters=[{"name": "X-Key", "in": "header", "example": "{{MY_KEY}}"}],
            ),
            "/digest": _get("digest", [{"digest": []}]),
            "/open": _get("open", []),
        },
        "components": {
            "securitySchemes": {
                "token": {"type": "http", "scheme": "Bearer", "description": "Of your account page"},
                "account": {"type": "http", "scheme": "basic"},
                "cookieKey": {"type": "apiKey", "in": "cookie", "name": "sid"},
                "queryKey": {"type": "apiKey", "in": "query", "name": "api_key"},
                "rowKey": {"type": "apiKey", "in": "header", "name": "X-Key"},
                "digest": {"type": "http", "scheme": "digest"},
                "tls": {"type": "mutualTLS"},
            }
        },
    }
).encode()
