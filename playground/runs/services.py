"""Resolve, send, record: the one place where sending happens."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, TypedDict, Unpack

from django.db import transaction

from playground.accounts.limits import limit
from playground.accounts.models import Person
from playground.catalog import services as catalog
from playground.catalog.models import Description, OperationRow
from playground.core.errors import InvalidBody
from playground.core.messages import PreparedRequest, RequestSpec
from playground.core.openapi.keys import key_variables, server_values
from playground.core.openapi.operations import Operation
from playground.core.variables import Dynamic, Scopes, Secret, Value, uses_dynamic
from playground.environments.services import (
    Choice,
    Documented,
    Held,
    held_by,
    keep_value,
    mock_layer,
    place_for_new,
    without_typed_secrets,
)
from playground.history import retention
from playground.history import services as history
from playground.history.models import Run
from playground.runs import extraction, limits, terms
from playground.runs.handover import Begun
from playground.runs.performance import WAIT_S, Filled, Moment, Patience, attend, attend_to_end
from playground.runs.watch import stop_here


class TooLarge(InvalidBody):
    """A request over the limit of the site, in bytes (RFC 9110 §15.5.14 in an answer)."""

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(
            "The request has %(size)s bytes of content; at most %(limit)s are sent from here.",
            hint="Send less, or take the code and run it yourself.",
            size=f"{size:,}",
            limit=f"{limit:,}",
        )


def scopes_for(
    person: Person | None,
    spec: RequestSpec,
    mock_base: str,
    choice: Choice | None = None,
    seed: str = "",
    operation: str = "",
) -> Scopes:
    """Every variable that a request of this person may use, the mock's own key among them when it goes there.

    ``seed`` gives the random ones: that of the preview, so that what was shown is sent. ``operation`` is the key of
    the operation whose description says the weakest.
    """
    return _scopes(AtHand(held_by(person, choice or Choice()), _operation(operation)), spec, mock_base, seed)


@dataclass(frozen=True, slots=True)
class AtHand:
    """What whoever sends has read just now, so that it is not read again: a person's variables by the choice that they
    made, and the operation that the request was composed for."""

    held: Held
    operation: Operation | None


def _scopes(at_hand: AtHand, spec: RequestSpec, mock_base: str, seed: str) -> Scopes:
    described = described_values(at_hand.operation, spec.url, mock_base)
    return replace(at_hand.held.scopes(described), dynamic=Dynamic(seed, time.time()))


def _operation(key: str) -> Operation | None:
    """The operation that a request was composed for; None where there is none, or it is gone."""
    try:
        return catalog.page(key).operation if key else None
    except (OperationRow.DoesNotExist, Description.DoesNotExist):
        return None


def described_values(operation: Operation | None, url: str, mock_base: str) -> Mapping[str, Value]:
    """The weakest scope: what the description says of its variables, and what opens the mock upstream."""
    if operation is None:
        return mock_layer(url, mock_base)
    return {**server_values(operation), **mock_layer(url, mock_base, key_variables(operation))}


def choice_for(run: Run, session_key: str = "") -> Choice:
    """The environment that a run was composed with, and the browser session that sends it."""
    return Choice(run.content.options.get("environment", Choice().environment), session_key)


class Wanted(TypedDict, total=False):
    """How a request is sent, beside what it is. ``operation`` is the key of what it was composed for; ``client`` the IP
    address of whoever asks, by which guests are counted; ``documented`` what the description says of its secrets.
    """

    operation: str
    mock_base: str
    options: Mapping[str, Any] | None
    client: str
    choice: Choice | None
    documented: Documented | None
    at_hand: AtHand | None


def start(person: Person, spec: RequestSpec, **wanted: Unpack[Wanted]) -> Run:
    """Keep a request as pending.

    Secrets that were typed in full become variables first, so that none is stored with the request. Nothing is kept
    where it raises: ``InvalidInput`` where the request cannot be encoded, ``OverLimit`` and ``TooLarge`` where it is
    over a limit of the site, ``TooManyRuns`` where too many are on their way.
    """
    return _keep(person, spec, wanted, claimed=False)[0]


def send(person: Person, spec: RequestSpec, **wanted: Unpack[Wanted]) -> tuple[Run, Iterator[Moment]]:
    """Keep a request and send it at once: the run, and what happens, which goes on as it is iterated over.

    Raises as ``start`` does.
    """
    run, request = _keep(person, spec, wanted, claimed=True)
    return run, _attend(run, request, lambda: WAIT_S)


def send_to_end(person: Person, spec: RequestSpec, **wanted: Unpack[Wanted]) -> Run:
    """Keep a request, send it and wait for its end. Raises as ``start`` does."""
    run, request = _keep(person, spec, wanted, claimed=True)
    _attend_to_end(run, request)
    return run


def begin(person: Person, spec: RequestSpec, **wanted: Unpack[Wanted]) -> Begun:
    """Keep a request and send it at once, for a page: see ``handover``. Raises as ``start`` does."""
    run, request = _keep(person, spec, wanted, claimed=True)
    begun = Begun(run)
    begun.moments = _attend(run, request, begun.patience)
    return begun


def _keep(person: Person, spec: RequestSpec, wanted: Wanted, *, claimed: bool) -> tuple[Run, Filled]:
    """The run, and the request with every variable that it may use."""
    operation, mock_base = wanted.get("operation", ""), wanted.get("mock_base", "")
    options: dict[str, Any] = {**(wanted.get("options") or {}), "mock_base": mock_base}
    terms.check(options, person)
    choice = wanted.get("choice") or Choice()
    if choice.environment != Choice().environment:
        options["environment"] = choice.environment
    if uses_dynamic(spec):
        options.setdefault("seed", secrets.token_hex(8))
    at_hand = wanted.get("at_hand") or AtHand(held_by(person, choice), _operation(operation))
    known = at_hand.held.taken()
    spec, typed = without_typed_secrets(spec, known, wanted.get("documented"))
    typed_layer = {name: Secret(value) for name, value in typed.items()}
    scopes = _scopes(at_hand, spec, mock_base, options.get("seed", ""))
    scopes = replace(scopes, layers=(*scopes.layers, typed_layer))
    request = Filled(spec, scopes, _check(spec, scopes, person))
    origin = limits.origin_of(person, wanted.get("client", ""), request.revealed().url, mock_base)
    limits.clear()
    retention.tend(person)
    with transaction.atomic():
        limits.check(origin)
        for name, value in typed.items():
            if known.get(name) == Secret(value):
                continue
            where = place_for_new(person, choice)
            keep_value(person, name, value, secret=True, environment=where, session_key=choice.key_for_new)
        run = history.create(person, spec, operation=operation, options=options, claimed=claimed)
        limits.note(origin, run)
    return run, request


def _check(spec: RequestSpec, scopes: Scopes, person: Person) -> PreparedRequest:
    """What would leave, to learn now, while the form is at hand, whether it can be sent."""
    prepared = Filled(spec, scopes).revealed()
    size = sum(len(segment) for segment in prepared.segments if isinstance(segment, bytes))
    if size > (most := limit(person, "request_bytes")):
        raise TooLarge(size, most)
    return prepared


def repeat(run: Run, client: str = "", session_key: str = "") -> Run:
    """The same request once more, as pending; its certificate is checked again. Raises as ``start`` does."""
    options = dict(run.content.options)
    mock_base = options.pop("mock_base", "")
    for name in ("verify_tls", "seed"):  # an untrusted certificate and random values were for that run
        options.pop(name, None)
    spec = history.spec_of(run)
    choice = choice_for(run, session_key)
    return start(
        run.person, spec, operation=run.operation, mock_base=mock_base, options=options, client=client, choice=choice
    )


def moments(run: Run, patience: Patience = lambda: WAIT_S, session_key: str = "") -> Iterator[Moment]:
    """Send a claimed run and record it: its events as they happen, and None several times a second in between.

    ``session_key`` opens what is kept for the browser session of whoever asks.
    """
    return _attend(run, _request_of(run, session_key), patience)


def _request_of(run: Run, session_key: str) -> Filled:
    """The request of a run that was kept a while ago, with the values that its variables have now."""
    spec = history.spec_of(run)
    mock_base = run.content.options.get("mock_base", "")
    choice, seed = choice_for(run, session_key), run.content.options.get("seed", "")
    return Filled(spec, scopes_for(run.person, spec, mock_base, choice, seed, run.operation))


def _attend(run: Run, request: Filled, patience: Patience) -> Iterator[Moment]:
    """Send and record, then keep of the answer what the rules of its operation say."""
    events = attend(run, request, patience)
    try:
        yield from events
    finally:
        events.close()  # type: ignore[attr-defined]
        extraction.apply_rules(run)


def _attend_to_end(run: Run, request: Filled) -> None:
    try:
        attend_to_end(run, request)
    finally:
        extraction.apply_rules(run)


def perform_to_end(run: Run, session_key: str = "") -> Run:
    """Send a pending run and wait for its end; a run that somebody else claimed is left to them."""
    if history.claim(run):
        _attend_to_end(run, _request_of(run, session_key))
    return run


def request_stop(run: Run) -> None:
    """End a run, whichever process performs it; what came is kept. One that has not begun will not begin."""
    unclaimed = Run.objects.filter(pk=run.pk, state=Run.State.PENDING)
    if unclaimed.update(state=Run.State.STOPPED, failure=asdict(history.NOT_SENT)):
        return
    Run.objects.filter(pk=run.pk).update(stop_requested=True)
    stop_here(run)
