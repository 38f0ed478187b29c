"""Making a share, changing it, ending it, and counting who opened it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from playground.accounts.models import Person
from playground.accounts.words import hidden
from playground.core import codec
from playground.core.assertions import Assertion, dump, load
from playground.core.errors import InvalidInput
from playground.core.messages import RequestSpec
from playground.core.schema.text import dumps
from playground.core.variables import Value
from playground.environments.services import Documented, secrets_of
from playground.history import services as history
from playground.history.models import Run
from playground.library.models import SavedRequest
from playground.runs.assertions import saved_of
from playground.sharing.freezing import frozen_answer, frozen_assertions, frozen_request, named
from playground.sharing.models import Share

#: Shares of a person that are open at once, and bytes of a request and of a response's content, at most.
MAX_SHARES, MAX_REQUEST, MAX_ANSWER = 500, 1024 * 1024, 4 * 1024 * 1024
#: Days until a share ends, as one chooses them; None for no end.
PERIODS: Mapping[str, int | None] = {"1": 1, "7": 7, "30": 30, "365": 365, "never": None}
USUAL = "30"

#: Programs that look a link up, for a preview in a chat or for an index.
_ROBOT = re.compile(r"bot\b|bot/|crawl|spider|preview|facebookexternalhit|whatsapp|slurp|embedly|curl/", re.IGNORECASE)


class TooManyShares(InvalidInput):
    """A person has as many open shares as the site lets them."""


def shares_of(person: Person | None) -> QuerySet[Share]:
    """A person's own, newest first, without what is large."""
    mine = Share.objects.filter(person=person) if person else Share.objects.none()
    return mine.defer("request", "body", "answer", "assertions")


def open_shares() -> QuerySet[Share]:
    return Share.objects.filter(Q(expires=None) | Q(expires__gt=timezone.now()), revoked=None)


@transaction.atomic
def share(
    person: Person,
    spec: RequestSpec,
    *,
    operation: str = "",
    mock_base: str = "",
    documented: Documented | None = None,
    session_key: str = "",
    typed: Mapping[str, Value] | None = None,
    run: Run | None = None,
    period: str = USUAL,
    assertions: Iterable[Assertion] = (),
) -> Share:
    """Freeze a request, with what is expected of its answers. ``run`` is one whose request it is, so that its response
    can be added; ``typed`` are values that stand beside it and are not kept.

    Raises ``TooManyShares``, and ``InvalidInput`` for a request that is too large.
    """
    forget_ended()
    if open_shares().filter(person=person).count() >= MAX_SHARES:
        raise TooManyShares("You have %(count)s shares, the most that one can have.", count=str(MAX_SHARES), hint=ROOM)
    secrets = secrets_of(person, session_key) | named(typed or {})
    spec = frozen_request(spec, secrets, documented)
    request = codec.dump(spec)
    if len(dumps(request)) > MAX_REQUEST:
        raise InvalidInput("The request is too large to be shared: at most 1 MiB.", hint=SMALLER)
    return Share.objects.create(
        person=person,
        method=spec.method,
        url=spec.url.replace("\x00", ""),
        operation=operation,
        mock_base=mock_base if spec.url.startswith(mock_base) else "",
        request=request,
        assertions=dump(frozen_assertions(assertions, secrets)),
        run=run,
        expires=_end(period),
    )


ROOM = "End one that is not needed any more."
SMALLER = "Shorten its body, or give it away as code."
LARGE_ANSWER = "The response is too large to be shared: at most 4 MiB."


def _end(period: str) -> Any:
    days = PERIODS.get(period, PERIODS[USUAL])
    return None if days is None else timezone.now() + timedelta(days=days)


def share_run(person: Person, run: Run, *, mock_base: str = "", session_key: str = "") -> Share:
    """Freeze the request of a run of this person. Raises as ``share`` does."""
    return share(
        person,
        history.spec_of(run),
        operation=run.operation,
        mock_base=mock_base,
        session_key=session_key,
        run=run,
        assertions=assertions_of(saved_of(run)),
    )


def assertions_of(saved: SavedRequest | None) -> tuple[Assertion, ...]:
    """What is expected of the answers of a saved request."""
    return load(saved.assertions) if saved else ()


def forked_assertions(key: str) -> tuple[Assertion, ...]:
    """What the owner of an open share expects, for whoever keeps a copy of it."""
    row = open_shares().only("assertions").filter(pk=key).first()
    return load(row.assertions) if row else ()


def same_request(
    person: Person, spec: RequestSpec, run: Run, session_key: str = "", documented: Documented | None = None
) -> bool:
    """Whether a run sent this very request, so that its response belongs to it."""
    secrets = secrets_of(person, session_key)
    return frozen_request(spec, secrets, documented) == frozen_request(history.spec_of(run), secrets, documented)


def change(row: Share, *, title: str, period: str = "", session_key: str = "") -> None:
    """What its owner calls it, and how long from now on it is to be open; "" leaves the end as it is."""
    row.title = " ".join(hidden(row.person, title, session_key).split())[:200]
    if period in PERIODS:
        row.expires = _end(period)
    row.save(update_fields=["title", "expires"])


def add_answer(row: Share, session_key: str = "") -> None:
    """Freeze the response of its run too. Raises ``InvalidInput`` where it is too large, or there is none."""
    runs = history.runs_of(row.person).select_related("content")
    run = runs.filter(pk=row.run_id).first() if row.run_id else None
    if run is None or not run.is_over:
        raise InvalidInput("The run is gone, and its response with it.")
    if len(run.content.body) > MAX_ANSWER:
        raise InvalidInput(LARGE_ANSWER)
    row.answer, content = frozen_answer(run, secrets_of(row.person, session_key))
    row.body = zlib.compress(content)
    row.save(update_fields=["answer", "body"])


def remove_answer(row: Share) -> None:
    row.answer, row.body = None, b""
    row.save(update_fields=["answer", "body"])


def revoke(row: Share) -> None:
    """End it at once; what was behind the link is deleted, the link stays as one that ended."""
    _empty(Share.objects.filter(pk=row.pk, revoked=None), revoked=timezone.now())


def forget_ended() -> int:
    """Empty the shares whose time is over; how many there were."""
    return _empty(Share.objects.filter(expires__lte=timezone.now(), revoked=None), revoked=F("expires"))


def _empty(rows: QuerySet[Share], **more: Any) -> int:
    return rows.update(request={}, assertions=[], answer=None, body=b"", title="", run=None, **more)


def count_opening(row: Share, person: Person | None, agent: str) -> None:
    """Note that somebody opened it. Its owner does not count, nor does a program that looks for a preview."""
    if person is not None and person.pk == row.person_id:
        return
    if agent and not _ROBOT.search(agent):
        Share.objects.filter(pk=row.pk).update(opened=F("opened") + 1)


def spec_of(row: Share, mock_base: str = "") -> RequestSpec:
    """The request; one for the built-in mock goes to it as this reader's browser knows it."""
    spec = codec.load(row.request)
    if row.mock_base and mock_base and spec.url.startswith(row.mock_base):
        spec = replace(spec, url=mock_base + spec.url[len(row.mock_base) :])
    return spec
