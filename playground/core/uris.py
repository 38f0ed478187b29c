"""Target URI = server + path template + query (RFC 3986, RFC 6570; the WHATWG URL standard where browsers differ)."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, unquote, unquote_plus

import idna

from playground.core.errors import InvalidAddress
from playground.core.fields import SURROGATE

DEFAULT_PORTS = {"http": 80, "https": 443}

#: What RFC 3986 allows in a path (pchar, "/") and in a query, with "%" for what is encoded already. "[" and "]" in a
#: query are beyond the grammar, but every browser and server takes them as they are.
_PATH_SAFE = "/:@!$&'()*+,;=-._~%"
_QUERY_SAFE = _PATH_SAFE + "?[]"

_URL = re.compile(
    r"(?P<scheme>[A-Za-z][A-Za-z0-9+.\-]*)://(?P<authority>[^/?#]*)(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?"
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_PORT = re.compile(r"[0-9]{1,5}\Z")
_ZERO_RUN = re.compile(r"\b0(?::0\b)+")
_NUMERIC_LABEL = re.compile(r"(?:[0-9]+|0[xX][0-9A-Fa-f]*)\Z")
_CANONICAL_V4 = re.compile(r"(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\.(?!\Z)|\Z)){4}\Z")
_HOST = re.compile(
    r"[A-Za-z0-9_](?:[A-Za-z0-9_\-]*[A-Za-z0-9_])?(?:\.[A-Za-z0-9_](?:[A-Za-z0-9_\-]*[A-Za-z0-9_])?)*\.?\Z"
)

#: Before UTS-46, which takes its time with long names; what comes out is held to RFC 1035's 253 anyway.
_MAX_HOST = 1024

_EXAMPLE = "Write it in full, like https://api.example.com/v1/models."


@dataclass(frozen=True, slots=True)
class Target:
    """An absolute http or https URI, taken apart; every part in ASCII, as it is sent.

    ``host`` is in lower case, an IPv6 address in brackets; ``port`` is always a number; ``query`` is None where there
    is no "?".
    """

    scheme: str
    host: str
    port: int
    path: str
    query: str | None = None
    userinfo: str | None = None

    @property
    def authority(self) -> str:
        """``host`` with the port unless it is the scheme's own: the value of Host (RFC 9110 §7.2)."""
        return self.host if self.port == DEFAULT_PORTS[self.scheme] else f"{self.host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme and authority (RFC 9110 §4.3.1), without userinfo."""
        return f"{self.scheme}://{self.authority}"

    @property
    def request_target(self) -> str:
        """Origin form (RFC 9112 §3.2.1)."""
        return self.path if self.query is None else f"{self.path}?{self.query}"

    @property
    def url(self) -> str:
        """The whole, as it is shown and sent: without userinfo and fragment."""
        return self.origin + self.request_target


def parse(url: str) -> Target:
    """Take an address apart, strictly.

    Raises ``InvalidAddress`` with the reason. A fragment is dropped; spaces and non-ASCII go as UTF-8 percent-escapes;
    what is encoded already stays.
    """
    url = url.strip(" ")
    check_characters(url)
    match = _URL.match(url)
    if match is None:
        raise InvalidAddress(_why_not(url), hint=_EXAMPLE)
    scheme = match["scheme"].lower()
    if scheme not in DEFAULT_PORTS:
        raise InvalidAddress(
            "%(scheme)s: is not a scheme that can be sent to.", hint="Use http or https.", scheme=scheme
        )
    if "\\" in match["authority"] or "\\" in match["path"]:
        raise InvalidAddress("The address holds a backslash.", hint="Use / between the parts, or %5C for a backslash.")
    userinfo, host, port = _authority(match["authority"], scheme)
    return Target(
        scheme=scheme,
        host=host,
        port=port,
        path=encode_path(match["path"]) or "/",
        query=None if match["query"] is None else encode_query(match["query"]),
        userinfo=userinfo,
    )


def check_characters(url: str) -> None:
    """Raises ``InvalidAddress`` for control characters and lone surrogates, which stand in no address at all."""
    if _CONTROL.search(url):
        raise InvalidAddress(
            "The address holds a line break or another control character.", hint="Write it on one line."
        )
    if SURROGATE.search(url):
        raise InvalidAddress("The address holds half of a character.", hint="Remove the broken character.")


def _why_not(url: str) -> str:
    if not url:
        return "The address is empty."
    if url.startswith("//") or re.match(r"[A-Za-z][A-Za-z0-9+.\-]*:/*\Z", url):
        return "The address has no host."
    return "The address does not start with http:// or https://."


def _authority(authority: str, scheme: str) -> tuple[str | None, str, int]:
    userinfo, at, host_port = authority.rpartition("@")
    if "@" in userinfo:
        raise InvalidAddress("The address holds a second @ before the host.", hint="Write %40 for an @ in a user name.")
    host, port = _split_port(host_port)
    if not host:
        raise InvalidAddress("The address has no host.", hint=_EXAMPLE)
    return (userinfo if at else None), canonical_host(host), _port(port, scheme)


def _split_port(host_port: str) -> tuple[str, str]:
    if host_port.startswith("["):
        host, bracket, rest = host_port.partition("]")
        if not bracket or (rest and not rest.startswith(":")):
            raise InvalidAddress(
                "The IPv6 address is not closed by a bracket.", hint="Write it like http://[2001:db8::1]/."
            )
        return host + bracket, rest[1:]
    host, _, port = host_port.partition(":")
    return host, port


def _port(text: str, scheme: str) -> int:
    if not text:
        return DEFAULT_PORTS[scheme]
    if not _PORT.match(text) or not 0 < int(text) < 65536:
        raise InvalidAddress("“%(port)s” is not a port.", hint="A port is a number from 1 to 65535.", port=text)
    return int(text)


def canonical_host(host: str) -> str:
    """The host in the one spelling that is looked up, shown and sent.

    Raises ``InvalidAddress`` for numeric spellings other than a dotted quad (which libraries read in different ways),
    for scoped IPv6 addresses, and for names that UTS-46 refuses.
    """
    if host.startswith("["):
        return _canonical_v6(host)
    ascii_host = _to_ascii(host)
    labels = ascii_host.removesuffix(".").split(".")
    if _NUMERIC_LABEL.match(labels[-1]):
        if ascii_host != host or not _CANONICAL_V4.match(host):
            raise InvalidAddress(
                "%(host)s is not the usual spelling of an IP address.",
                hint="Write four decimal numbers, like 203.0.113.7.",
                host=host,
            )
        return ascii_host
    if not _HOST.match(ascii_host) or len(ascii_host) > 254 or any(len(label) > 63 for label in labels):
        raise InvalidAddress(
            "“%(host)s” is not a host name.", hint="A host name has letters, digits, hyphens and dots.", host=host
        )
    return ascii_host


def _canonical_v6(host: str) -> str:
    """The address as the WHATWG URL standard writes it: hexadecimal throughout, the longest run of zeros left out.

    (``ipaddress`` writes IPv4-mapped addresses in different ways from one Python to the next.)
    """
    try:
        address = ipaddress.IPv6Address(host[1:-1])
    except ValueError:
        raise InvalidAddress(
            "%(host)s is not an IPv6 address.", hint="Write it like [2001:db8::1].", host=host
        ) from None
    if address.scope_id is not None:
        raise InvalidAddress(
            "%(host)s is scoped to one link.", hint="Write the address without % and what follows.", host=host
        )
    groups = ":".join(f"{int(address) >> shift & 0xFFFF:x}" for shift in range(112, -1, -16))
    longest = max(_ZERO_RUN.finditer(groups), key=lambda run: run.end() - run.start(), default=None)
    if longest is None:
        return f"[{groups}]"
    return f"[{groups[: longest.start()].removesuffix(':')}::{groups[longest.end() :].removeprefix(':')}]"


def _to_ascii(host: str) -> str:
    if len(host) > _MAX_HOST:
        raise InvalidAddress("The host name is too long.", hint="A host name has at most 253 characters.")
    if host.isascii() and "xn--" not in host.lower():
        return host.lower()
    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        raise InvalidAddress(
            "“%(host)s” is not a host name.", hint="Check the spelling of the name.", host=host
        ) from None


def encode_path(text: str) -> str:
    """A path as written, in ASCII: only what RFC 3986 §3.3 does not allow is percent-encoded."""
    return quote(text, safe=_PATH_SAFE)


def encode_query(text: str) -> str:
    """A query as written, in ASCII: only what RFC 3986 §3.4 does not allow is percent-encoded."""
    return quote(text, safe=_QUERY_SAFE)


def encode_component(text: str) -> str:
    """Decoded text as one component: everything but the unreserved characters (RFC 3986 §2.3) is percent-encoded."""
    return quote(text, safe="")


def encode_form(text: str) -> str:
    """Decoded text as ``application/x-www-form-urlencoded`` has it (WHATWG URL §5.2)."""
    return quote(text, safe="*-._ ").replace(" ", "+").replace("~", "%7E")


def query_pairs(query: str) -> list[tuple[str, str]]:
    """Names and values of a query, decoded, ``+`` as a space; a name without ``=`` has the value ""."""
    pairs = (item.partition("=") for item in query.split("&") if item)
    return [(unquote_plus(name), unquote_plus(value)) for name, _, value in pairs]


def raw_pairs(query: str) -> list[tuple[str, str]]:
    """Names and values of a query with ``+`` left alone: how some browsers export them."""
    pairs = (item.partition("=") for item in query.split("&") if item)
    return [(unquote(name), unquote(value)) for name, _, value in pairs]


def join_query(*queries: str | None) -> str | None:
    """Queries put one after the other; None where there is none at all."""
    present = [query for query in queries if query is not None]
    return "&".join(query for query in present if query) if present else None
