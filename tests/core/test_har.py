"""HAR 1.2 in and out: what a HAR request means here, and everywhere in the product."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

import pytest

from playground.core.errors import InvalidHar
from playground.core.exporters.formats import har as exporter
from playground.core.fields import Fields
from playground.core.importers.formats import har
from playground.core.messages import (
    BinaryBody,
    Exchange,
    FormBody,
    MultipartBody,
    NoBody,
    Part,
    Response,
    TextBody,
    Timings,
)
from playground.core.prepare import prepare


def request(**more: Any) -> dict[str, Any]:
    return {"method": "POST", "url": "http://a.test/", "headers": [], **more}


def pairs(*items: tuple[str, str]) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in items]


@pytest.mark.parametrize(
    ("url", "listed", "sent"),
    [
        ("/?a=1&b=%2F", [("a", "1"), ("b", "/")], "/?a=1&b=%2F"),
        ("/?a=x+y", [("a", "x y")], "/?a=x+y"),
        ("/?a=x+y", [("a", "x+y")], "/?a=x+y"),
        ("/?a=%2F", [("a", "%2F")], "/?a=%2F"),
        ("/?flag", [("flag", "")], "/?flag"),
        ("/?a=1", [("a", "1"), ("b", "2")], "/?a=1&b=2"),
        ("/?a=1", [("b", "2")], "/?a=1&b=2"),
        ("/", [("a", "1"), ("a", "1")], "/?a=1&a=1"),
        ("/?a=1&a=1", [("a", "1"), ("a", "1")], "/?a=1&a=1"),
        ("/?a=1#f?b=2", [], "/?a=1"),
    ],
)
def test_a_query_said_twice_is_sent_once(url: str, listed: list[tuple[str, str]], sent: str) -> None:
    spec = har.load(request(url=f"http://a.test{url}", queryString=pairs(*listed)))
    assert prepare(spec).url == f"http://a.test{sent}"


def test_order_and_repeats_of_headers_are_kept_and_pseudo_headers_dropped() -> None:
    spec = har.load(request(headers=pairs((":method", "POST"), ("B", "1"), ("a", "2"), ("B", "3"))))
    assert [(row.name, row.value) for row in spec.headers] == [("B", "1"), ("a", "2"), ("B", "3")]


def test_cookies_count_only_where_no_header_lists_them() -> None:
    cookies = pairs(("a", "1"), ("b", "2"))
    assert prepare(har.load(request(cookies=cookies))).fields.get("Cookie") == "a=1; b=2"
    listed = har.load(request(cookies=cookies, headers=pairs(("cookie", "x=y"))))
    assert prepare(listed).fields.get_all("Cookie") == ("x=y",)


@pytest.mark.parametrize(
    ("data", "body"),
    [
        (None, NoBody()),
        ({"mimeType": "application/json", "text": "{}"}, TextBody("{}", "application/json")),
        ({"mimeType": "text/plain", "text": ""}, TextBody("", "text/plain")),
        ({"mimeType": "a/b", "text": "/wA=", "encoding": "base64"}, BinaryBody(b"\xff\x00", "a/b")),
    ],
)
def test_content(data: Any, body: object) -> None:
    assert har.load(request(postData=data) if data else request()).body == body


def test_params_make_a_form_or_parts_by_the_type() -> None:
    params = [{"name": "a", "value": "1"}, {"name": "f", "fileName": "x.png", "contentType": "image/png"},
              {"name": "g", "fileName": "g.txt", "value": "inline"}]  # fmt: skip
    multipart = har.load(request(postData={"mimeType": "multipart/form-data", "params": params})).body
    assert multipart == MultipartBody(
        (Part("a", "1"), Part("f", None, "x.png", "image/png"), Part("g", "inline", "g.txt")), "multipart/form-data"
    )
    form = har.load(request(postData={"mimeType": "application/x-www-form-urlencoded", "params": params[:1]})).body
    assert isinstance(form, FormBody)


def test_text_wins_over_params() -> None:
    data = {"mimeType": "application/x-www-form-urlencoded", "text": "a=%31", "params": pairs(("a", "1"))}
    assert prepare(har.load(request(postData=data))).content == b"a=%31"


@pytest.mark.parametrize(
    ("wrong", "pointer"),
    [
        ([], ""),
        ({"url": "http://a.test/"}, "/method"),
        ({"method": "A B", "url": "x"}, "/method"),
        ({"method": "GET"}, "/url"),
        ({"method": "GET", "url": 1}, "/url"),
        (request(headers={}), "/headers"),
        (request(headers=[{"value": "x"}]), "/headers/0/name"),
        (request(headers=[{"name": "x", "value": None}]), "/headers/0/value"),
        (request(postData=1), "/postData"),
        (request(postData={"mimeType": 1}), "/postData/mimeType"),
        (request(postData={"mimeType": "a/b", "text": "!", "encoding": "base64"}), "/postData/text"),
        (request(postData={"mimeType": "a/b", "text": "", "encoding": "hex"}), "/postData/encoding"),
        (request(postData={"mimeType": "multipart/form-data", "params": [{"name": 1}]}), "/postData/params/0/name"),
        # half a surrogate pair, which JSON can say
        (request(url="http://a.test/\ud800"), "/url"),
        (request(headers=[{"name": "x", "value": "\udfff"}]), "/headers/0/value"),
        (request(queryString=[{"name": "\ud800", "value": ""}]), "/queryString/0/name"),
        (request(cookies=[{"name": "a", "value": "\ud800"}]), "/cookies/0/value"),
        (request(postData={"mimeType": "\ud800"}), "/postData/mimeType"),
        (request(postData={"mimeType": "a/b", "text": "\ud800"}), "/postData/text"),
    ],
)
def test_what_is_no_har_request_is_refused_with_its_place(wrong: Any, pointer: str) -> None:
    with pytest.raises(InvalidHar) as error:
        har.load(wrong)
    assert error.value.pointer == pointer
    assert error.value.message


@pytest.mark.parametrize(
    "more",
    [
        {"url": "http://a.test/?a=1&b", "queryString": pairs(("a", "1"), ("b", ""), ("c", "d e"))},
        {"postData": {"mimeType": "text/x", "text": "a\r\nb"}},
        {"postData": {"mimeType": "a/b", "text": b64encode(bytes(range(256))).decode(), "encoding": "base64"}},
        {"postData": {"mimeType": "multipart/form-data", "params": [{"name": "f", "fileName": "x", "value": "y"}]}},
        {"headers": pairs(("A", ""), ("A", "b"))},
    ],
)
def test_a_round_trip_is_the_same_request(more: Any) -> None:
    spec = har.load(request(**more))
    again = har.load(exporter.dump(spec))
    assert prepare(again) == prepare(spec)


def test_an_entry_holds_what_har_asks_for() -> None:
    exchange = Exchange(
        request=prepare(har.load(request(postData={"mimeType": "a/b", "text": "x"}))),
        started=0,
        response=Response(
            200, "OK", fields=Fields([("Set-Cookie", "a"), ("Set-Cookie", "b")]), content=b"\xff", wire_size=1
        ),
        timings=Timings(dns=1, connect=2, ssl=1, send=0.5, wait=3, receive=4),
    )
    entry = exporter.dump_entry(exchange)
    assert entry["startedDateTime"] == "1970-01-01T00:00:00.000+00:00"
    assert entry["time"] == 10.5
    assert entry["request"]["postData"] == {"mimeType": "a/b", "text": "x"}
    assert entry["response"]["content"] == {"size": 1, "mimeType": "", "text": "/w==", "encoding": "base64"}
    assert [row["value"] for row in entry["response"]["headers"]] == ["a", "b"]
    assert set(entry["timings"]) == {"blocked", "dns", "connect", "ssl", "send", "wait", "receive"}
