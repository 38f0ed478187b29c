"""Resolve, send, record: the one place where sending happens."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from ipaddress import ip_network
from typing import Any

from django.conf import settings

from playground.accounts.models import Person
from playground.core.exporters.formats import har
from playground.core.messages import RequestSpec
from playground.core.prepare import prepare
from playground.core.variables import Scopes, names
from playground.environments.services import (
    SECRET_FIELDS,
    mock_layer,
    scopes_of,
    set_variable,
    without_typed_secrets,
)
from playground.history import services as history
from playground.history.models import Run
from playground.transport.client import Options, exchange
from playground.transport.events import Event
from playground.transport.guard import LocalRoute, Policy
from playground.transport.limits import Limits


def scopes_for(person: Person | None, spec: RequestSpec, mock_base: str) -> Scopes:
    """Every variable that a request of this person may use, the mock's own key among them when it goes there."""
    return scopes_of(person, mock_layer(spec.url, mock_base))


def start(
    person: Person,
    spec: RequestSpec,
    *,
    operation: str = "",
    mock_base: str = "",
    options: dict[str, Any] | None = None,
) -> Run:
    """Keep a request as pending.

    Secrets that were typed in full become variables first, so that none is stored with the request. Raises
    ``InvalidInput`` where the request cannot be encoded.
    """
    spec, typed = without_typed_secrets(spec)
    for name, value in typed.items():
        set_variable(person, name, value, secret=True)
    scopes = scopes_for(person, spec, mock_base)
    prepared = prepare(spec, scopes, reveal=True, user_agent=settings.PLAYGROUND_USER_AGENT)
    del prepared  # only to learn now, while the form is at hand, whether it can be sent
    return history.create(person, spec, operation=operation, options={**(options or {}), "mock_base": mock_base})


def perform(run: Run, stop: threading.Event | None = None) -> Iterator[Event]:
    """Send a claimed run and record it; the events are passed on as they happen.

    Whoever closes the iterator before its end stops the run: what came is kept.
    """
    stored = run.content.options
    spec = history.spec_of(run)
    scopes = scopes_for(run.person, spec, stored.get("mock_base", ""))
    shown = prepare(spec, scopes, user_agent=settings.PLAYGROUND_USER_AGENT)
    run.content.sent = har.dump_prepared(shown)
    prepared = prepare(spec, scopes, reveal=True, user_agent=settings.PLAYGROUND_USER_AGENT)
    recorder = history.Recorder(run, masks=scopes.secrets())
    stop = stop or threading.Event()
    events = exchange(
        prepared,
        policy=policy(stored.get("mock_base", "")),
        limits=limits(),
        options=_options(stored, spec, scopes),
        stop=stop,
    )
    try:
        for event in events:
            recorder.take(event)
            yield event
    except GeneratorExit:
        stop.set()
        for event in events:
            recorder.take(event)
        raise
    finally:
        recorder.save()


def policy(mock_base: str) -> Policy:
    """Who may be reached, from the settings; and the way to our own mock upstream."""
    routes = (LocalRoute(mock_base, "127.0.0.1", settings.PLAYGROUND_PORT),) if mock_base else ()
    return Policy(
        allow_networks=tuple(ip_network(network) for network in settings.PLAYGROUND_ALLOW_NETWORKS),
        allow_hosts=frozenset(settings.PLAYGROUND_ALLOW_HOSTS),
        deny_hosts=frozenset(settings.PLAYGROUND_DENY_HOSTS),
        local_routes=routes,
    )


def limits() -> Limits:
    return Limits(
        connect_s=settings.PLAYGROUND_CONNECT_SECONDS,
        idle_s=settings.PLAYGROUND_IDLE_SECONDS,
        total_s=settings.PLAYGROUND_TOTAL_SECONDS,
        response_bytes=settings.PLAYGROUND_RESPONSE_BYTES,
        request_bytes=settings.PLAYGROUND_REQUEST_BYTES,
        redirects=settings.PLAYGROUND_REDIRECTS,
    )


def _options(stored: dict[str, Any], spec: RequestSpec, scopes: Scopes) -> Options:
    known = {"follow_redirects", "verify_tls", "max_bytes", "timeout_s"}
    options = Options(**{key: value for key, value in stored.items() if key in known and value is not None})
    return replace(options, secret_headers=_secret_headers(spec, scopes))


def _secret_headers(spec: RequestSpec, scopes: Scopes) -> frozenset[str]:
    """Lower-case names of the fields that a redirect to another origin must not carry on."""
    filled = {
        row.name.lower()
        for row in spec.headers
        if any(scopes.is_secret(name) for name in names(RequestSpec(headers=(row,))))
    }
    return SECRET_FIELDS | filled
