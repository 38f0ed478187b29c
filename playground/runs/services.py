"""Resolve, send, record: the one place where sending happens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.db import transaction

from playground.accounts.models import Person
from playground.core.errors import InvalidBody
from playground.core.messages import RequestSpec
from playground.core.prepare import prepare
from playground.core.variables import Scopes, Secret
from playground.environments.services import mock_layer, scopes_of, set_variable, without_typed_secrets
from playground.history import services as history
from playground.history.models import Run
from playground.runs import limits, terms
from playground.runs.performance import WAIT_S, Moment, Patience, attend
from playground.runs.watch import stop_here
from playground.transport.events import Event


class TooLarge(InvalidBody):
    """A request over the limit of the site, in bytes (RFC 9110 §15.5.14 in an answer)."""

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(
            "The request has %(size)s bytes of content; at most %(limit)s are sent from here.",
            hint="Send less, or take the code and run it yourself.",
            size=f"{size:,}",
            limit=f"{limit:,}",
        )


def scopes_for(person: Person | None, spec: RequestSpec, mock_base: str) -> Scopes:
    """Every variable that a request of this person may use, the mock's own key among them when it goes there."""
    return scopes_of(person, mock_layer(spec.url, mock_base))


def start(
    person: Person,
    spec: RequestSpec,
    *,
    operation: str = "",
    mock_base: str = "",
    options: Mapping[str, Any] | None = None,
    client: str = "",
) -> Run:
    """Keep a request as pending. ``client`` is the IP address of whoever asks, by which guests are counted.

    Secrets that were typed in full become variables first, so that none is stored with the request. Nothing is kept
    where it raises: ``InvalidInput`` where the request cannot be encoded, ``OverLimit`` and ``TooLarge`` where it is
    over a limit of the site, ``TooManyRuns`` where too many are on their way.
    """
    kept = {"operation": operation, "options": {**(options or {}), "mock_base": mock_base}}
    return _keep(person, spec, client, kept)[0]


def send(
    person: Person,
    spec: RequestSpec,
    *,
    mock_base: str = "",
    options: Mapping[str, Any] | None = None,
    client: str = "",
) -> tuple[Run, Iterator[Moment]]:
    """Keep a request and send it at once: the run, and what happens, which goes on as it is iterated over.

    Raises as ``start`` does.
    """
    kept = {"operation": "", "options": {**(options or {}), "mock_base": mock_base}, "claimed": True}
    run, scopes = _keep(person, spec, client, kept)
    return run, attend(run, scopes, lambda: WAIT_S)


def _keep(person: Person, spec: RequestSpec, client: str, kept: dict[str, Any]) -> tuple[Run, Scopes]:
    """The run, and every variable that it may use."""
    terms.check(kept["options"])
    mock_base = kept["options"]["mock_base"]
    spec, typed = without_typed_secrets(spec)
    typed_layer = {name: Secret(value) for name, value in typed.items()}
    scopes = Scopes((*scopes_for(person, spec, mock_base).layers, typed_layer))
    origin = limits.origin_of(person, client, _check(spec, scopes), mock_base)
    limits.clear()
    with transaction.atomic():
        limits.check(origin)
        for name, value in typed.items():
            set_variable(person, name, value, secret=True)
        run = history.create(person, spec, **kept)
        limits.note(origin, run)
    return run, scopes


def _check(spec: RequestSpec, scopes: Scopes) -> str:
    """Prepare it only to learn now, while the form is at hand, whether it can be sent; gives the address in full."""
    prepared = prepare(spec, scopes, reveal=True, user_agent=settings.PLAYGROUND_USER_AGENT)
    size = sum(len(segment) for segment in prepared.segments if isinstance(segment, bytes))
    if size > settings.PLAYGROUND_REQUEST_BYTES:
        raise TooLarge(size, settings.PLAYGROUND_REQUEST_BYTES)
    return prepared.url


def repeat(run: Run, client: str = "") -> Run:
    """The same request once more, as pending; its certificate is checked again. Raises as ``start`` does."""
    options = dict(run.content.options)
    mock_base = options.pop("mock_base", "")
    options.pop("verify_tls", None)
    spec = history.spec_of(run)
    return start(run.person, spec, operation=run.operation, mock_base=mock_base, options=options, client=client)


def moments(run: Run, patience: Patience = lambda: WAIT_S) -> Iterator[Moment]:
    """Send a claimed run and record it: its events as they happen, and None several times a second in between."""
    spec = history.spec_of(run)
    return attend(run, scopes_for(run.person, spec, run.content.options.get("mock_base", "")), patience)


def perform(run: Run) -> Iterator[Event]:
    """Send a claimed run and record it; the events are passed on as they happen.

    Whoever closes the iterator before its end stops the run: what came is kept.
    """
    for moment in moments(run):
        if moment is not None:
            yield moment


def perform_to_end(run: Run) -> Run:
    """Send a pending run and wait for its end; a run that somebody else claimed is left to them."""
    if history.claim(run):
        for _ in perform(run):
            pass
    return run


def request_stop(run: Run) -> None:
    """End a run, whichever process performs it; what came is kept. One that has not begun will not begin."""
    unclaimed = Run.objects.filter(pk=run.pk, state=Run.State.PENDING)
    if unclaimed.update(state=Run.State.STOPPED, failure=asdict(history.NOT_SENT)):
        return
    Run.objects.filter(pk=run.pk).update(stop_requested=True)
    stop_here(run)
