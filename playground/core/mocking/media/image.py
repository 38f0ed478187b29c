"""Pictures: a PNG with a gradient, a JPEG of coloured blocks, a WebP of one colour."""

from __future__ import annotations

import colorsys
import struct
import zlib

_LARGEST = 2_048


def png(width: int = 256, height: int = 256, seed: int = 0) -> bytes:
    """A gradient from top to bottom; another ``seed`` gives another hue (PNG, W3C Recommendation, §5)."""
    width, height = min(max(width, 1), _LARGEST), min(max(height, 1), _LARGEST)
    rows = (b"\0" + bytes(_colour(seed, row / height)) * width for row in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(b"".join(rows), 6)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _colour(seed: int, depth: float) -> tuple[int, int, int]:
    hue = (0.58 + 0.137 * seed + 0.18 * depth) % 1
    red, green, blue = colorsys.hls_to_rgb(hue, 0.75 - 0.4 * depth, 0.6)
    return round(red * 255), round(green * 255), round(blue * 255)


def webp(width: int = 256, height: int = 256, seed: int = 0) -> bytes:
    """One colour: a lossless bitstream whose five prefix codes have one symbol each (RFC 9649 §3)."""
    width, height = min(max(width, 1), _LARGEST), min(max(height, 1), _LARGEST)
    red, green, blue = _colour(seed, 0.5)
    bits = _Bits()
    for value, count in ((0x2F, 8), (width - 1, 14), (height - 1, 14), (0, 1), (0, 3), (0, 1), (0, 1), (0, 1)):
        bits.add(value, count)
    for symbol in (green, red, blue, 255, 0):
        for value, count in ((1, 1), (0, 1), (1, 1), (symbol, 8)):
            bits.add(value, count)
    data = bits.content()
    data += b"\0" * (len(data) % 2)
    return b"RIFF" + struct.pack("<I", 12 + len(data)) + b"WEBPVP8L" + struct.pack("<I", len(data)) + data


class _Bits:
    """Bits, the least significant first."""

    def __init__(self) -> None:
        self.value = self.length = 0

    def add(self, value: int, count: int) -> None:
        self.value |= value << self.length
        self.length += count

    def content(self) -> bytes:
        return self.value.to_bytes((self.length + 7) // 8, "little")


# JPEG (ITU-T T.81), baseline: blocks of one colour each, so that only DC coefficients are coded.

_BLOCKS = 32


def jpeg() -> bytes:
    """256 × 256 pixels in blocks of 8."""
    side = _BLOCKS * 8
    segments = [
        _segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
        _segment(0xDB, b"\0" + b"\x08" * 64),
        _segment(0xC0, struct.pack(">BHHB", 8, side, side, 3) + b"\x01\x11\0\x02\x11\0\x03\x11\0"),
        # Twelve DC categories of four bits each; one AC symbol, "end of block", of one bit.
        _segment(0xC4, b"\0" + bytes([0, 0, 0, 12] + [0] * 12) + bytes(range(12))),
        _segment(0xC4, b"\x10" + bytes([1] + [0] * 15) + b"\0"),
        _segment(0xDA, b"\x03\x01\0\x02\0\x03\0\0\x3f\0"),
    ]
    return b"\xff\xd8" + b"".join(segments) + _scan() + b"\xff\xd9"


def _segment(marker: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


def _scan() -> bytes:
    before = [0, 0, 0]
    bits: list[str] = []
    for row in range(_BLOCKS):
        components = _ycc(*_colour(0, row / _BLOCKS))
        for _column in range(_BLOCKS):
            for index, level in enumerate(components):
                bits.append(_dc(level - before[index]) + "0")
                before[index] = level
    text = "".join(bits)
    text += "1" * (-len(text) % 8)
    return int(text, 2).to_bytes(len(text) // 8, "big").replace(b"\xff", b"\xff\0")


def _ycc(red: int, green: int, blue: int) -> tuple[int, int, int]:
    """Y, Cb and Cr about zero (JFIF): with a quantisation step of 8 the very levels of the DC coefficients."""
    return (
        round(0.299 * red + 0.587 * green + 0.114 * blue) - 128,
        round(-0.1687 * red - 0.3313 * green + 0.5 * blue),
        round(0.5 * red - 0.4187 * green - 0.0813 * blue),
    )


def _dc(difference: int) -> str:
    """Category in four bits and the difference in as many bits as the category says (T.81 §F.1.2.1)."""
    size = abs(difference).bit_length()
    value = difference if difference >= 0 else difference + (1 << size) - 1
    return f"{size:04b}" + (f"{value:0{size}b}" if size else "")
