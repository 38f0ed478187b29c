"""The code tab: which clients are offered, how variables stand in the code, and how such code is checked.

Values of secrets are written into code for one answer to one click. They are in no answer that follows a keystroke, in
no address and in no cookie.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import get_args

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from playground import __released__
from playground.core import snippets
from playground.core.errors import InvalidInput
from playground.core.messages import PreparedRequest, RequestSpec
from playground.core.prepare import prepare
from playground.core.snippets import Mode, registry
from playground.core.variables import Scopes, names
from playground.web.preferences import preferences, remember

#: The button that asks for code with real values, as an action of the form.
REVEAL = "code-values"
MODES: tuple[Mode, ...] = get_args(Mode)


@dataclass(frozen=True, slots=True)
class CodeChoices:
    """What a person chose on the tab. ``target`` is the key of a client, ``client`` another one of its language."""

    target: str = ""
    client: str = ""
    variables: Mode = "environment"
    native: bool = False
    reveals: bool = False


def choices(request: HttpRequest) -> CodeChoices:
    """The choices as posted; what was not, as remembered. An unknown word counts as not posted."""
    kept, post = preferences(request), request.POST
    wanted = post.get("secrets", kept.secrets)
    return CodeChoices(
        target=post.get("target", "")[:60] or kept.target,
        client=post.get("client", "")[:60],
        variables=next((mode for mode in MODES if mode == wanted), MODES[0]),
        # A checkbox that was not there to be ticked says nothing.
        native="native" in post if "native_shown" in post else kept.native,
        reveals=post.get("action") == REVEAL,
    )


def remember_choices(response: HttpResponseBase, request: HttpRequest, tab: CodeTab) -> None:
    """Keep what was chosen in this answer, where it is not what is kept already."""
    kept, chosen = preferences(request), tab.choices
    if request.POST.get("target") and tab.target.key != tab.shown_for(kept.target):
        remember(response, "target", tab.target.key)
    if "secrets" in request.POST and chosen.variables != (kept.secrets or MODES[0]):
        remember(response, "secrets", chosen.variables)
    if chosen.native != kept.native:
        remember(response, "native", "1" if chosen.native else "")


@dataclass
class CodeTab:
    """One drawing of the tab."""

    spec: RequestSpec
    scopes: Scopes
    choices: CodeChoices
    _offered: dict[str, tuple[snippets.Target, ...]] = field(default_factory=dict)

    @cached_property
    def prepared(self) -> PreparedRequest | InvalidInput:
        """The request that the code sends: values that are no secret, as the key of the mock upstream, written in."""
        try:
            return prepare(self.spec, self.scopes, reveal=self.choices.reveals)
        except InvalidInput as error:
            return error

    @cached_property
    def snippet(self) -> snippets.Snippet | InvalidInput:
        if isinstance(self.prepared, InvalidInput):
            return self.prepared
        return snippets.generate(self.prepared, self.target.key, variables=self._variables, native=self.choices.native)

    @property
    def _variables(self) -> Mode:
        """A value that is written in may hold what looks like a variable, and is none."""
        return "placeholders" if self.choices.reveals else self.choices.variables

    @cached_property
    def target(self) -> snippets.Target:
        target = registry.find(self.shown_for(self.choices.target)) or registry.TARGETS[0]
        client = registry.find(self.choices.client)
        return client if client in self.clients_of(target.language) else target

    def shown_for(self, key: str) -> str:
        """The target that is shown where one was chosen; an SDK that cannot make this request gives way."""
        target = registry.find(key) or registry.TARGETS[0]
        return target.key if target in self.clients_of(target.language) else target.fallback

    @property
    def clients(self) -> tuple[snippets.Target, ...]:
        return self.clients_of(self.target.language)

    def clients_of(self, language: str) -> tuple[snippets.Target, ...]:
        """The clients of a language that can make the request."""
        if language not in self._offered:
            self._offered[language] = self._clients_of(language)
        return self._offered[language]

    def _clients_of(self, language: str) -> tuple[snippets.Target, ...]:
        if isinstance(self.prepared, InvalidInput):
            return tuple(target for target in registry.of_language(language) if target.suits is None)
        return snippets.offered(self.prepared, language=language, variables=self._variables)

    @cached_property
    def offers_native(self) -> bool:
        if isinstance(self.prepared, InvalidInput):
            return False
        return snippets.offers_native(self.prepared, self.target.key, variables=self._variables)

    @property
    def has_values(self) -> bool:
        """Some variable of the request has a value that is not shown by itself."""
        return any(self.scopes.is_secret(name) for name in names(self.spec))

    @property
    def is_run(self) -> bool:
        """Whether the suite runs code of this client; else it parses it."""
        return registry.check_of(self.target.key) == "run"

    @property
    def released(self) -> str:
        return __released__
