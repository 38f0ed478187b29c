"""Secrets at rest: envelope encryption, authenticated.

Each value is sealed with a data key of its own (AES-256-GCM, NIST SP 800-38D), and that key is wrapped by a key of
the installation, which is derived from a line of ``SECRET_KEY_FILE`` (HKDF, RFC 5869). The first line seals; every
line opens. So a key is replaced by wrapping the data keys anew, and no value is read meanwhile.

Written: ``v1.<id of the key>.<wrapped data key>.<sealed value>``, each part in base64url.
"""

from __future__ import annotations

import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

_VERSION = "v1"
_NONCE = 12  # bytes, NIST SP 800-38D §5.2.1.1
_KEY = 32


class CannotOpen(Exception):
    """No key of this installation opens it, or it was tampered with."""


@dataclass(frozen=True)
class Keyring:
    """The keys of the installation by their ids; ``current`` is the one that seals."""

    current: str
    keys: Mapping[str, bytes]


def seal(text: str, extra: str = "") -> str:
    """The text, sealed. ``extra`` is a second key, without which it does not open."""
    ring = keyring()
    data_key = os.urandom(_KEY)
    content = text.encode("utf-8", "surrogatepass")
    if extra:
        content = _encrypt(_derived(extra, b"browser session"), content, b"session")
    wrapped = _encrypt(ring.keys[ring.current], data_key, ring.current.encode())
    return ".".join((_VERSION, ring.current, _text(wrapped), _text(_encrypt(data_key, content, b"value"))))


def unseal(sealed: str, extra: str = "") -> str:
    """What ``seal`` was given.

    Raises ``CannotOpen``.
    """
    key_id, wrapped, content = _parts(sealed)
    try:
        opened = _decrypt(_data_key(key_id, wrapped), content, b"value")
        if extra:
            opened = _decrypt(_derived(extra, b"browser session"), opened, b"session")
    except InvalidTag:
        raise CannotOpen from None
    return opened.decode("utf-8", "surrogatepass")


def rewrap(sealed: str) -> str:
    """The same value under the current key; its content is neither read nor changed.

    Raises ``CannotOpen``.
    """
    key_id, wrapped, _content = _parts(sealed)
    ring = keyring()
    if key_id == ring.current:
        return sealed
    try:
        data_key = _data_key(key_id, wrapped)
    except InvalidTag:
        raise CannotOpen from None
    again = _encrypt(ring.keys[ring.current], data_key, ring.current.encode())
    return ".".join((_VERSION, ring.current, _text(again), sealed.rpartition(".")[2]))


def _parts(sealed: str) -> tuple[str, bytes, bytes]:
    try:
        version, key_id, wrapped, content = sealed.split(".")
        parts = urlsafe_b64decode(wrapped), urlsafe_b64decode(content)
    except ValueError:
        raise CannotOpen from None
    if version != _VERSION:
        raise CannotOpen
    return key_id, *parts


def _data_key(key_id: str, wrapped: bytes) -> bytes:
    key = keyring().keys.get(key_id)
    if key is None:
        raise CannotOpen
    return _decrypt(key, wrapped, key_id.encode())


def _encrypt(key: bytes, content: bytes, purpose: bytes) -> bytes:
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, content, purpose)


def _decrypt(key: bytes, content: bytes, purpose: bytes) -> bytes:
    return AESGCM(key).decrypt(content[:_NONCE], content[_NONCE:], purpose)


def _text(content: bytes) -> str:
    return urlsafe_b64encode(content).decode("ascii")


# Keys


def keyring() -> Keyring:
    """The keys as the file has them now: another process may just have added one."""
    path = Path(settings.PLAYGROUND_KEY_FILE)
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _read(path: Path, _changed_ns: int) -> Keyring:
    lines = path.read_text().split()
    keys = {_id_of(line): _derived(line, b"secrets at rest") for line in lines}
    return Keyring(_id_of(lines[0]), keys)


@lru_cache(maxsize=64)
def _derived(line: str, purpose: bytes) -> bytes:
    return HKDF(SHA256(), _KEY, None, b"playground: " + purpose).derive(line.encode("utf-8"))


def _id_of(line: str) -> str:
    return _derived(line, b"id of a key")[:6].hex()
