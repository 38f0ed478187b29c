"""What may be reached and what may not: every block at both its ends, every spelling, with public ones among them."""

from __future__ import annotations

from ipaddress import IPv4Address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground.core import uris
from playground.core.errors import InvalidAddress
from playground.transport import guard
from playground.transport.blocks import BAD_PORTS, NOT_PUBLIC
from playground.transport.client import PUBLIC_ONLY
from playground.transport.failures import Fault
from playground.transport.guard import LocalRoute, Policy

PUBLIC_V4 = [
    "1.0.0.1", "1.1.1.1", "8.8.8.8", "9.9.9.9", "9.255.255.255", "11.0.0.0", "13.107.42.14", "17.253.144.10",
    "23.185.0.3", "31.13.65.36", "34.117.59.81", "52.94.236.248", "64.233.160.0", "76.76.21.21", "93.184.216.34",
    "100.63.255.255", "100.128.0.0", "104.16.132.229", "126.255.255.255", "128.0.0.0", "128.101.101.101",
    "140.82.121.4", "151.101.1.69", "168.63.129.15", "168.63.129.17", "169.253.255.255", "169.255.0.0",
    "172.15.255.255", "172.32.0.0", "185.199.108.153", "191.255.255.255", "192.0.1.0", "192.0.3.0", "192.30.255.112",
    "192.88.98.255", "192.88.100.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0",
    "198.51.99.255", "198.51.101.0", "199.36.158.100", "203.0.112.255", "203.0.114.0", "208.67.222.222",
    "216.58.214.14", "223.255.255.255",
]  # fmt: skip
PUBLIC_V6 = [
    "2000::1", "2001:200::1", "2001:470:0:503::2", "2001:4860:4860::8888", "2001:500:8f::53", "2001:67c:4e8:f004::9",
    "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db9::1", "2003:0:2::1", "2400:cb00:2048:1::c629:d7a2",
    "2404:6800:4004:80a::200e", "2600:1406::1", "2606:4700:4700::1111", "2606:50c0:8000::153", "2607:f8b0:4005::1",
    "2620:fe::fe", "2620:4f:7fff::1", "2620:4f:8001::1", "2800:3f0:4001::1", "2a00:1450:4001::200e",
    "2a02:26f0::1", "2a03:2880:f12f:83:face:b00c:0:25de", "2a04:4e42::81", "2c0f:fb50:4003::1",
    "2a00:1450::5eff:7f00:1", "2a00:1450::100:5efe:7f00:1", "3ffd::1", "3fff:1000::1",
]  # fmt: skip

#: IPv4 addresses that must not be reached inside any form of IPv6 either.
INSIDE = ["127.0.0.1", "10.0.0.1", "169.254.169.254", "192.168.1.1", "8.8.8.8"]


def carriers(inner: str) -> list[str]:
    """Every form of IPv6 that carries the IPv4 address."""
    number = int(IPv4Address(inner))
    high, low = f"{number >> 16:x}", f"{number & 0xFFFF:x}"
    inverted = number ^ 0xFFFFFFFF
    return [
        f"::{inner}",
        f"::ffff:{inner}",
        f"::ffff:0:{inner}",
        f"64:ff9b::{inner}",
        f"64:ff9b:1::{inner}",
        f"64:ff9b:1:{high}:{low[:2] or 0}::",
        f"64:ff9b:1:ffff::{inner}",
        f"2002:{high}:{low}::1",
        f"2001:0:4136:e378:8000:63bf:{inverted >> 16:x}:{inverted & 0xFFFF:x}",
        f"2001:0:{high}:{low}::",
        f"2a00:1450::5efe:{inner}",
        f"2a00:1450::200:5efe:{inner}",
        f"fe80::5efe:{inner}",
    ]


def ends(network) -> list[str]:
    return [str(network[0]), str(network[network.num_addresses // 2]), str(network[-1])]


KNOWN_BAD = [
    # metadata services, as their operators document them
    "169.254.169.254", "169.254.170.2", "169.254.169.253", "100.100.100.200", "192.0.0.192", "168.63.129.16",
    "fd00:ec2::254", "fd00:ec2::23", "fd20:ce::254", "fe80::a9fe:a9fe",
    # ordinary ones inside
    "127.0.0.1", "127.255.255.254", "0.0.0.0", "10.1.2.3", "172.17.0.1", "172.31.255.255", "192.168.0.1",
    "100.64.0.1", "255.255.255.255", "224.0.0.251", "239.255.255.250", "240.0.0.1", "::", "::1", "::2", "fe80::1",
    "febf::1", "fec0::1", "feff::1", "fc00::1", "fdff::1", "ff02::1", "ff0e::1", "100::1", "1::1", "4000::1",
    "8000::1", "dead::beef", "f00d::1", "1fff::1", "3fff::1", "5f00::1", "2001:10::1", "2001:2f::1", "2001:1ff::1",
]  # fmt: skip

REFUSED = sorted(
    {address for block in NOT_PUBLIC for address in ends(block.network)}
    | {address for inner in INSIDE for address in carriers(inner)}
    | set(KNOWN_BAD)
)


def target(host: str, port: int = 80) -> uris.Target:
    return uris.parse(f"http://{f'[{host}]' if ':' in host else host}:{port}/")


def code_of(host: str, addresses: list[str], policy: Policy = PUBLIC_ONLY) -> str:
    try:
        guard.check_addresses(target(host), addresses, policy)
    except Fault as fault:
        return fault.code
    return ""


def test_the_table_is_big_enough():
    assert len(REFUSED) + len(PUBLIC_V4) + len(PUBLIC_V6) >= 300


@pytest.mark.parametrize("address", REFUSED)
def test_not_public(address):
    assert code_of("example.com", [address]) == "refused_address"


@pytest.mark.parametrize("address", PUBLIC_V4 + PUBLIC_V6)
def test_public(address):
    assert code_of("example.com", [address]) == ""


@pytest.mark.parametrize(
    "text", ["", "x", "127.1", "0x7f000001", "fe80::1%eth0", "2606:4700::1%eth0", "1.1.1.1%0", " 1.1.1.1"]
)
def test_what_is_no_plain_address_is_refused(text):
    assert code_of("example.com", [text]) == "refused_address"


@given(st.ip_addresses(v=4))
def test_no_form_of_ipv6_opens_a_way_to_ipv4(inner):
    for carrier in carriers(str(inner)):
        assert code_of("example.com", [carrier]) == "refused_address"
        assert code_of("example.com", [carrier], Policy(allow_networks=(ip_network("0.0.0.0/0"),))) == "refused_address"


@given(st.ip_addresses())
def test_what_python_knows_to_be_private_is_never_public_here(address):
    if not address.is_global or address.is_multicast:
        assert code_of("example.com", [str(address)]) == "refused_address"


def test_one_forbidden_answer_refuses_the_name():
    assert code_of("example.com", ["1.1.1.1", "10.0.0.1"]) == "refused_address"
    assert code_of("example.com", ["10.0.0.1", "1.1.1.1"]) == "refused_address"
    assert guard.check_addresses(target("example.com"), ["1.1.1.1", "2606:4700::1", "1.1.1.1"], Policy()) == (
        "1.1.1.1",
        "2606:4700::1",
    )


def detail_of(host: str, address: str) -> str:
    with pytest.raises(Fault) as refused:
        guard.check_addresses(target(host), [address], Policy())
    return refused.value.detail


def test_the_reason_names_the_block_of_a_written_address_and_nothing_of_a_looked_up_one():
    assert detail_of("10.0.0.1", "10.0.0.1") == "10.0.0.1: private use (RFC 1918)."
    assert detail_of("::ffff:7f00:1", "::ffff:7f00:1") == "[::ffff:7f00:1]: IPv4-mapped (RFC 4291 §2.5.5.2)."
    assert detail_of("inside.example", "10.0.0.1") == detail_of("inside.example", "127.0.0.1")
    assert "10.0.0.1" not in detail_of("inside.example", "10.0.0.1")


def test_allowed_networks():
    policy = Policy(allow_networks=(ip_network("10.1.0.0/16"), ip_network("fd00::/64")))
    assert code_of("h", ["10.1.2.3"], policy) == ""
    assert code_of("h", ["10.2.0.1"], policy) == "refused_address"
    assert code_of("h", ["fd00::1"], policy) == ""
    assert code_of("h", ["fd00:0:0:1::1"], policy) == "refused_address"
    assert code_of("h", ["8.8.8.8"], policy) == ""


def test_denied_networks_win():
    policy = Policy(
        allow_networks=(ip_network("10.0.0.0/8"),),
        deny_networks=(ip_network("10.9.0.0/16"), ip_network("2a00:64::/96")),
    )
    assert code_of("h", ["10.1.2.3"], policy) == ""
    assert code_of("h", ["10.9.2.3"], policy) == "refused_address"
    assert code_of("h", ["2a00:64::7f00:1"], policy) == "refused_address"


def test_allowed_hosts():
    policy = Policy(allow_hosts=("api.internal", ".dev.example"))
    assert code_of("api.internal", ["10.0.0.1"], policy) == ""
    assert code_of("api.internal.", ["10.0.0.1"], policy) == ""
    assert code_of("x.dev.example", ["127.0.0.1"], policy) == ""
    assert code_of("dev.example", ["127.0.0.1"], policy) == "refused_address"
    assert code_of("xapi.internal", ["10.0.0.1"], policy) == "refused_address"
    assert code_of("evildev.example", ["10.0.0.1"], policy) == "refused_address"


@pytest.mark.parametrize(
    ("host", "refused"),
    [
        ("bad.example", True),
        ("BAD.example", True),
        ("bad.example.", True),
        ("a.bad.example", False),
        ("x.evil.test", True),
    ],
)
def test_denied_hosts(host, refused):
    policy = Policy(deny_hosts=("bad.example", ".evil.test"), allow_hosts=("bad.example",))
    if refused:
        with pytest.raises(Fault, match="on the list"):
            guard.check_target(target(host), policy)
    else:
        guard.check_target(target(host), policy)


@pytest.mark.parametrize("port", sorted(BAD_PORTS.keys() - {0}))
def test_refused_ports(port):
    with pytest.raises(Fault) as refused:
        guard.check_target(target("example.com", port), Policy())
    assert refused.value.code == "refused_port"


@pytest.mark.parametrize("port", [80, 443, 81, 591, 1024, 3000, 3128, 5000, 5432, 6379, 8000, 8080, 8443, 9000, 65535])
def test_other_ports(port):
    guard.check_target(target("example.com", port), Policy())


ROUTE = LocalRoute("https://play.example:8443/mock/", "127.0.0.1", 8000)


@pytest.mark.parametrize(
    ("url", "taken"),
    [
        ("https://play.example:8443/mock/", True),
        ("https://play.example:8443/mock/v1/chat?x=../..", True),
        ("https://PLAY.example:08443/mock/v1", True),
        ("https://play.example:8443/mock", False),
        ("https://play.example:8443/mocking/", False),
        ("https://play.example:8443/", False),
        ("https://play.example:8443/MOCK/", False),
        ("https://play.example:8443/%6dock/", False),
        ("https://play.example/mock/", False),
        ("http://play.example:8443/mock/", False),
        ("https://play.example:8443.evil.com/mock/", None),
        ("https://play.example:8443@evil.com/mock/", False),
        ("https://evil.com/https://play.example:8443/mock/", False),
        ("https://play.example:8443/mock/../admin", False),
        ("https://play.example:8443/mock/./x", False),
        ("https://play.example:8443/mock/%2e%2e/admin", False),
        ("https://play.example:8443/mock/.%2E/admin", False),
        ("https://play.example:8443/mock/%252e%252e/admin", False),
        ("https://play.example:8443/mock/..%2fadmin", False),
        ("https://play.example:8443/mock/..%5cadmin", False),
        ("https://play.example:8443/mock/..;/admin", False),
        ("https://play.example:8443/mock/%20..%20/admin", False),
        ("https://play.example:8443/mock/..", False),
        ("https://play.example:8443/mock/...", True),
        ("https://play.example:8443/mock/a..b", True),
    ],
)
def test_local_routes_are_exact(url, taken):
    if taken is None:
        with pytest.raises(InvalidAddress):
            uris.parse(url)
        return
    assert guard.local_route(uris.parse(url), Policy(local_routes=(ROUTE,))) == (ROUTE if taken else None)


def test_a_prefix_without_a_slash_ends_at_a_segment():
    route = LocalRoute("http://h:80/mock", "127.0.0.1", 8000)
    policy = Policy(local_routes=(route,))
    assert guard.local_route(uris.parse("http://h/mock"), policy) == route
    assert guard.local_route(uris.parse("http://h/mock/x"), policy) == route
    assert guard.local_route(uris.parse("http://h/mocks"), policy) is None


#: Written out once more, so that a block that falls out of the table is missed.
EXPECTED = """
0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 168.63.129.16/32 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24
203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 255.255.255.255/32
::/96 ::ffff:0:0/96 ::ffff:0:0:0/96 64:ff9b::/96 64:ff9b:1::/48 2001::/32 2002::/16
100::/64 100:0:0:1::/64 2001::/23 2001:2::/48 2001:3::/32 2001:4:112::/48 2001:10::/28 2001:20::/28 2001:30::/28
2001:db8::/32 2620:4f:8000::/48 3ffe::/16 3fff::/20 5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8
::/8 100::/8 200::/7 400::/6 800::/5 1000::/4 4000::/3 6000::/3 8000::/3 a000::/3 c000::/3 e000::/4 f000::/5 f800::/6
fe00::/9
"""


def test_the_table_is_whole():
    assert {str(block.network) for block in NOT_PUBLIC} == set(EXPECTED.split())


@given(st.ip_addresses(v=6))
def test_nothing_outside_global_unicast_is_public(address):
    if address not in ip_network("2000::/3"):
        assert code_of("example.com", [str(address)]) == "refused_address"


def test_every_block_has_a_purpose_and_a_source_and_stands_once():
    assert all(block.purpose and block.source for block in NOT_PUBLIC)
    assert len({block.network for block in NOT_PUBLIC}) == len(NOT_PUBLIC)
