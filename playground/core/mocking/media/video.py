"""A film of three seconds: H.264 whose macroblocks are plain samples (I_PCM), in an MP4 file.

ITU-T H.264 §7.3; ISO/IEC 14496-12 for the file and 14496-15 for H.264 in it.
"""

from __future__ import annotations

import colorsys
import re
import struct

#: Macroblocks of 16 × 16 pixels on each side, frames, frames a second.
_SIDE = 6
_FRAMES = 12
_RATE = 4


def mp4() -> bytes:
    """96 × 96 pixels, a colour that wanders, no sound. ``moov`` stands first, so that it plays while it loads."""
    frames = [struct.pack(">I", len(unit)) + unit for unit in map(_picture, range(_FRAMES))]
    start = _box(b"ftyp", b"isom", bytes([0, 0, 2, 0]), b"isomiso2avc1mp41")
    offset = len(start) + len(_movie(frames, 0)) + 8
    return start + _movie(frames, offset) + _box(b"mdat", *frames)


# H.264


def _unsigned(value: int) -> str:
    """ue(v), an Exp-Golomb code (§9.1)."""
    binary = f"{value + 1:b}"
    return "0" * (len(binary) - 1) + binary


def _unit(head: int, bits: str, data: bytes = b"") -> bytes:
    """A NAL unit with the byte that keeps start codes out of it (§7.4.1)."""
    bits += "0" * (-len(bits) % 8)
    raw = int(bits, 2).to_bytes(len(bits) // 8, "big") + data
    return bytes([head]) + re.sub(rb"\0\0(?=[\0-\3])", b"\0\0\3", raw)


def _sequence_set() -> bytes:
    """Constrained baseline, level 1.1, picture order by decoding order, no frame before another."""
    codes = [0, 0, 2, 1]  # set 0, 4 bits of frame number, order count type 2, one reference frame
    size = [_SIDE - 1, _SIDE - 1]
    bits = f"{66:08b}{0b11000000:08b}{11:08b}" + "".join(map(_unsigned, codes)) + "0" + "".join(map(_unsigned, size))
    return _unit(0x67, bits + "1" + "1" + "0" + "0" + "1")


def _picture_set() -> bytes:
    """CAVLC, no slice groups, deblocking controlled by each slice."""
    ones = [0, 0]
    bits = "".join(map(_unsigned, ones)) + "0" + "0" + _unsigned(0) + _unsigned(0) + _unsigned(0) + "0" + "00"
    return _unit(0x68, bits + _unsigned(0) + _unsigned(0) + _unsigned(0) + "1" + "0" + "0" + "1")


def _picture(number: int) -> bytes:
    """An IDR picture: a slice of intra macroblocks, each its 384 samples."""
    head = _unsigned(0) + _unsigned(7) + _unsigned(0) + "0000" + _unsigned(number % 2) + "00" + _unsigned(0)
    head += _unsigned(1)  # no deblocking
    first = head + _unsigned(25)
    blocks = [_samples(number, index) for index in range(_SIDE * _SIDE)]
    following = b"".join(b"\x0d\0" + block for block in blocks[1:])  # ue(25) and zeros to the next byte
    return _unit(0x65, first, blocks[0] + following + b"\x80")


def _samples(number: int, index: int) -> bytes:
    """Luma, Cb and Cr of a macroblock of one colour, in video range."""
    row, column = divmod(index, _SIDE)
    hue = (0.55 + number / _FRAMES / 3 + (row + column) / _SIDE / 8) % 1
    red, green, blue = colorsys.hls_to_rgb(hue, 0.5, 0.55)
    luma = 16 + round(65.5 * red + 128.6 * green + 25 * blue)
    cb = 128 + round(-37.8 * red - 74.2 * green + 112 * blue)
    cr = 128 + round(112 * red - 93.8 * green - 18.2 * blue)
    return bytes([luma]) * 256 + bytes([cb]) * 64 + bytes([cr]) * 64


# The file


def _box(kind: bytes, *contents: bytes) -> bytes:
    content = b"".join(contents)
    return struct.pack(">I", len(content) + 8) + kind + content


def _full(kind: bytes, *contents: bytes, flags: int = 0) -> bytes:
    return _box(kind, struct.pack(">I", flags), *contents)


_MATRIX = struct.pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)


def _movie(frames: list[bytes], offset: int) -> bytes:
    side = _SIDE * 16
    header = struct.pack(">IIIIIH", 0, 0, _RATE, _FRAMES, 0x10000, 0x100) + bytes(10) + _MATRIX + bytes(24)
    track = struct.pack(">IIIIIQhhhH", 0, 0, 1, 0, _FRAMES, 0, 0, 0, 0, 0) + _MATRIX
    track += struct.pack(">II", side << 16, side << 16)
    media = _box(
        b"mdia",
        _full(b"mdhd", struct.pack(">IIIIHH", 0, 0, _RATE, _FRAMES, 0x55C4, 0)),
        _full(b"hdlr", bytes(4), b"vide", bytes(12), b"video\0"),
        _box(b"minf", _full(b"vmhd", bytes(8), flags=1), _data_reference(), _sample_table(frames, offset)),
    )
    return _box(
        b"moov",
        _full(b"mvhd", header, struct.pack(">I", 2)),
        _box(b"trak", _full(b"tkhd", track, flags=3), media),
    )


def _data_reference() -> bytes:
    return _box(b"dinf", _full(b"dref", struct.pack(">I", 1), _full(b"url ", flags=1)))


def _sample_table(frames: list[bytes], offset: int) -> bytes:
    sizes = struct.pack(f">{len(frames)}I", *map(len, frames))
    return _box(
        b"stbl",
        _full(b"stsd", struct.pack(">I", 1), _sample_entry()),
        _full(b"stts", struct.pack(">III", 1, len(frames), 1)),
        _full(b"stsc", struct.pack(">IIII", 1, 1, len(frames), 1)),
        _full(b"stsz", struct.pack(">II", 0, len(frames)), sizes),
        _full(b"stco", struct.pack(">II", 1, offset)),
    )


def _sample_entry() -> bytes:
    sets = (_sequence_set(), _picture_set())
    described = bytes([1]) + sets[0][1:4] + b"\xff\xe1" + struct.pack(">H", len(sets[0])) + sets[0]
    described += b"\x01" + struct.pack(">H", len(sets[1])) + sets[1]
    side = _SIDE * 16
    head = bytes(6) + struct.pack(">H", 1) + bytes(16) + struct.pack(">HHIIIH", side, side, 0x480000, 0x480000, 0, 1)
    return _box(b"avc1", head, bytes(32), struct.pack(">Hh", 24, -1), _box(b"avcC", described))
