"""What the bytes themselves say (in the spirit of the WHATWG MIME Sniffing standard)."""

from __future__ import annotations

import re

from playground.core.media_types import MediaType
from playground.core.viewers import charsets

#: (offset, bytes, media type): MIME Sniffing §6, and RFC 8081 for fonts.
_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"),
    (8, b"WEBPVP", "image/webp"),
    (4, b"ftypavif", "image/avif"),
    (0, b"\x00\x00\x01\x00", "image/x-icon"),
    (8, b"WAVE", "audio/wav"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"fLaC", "audio/flac"),
    (0, b"OggS\x00", "audio/ogg"),
    (4, b"ftypM4A", "audio/mp4"),
    (4, b"ftyp", "video/mp4"),
    (0, b"\x1aE\xdf\xa3", "video/webm"),
    (0, b"%PDF-", "application/pdf"),
    (0, b"PK\x03\x04", "application/zip"),
    (0, b"PK\x05\x06", "application/zip"),
    (257, b"ustar", "application/x-tar"),
    (0, b"OTTO\x00", "font/otf"),
    (0, b"\x00\x01\x00\x00\x00", "font/ttf"),
    (0, b"\x1f\x8b\x08", "application/gzip"),
    (0, b"wOFF", "font/woff"),
    (0, b"wOF2", "font/woff2"),
)

#: Bytes that no text holds: C0 controls but tab, line feed, form feed, carriage return and escape (§7).
_BINARY_BYTES = bytes({*range(9), 0x0B, *range(0x0E, 0x1B), *range(0x1C, 0x20)})
_LOOK_AT = 64 * 1024
_WIDE = ("utf-16", "utf-32")
_MPEG_FRAME = re.compile(rb"\xff[\xf2\xf3\xfa\xfb]")


def magic(content: bytes) -> str:
    """The media type that the first bytes tell, "" where they tell none."""
    for offset, mark, media_type in _MAGIC:
        if content.startswith(mark, offset):
            return media_type
    return "audio/mpeg" if _MPEG_FRAME.match(content) else ""


def looks_binary(content: bytes, declared: MediaType) -> bool:
    """Whether it makes no sense as text.

    Text holds no control characters; and where nobody said that it is text, it is UTF-8.
    """
    head = content[:_LOOK_AT]
    charset, _ = charsets.decode(head, declared.get("charset"))
    if charset.startswith(_WIDE):
        return False
    if len(head) - len(head.translate(None, _BINARY_BYTES)) > len(head) // 50:
        return True
    return charset == "iso8859-1" and not declared.is_text and not declared.get("charset")
