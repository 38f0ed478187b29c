"""The only encoder in the house: what leaves, to the byte."""

from __future__ import annotations

from base64 import b64encode

import pytest

from playground.core.errors import InvalidAddress, InvalidBody, InvalidField
from playground.core.messages import (
    BinaryBody,
    Credentials,
    FileReference,
    FormBody,
    MultipartBody,
    Octets,
    Parameter,
    Part,
    RequestSpec,
    TextBody,
)
from playground.core.prepare import prepare
from playground.core.variables import Scopes, Secret


def rows(*pairs: tuple[str, str]) -> tuple[Parameter, ...]:
    return tuple(Parameter(name, value) for name, value in pairs)


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("http://a.test", "http://a.test/"),
        ("http://A.Test:80/x", "http://a.test/x"),
        ("https://a.test:443/", "https://a.test/"),
        ("https://a.test:8443/", "https://a.test:8443/"),
        ("http://a.test/a b", "http://a.test/a%20b"),
        ("http://a.test/a%20b%2Fc", "http://a.test/a%20b%2Fc"),
        ("http://a.test/ü?q=ä", "http://a.test/%C3%BC?q=%C3%A4"),
        ("http://a.test/?a=1&a=2&b&c=", "http://a.test/?a=1&a=2&b&c="),
        ("http://a.test/?a+b=%2B", "http://a.test/?a+b=%2B"),
        ("http://a.test/x#frag?no", "http://a.test/x"),
        ("http://a.test/a/../b/./c", "http://a.test/a/../b/./c"),
        ("http://a.test./", "http://a.test./"),
        ("http://[2001:DB8::1]:81/", "http://[2001:db8::1]:81/"),
        ("http://bücher.test/", "http://xn--bcher-kva.test/"),
        ("http://a.test/?q=[1-3]", "http://a.test/?q=[1-3]"),
        ("http://a.test?x", "http://a.test/?x"),
    ],
)
def test_an_address_goes_as_written_but_for_what_a_uri_cannot_hold(url: str, sent: str) -> None:
    assert prepare(RequestSpec(url=url)).url == sent


@pytest.mark.parametrize(
    "url",
    ["", "a.test/x", "http://", "http:///x", "ftp://a.test/", "http://a@b@c/", "http://a.test\\x", "http://1.2.3/",
     "http://0x7f.1/", "http://2130706433/", "http://a.test:99999/", "http://[::1", "http://a\r\nb.test/",
     "http://a b/"],
)  # fmt: skip
def test_an_address_that_is_none_is_refused_with_advice(url: str) -> None:
    with pytest.raises(InvalidAddress) as error:
        prepare(RequestSpec(url=url))
    assert error.value.message
    assert error.value.hint


def test_query_rows_follow_the_written_query_and_are_encoded_whole() -> None:
    spec = RequestSpec(url="http://a.test/?x=1", query=rows(("a b", "c&d=é"), ("e", "")))
    assert prepare(spec).url == "http://a.test/?x=1&a%20b=c%26d%3D%C3%A9&e="


def test_path_templates_are_filled_and_encoded() -> None:
    spec = RequestSpec(url="http://a.test/v1/{model}:go/{x}", path_params=rows(("model", "a/b c")))
    assert prepare(spec).url == "http://a.test/v1/a%2Fb%20c:go/%7Bx%7D"


def test_rows_that_are_off_stay_behind() -> None:
    off = (Parameter("x", "1", enabled=False),)
    prepared = prepare(RequestSpec("POST", "http://a.test/", query=off, headers=off, cookies=off, body=FormBody(off)))
    assert prepared.url == "http://a.test/"
    assert "x" not in prepared.fields
    assert "Cookie" not in prepared.fields
    assert prepared.content == b""


def test_fields_leave_in_order_with_repeats_and_empty_values() -> None:
    headers = rows(("X-B", "1"), ("x-a", ""), ("X-B", "2 "))
    prepared = prepare(RequestSpec(url="http://a.test/", headers=headers))
    assert list(prepared.fields) == [("Host", "a.test"), ("X-B", "1"), ("x-a", ""), ("X-B", "2")]
    assert prepared.automatic == {"host"}


@pytest.mark.parametrize(("name", "value"), [("a b", "1"), ("", "1"), ("a:", "1"), ("a", "1\r\nb: 2"), ("a", "\0")])
def test_a_field_that_http_does_not_allow_is_refused(name: str, value: str) -> None:
    with pytest.raises(InvalidField):
        prepare(RequestSpec(url="http://a.test/", headers=rows((name, value))))


def test_the_length_is_ours_and_chunked_is_dropped() -> None:
    headers = rows(("Content-Length", "999"), ("Transfer-Encoding", "chunked"))
    prepared = prepare(RequestSpec("POST", "http://a.test/", headers=headers, body=TextBody("äb", "text/plain")))
    assert prepared.fields.get_all("Content-Length") == ("3",)
    assert "Transfer-Encoding" not in prepared.fields
    assert prepared.notes == ("content_length_computed", "transfer_encoding_dropped")


@pytest.mark.parametrize(
    ("method", "length"), [("GET", ""), ("DELETE", ""), ("POST", "0"), ("PUT", "0"), ("PATCH", "0")]
)
def test_absent_content_is_said_where_a_method_expects_some(method: str, length: str) -> None:
    assert prepare(RequestSpec(method, "http://a.test/")).fields.get("Content-Length") == length


def test_text_is_sent_to_the_byte() -> None:
    text = '{"b": 1.0, "a": 1e400,\r\n "a": -0.0, "é": "\\u0041"}\n'
    prepared = prepare(RequestSpec("POST", "http://a.test/", body=TextBody(text, "application/json")))
    assert prepared.content == text.encode()


HALF = "\ud800"


@pytest.mark.parametrize(
    ("spec", "error"),
    [
        (RequestSpec(url=f"http://a.test/{HALF}"), InvalidAddress),
        (RequestSpec(url=f"http://{{{{host}}}}/{HALF}"), InvalidAddress),
        (RequestSpec(url="http://a.test/{id}", path_params=rows(("id", HALF))), InvalidAddress),
        (RequestSpec(url="http://a.test/", query=rows((HALF, "1"))), InvalidAddress),
        (RequestSpec(url="http://a.test/", headers=rows(("A", HALF))), InvalidField),
        (RequestSpec(url="http://a.test/", cookies=rows(("a", HALF))), InvalidField),
        (RequestSpec(url="http://a.test/", auth=(Credentials("basic", HALF, "u"),)), InvalidField),
        (RequestSpec(url="http://a.test/", body=TextBody("x", HALF)), InvalidField),
        (RequestSpec(url="http://a.test/", body=TextBody(HALF)), InvalidBody),
        (RequestSpec(url="http://a.test/", body=FormBody(rows((HALF, "")))), InvalidBody),
        (RequestSpec(url="http://a.test/", body=MultipartBody((Part(HALF, "1"),))), InvalidBody),
        (RequestSpec(url="http://a.test/", body=MultipartBody((Part("a", HALF),))), InvalidBody),
        (RequestSpec(url="http://a.test/", body=MultipartBody((Part("a", "1", HALF),))), InvalidBody),
    ],
)
def test_half_a_surrogate_pair_is_refused(spec: RequestSpec, error: type[Exception]) -> None:
    with pytest.raises(error, match="half of a"):
        prepare(spec)


@pytest.mark.parametrize("url", ["http://{{host}}\r\nX: y/", "http://{{host}}/\n", "{{base}}\x00"])
def test_an_address_with_a_variable_holds_no_control_characters_either(url: str) -> None:
    with pytest.raises(InvalidAddress, match="control character"):
        prepare(RequestSpec(url=url))


def test_variables_have_names_in_every_script() -> None:
    spec = RequestSpec("POST", "http://a.test/{{路径}}", body=FormBody(rows(("键 ", "{{密钥}}"))))
    assert prepare(spec).url == "http://a.test/{{路径}}"
    assert prepare(spec).content == "%E9%94%AE+={{密钥}}".encode()
    sent = prepare(spec, Scopes(({"路径": "x", "密钥": "ü"},)), reveal=True)
    assert (sent.url, sent.content) == ("http://a.test/x", b"%E9%94%AE+=%C3%BC")


def test_a_listed_content_type_wins_over_that_of_the_body() -> None:
    spec = RequestSpec(
        "POST", "http://a.test/", headers=rows(("content-type", "x/y")), body=TextBody("a", "text/plain")
    )
    assert prepare(spec).fields.get_all("Content-Type") == ("x/y",)


def test_a_form_is_encoded_as_browsers_do() -> None:
    body = FormBody(rows(("a b", "c+d~*"), ("é", "&=")))
    prepared = prepare(RequestSpec("POST", "http://a.test/", body=body))
    assert prepared.content == b"a+b=c%2Bd%7E*&%C3%A9=%26%3D"
    assert prepared.fields.get("Content-Type") == "application/x-www-form-urlencoded"


def test_multipart_parts_are_framed_by_a_boundary_that_the_type_names() -> None:
    parts = (Part("a", "1\n2"), Part('f"', b"\xff", "x\ny.png", "image/png"), Part("t", "z", None, "text/x"))
    prepared = prepare(
        RequestSpec("POST", "http://a.test/", body=MultipartBody(parts, "multipart/form-data; boundary=B"))
    )
    assert prepared.content == (
        b'--B\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\n2\r\n'
        b'--B\r\nContent-Disposition: form-data; name="f%22"; filename="x%0Ay.png"\r\n'
        b"Content-Type: image/png\r\n\r\n\xff\r\n"
        b'--B\r\nContent-Disposition: form-data; name="t"\r\nContent-Type: text/x\r\n\r\nz\r\n--B--\r\n'
    )


def test_a_boundary_of_our_own_is_the_same_each_time_and_completes_a_listed_type() -> None:
    spec = RequestSpec(
        "POST",
        "http://a.test/",
        headers=rows(("Content-Type", "multipart/form-data")),
        body=MultipartBody((Part("a", "{{v}}"),)),
    )
    shown, sent = prepare(spec), prepare(spec, Scopes(({"v": "x"},)), reveal=True)
    assert shown.fields.get("Content-Type") == sent.fields.get("Content-Type")
    assert sent.content.startswith(b"--" + sent.fields.get("Content-Type").partition("boundary=")[2].encode())


def test_an_empty_boundary_is_none() -> None:
    body = MultipartBody((Part("a", "1"),), 'multipart/mixed; boundary=""; charset=utf-8')
    prepared = prepare(RequestSpec("POST", "http://a.test/", body=body))
    start, _, boundary = prepared.fields.get("Content-Type").partition("; boundary=")
    assert start == "multipart/mixed; charset=utf-8"
    assert prepared.content.startswith(f"--{boundary}\r\n".encode())


def test_a_boundary_beyond_ascii_is_refused() -> None:
    with pytest.raises(InvalidBody, match="boundary"):
        prepare(RequestSpec("POST", "http://a.test/", body=MultipartBody((), 'multipart/form-data; boundary="ü"')))


def test_a_file_that_was_not_chosen_stays_a_reference() -> None:
    prepared = prepare(RequestSpec("POST", "http://a.test/", body=BinaryBody(None, "image/png", "a.png")))
    assert prepared.segments == (FileReference("a.png"),)
    assert prepared.missing_files == ("a.png",)
    with pytest.raises(ValueError, match=r"a\.png"):
        _ = prepared.content


def test_userinfo_becomes_basic_credentials_unless_one_is_listed() -> None:
    assert prepare(RequestSpec(url="http://u%40:p@a.test/")).fields.get("Authorization") == "Basic dUA6cA=="
    octets = prepare(RequestSpec(url="http://%ff%00:%C3%BC@a.test/"))
    assert octets.fields.get("Authorization") == "Basic " + b64encode(b"\xff\x00:\xc3\xbc").decode()
    listed = RequestSpec(url="http://u:p@a.test/", headers=rows(("authorization", "X y")))
    assert prepare(listed).fields.get_all("Authorization") == ("X y",)


def test_credentials_go_where_their_scheme_says() -> None:
    auth = (
        Credentials("bearer", "t"),
        Credentials("apiKey", "k1", name="key", location="query"),
        Credentials("apiKey", "k2", name="sid", location="cookie"),
        Credentials("apiKey", "k3", name="X-Key"),
    )
    prepared = prepare(RequestSpec(url="http://a.test/", auth=auth))
    assert prepared.url == "http://a.test/?key=k1"
    assert prepared.fields.get("Authorization") == "Bearer t"
    assert prepared.fields.get("Cookie") == "sid=k2"
    assert prepared.fields.get("X-Key") == "k3"


SECRETS = Scopes(({"KEY": Secret("s3cr&t"), "host": "a.test", "plain": "p q"},))


def test_a_secret_is_shown_to_nobody_and_its_length_is_that_of_the_wire() -> None:
    spec = RequestSpec(
        "POST",
        "http://{{host}}/{{plain}}?k={{KEY}}",
        query=rows(("q", "{{KEY}} {{plain}}")),
        headers=rows(("X-Key", "{{KEY}}")),
        body=TextBody("{{KEY}}"),
    )
    shown = prepare(spec, SECRETS)
    sent = prepare(spec, SECRETS, reveal=True)
    assert "s3cr" not in repr(shown)
    assert shown.url == "http://a.test/p%20q?k={{KEY}}&q={{KEY}}%20p%20q"
    assert shown.fields.get("Content-Length") == sent.fields.get("Content-Length") == "6"
    assert sent.url == "http://a.test/p%20q?k=s3cr&t&q=s3cr%26t%20p%20q"
    assert sent.content == b"s3cr&t"


def test_what_has_no_value_stands_in_the_preview_and_goes_as_typed() -> None:
    spec = RequestSpec(url="{{base}}/x?y={{z}}", headers=rows(("A", "{{b}}")))
    shown = prepare(spec)
    assert shown.url == "{{base}}/x?y={{z}}"
    assert shown.fields.get("Host") == "{{base}}"
    sent = prepare(RequestSpec(url="http://a.test/?y={{z}}"), reveal=True)
    assert sent.url == "http://a.test/?y=%7B%7Bz%7D%7D"


def test_basic_credentials_with_a_variable_never_encode_its_name() -> None:
    spec = RequestSpec(url="http://a.test/", auth=(Credentials("basic", "{{KEY}}", username="u"),))
    assert "Basic {{" in prepare(spec, SECRETS).fields.get("Authorization")
    assert prepare(spec, SECRETS, reveal=True).fields.get("Authorization") == "Basic dTpzM2NyJnQ="


def test_what_looks_like_a_variable_in_a_file_is_none() -> None:
    scopes = Scopes(({"v": "value"},))
    binary = prepare(RequestSpec("POST", "http://a.test/", body=BinaryBody(b"{{v}}", "text/plain")), scopes)
    assert binary.segments == (b"{{v}}",)
    assert isinstance(binary.segments[0], Octets)
    parts = MultipartBody((Part("a", "{{v}}"), Part("f", b"{{v}}\xff", "f.bin"), Part("g", b"plain", "g.bin")))
    sent = prepare(RequestSpec("POST", "http://a.test/", body=parts), scopes)
    head, file, tail = sent.segments
    assert isinstance(head, bytes) and b"\r\n\r\nvalue\r\n" in head
    assert file == Octets(b"{{v}}\xff")
    assert isinstance(tail, bytes) and b"plain" in tail
    assert sent.content == head + file + tail
