"""The example request of an operation as code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.utils.safestring import SafeString

from playground.catalog import services
from playground.catalog.documentation import server
from playground.core.errors import PlaygroundError
from playground.core.messages import RequestSpec
from playground.core.openapi.example_requests import example_spec
from playground.core.openapi.operations import Fragment
from playground.core.prepare import prepare
from playground.core.snippets import Snippet, Target, generate, offered, registry
from playground.web.highlight import highlight


@dataclass(frozen=True, slots=True)
class SampleCode:
    """The example request in one language; ``languages`` are the first target of each,
    ``clients`` those of this one that can make the request."""

    target: Target
    snippet: Snippet
    html: SafeString
    languages: tuple[Target, ...]
    clients: tuple[Target, ...]


def sample_code(key: str, wanted: Iterable[str], origin: str = "") -> SampleCode | None:
    """Code for the example request, in the first of the ``wanted`` targets that exists, else in the first of all.

    ``origin`` is that of the document where it is known. None where no code can be made for the request. Raises
    ``ObjectDoesNotExist`` for an unknown name.
    """
    target = next((known for key in wanted if (known := _known(key)) is not None), registry.TARGETS[0])
    return _sample_code(services.listed_of(key).digest, key, target.key, origin)


def _known(key: str) -> Target | None:
    return next((target for target in registry.TARGETS if target.key == key), None)


@lru_cache(maxsize=512)
def _sample_code(digest: str, key: str, target_key: str, origin: str) -> SampleCode | None:
    target = registry.get(target_key)
    try:
        request = prepare(example_request(services.page(key), origin))
        snippet = generate(request, target_key)
        clients = offered(request, language=target.language)
    except PlaygroundError:
        return None
    return SampleCode(
        target=target,
        snippet=snippet,
        html=highlight(snippet.code, target.syntax),
        languages=registry.languages(),
        clients=clients,
    )


def example_request(fragment: Fragment, origin: str = "") -> RequestSpec:
    """The documented example request, to the first server."""
    return example_spec(fragment.operation, server(fragment.operation, origin), document=fragment.document)


def is_known(key: str) -> bool:
    """Whether there is a target of that key."""
    return _known(key) is not None
