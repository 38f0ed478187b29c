"""Secrets that an upstream writes back are blotted out before anything is kept or shown."""

from __future__ import annotations

import json
import re
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable, Iterable, Iterator
from html import escape
from urllib.parse import quote, quote_plus

from playground.core import uris

#: A shorter value would blot out the answer without hiding anything.
_SHORTEST = 4

_ESCAPE = re.compile("%[0-9A-F]{2}")
_UNICODE_ESCAPE = re.compile(r"(\\u)([0-9a-f]{4})")


class Mask:
    """Bytes as they arrive → the same bytes with asterisks in place of secrets, however the bytes were cut.

    What could be the beginning of a secret is held back until it is known.
    """

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._texts = _spellings(secrets)
        self._secrets = [text.encode("utf-8", "surrogatepass") for text in self._texts]
        self._held = b""

    def feed(self, data: bytes) -> bytes:
        if not self._secrets:
            return data
        data = self._held + data
        end = self._before_whole(data, len(data) - self._begun(data))
        self._held = data[end:]
        return self._blotted(data[:end])

    def flush(self) -> bytes:
        """What was held back to the last."""
        rest, self._held = self._held, b""
        return self._blotted(rest)

    def text(self, text: str) -> str:
        for secret in self._texts:
            text = text.replace(secret, "*" * len(secret))
        return text

    def _blotted(self, data: bytes) -> bytes:
        for secret in self._secrets:
            data = data.replace(secret, b"*" * len(secret))
        return data

    def _begun(self, data: bytes) -> int:
        """Length of the longest end that a secret begins with."""
        return max((_overlap(data, secret) for secret in self._secrets), default=0)

    def _before_whole(self, data: bytes, end: int) -> int:
        """The place itself, or one before it where it would part a secret that stands there whole."""
        for secret in self._secrets:
            at = data.find(secret, max(0, end - len(secret) + 1), end + len(secret) - 1)
            if 0 <= at < end:
                return self._before_whole(data, at)
        return end


def _overlap(data: bytes, secret: bytes) -> int:
    """Length of the longest end of the data that the secret begins with, the whole secret aside."""
    at = data.find(secret[0], max(0, len(data) - len(secret) + 1))
    while at >= 0:
        if secret.startswith(data[at:]):
            return len(data) - at
        at = data.find(secret[0], at + 1)
    return 0


def _spellings(secrets: Iterable[str]) -> list[str]:
    """How an upstream may write back a secret; the longest first, so that none is left half masked."""
    found: set[str] = set()
    for secret in secrets:
        if len(secret) >= _SHORTEST:
            for text in {secret, _unescaped(secret)}:
                found |= {text, *_in_addresses(text), *_in_texts(text), *_in_base64(text)}
    return sorted(found, key=lambda text: (-len(text), text))


def _unescaped(secret: str) -> str:
    """What a secret means that was taken out of a JSON string together with its escapes."""
    if "\\" not in secret:
        return secret
    try:
        return str(json.loads(f'"{secret}"'))
    except ValueError:
        return secret


#: How this program, and others, write a text into an address or a form.
_ADDRESS_ENCODERS: tuple[Callable[[str], str], ...] = (
    lambda text: quote(text, safe="", errors="replace"),
    lambda text: quote(text, errors="replace"),
    lambda text: quote_plus(text, errors="replace"),
    uris.encode_component,
    uris.encode_form,
    uris.encode_path,
    uris.encode_query,
)


def _in_addresses(secret: str) -> Iterator[str]:
    """Percent-encoded (RFC 3986 §2.1), in capitals and not, and as in a form."""
    for encode in _ADDRESS_ENCODERS:
        try:
            text = encode(secret)
        except UnicodeError:  # half a surrogate pair: it cannot stand in an address
            continue
        yield text
        yield _ESCAPE.sub(lambda match: match[0].lower(), text)


def _in_texts(secret: str) -> Iterator[str]:
    """As a JSON string, once and inside another one, with escapes of either habit; and in HTML."""
    for ascii_only in (True, False):
        inside = json.dumps(secret, ensure_ascii=ascii_only)[1:-1]
        for text in (inside, inside.replace("/", "\\/"), json.dumps(inside, ensure_ascii=ascii_only)[1:-1]):
            yield text
            yield _UNICODE_ESCAPE.sub(lambda match: match[1] + match[2].upper(), text)
    yield escape(secret)
    yield escape(secret, quote=False)


def _in_base64(secret: str) -> Iterator[str]:
    """In base64 (RFC 4648 §4, §5), also in the midst of something longer, as the password of Basic stands there.

    Three bytes become four characters, so that a text looks in three ways, by its place; characters at its ends that
    depend on its neighbours are left out.
    """
    content = secret.encode("utf-8", "replace")
    for before in range(3):
        padded = b"\0" * before + content
        first = (before * 8 + 5) // 6
        for encode in (b64encode, urlsafe_b64encode):
            text = encode(padded).decode("ascii")
            if before == 0:
                yield text
            inner = text[first : len(padded) * 8 // 6]
            if len(inner) >= _SHORTEST:
                yield inner
