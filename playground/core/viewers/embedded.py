"""Media inside a text: data URLs (RFC 2397), base64 (RFC 4648) with a known beginning, and vectors of numbers."""

from __future__ import annotations

import math
import re
import struct
from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote_to_bytes

from playground.core.viewers import sniffing

#: Characters of a string from which on it may be media, and from which on it is folded though nobody knows what it is.
_MEDIA, _UNKNOWN = 120, 1000
_DATA_URL = re.compile(r"data:([\w.+-]+/[\w.+-]+)?((?:;[\w.+-]+=[^;,\"]{0,80})*)(;base64)?,", re.IGNORECASE)
_BASE64 = re.compile(r"(?>(?:[A-Za-z0-9+_-]|\\?/|\\n|\\r)+)={0,2}(?:\\n|\\r)*\Z")
_ESCAPES = re.compile(r"\\[nr]")
_HEAD = 400
#: Numbers that make a vector worth a drawing, and points of that drawing, at most.
_VECTOR, _POINTS = 16, 400


@dataclass(frozen=True, slots=True)
class Embedded:
    """What a string holds: its media type by its own witness, and how many bytes it has, nearly."""

    media_type: str
    size: int
    encoding: str

    @property
    def shown_as(self) -> str:
        """ "image", "audio", "video" or ""."""
        kind = self.media_type.partition("/")[0]
        return kind if kind in {"image", "audio", "video"} else ""


def find(raw: str) -> Embedded | None:
    """What the inside of a JSON string holds, as it is spelled there; None where it is text."""
    if len(raw) < 20 or (len(raw) < _MEDIA and raw[:5].lower() != "data:"):
        return None
    url = _DATA_URL.match(raw)
    if url:
        size = (len(raw) - url.end()) * 3 // 4 if url[3] else len(raw) - url.end()
        return Embedded((url[1] or "text/plain").lower(), size, "base64" if url[3] else "data URL")
    return _base64(raw)


def _base64(raw: str) -> Embedded | None:
    head = raw[:_HEAD]
    whole = len(raw) <= _HEAD
    if not _BASE64.match(head if whole else head.rstrip("\\")):
        return None
    known = sniffing.magic(_decoded(head[: _HEAD // 4 * 4]))
    if not known and (len(raw) < _UNKNOWN or not _looks_encoded(head)):
        return None
    if not _BASE64.match(raw):
        return None
    return Embedded(known or "application/octet-stream", len(raw) * 3 // 4, "base64")


def _looks_encoded(head: str) -> bool:
    """Whether letters of both cases and digits are mixed, as in no word and no number."""
    return bool(re.search("[a-z]", head) and re.search("[A-Z]", head) and re.search("[0-9]", head))


def decoded(raw: str) -> bytes:
    """The bytes that a string holds, for one of which ``find`` says something; what is wrong in it is passed over."""
    url = _DATA_URL.match(raw)
    if url is None:
        return _decoded(raw)
    return _decoded(raw[url.end() :]) if url[3] else unquote_to_bytes(raw[url.end() :])


def _decoded(text: str) -> bytes:
    plain = _ESCAPES.sub("", text).replace("\\/", "/").translate({0x2D: "+", 0x5F: "/"}).rstrip("=")
    plain = plain[: len(plain) - 1] if len(plain) % 4 == 1 else plain
    try:
        return b64decode(plain + "=" * (-len(plain) % 4))
    except ValueError:
        return b""


@dataclass(frozen=True, slots=True)
class Vector:
    """Numbers of one array: how many, their Euclidean norm, the least and the greatest, and points to draw, 0 to 1."""

    dimension: int
    norm: float
    least: float
    greatest: float
    points: tuple[float, ...]


def vector(value: Any) -> Vector | None:
    """An array of nothing but numbers, if it is long enough to be an embedding."""
    if not isinstance(value, list) or len(value) < _VECTOR:
        return None
    if not all(isinstance(item, float | int) and not isinstance(item, bool) for item in value):
        return None
    try:
        numbers = [float(item) for item in value]
    except OverflowError:
        return None
    return _vector(numbers)


def vector_of_bytes(content: bytes) -> Vector | None:
    """Little-endian floats of 32 bits, as embeddings stand in base64."""
    count = len(content) // 4
    if count < _VECTOR or len(content) % 4:
        return None
    numbers = struct.unpack(f"<{count}f", content)
    return _vector(numbers) if all(math.isfinite(number) and abs(number) < 1e6 for number in numbers) else None


def _vector(numbers: Sequence[float]) -> Vector | None:
    if not all(map(math.isfinite, numbers)):
        return None
    least, greatest = min(numbers), max(numbers)
    step = max(1, -(-len(numbers) // _POINTS))
    width = (greatest - least) or 1.0
    points = tuple((number - least) / width for number in numbers[::step])
    return Vector(len(numbers), math.hypot(*numbers), least, greatest, points)
