"""Code that sends a request, in many languages.

``generate_from_har`` is the function behind page, API and command. ``generate`` starts from a request that is
composed or prepared already.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from playground.core.importers.formats import har as har_format
from playground.core.messages import PreparedRequest, RequestSpec
from playground.core.prepare import prepare
from playground.core.snippets import registry
from playground.core.snippets.base import Draft, Mode, Snippet, Target, draft
from playground.core.snippets.losses import loss
from playground.core.variables import Scopes

__all__ = ["Mode", "Snippet", "Target", "generate", "generate_all", "generate_from_har", "offered", "offers_native"]


def generate_from_har(
    har: Mapping[str, Any],
    target: str,
    *,
    scopes: Scopes | None = None,
    variables: Mode = "environment",
    native: bool = False,
) -> Snippet:
    """Code for a HAR 1.2 request object. ``native`` writes a JSON body as a value of the language (see
    ``offers_native``); its bytes are then those that the language makes of the value.

    Raises ``UnknownKey`` for a target that does not exist; ``InvalidHar``, ``InvalidAddress``, ``InvalidField`` and
    ``InvalidBody`` for what is not a request.
    """
    chosen = registry.get(target)
    return _generate(chosen, _draft(har_format.load(har), scopes, variables, native))


def generate(
    request: RequestSpec | PreparedRequest,
    target: str,
    *,
    scopes: Scopes | None = None,
    variables: Mode = "environment",
    native: bool = False,
) -> Snippet:
    """Code for a request. One that is prepared is taken as it is, secrets included where it was prepared with them.

    Raises as ``generate_from_har`` does.
    """
    chosen = registry.get(target)
    return _generate(chosen, _draft(request, scopes, variables, native))


def generate_all(
    request: RequestSpec | PreparedRequest,
    targets: Iterable[str] | None = None,
    *,
    scopes: Scopes | None = None,
    variables: Mode = "environment",
    native: bool = False,
) -> tuple[Snippet, ...]:
    """Code for a request in several targets; without ``targets`` in the default one of each language."""
    chosen = registry.defaults() if targets is None else tuple(registry.get(key) for key in targets)
    made = _draft(request, scopes, variables, native)
    return tuple(_generate(target, made) for target in chosen)


def offered(
    request: RequestSpec | PreparedRequest,
    *,
    language: str = "",
    scopes: Scopes | None = None,
    variables: Mode = "environment",
) -> tuple[Target, ...]:
    """The targets to offer for a request, those of one ``language`` or of all."""
    among = registry.of_language(language) if language else registry.TARGETS
    if all(target.suits is None for target in among):
        return among
    return registry.offered(_draft(request, scopes, variables), among)


def offers_native(
    request: RequestSpec | PreparedRequest,
    target: str,
    *,
    scopes: Scopes | None = None,
    variables: Mode = "environment",
) -> bool:
    """Whether ``native`` makes a difference: the target can, and the body is the same JSON in every language."""
    return registry.get(target).has_native and _draft(request, scopes, variables).value is not None


def _draft(
    request: RequestSpec | PreparedRequest, scopes: Scopes | None, variables: Mode, native: bool = False
) -> Draft:
    prepared = request if isinstance(request, PreparedRequest) else prepare(request, scopes, reveal=False)
    return draft(prepared, variables, native=native)


def _generate(target: Target, made: Draft) -> Snippet:
    if target.refuses and made.method.upper() in target.refuses:
        return _with_another_method(target, made)
    if target.suits is not None and not target.suits(made):
        code = registry.get(target.fallback).generate(made)
        warnings = (loss("shape_unsupported", client=target.client), *code.warnings)
    else:
        code = target.generate(made)
        warnings = code.warnings
    return Snippet(target.key, target.language, target.client, code.text, (*made.warnings, *warnings))


def _with_another_method(target: Target, made: Draft) -> Snippet:
    """Code for the nearest request that the client can make."""
    instead = "POST" if made.body else "GET"
    refused = loss("method_unsupported", client=target.client, method=made.method, instead=instead)
    return _generate(target, replace(made, method=instead, warnings=(*made.warnings, refused)))
