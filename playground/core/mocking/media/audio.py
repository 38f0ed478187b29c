"""One second of sound in the formats of speech interfaces."""

from __future__ import annotations

import io
import math
import struct
import wave
from functools import cache
from hashlib import md5

#: Hertz; what speech interfaces answer in PCM.
RATE = 24_000
_TONE = 440


def pcm() -> bytes:
    """A soft tone: signed 16-bit samples, little endian, one channel, 24 kHz."""
    return struct.pack(f"<{RATE}h", *_samples())


def _samples() -> list[int]:
    """A tone that swells and fades, so that it neither clicks nor startles."""
    return [
        round(8_000 * math.sin(math.pi * index / RATE) * math.sin(2 * math.pi * _TONE * index / RATE))
        for index in range(RATE)
    ]


def wav() -> bytes:
    """The sound as WAVE: PCM of 16 bits, one channel."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(pcm())
    return file.getvalue()


# FLAC (RFC 9639): the samples as they are, in "verbatim" subframes.

_BLOCK = 4_096


def flac() -> bytes:
    """The sound as FLAC, not compressed."""
    samples = _samples()
    blocks = [samples[at : at + _BLOCK] for at in range(0, len(samples), _BLOCK)]
    return b"fLaC" + _stream_info(samples) + b"".join(_frame(*numbered) for numbered in enumerate(blocks))


def _stream_info(samples: list[int]) -> bytes:
    """RFC 9639 §8.2. Frame sizes 0: not known."""
    packed = (RATE << 44) | (0 << 41) | (15 << 36) | len(samples)
    digest = md5(pcm(), usedforsecurity=False).digest()
    info = struct.pack(">HH", _BLOCK, _BLOCK) + bytes(6) + packed.to_bytes(8, "big") + digest
    return b"\x80" + len(info).to_bytes(3, "big") + info


def _frame(number: int, block: list[int]) -> bytes:
    """RFC 9639 §9: a block size of 16 bits in the header, one channel, 16 bits a sample."""
    head = bytes([0xFF, 0xF8, 0x70, 0x08, number]) + struct.pack(">H", len(block) - 1)
    head += _crc(head, 0x07, 8).to_bytes(1, "big")
    body = head + b"\x02" + struct.pack(f">{len(block)}h", *block)
    return body + _crc(body, 0x8005, 16).to_bytes(2, "big")


def _crc(data: bytes, polynomial: int, width: int) -> int:
    """A checksum that starts at 0 and takes the most significant bit first."""
    table = _crc_table(polynomial, width)
    shift, mask, value = width - 8, (1 << width) - 1, 0
    for byte in data:
        value = ((value << 8) & mask) ^ table[(value >> shift) ^ byte]
    return value


@cache
def _crc_table(polynomial: int, width: int) -> tuple[int, ...]:
    top, mask = 1 << (width - 1), (1 << width) - 1
    table = []
    for byte in range(256):
        value = byte << (width - 8)
        for _ in range(8):
            value = ((value << 1) ^ polynomial if value & top else value << 1) & mask
        table.append(value)
    return tuple(table)


# MP3 (ISO/IEC 11172-3): frames with one spectral line each, which is a tone.

_MP3_RATE = 44_100
_MP3_FRAMES = 39
_MP3_FRAME_BYTES = 208  # 144 × 64,000 / 44,100


def mp3() -> bytes:
    """64 kbit/s, 44.1 kHz, one channel."""
    return b"".join(_mp3_frame(number) for number in range(_MP3_FRAMES))


def _mp3_frame(number: int) -> bytes:
    """Header, side information of two granules, and in each the line next to the tone (Huffman table 1)."""
    line = round(_TONE / (_MP3_RATE / 2 / 576))
    gain = 204 - round(30 * abs(2 * number / _MP3_FRAMES - 1))
    pairs = "1" * (line // 2) + ("001" if line % 2 else "01") + "0"  # pairs of nothing, then a 1 and its sign
    granule = f"{len(pairs):012b}{line // 2 + 1:09b}{gain:08b}" + "0000" + "0" + "00001" * 3 + "0000" + "000" + "000"
    bits = "0" * 18 + granule * 2 + pairs * 2
    data = int(bits.ljust((_MP3_FRAME_BYTES - 4) * 8, "0"), 2).to_bytes(_MP3_FRAME_BYTES - 4, "big")
    return b"\xff\xfb\x50\xc0" + data


# AAC in ADTS (ISO/IEC 13818-7): frames of silence.

_AAC_SILENCE = bytes.fromhex("00c800802380")


def aac() -> bytes:
    """AAC-LC, 44.1 kHz, one channel; a frame is 1,024 samples."""
    length = 7 + len(_AAC_SILENCE)
    header = (0xFFF1 << 40) | (0x50 << 32) | (1 << 30) | (length << 13) | (0x7FF << 2)
    return (header.to_bytes(7, "big") + _AAC_SILENCE) * 43


# Opus in Ogg (RFC 7845, RFC 3533): packets of silence.

_OPUS_SILENCE = b"\xf8\xff\xfe"  # 20 ms, full band, one channel
_OPUS_PACKETS = 50


def opus() -> bytes:
    """Silence as Opus in Ogg (RFC 7845)."""
    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 0, RATE, 0, 0)
    tags = b"OpusTags" + struct.pack("<I", 4) + b"mock" + struct.pack("<I", 0)
    sound = [_OPUS_SILENCE] * _OPUS_PACKETS
    return _page([head], 0, 0, 2) + _page([tags], 1, 0, 0) + _page(sound, 2, 960 * _OPUS_PACKETS, 4)


def _page(packets: list[bytes], number: int, position: int, flags: int) -> bytes:
    """RFC 3533 §6; every packet is shorter than 255 bytes."""
    lacing = bytes(len(packet) for packet in packets)
    rest = struct.pack("<BBqII", 0, flags, position, 1, number)
    tail = bytes([len(lacing)]) + lacing + b"".join(packets)
    checksum = _crc(b"OggS" + rest + bytes(4) + tail, 0x04C11DB7, 32)
    return b"OggS" + rest + struct.pack("<I", checksum) + tail
