"""All that a drawing of the page needs, worked out from the state of the form: glue between the rooms."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from secrets import token_hex
from typing import Any

from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import get_language

from playground.catalog import services as catalog
from playground.core.errors import InvalidInput
from playground.core.messages import PreparedRequest, RequestSpec
from playground.core.openapi.example_requests import example_spec
from playground.core.openapi.operations import Example, Fragment, Operation, ParameterDoc
from playground.core.prepare import prepare
from playground.core.schema.control import leaves
from playground.core.variables import VARIABLE, Dynamic, Scopes, Secret, Value, missing, uses_dynamic
from playground.environments.models import Environment
from playground.environments.services import (
    Choice,
    Documented,
    Held,
    choice_of,
    environment_of,
    find_environment,
    held_by,
    with_ephemeral,
    without_typed_secrets,
)
from playground.runs.services import described_values
from playground.web.origin import mock_base
from playground.workbench import bodies
from playground.workbench.actions import apply_row_action
from playground.workbench.authorization import (
    Alternative,
    KeyField,
    alternatives_of,
    asks_nothing,
    key_fields,
    posted_users,
)
from playground.workbench.bodies import Merged, kept
from playground.workbench.checking import Checked, check
from playground.workbench.code import CodeTab, choices
from playground.workbench.composer import (
    GROUPS,
    Composer,
    fields_of,
    from_post,
    from_spec,
    to_spec,
    with_documented_fields,
)
from playground.workbench.servers import ServerChoice, choices_of, posted_values, servers_of
from playground.workbench.undo import UNDOABLE, restored
from playground.workbench.undo import kept as kept_body

VARIABLE_INPUT = "variable."
#: Examples of one operation that are remembered: several names, for the few hosts by which a site is reached.
_KEPT_EXAMPLES = 64


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
    #: Values that are no secret: of a server's variables, and names of users.
    plain: dict[str, Value] = field(default_factory=dict)
    #: The environment that was chosen with this very request, None where it stayed.
    environment: Environment | None = None
    #: Whether it answers a keystroke, so that what takes time is left for later.
    hurried: bool = False
    #: The body that a button replaced, for another button to bring back; "" where none did.
    undo: str = ""
    #: What became of the link that opened it, None where there was none: see ``links``.
    linked: Any = None
    #: What is kept of it: ``keeping.Keeping``; None where nobody asked.
    keeping: Any = None
    #: The name of the documented example that it holds unchanged, "" for the first; None for anything else.
    example: str | None = None

    @property
    def waiting_fields(self) -> tuple[ParameterDoc, ...]:
        """Documented fields of a form or multipart body that have no row."""
        used = {row.name for name in ("form", "part") for row in self.composer.group(name)}
        return tuple(doc for name, doc in fields_of(self.fragment).items() if name not in used)

    @property
    def operation(self) -> Any:
        return self.fragment.operation

    @property
    def is_answered_here(self) -> bool:
        """Whether it is one of our own API, which this site answers and not the mock where no server is asked for."""
        return catalog.is_own(self.operation.key)

    @cached_property
    def spec(self) -> RequestSpec:
        return to_spec(self.composer, self.servers)

    @cached_property
    def choice(self) -> Choice:
        """The environment that is chosen, here or before, and what becomes of secrets that are typed."""
        choice = choice_of(self.request)
        if self.environment is not None:
            choice = replace(choice, environment=self.environment.key)
        posted = self.request.POST
        choice = replace(choice, within_environment=posted.get("keep_in") == "environment")
        return with_ephemeral(choice, "ephemeral" in posted) if "auth_kind" in posted else choice

    @cached_property
    def held(self) -> Held:
        """The variables of the person, by what is chosen."""
        return held_by(self.request.person, self.choice)  # type: ignore[attr-defined]

    @cached_property
    def kept_scopes(self) -> Scopes:
        """What has a value without this form: the description's, the environment's, the session's."""
        return self.held.scopes(described_values(self.operation, self.spec.url, mock_base(self.request)))

    @cached_property
    def scopes(self) -> Scopes:
        kept = self.kept_scopes
        return replace(kept, layers=(*kept.layers, self.plain, self.typed), dynamic=Dynamic(self.seed))

    @property
    def server_choices(self) -> tuple[ServerChoice, ...]:
        return tuple(choices_of(self.operation, self.servers, self.scopes))

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        return alternatives_of(self.operation)

    @property
    def asks_nothing(self) -> bool:
        return asks_nothing(self.operation)

    @property
    def key_fields(self) -> tuple[KeyField, ...]:
        # What opens the mock is no value of the person's, and what is typed as a secret is never shown.
        own = replace(self.scopes, layers=self.scopes.layers[1:-1])
        return tuple(key_fields(self.operation, own))

    @cached_property
    def seed(self) -> str:
        """What random values are made of, until the request is sent: those in the preview are those that leave."""
        return self.request.POST.get("seed", "")[:40] or token_hex(8)

    @property
    def next_seed(self) -> str:
        return token_hex(8)

    @property
    def run_options(self) -> dict[str, Any]:
        chosen = self.composer.options.chosen()
        return {**chosen, "seed": self.seed} if uses_dynamic(self.spec) else chosen

    @cached_property
    def shown(self) -> tuple[RequestSpec, Scopes]:
        """The request for the eye: keys that were typed in full stand as the variables that they become."""
        known = {name: value for layer in self.scopes.layers[1:] for name, value in layer.items()}
        spec, typed = without_typed_secrets(self.spec, known, self.documented)
        hidden = {name: Secret(value) for name, value in typed.items()}
        return spec, replace(self.scopes, layers=(*self.scopes.layers, hidden))

    @cached_property
    def documented(self) -> Documented:
        """What the description says of secrets: their variables, and the places that hold one."""
        rows = [row for group in GROUPS for row in self.composer.group(group)]
        found = {row.name.lower(): VARIABLE.findall(row.documented or "") for row in rows}
        asked = {scheme.carrier[1] for alternative in self.operation.security for scheme in alternative}
        passwords = {row.name.lower() for row in rows if row.doc and _is_password(row.doc.schema)}
        schemes = [scheme for alternative in self.operation.security for scheme in alternative]
        labels = {"password" if item.is_basic else item.carrier[1]: item.variable for item in reversed(schemes)}
        return Documented(
            names={**labels, **{label: names[0] for label, names in found.items() if len(names) == 1}},
            rows=frozenset(asked | passwords),
            pointers=tuple(
                item.pointer
                for item in (leaves(self.merged.tree) if self.merged.tree else ())
                if item.kind == "secret" and item.present
            ),
        )

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """Names without a value: those that were typed for this drawing count as missing until they are kept."""
        return missing(self.spec, replace(self.scopes, layers=self.scopes.layers[:-1]))

    @cached_property
    def prepared(self) -> PreparedRequest | InvalidInput:
        """The request as it would leave, or why it cannot."""
        try:
            return prepare(*self.shown, user_agent=settings.PLAYGROUND_USER_AGENT)
        except InvalidInput as error:
            return error

    @cached_property
    def checked(self) -> Checked:
        """What is wrong with the request by its description."""
        return check(self.fragment, self.composer, self.merged, hurried=self.hurried)

    @property
    def error(self) -> InvalidInput | None:
        return self.prepared if isinstance(self.prepared, InvalidInput) else None

    @cached_property
    def code(self) -> CodeTab:
        try:
            spec, scopes = self.shown
        except InvalidInput:
            spec, scopes = self.spec, self.scopes
        return CodeTab(spec, replace(scopes, dynamic=Dynamic(self.seed, time.time())), choices(self.request))

    @property
    def examples(self) -> tuple[Example, ...]:
        body = self.operation.request_body
        return body.media_types[0].examples if body and body.media_types else ()


def _is_password(schema: Any) -> bool:
    return isinstance(schema, dict) and schema.get("format") == "password"


def _of_environment(environment: Environment, servers: dict[str, str], operation: Operation) -> str:
    """The key of the server that belongs to an environment; our own API needs no mock to be tried."""
    asked = "" if environment.server == "mock" and catalog.is_own(operation.key) else environment.server
    return asked or next((key for key in servers if key != "mock"), "mock")


def documented(fragment: Fragment, servers: Mapping[str, str], example: str | None = None) -> RequestSpec:
    """The example of the documentation, for the mock upstream.

    Raises ``UnknownKey`` for an example that is not there.
    """
    made = kept(fragment, "documented", dict[tuple[str, str | None], RequestSpec])
    key = servers["mock"], example
    if key not in made:
        if len(made) >= _KEPT_EXAMPLES:
            made.clear()
        made[key] = example_spec(fragment.operation, key[0], example=example, document=fragment.document)
    return made[key]


def _page(request: HttpRequest, key: str) -> tuple[Fragment, dict[str, str]]:
    """The operation of a page, and its servers."""
    fragment = catalog.page(key)
    return fragment, servers_of(request, fragment.operation)


def open_documented(request: HttpRequest, key: str, example: str | None = None) -> Desk:
    """The form as the documentation has it.

    Raises ``OperationRow.DoesNotExist``, and ``UnknownKey`` for an example that is not there.
    """
    fragment, servers = _page(request, key)
    composer = from_spec(fragment.operation, documented(fragment, servers, example), servers)
    composer = replace(composer, server=_of_environment(environment_of(request), servers, fragment.operation))
    return replace(_desk(request, fragment, servers, composer), example=example or "")


def open_spec(request: HttpRequest, key: str, spec: RequestSpec) -> Desk:
    """The form with a request that was kept."""
    fragment, servers = _page(request, key)
    composer = from_spec(fragment.operation, spec, servers, documented(fragment, servers))
    return _desk(request, fragment, servers, composer)


def _desk(
    request: HttpRequest,
    fragment: Fragment,
    servers: dict[str, str],
    composer: Composer,
    typed: bool = False,
) -> Desk:
    merged = (
        bodies.read(fragment, composer.body, get_language() or "en") if composer.body_type == "json" else Merged("")
    )
    desk = Desk(request, fragment, servers, with_documented_fields(composer, fragment), merged)
    return _with_values(desk) if typed else desk


def _with_values(desk: Desk) -> Desk:
    """The desk with the values of variables that were typed into its form."""
    post = desk.request.POST
    desk.typed = _typed(post)
    desk.plain = {
        **posted_values(desk.operation, desk.composer.server, post),
        **posted_users(desk.operation, post),
    }
    return desk


def with_composer(desk: Desk, composer: Composer) -> Desk:
    """The desk with another state of the form."""
    return _desk(desk.request, desk.fragment, desk.servers, composer)


def open_posted(request: HttpRequest, key: str) -> Desk:
    """The form as posted, after the button that was pressed, if any."""
    action = request.POST.get("action", "")
    undo = kept_body(_before(request, key)) if action.startswith(UNDOABLE) else request.POST.get("undo", "")
    return replace(_posted(request, key, action), undo=undo)


def _before(request: HttpRequest, key: str) -> Composer:
    """The form as posted, before the button that was pressed: what is typed in a control stands in the body."""
    fragment, servers = _page(request, key)
    composer = from_post(fragment.operation, request.POST, MultiValueDict(), documented(fragment, servers))
    return replace(composer, body=_merged(fragment, composer, request, "").text)


def _posted(request: HttpRequest, key: str, action: str) -> Desk:
    fragment, servers = _page(request, key)
    if action.startswith("example:"):
        return _with_example(request, fragment, servers, action.partition(":")[2])
    composer = from_post(fragment.operation, request.POST, request.FILES, documented(fragment, servers))
    if action == "undo":
        composer = restored(composer, request.POST.get("undo", ""))
        return _desk(request, fragment, servers, composer, typed=True)
    composer = with_documented_fields(apply_row_action(composer, action), fragment)
    if action == "body-restore":
        composer = _with_documented_body(fragment, servers, composer)
    merged = _merged(fragment, composer, request, action)
    chosen = None
    if action.startswith("environment:"):
        chosen = _chosen(request, action.partition(":")[2])
        own = chosen.server
        servers |= {own: own} if own not in {"", "mock"} else {}
        composer = replace(composer, server=_of_environment(chosen, servers, fragment.operation))
    if composer.body_type in {"json", "text"}:
        composer = replace(composer, body=merged.text)
    return _with_values(Desk(request, fragment, servers, composer, merged, environment=chosen))


def _chosen(request: HttpRequest, key: str) -> Environment:
    """The environment that a button names; the one that was chosen before where it is gone."""
    person = request.person  # type: ignore[attr-defined]
    return find_environment(person, key) or environment_of(request)


def _merged(fragment: Fragment, composer: Composer, request: HttpRequest, action: str) -> Merged:
    if composer.body_type != "json":
        return Merged(composer.body)
    if action == "body-restore":
        return bodies.read(fragment, composer.body, get_language() or "en")
    if action == "body-format":
        return bodies.formatted(fragment, composer.body, get_language() or "en")
    body_action = action.partition(":")[2] if action.startswith("body:") else ""
    posted = (composer.body, composer.body_base, request.POST)
    return bodies.merge(fragment, *posted, body_action, get_language() or "en", request.FILES)


def _with_documented_body(fragment: Fragment, servers: dict[str, str], composer: Composer) -> Composer:
    example = from_spec(fragment.operation, documented(fragment, servers), servers)
    return replace(composer, body=example.body, body_base=example.body)


def _with_example(request: HttpRequest, fragment: Fragment, servers: dict[str, str], name: str) -> Desk:
    """A named example of the documentation in the form; server, headers and tabs stay as they were."""
    posted = from_post(fragment.operation, request.POST, request.FILES, documented(fragment, servers))
    example = from_spec(fragment.operation, documented(fragment, servers, name), servers)
    composer = replace(
        posted,
        body_type=example.body_type,
        body=example.body,
        body_base=example.body,
        rows={**posted.rows, "form": example.group("form"), "part": example.group("part")},
    )
    return _desk(request, fragment, servers, composer, typed=True)


def _typed(post: QueryDict) -> dict[str, Value]:
    """Values by the names of their variables: there may be two inputs for one, of which one is empty."""
    given = {name: [value for value in post.getlist(name) if value] for name in post if name.startswith(VARIABLE_INPUT)}
    return {name.removeprefix(VARIABLE_INPUT): Secret(values[-1]) for name, values in given.items() if values}
