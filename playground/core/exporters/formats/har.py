"""RequestSpec → HAR 1.2 request object; Exchange → HAR 1.2 entry."""

from __future__ import annotations

from base64 import b64encode
from datetime import UTC, datetime
from typing import Any

from playground.core import media_types, uris
from playground.core.messages import (
    BinaryBody,
    Body,
    Exchange,
    FormBody,
    MultipartBody,
    NoBody,
    Parameter,
    Part,
    PreparedRequest,
    RequestSpec,
    Response,
    TextBody,
    Timings,
)

Json = dict[str, Any]


def dump(spec: RequestSpec) -> Json:
    """A HAR request object that ``importers.formats.har.load`` reads back as the same request."""
    har: Json = {
        "method": spec.method,
        "url": spec.url,
        "httpVersion": "HTTP/1.1",
        "cookies": _pairs(spec.cookies),
        "headers": _pairs(spec.headers),
        "queryString": [*_url_pairs(spec.url), *_pairs(spec.query)],
        "headersSize": -1,
        "bodySize": -1,
    }
    post_data = _post_data(spec.body)
    if post_data is not None:
        har["postData"] = post_data
    return har


def _pairs(rows: tuple[Parameter, ...]) -> list[Json]:
    return [{"name": row.name, "value": row.value} for row in rows if row.enabled]


def _url_pairs(url: str) -> list[Json]:
    query = url.partition("#")[0].partition("?")[2]
    return [{"name": name, "value": value} for name, value in uris.query_pairs(query)]


def _post_data(body: Body) -> Json | None:
    match body:
        case NoBody():
            return None
        case TextBody():
            return {"mimeType": body.media_type, "text": body.text}
        case FormBody():
            return {"mimeType": body.media_type, "params": _pairs(body.fields)}
        case MultipartBody():
            return {"mimeType": body.media_type, "params": [_part(part) for part in body.parts if part.enabled]}
        case BinaryBody():
            text = b64encode(body.content or b"").decode("ascii")
            return {"mimeType": body.media_type, "text": text, "encoding": "base64"}


def _part(part: Part) -> Json:
    row: Json = {"name": part.name}
    if isinstance(part.content, bytes):
        row |= {"value": b64encode(part.content).decode("ascii"), "encoding": "base64"}
    elif part.content is not None:
        row["value"] = part.content
    if part.file_name is not None:
        row["fileName"] = part.file_name
    if part.content_type is not None:
        row["contentType"] = part.content_type
    return row


def dump_entry(exchange: Exchange, request: Json | None = None) -> Json:
    """A HAR entry. ``request`` is the HAR request to show; without it, it is made from what was prepared.

    What HAR has no word for stands in fields that begin with an underscore, as HAR 1.2 asks of custom fields.
    """
    entry: Json = {
        "startedDateTime": datetime.fromtimestamp(exchange.started, UTC).isoformat(timespec="milliseconds"),
        "time": round(exchange.timings.total, 3),
        "request": request if request is not None else dump_prepared(exchange.request),
        "response": dump_response(exchange.response or Response(status=0)),
        "cache": {},
        "timings": _timings(exchange.timings),
    }
    if exchange.connection.address:
        entry |= {"serverIPAddress": exchange.connection.address, "connection": str(exchange.connection.port)}
    if exchange.hops:
        entry["_hops"] = [
            {
                "status": hop.status,
                "url": hop.url,
                "location": hop.location,
                "method": hop.method,
                "dropped": list(hop.dropped),
            }
            for hop in exchange.hops
        ]
    return entry


def dump_prepared(prepared: PreparedRequest) -> Json:
    """A HAR request object of what leaves; a content that is not UTF-8 goes as base64."""
    har: Json = {
        "method": prepared.method,
        "url": prepared.url,
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": [{"name": name, "value": value} for name, value in prepared.fields],
        "queryString": _url_pairs(prepared.url),
        "headersSize": -1,
        "bodySize": len(prepared.content) if not prepared.missing_files else -1,
    }
    if prepared.has_content and not prepared.missing_files:
        har["postData"] = {"mimeType": prepared.fields.get("Content-Type"), **_text_or_base64(prepared.content)}
    return har


def _text_or_base64(content: bytes) -> Json:
    try:
        return {"text": content.decode("utf-8")}
    except UnicodeDecodeError:
        return {"text": b64encode(content).decode("ascii"), "encoding": "base64"}


def dump_response(response: Response) -> Json:
    """The response object of HAR 1.2; sizes in bytes, -1 where they are not known."""
    content: Json = {"size": len(response.content), "mimeType": response.fields.get("Content-Type")}
    content |= _content_text(response)
    if response.cut:
        content["comment"] = f"cut: {response.cut}"
    return {
        "status": response.status,
        "statusText": response.reason,
        "httpVersion": response.http_version if response.status else "",
        "cookies": [],
        "headers": [{"name": name, "value": value} for name, value in response.fields],
        "content": content,
        "redirectURL": response.fields.get("Location"),
        "headersSize": -1,
        "bodySize": response.wire_size if response.status else -1,
    }


def _content_text(response: Response) -> Json:
    """The content as text in its own charset where it is text, else as base64."""
    media_type = media_types.parse(response.fields.get("Content-Type"))
    try:
        return {"text": response.content.decode(media_type.get("charset") or "utf-8")}
    except (UnicodeDecodeError, LookupError):
        return {"text": b64encode(response.content).decode("ascii"), "encoding": "base64"}


def _timings(timings: Timings) -> Json:
    names = ("blocked", "dns", "connect", "ssl", "send", "wait", "receive")
    return {name: round(getattr(timings, name), 3) for name in names}
