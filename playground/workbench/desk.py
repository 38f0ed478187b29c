"""All that a drawing of the page needs, worked out from the state of the form: glue between the rooms."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.utils.translation import get_language

from playground.catalog import services as catalog
from playground.core.errors import InvalidInput
from playground.core.messages import PreparedRequest, RequestSpec
from playground.core.openapi.example_requests import example_spec
from playground.core.openapi.operations import Example, Fragment
from playground.core.prepare import prepare
from playground.core.variables import Scopes, Secret, Value, missing
from playground.environments.services import mock_layer, scopes_of
from playground.web.origin import mock_base
from playground.workbench import bodies
from playground.workbench.actions import apply_row_action
from playground.workbench.bodies import Merged
from playground.workbench.code import CodeTab, choices
from playground.workbench.composer import Composer, from_post, from_spec, to_spec, with_documented_fields

VARIABLE_INPUT = "variable."


@dataclass
class Desk:
    """One drawing of the page."""

    request: HttpRequest
    fragment: Fragment
    servers: dict[str, str]
    composer: Composer
    merged: Merged
    #: Values typed beside the names that lack one; they count for this drawing and are kept when it is sent.
    typed: dict[str, Value] = field(default_factory=dict)

    @property
    def operation(self) -> Any:
        return self.fragment.operation

    @cached_property
    def spec(self) -> RequestSpec:
        return to_spec(self.composer, self.servers)

    @cached_property
    def scopes(self) -> Scopes:
        person = self.request.person  # type: ignore[attr-defined]
        scopes = scopes_of(person, mock_layer(self.spec.url, mock_base(self.request)))
        return Scopes((*scopes.layers, self.typed))

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """Names without a value: those that were typed for this drawing count as missing until they are kept."""
        return missing(self.spec, Scopes(self.scopes.layers[:-1]))

    @cached_property
    def prepared(self) -> PreparedRequest | InvalidInput:
        """The request as it would leave, or why it cannot."""
        try:
            return prepare(self.spec, self.scopes, user_agent=settings.PLAYGROUND_USER_AGENT)
        except InvalidInput as error:
            return error

    @property
    def error(self) -> InvalidInput | None:
        return self.prepared if isinstance(self.prepared, InvalidInput) else None

    @cached_property
    def code(self) -> CodeTab:
        return CodeTab(self.spec, self.scopes, choices(self.request))

    @property
    def examples(self) -> tuple[Example, ...]:
        body = self.operation.request_body
        return body.media_types[0].examples if body and body.media_types else ()


def servers_of(request: HttpRequest) -> dict[str, str]:
    """Keys and base addresses of the servers to choose from; the mock upstream first."""
    listed = catalog.listed()
    return {"mock": f"{mock_base(request)}{listed.key}"} | {url: url for url in listed.servers}


def documented(request: HttpRequest, fragment: Fragment, example: str | None = None) -> RequestSpec:
    """The example of the documentation, for the mock upstream."""
    base = servers_of(request)["mock"]
    return example_spec(fragment.operation, base, example=example, document=fragment.document)


def open_documented(request: HttpRequest, key: str, example: str | None = None) -> Desk:
    """The form as the documentation has it.

    Raises ``OperationRow.DoesNotExist``, and ``UnknownKey`` for an example that is not there.
    """
    fragment = catalog.page(key)
    return _desk(
        request, fragment, from_spec(fragment.operation, documented(request, fragment, example), servers_of(request))
    )


def open_spec(request: HttpRequest, key: str, spec: RequestSpec) -> Desk:
    """The form with a request that was kept."""
    fragment = catalog.page(key)
    composer = from_spec(fragment.operation, spec, servers_of(request), documented(request, fragment))
    return _desk(request, fragment, composer)


def _desk(request: HttpRequest, fragment: Fragment, composer: Composer) -> Desk:
    merged = (
        bodies.read(fragment, composer.body, get_language() or "en") if composer.body_type == "json" else Merged("")
    )
    return Desk(request, fragment, servers_of(request), with_documented_fields(composer, fragment), merged)


def open_posted(request: HttpRequest, key: str) -> Desk:
    """The form as posted, after the button that was pressed, if any."""
    fragment = catalog.page(key)
    action = request.POST.get("action", "")
    if action.startswith("example:"):
        return _with_example(request, key, action.partition(":")[2])
    composer = from_post(fragment.operation, request.POST, request.FILES, documented(request, fragment))
    composer = with_documented_fields(apply_row_action(composer, action), fragment)
    if action == "body-restore":
        composer = _with_documented_body(request, fragment, composer)
    merged = _merged(fragment, composer, request.POST, action)
    if composer.body_type in {"json", "text"}:
        composer = replace(composer, body=merged.text)
    return Desk(request, fragment, servers_of(request), composer, merged, _typed(request.POST))


def _merged(fragment: Fragment, composer: Composer, post: QueryDict, action: str) -> Merged:
    if composer.body_type != "json":
        return Merged(composer.body)
    if action == "body-restore":
        return bodies.read(fragment, composer.body, get_language() or "en")
    if action == "body-format":
        return bodies.formatted(fragment, composer.body, get_language() or "en")
    body_action = action.partition(":")[2] if action.startswith("body:") else ""
    return bodies.merge(fragment, composer.body, composer.body_base, post, body_action, get_language() or "en")


def _with_documented_body(request: HttpRequest, fragment: Fragment, composer: Composer) -> Composer:
    example = from_spec(fragment.operation, documented(request, fragment), servers_of(request))
    return replace(composer, body=example.body, body_base=example.body)


def _with_example(request: HttpRequest, key: str, name: str) -> Desk:
    """A named example of the documentation in the form; server, headers and tabs stay as they were."""
    fragment = catalog.page(key)
    posted = from_post(fragment.operation, request.POST, request.FILES, documented(request, fragment))
    example = from_spec(fragment.operation, documented(request, fragment, name), servers_of(request))
    composer = replace(
        posted,
        body_type=example.body_type,
        body=example.body,
        body_base=example.body,
        rows={**posted.rows, "form": example.group("form"), "part": example.group("part")},
    )
    desk = _desk(request, fragment, composer)
    desk.typed = _typed(request.POST)
    return desk


def _typed(post: QueryDict) -> dict[str, Value]:
    return {
        name.removeprefix(VARIABLE_INPUT): Secret(value)
        for name, value in post.items()
        if isinstance(value, str) and value and name.startswith(VARIABLE_INPUT)
    }
