"""A kept request as code."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from playground.core import snippets
from playground.core.errors import PlaygroundError
from playground.core.messages import RequestSpec
from playground.core.snippets import Snippet, Target, registry
from playground.web.highlight import highlight


@dataclass(frozen=True, slots=True)
class CodeOfRun:
    """The request in one language; ``languages`` are the default targets of all."""

    target: Target
    snippet: Snippet
    html: SafeString
    languages: tuple[Target, ...]


def code_of(spec: RequestSpec, *wanted: str) -> CodeOfRun | None:
    """Code in the first of the ``wanted`` targets that exists; variables are looked up where the code runs.

    None where no code can be made for the request.
    """
    known = {target.key: target for target in registry.TARGETS}
    target = next((known[key] for key in wanted if key in known), registry.defaults()[0])
    try:
        snippet = snippets.generate(spec, target.key)
    except PlaygroundError:
        return None
    return CodeOfRun(target, snippet, highlight(snippet.code, target.syntax), registry.languages())
