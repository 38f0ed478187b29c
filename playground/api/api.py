"""The JSON API, ``/api/v1/``, described at ``/api/v1/openapi.json``; errors are problem details (RFC 9457)."""

from __future__ import annotations

import json
from typing import Any

from playground import __version__
from playground.api import (
    collected,
    documents,
    environments,
    examples,
    exchanges,
    languages,
    problems,
    saved,
    sending,
    shares,
)
from playground.api.access import SignedIn, Token
from playground.api.description import DescribedAPI

api = DescribedAPI(
    title="Playground",
    version=__version__,
    description=(
        "What the pages do, for programs: code for a request, sending it, the history, environments, saved requests, "
        "shares, and the API descriptions. Requests are HAR 1.2 request objects. Lists come in pages: `next` is the "
        "`cursor` of the next one. Errors are problem details (RFC 9457)."
    ),
    auth=[Token(), SignedIn(csrf=True)],
    urls_namespace="api",
    docs_url=None,
)
problems.install(api)
for room in (sending, exchanges, environments, saved, collected, shares, documents):
    api.add_router("", room.router)


def own_text() -> bytes:
    """The description for the catalog: of this site, wherever it stands, with the token as the one way to call it."""
    schema: dict[str, Any] = api.get_openapi_schema()
    schemes = schema["components"]["securitySchemes"]
    schema["components"]["securitySchemes"] = {"Token": schemes["Token"]}
    for item in schema["paths"].values():
        for operation in item.values():
            operation["security"] = [{"Token": []}]
    info = schema["info"] | {"title": "Playground 接口", "x-title-en": "Playground API"}
    return json.dumps(
        languages.in_both(examples.with_examples(schema | {"info": info, "servers": [{"url": "/"}]}))
    ).encode()
