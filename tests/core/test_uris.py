"""Addresses: one strict reading, and the string shown is the string sent."""

from __future__ import annotations

import http.client
import ipaddress
import socket
from urllib.parse import urlsplit

import pytest
import urllib3
from hypothesis import example, given
from hypothesis import strategies as st

from playground.core import uris
from playground.core.errors import InvalidAddress

ACCEPTED = [
    # written, as it is sent
    ("http://example.com", "http://example.com/"),
    ("HTTP://EXAMPLE.com/A", "http://example.com/A"),
    ("https://example.com:443/", "https://example.com/"),
    ("http://example.com:80/", "http://example.com/"),
    ("https://example.com:80/", "https://example.com:80/"),
    ("http://example.com:/", "http://example.com/"),
    ("http://example.com:08080/", "http://example.com:8080/"),
    ("  http://example.com/  ", "http://example.com/"),
    ("http://example.com?a=b", "http://example.com/?a=b"),
    ("http://example.com#f", "http://example.com/"),
    ("http://example.com/#@evil.com/", "http://example.com/"),
    ("http://example.com/?#", "http://example.com/?"),
    ("http://example.com./", "http://example.com./"),
    ("http://user:pw@example.com/", "http://example.com/"),
    ("http://user@example.com:8080/", "http://example.com:8080/"),
    ("http://example.com/@evil.com", "http://example.com/@evil.com"),
    ("http://example.com/?x=@evil.com", "http://example.com/?x=@evil.com"),
    ("http://example.com/a b", "http://example.com/a%20b"),
    ("http://example.com/é?ü=1", "http://example.com/%C3%A9?%C3%BC=1"),
    ("http://example.com/%2e%2e/%zz", "http://example.com/%2e%2e/%zz"),
    ("http://example.com/a/../b//", "http://example.com/a/../b//"),
    ("http://example.com/?a=\\d+", "http://example.com/?a=%5Cd+"),
    ("http://a_b.example.com/", "http://a_b.example.com/"),
    ("http://r3---sn-x.example.com/", "http://r3---sn-x.example.com/"),
    ("http://localhost:8000/", "http://localhost:8000/"),
    ("http://xn--fa-hia.de/", "http://xn--fa-hia.de/"),
    ("http://faß.de/", "http://xn--fa-hia.de/"),
    ("http://BÜCHER.example/", "http://xn--bcher-kva.example/"),
    ("http://例え.jp/", "http://xn--r8jz45g.jp/"),
    ("http://例え。jp/", "http://xn--r8jz45g.jp/"),
    ("http://ｅｘａｍｐｌｅ.com/", "http://example.com/"),
    ("http://127.0.0.1/", "http://127.0.0.1/"),
    ("http://255.255.255.255/", "http://255.255.255.255/"),
    ("http://1.2.3.4.example/", "http://1.2.3.4.example/"),
    ("http://0x7f.example/", "http://0x7f.example/"),
    ("http://[::1]/", "http://[::1]/"),
    ("http://[2001:DB8:0:0:0:0:0:1]:8080/", "http://[2001:db8::1]:8080/"),
    ("http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/"),
    ("http://[1:0:0:4:5:0:0:0]/", "http://[1:0:0:4:5::]/"),
    ("http://[10:0:0:10::]/", "http://[10:0:0:10::]/"),
    ("http://[1:0:0:2:3:0:0:4]/", "http://[1::2:3:0:0:4]/"),
]

REFUSED = [
    "",
    " ",
    "example.com",
    "/path",
    "//example.com/",
    "http:",
    "http:/",
    "http://",
    "http:///",
    "http:///path",
    "http:example.com",
    "http:/example.com",
    "http://?x",
    "http://#x",
    "http://:80/",
    "http://@/",
    "http://user@/",
    "ftp://example.com/",
    "file:///etc/passwd",
    "gopher://example.com/",
    "javascript://example.com/",
    "data:text/plain,x",
    "ws://example.com/",
    "httpx://example.com/",
    "http ://example.com/",
    # control characters, wherever they stand
    "http://example.com/\r\nX: y",
    "http://exam\nple.com/",
    "http://exam\tple.com/",
    "\thttp://example.com/",
    "http://example.com/\0",
    "http://example.com/\x7f",
    "http://example.com/\x85",
    "http://example.com/\u2028",
    "http://example.com/\ud800",
    # backslashes
    "http:\\\\example.com\\",
    "http://example.com\\@evil.com/",
    "http://example.com\\evil/",
    "http://example.com/a\\b",
    # two ways to read the authority
    "http://a@b@example.com/",
    "http://good.com:80@evil.com@example.com/",
    "http://example.com:80:80/",
    "http://example.com:a/",
    "http://example.com:-1/",
    "http://example.com:+80/",
    "http://example.com: 80/",
    "http://example.com:0/",
    "http://example.com:65536/",
    "http://example.com:999999/",
    "http://example.com:８０/",
    # not names
    "http://exam ple.com/",
    "http://example..com/",
    "http://.example.com/",
    "http://-example.com/",
    "http://example-.com/",
    "http://exa%6dple.com/",
    "http://%31%32%37.0.0.1/",
    "http://example.com%00.evil.com/",
    "http://exam<ple.com/",
    "http://exam^ple.com/",
    "http://a,b.com/",
    "http://*.example.com/",
    "http://{host}/",
    "http://" + "a" * 64 + ".com/",
    "http://" + "a." * 130 + "com/",
    "http://" + "é" * 5000 + ".com/",
    "http://xn--a/",
    "http://xn--/",
    "http://a／b.com/",
    "http://evil.com＠example.com/",
    "http://exam℀ple.com/",
    "http://example.com：80/",
    # numbers that are not a dotted quad
    "http://0/",
    "http://1/",
    "http://127.1/",
    "http://127.0.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0X7F.0.0.1/",
    "http://0x7f.1/",
    "http://0x/",
    "http://0177.0.0.1/",
    "http://017700000001/",
    "http://127.0.0.01/",
    "http://127.0.0.1./",
    "http://127.0.0.256/",
    "http://1.2.3.4.5/",
    "http://1.2.3/",
    "http://999999999999/",
    "http://example.1/",
    "http://example.0x1/",
    "http://127.0.0.0x1/",
    "http://１２７.0.0.1/",
    "http://①②⑦.⓪.⓪.①/",
    "http://127。0。0。1/",
    "http://١٢٧.0.0.1/",
    # IPv6 that is not
    "http://[]/",
    "http://[::1/",
    "http://::1/",
    "http://[::1]x/",
    "http://[::1]80/",
    "http://[::1]:x/",
    "http://[:::1]/",
    "http://[1::2::3]/",
    "http://[12345::]/",
    "http://[::1%25eth0]/",
    "http://[fe80::1%eth0]/",
    "http://[fe80::1%251]/",
    "http://[::127.0.0.01]/",
    "http://[::127.1]/",
    "http://[v1.x]/",
    "http://[example.com]/",
    "http://[127.0.0.1]/",
]


@pytest.mark.parametrize(("written", "sent"), ACCEPTED)
def test_accepted(written, sent):
    assert uris.parse(written).url == sent


@pytest.mark.parametrize("written", REFUSED, ids=repr)
def test_refused_with_a_reason_and_what_to_do(written):
    with pytest.raises(InvalidAddress) as refused:
        uris.parse(written)
    assert refused.value.message
    assert refused.value.hint


def test_parts():
    target = uris.parse("https://u:p@API.example.com:8443/v1/x?y=1#z")
    assert (target.scheme, target.userinfo, target.host, target.port) == ("https", "u:p", "api.example.com", 8443)
    assert (target.path, target.query, target.authority) == ("/v1/x", "y=1", "api.example.com:8443")
    assert (target.origin, target.request_target) == ("https://api.example.com:8443", "/v1/x?y=1")


#: Text that is likely to be read in different ways by different parsers.
TRICKY = st.lists(
    st.sampled_from(
        list("abz019.-_:/?#@[]%\\;,=&+ ~xX")
        + ["//", "..", "0x", "::", "127.0.0.1", "evil.com", "%2f", "é", "。", "１", "ß"]
    )
    | st.characters(),
    max_size=12,
).map("".join)
ADDRESSES = st.builds(
    lambda scheme, start, host, rest: scheme + start + host + rest,
    st.sampled_from(["http", "https", "HTTP", "http:"]),
    st.sampled_from(["://", "://", "://user@", "://user:pw@", ":/", "://["]),
    TRICKY | st.ip_addresses(v=4).map(str) | st.ip_addresses(v=6).map("[{}]".format),
    st.sampled_from(["", "/", ":80", ":8080/", "?x", "#x"]) | TRICKY,
)


def hosts_by_others(url: str) -> set[str]:
    """The host of an address as other parsers read it."""
    connection = http.client.HTTPConnection(urlsplit(url).netloc)
    return {
        str(urlsplit(url).hostname).strip("[]"),
        str(urllib3.util.parse_url(url).host).strip("[]"),
        connection.host.strip("[]"),
    }


@given(ADDRESSES)
@example("http://a\\@b/")
@example("http://[::ffff:7f00:1]:80/")
@example("http://①.①.①.①/")
def test_every_parser_reads_the_host_that_is_shown(written):
    try:
        target = uris.parse(written)
    except InvalidAddress:
        return
    assert hosts_by_others(target.url) == {target.host.strip("[]")}
    assert uris.parse(target.url) == uris.Target(
        target.scheme, target.host, target.port, target.path, target.query, userinfo=None
    )
    assert target.url.isascii()
    assert not any(character <= " " for character in target.url)


@given(ADDRESSES)
def test_a_host_that_the_system_takes_for_an_address_is_written_as_one(written):
    """``inet_aton`` reads "127.1", "0x7f.1" and "2130706433" as addresses: none of them may pass for a name."""
    try:
        host = uris.parse(written).host
    except InvalidAddress:
        return
    if host.startswith("["):
        assert ipaddress.IPv6Address(host[1:-1]).scope_id is None
        return
    try:
        numeric = socket.inet_ntoa(socket.inet_aton(host))
    except OSError:
        return
    assert numeric == host


@given(st.text(max_size=40))
def test_anything_else_is_refused_in_one_way(text):
    try:
        uris.parse(text)
    except InvalidAddress as refused:
        assert refused.hint


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=30))
def test_path_and_query_carry_any_text_and_are_encoded_once(text):
    path = "/" + text.replace("\\", "").replace("?", "").replace("#", "")
    once = uris.parse("http://h" + path)
    assert uris.parse(once.url).url == once.url
