"""Shares: frozen copies of a request, or of a run with its response, each behind a link."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpRequest
from ninja import Router, Status

from playground.api.own import found, person_of
from playground.api.paging import Cursor, Limit, page_of
from playground.api.schemas import ProblemOut, ShareIn, ShareOut, SharesOut
from playground.core.errors import InvalidInput
from playground.core.importers.formats import har
from playground.history import services as history
from playground.runs.assertions import saved_of
from playground.sharing import services
from playground.sharing.models import Share
from playground.web.origin import mock_base

router = Router(tags=["Shares"])


@router.get("/shares", response=SharesOut, summary="Your shares, the newest first")
def shares_list(request: HttpRequest, cursor: Cursor = "", limit: Limit = 50) -> SharesOut:
    rows = list(services.shares_of(person_of(request)))
    page, following = page_of(rows, cursor, limit, lambda row: row.pk)
    return SharesOut(items=[_told(request, row) for row in page], next=following)


@router.post("/shares", response={201: ShareOut, 404: ProblemOut}, summary="Share a request, or a run")
def share_add(request: HttpRequest, data: ShareIn) -> Status[ShareOut]:
    """Either `request` or `exchange`; no secret is in what is shared. `answer` adds the response of the run."""
    if (data.request is None) == (data.exchange is None) or (data.answer and data.exchange is None):
        raise InvalidInput(
            "Give either “request” or “exchange”; an answer is that of an exchange.", pointer="/exchange"
        )
    with transaction.atomic():
        row = _made(request, data)
        if data.title:
            services.change(row, title=data.title)
        if data.answer:
            services.add_answer(row)
    return Status(201, _told(request, row))


def _made(request: HttpRequest, data: ShareIn) -> Share:
    person, base = person_of(request), mock_base(request)
    if data.request is not None:
        return services.share(person, har.load(data.request), mock_base=base, period=data.period)
    assert data.exchange is not None
    run = found(history.runs_of(person).select_related("content"), "There is no such run.", pk=data.exchange)
    spec = history.spec_of(run)
    expected = services.assertions_of(saved_of(run))
    return services.share(
        person, spec, operation=run.operation, mock_base=base, run=run, period=data.period, assertions=expected
    )


@router.get("/shares/{slug:share}", response={200: ShareOut, 404: ProblemOut}, summary="One of your shares")
def own_share_read(request: HttpRequest, share: str) -> ShareOut:
    return _told(request, _own(request, share))


@router.delete("/shares/{slug:share}", response={204: None, 404: ProblemOut}, summary="End a share")
def own_share_end(request: HttpRequest, share: str) -> Status[None]:
    """Its contents are deleted at once; the link says that it ended."""
    services.revoke(_own(request, share))
    return Status(204, None)


def _own(request: HttpRequest, share: str) -> Share:
    return found(services.shares_of(person_of(request)), "There is no such share.", pk=share)


def _told(request: HttpRequest, row: Share) -> ShareOut:
    return ShareOut.of(row, request.build_absolute_uri("/"))
