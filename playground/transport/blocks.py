"""Which addresses are not public, and which ports are not for HTTP: two tables, with their sources.

Python's ``ipaddress.is_private`` and ``is_global`` change between patch releases and say nothing of the forms of IPv6
that carry an IPv4 address; this table does not change unless somebody changes it.

Sources: IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890, as updated by RFC 8190), IANA Internet
Protocol Version 6 Address Space, IANA Multicast Address Space registries, the documents of cloud operators for
metadata, the Fetch standard for ports.
"""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


@dataclass(frozen=True, slots=True)
class Block:
    """Addresses that are not public, what they are for, and who says so."""

    network: Network
    purpose: str
    source: str


def _block(network: str, purpose: str, source: str) -> Block:
    return Block(ip_network(network), purpose, source)


_IPV4 = (
    _block("0.0.0.0/8", "this network", "RFC 791 §3.2, RFC 1122 §3.2.1.3"),
    _block("10.0.0.0/8", "private use", "RFC 1918"),
    _block("100.64.0.0/10", "carrier-grade NAT, metadata of Alibaba Cloud", "RFC 6598"),
    _block("127.0.0.0/8", "loopback", "RFC 1122 §3.2.1.3"),
    _block(
        "168.63.129.16/32", "metadata and name service of Azure", "Microsoft Learn, What is IP address 168.63.129.16"
    ),
    _block("169.254.0.0/16", "link-local, metadata of most clouds", "RFC 3927"),
    _block("172.16.0.0/12", "private use", "RFC 1918"),
    _block("192.0.0.0/24", "IETF protocol assignments, DS-Lite, NAT64 discovery, metadata of Oracle Cloud", "RFC 6890"),
    _block("192.0.2.0/24", "documentation (TEST-NET-1)", "RFC 5737"),
    _block("192.31.196.0/24", "AS112-v4", "RFC 7535"),
    _block("192.52.193.0/24", "automatic multicast tunneling", "RFC 7450"),
    _block("192.88.99.0/24", "6to4 relay anycast (deprecated)", "RFC 7526"),
    _block("192.168.0.0/16", "private use", "RFC 1918"),
    _block("192.175.48.0/24", "direct delegation AS112 service", "RFC 7534"),
    _block("198.18.0.0/15", "benchmarking", "RFC 2544"),
    _block("198.51.100.0/24", "documentation (TEST-NET-2)", "RFC 5737"),
    _block("203.0.113.0/24", "documentation (TEST-NET-3)", "RFC 5737"),
    _block("224.0.0.0/4", "multicast", "RFC 5771"),
    _block("240.0.0.0/4", "reserved", "RFC 1112 §4"),
    _block("255.255.255.255/32", "limited broadcast", "RFC 919 §7, RFC 8190"),
)

#: Forms of IPv6 that carry an IPv4 address. ISATAP has no prefix of its own: see ``is_isatap``.
_IPV4_INSIDE = (
    _block("::/96", "IPv4-compatible (deprecated), unspecified, loopback", "RFC 4291 §2.5.5.1, §2.5.2, §2.5.3"),
    _block("::ffff:0:0/96", "IPv4-mapped", "RFC 4291 §2.5.5.2"),
    _block("::ffff:0:0:0/96", "IPv4-translated (SIIT)", "RFC 2765 §2.1"),
    _block("64:ff9b::/96", "NAT64, well-known prefix", "RFC 6052 §2.1"),
    _block("64:ff9b:1::/48", "NAT64, local prefixes", "RFC 8215"),
    _block("2001::/32", "Teredo", "RFC 4380"),
    _block("2002::/16", "6to4", "RFC 3056"),
)

_IPV6 = (
    _block("100::/64", "discard only", "RFC 6666"),
    _block("100:0:0:1::/64", "dummy prefix", "RFC 9780"),
    _block("2001::/23", "IETF protocol assignments", "RFC 2928"),
    _block("2001:2::/48", "benchmarking", "RFC 5180"),
    _block("2001:3::/32", "automatic multicast tunneling", "RFC 7450"),
    _block("2001:4:112::/48", "AS112-v6", "RFC 7535"),
    _block("2001:10::/28", "ORCHID (deprecated)", "RFC 4843"),
    _block("2001:20::/28", "ORCHIDv2", "RFC 7343"),
    _block("2001:30::/28", "drone remote identification", "RFC 9374"),
    _block("2001:db8::/32", "documentation", "RFC 3849"),
    _block("2620:4f:8000::/48", "direct delegation AS112 service", "RFC 7534"),
    _block("3ffe::/16", "6bone (returned)", "RFC 3701"),
    _block("3fff::/20", "documentation", "RFC 9637"),
    _block("5f00::/16", "segment routing identifiers", "RFC 9602"),
    _block("fc00::/7", "unique-local, metadata of AWS and Google Cloud", "RFC 4193"),
    _block("fe80::/10", "link-local", "RFC 4291 §2.5.6"),
    _block("fec0::/10", "site-local (deprecated)", "RFC 3879"),
    _block("ff00::/8", "multicast", "RFC 4291 §2.7"),
)

#: Global unicast is 2000::/3; all the rest of the space is reserved by the IETF (RFC 4291 §2.4).
_OUTSIDE_GLOBAL_UNICAST = tuple(
    _block(network, "reserved by the IETF", "IANA IPv6 Address Space, RFC 4291 §2.4")
    for network in [
        "::/8",
        "100::/8",
        "200::/7",
        "400::/6",
        "800::/5",
        "1000::/4",
        "4000::/3",
        "6000::/3",
        "8000::/3",
        "a000::/3",
        "c000::/3",
        "e000::/4",
        "f000::/5",
        "f800::/6",
        "fe00::/9",
    ]
)

#: The first block that holds an address names it, so the particular ones come first.
NOT_PUBLIC: tuple[Block, ...] = (*reversed(_IPV4), *_IPV4_INSIDE, *reversed(_IPV6), *_OUTSIDE_GLOBAL_UNICAST)

#: Interface identifier of ISATAP: 0000:5efe or 0200:5efe before an IPv4 address, under any prefix.
ISATAP = ("::0:5efe:0:0", "::200:5efe:0:0")
ISATAP_SOURCE = "RFC 5214 §6.1"


def is_isatap(address: Address) -> bool:
    """Whether the interface identifier carries an IPv4 address as ISATAP does (RFC 5214 §6.1)."""
    return isinstance(address, IPv6Address) and (int(address) >> 32) & 0xFDFFFFFF == 0x00005EFE


#: The bad ports of the Fetch standard ("port blocking"), with the service that owns each.
BAD_PORTS: dict[int, str] = {
    0: "reserved",
    1: "tcpmux",
    7: "echo",
    9: "discard",
    11: "systat",
    13: "daytime",
    15: "netstat",
    17: "qotd",
    19: "chargen",
    20: "ftp-data",
    21: "ftp",
    22: "ssh",
    23: "telnet",
    25: "smtp",
    37: "time",
    42: "name",
    43: "nicname",
    53: "domain",
    69: "tftp",
    77: "rje",
    79: "finger",
    87: "link",
    95: "supdup",
    101: "hostname",
    102: "iso-tsap",
    103: "gppitnp",
    104: "acr-nema",
    109: "pop2",
    110: "pop3",
    111: "sunrpc",
    113: "auth",
    115: "sftp",
    117: "uucp-path",
    119: "nntp",
    123: "ntp",
    135: "epmap",
    137: "netbios-ns",
    139: "netbios-ssn",
    143: "imap",
    161: "snmp",
    179: "bgp",
    389: "ldap",
    427: "svrloc",
    465: "submissions",
    512: "exec",
    513: "login",
    514: "shell",
    515: "printer",
    526: "tempo",
    530: "courier",
    531: "chat",
    532: "netnews",
    540: "uucp",
    548: "afp",
    554: "rtsp",
    556: "remotefs",
    563: "nntps",
    587: "submission",
    601: "syslog-conn",
    636: "ldaps",
    989: "ftps-data",
    990: "ftps",
    993: "imaps",
    995: "pop3s",
    1719: "h323gatestat",
    1720: "h323hostcall",
    1723: "pptp",
    2049: "nfs",
    3659: "apple-sasl",
    4045: "npp",
    4190: "sieve",
    5060: "sip",
    5061: "sips",
    6000: "x11",
    6566: "sane-port",
    6665: "ircu",
    6666: "ircu",
    6667: "ircu",
    6668: "ircu",
    6669: "ircu",
    6679: "osaut",
    6697: "ircs-u",
    10080: "amanda",
}
