"""Secrets that an upstream writes back are blotted out before anything is kept or shown."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, quote_plus

#: A shorter value would blot out the answer without hiding anything.
_SHORTEST = 4


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
        lengths = (
            length
            for secret in self._secrets
            for length in range(min(len(secret) - 1, len(data)), 0, -1)
            if data.endswith(secret[:length])
        )
        return max(lengths, default=0)

    def _before_whole(self, data: bytes, end: int) -> int:
        """The place itself, or one before it where it would part a secret that stands there whole."""
        for secret in self._secrets:
            at = data.find(secret, max(0, end - len(secret) + 1), end + len(secret) - 1)
            if 0 <= at < end:
                return self._before_whole(data, at)
        return end


def _spellings(secrets: Iterable[str]) -> list[str]:
    """How an upstream may write back a secret; the longest first, so that none is left half masked."""
    found: set[str] = set()
    for secret in secrets:
        if len(secret) >= _SHORTEST:
            found |= {secret, quote(secret, safe="", errors="replace"), quote_plus(secret, errors="replace")}
    return sorted(found, key=len, reverse=True)
