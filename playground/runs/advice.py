"""What to do about an answer that says no: a sentence for its status, when to try again, and which rows it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from math import ceil

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from playground.core import media_types
from playground.core.complaints import Complaint, complaints
from playground.core.errors import InvalidInput
from playground.core.fields import Fields
from playground.core.messages import FormBody, MultipartBody, RequestSpec
from playground.core.schema import pointers
from playground.core.schema.text import read_value
from playground.history import services as history
from playground.history.models import Run

#: Bytes of an error answer in which places are looked for; longer ones are no error answers.
_READ_BYTES = 1024 * 1024
#: Longer than this nobody counts down.
_LONGEST = timedelta(days=2)

SENTENCES: Mapping[int, str | Promise] = {
    401: gettext_lazy(
        "The API did not accept the key. Check it in the Auth tab: is it complete, still valid, and one of this server?"
    ),
    402: gettext_lazy("The account has no credit left. Top it up with the provider, or use another key."),
    403: gettext_lazy("The key is known and may not do this. Check what it is allowed: models, regions, addresses."),
    404: gettext_lazy("There is nothing of this name. Check the path, the server, and names in the request: a model?"),
    405: gettext_lazy("This address does not take this method."),
    408: gettext_lazy("The API waited too long for the request. Send it again."),
    409: gettext_lazy(
        "It does not fit the present state: somebody may have changed it. Read it anew, then send again."
    ),
    413: gettext_lazy("The request is too large for this API. Send less, or smaller files."),
    415: gettext_lazy("The API does not take this kind of body. Check the Content-Type header."),
    429: gettext_lazy("Too many requests, or the quota is used up. Wait, send less often, or raise the limit."),
    500: gettext_lazy("The API failed by itself. Send it again; if that does not help, tell its operator."),
    501: gettext_lazy("This API does not offer that. Check the path, or use another server."),
    502: gettext_lazy("The gateway got no good answer from the server behind it. Send it again in a moment."),
    503: gettext_lazy("The API is overloaded or being maintained. Send it again in a moment."),
    504: gettext_lazy("The server behind the gateway took too long. Send it again, or ask for less at once."),
    529: gettext_lazy("The API is overloaded. Send it again in a moment."),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """What an answer says of one row of the form.

    ``group`` is ``body`` for a place in a JSON body, else the group of rows: ``query``, ``form``, …
    """

    group: str
    pointer: str
    message: str


@dataclass(frozen=True, slots=True)
class Advice:
    """``again`` is when the API takes the request again, None where it does not say. ``number`` is that under which
    its operator finds the request, "" where there is none."""

    sentence: str = ""
    again: datetime | None = None
    number: str = ""
    marks: tuple[Mark, ...] = ()

    @property
    def plain_time(self) -> str:
        """When to try again, for people without a script that counts down."""
        moment = (self.again or timezone.now()).astimezone(UTC)
        is_today = moment.date() == timezone.now().astimezone(UTC).date()
        return f"{moment:%H:%M:%S} UTC" if is_today else f"{moment:%Y-%m-%d %H:%M:%S} UTC"

    @property
    def seconds_left(self) -> int:
        return max(0, ceil((self.again - timezone.now()).total_seconds())) if self.again else 0


def advice(run: Run, fields: Fields) -> Advice | None:
    """What to do; None where the answer is no error, or one that speaks for itself."""
    if run.status is None or run.status < 400:
        return None
    known = SENTENCES.get(run.status) or (SENTENCES[500] if run.status >= 500 else "")
    number = next((value for name in _NUMBERS if (value := fields.get(name))), "") if run.status >= 500 else ""
    found = Advice(str(known), _again(run, fields), number[:100], tuple(_marks(run)))
    return found if found.sentence or found.again or found.marks else None


#: Header fields under which makers answer the number of a request.
_NUMBERS = ("x-request-id", "request-id", "x-oneapi-request-id", "cf-ray", "x-amzn-requestid")


def _again(run: Run, fields: Fields) -> datetime | None:
    """When to try again: Retry-After in seconds or as a date (RFC 9110 §10.2.3), or ``retry-after-ms``."""
    arrived = run.created + timedelta(milliseconds=run.duration_ms or 0)
    text, milliseconds = fields.get("Retry-After").strip(), fields.get("retry-after-ms").strip()
    if milliseconds.isascii() and milliseconds.isdigit() and len(milliseconds) < 13:
        return _within(arrived, arrived + timedelta(milliseconds=int(milliseconds)))
    if text.isascii() and text.isdigit() and len(text) < 10:
        return _within(arrived, arrived + timedelta(seconds=int(text)))
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return _within(arrived, moment if moment.tzinfo else moment.replace(tzinfo=UTC))


def _within(arrived: datetime, moment: datetime) -> datetime | None:
    return moment if arrived <= moment <= arrived + _LONGEST else None


def _marks(run: Run) -> Iterator[Mark]:
    content = bytes(run.content.body)
    if not content or len(content) > _READ_BYTES or not media_types.parse(run.media_type).is_json:
        return
    try:
        answer = read_value(content.decode("utf-8", "replace"))
        spec = history.spec_of(run)
    except InvalidInput:
        return
    for each in complaints(answer):
        yield Mark(_group(each, spec), each.pointer, each.message)


def _group(complaint: Complaint, spec: RequestSpec) -> str:
    """Where in the form the place is: where the answer does not say it, a parameter of that name comes first."""
    name = pointers.parse(complaint.pointer)[0].lower()
    rows = {"path": spec.path_params, "query": spec.query, "header": spec.headers, "cookie": spec.cookies}
    if not complaint.location:
        named = (group for group, held in rows.items() if any(row.name.lower() == name for row in held))
        return next(named, _group_of_body(spec))
    return complaint.location if complaint.location in rows else _group_of_body(spec)


def _group_of_body(spec: RequestSpec) -> str:
    return "form" if isinstance(spec.body, FormBody) else "part" if isinstance(spec.body, MultipartBody) else "body"
