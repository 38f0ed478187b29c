"""The history: what was sent, and what came back."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Status

from playground.api.own import found, person_of
from playground.api.paging import Cursor, InvalidCursor, Limit
from playground.api.schemas import ExchangeDetailOut, ExchangeRowOut, ExchangesOut, ProblemOut, WantedIn
from playground.history import lists, retention, services
from playground.history.models import Run

router = Router(tags=["History"])


@router.get("/exchanges", response=ExchangesOut, summary="What was sent, the newest first")
def exchanges_list(
    request: HttpRequest, wanted: Annotated[WantedIn, Query()], cursor: Cursor = "", limit: Limit = 50
) -> ExchangesOut:
    """Filters are joined by “and”. A page may be empty and have a `next` all the same: a text of one or two characters
    is looked for in some thousand runs at a time."""
    if cursor and not (cursor.isascii() and cursor.isdigit() and len(cursor) < 19):
        raise InvalidCursor("There is no page after “%(cursor)s”.", pointer="/cursor", cursor=cursor)
    person = person_of(request)
    services.close_lost_runs(person)
    page = lists.page_of(person, lists.Wanted.read(wanted.as_texts()), cursor, limit)
    return ExchangesOut(items=[ExchangeRowOut.of(run) for run in page.runs], next=page.older or None)


@router.get(
    "/exchanges/{uuid:exchange}", response={200: ExchangeDetailOut, 404: ProblemOut}, summary="A run as a HAR entry"
)
def exchange_read(request: HttpRequest, exchange: UUID) -> ExchangeDetailOut:
    return ExchangeDetailOut.of(_own(request, exchange))


@router.delete("/exchanges/{uuid:exchange}", response={204: None, 404: ProblemOut}, summary="Delete a run")
def exchange_delete(request: HttpRequest, exchange: UUID) -> Status[None]:
    """One that is on its way is ended by it."""
    retention.delete(Run.objects.filter(pk=_own(request, exchange).pk))
    return Status(204, None)


def _own(request: HttpRequest, exchange: UUID) -> Run:
    mine = services.runs_of(person_of(request)).select_related("content").prefetch_related("tags")
    return found(mine, "There is no such run.", pk=exchange)
