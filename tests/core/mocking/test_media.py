"""The files are what they say; each is read back with a reader of its own kind."""

import io
import struct
import wave
import zlib

import pytest

from playground.core.mocking import media
from playground.core.mocking.media import audio, image, video


@pytest.mark.parametrize(
    ("media_type", "start"),
    [
        ("audio/mpeg", b"\xff\xfb"),
        ("audio/wav", b"RIFF"),
        ("audio/flac", b"fLaC"),
        ("audio/aac", b"\xff\xf1"),
        ("audio/opus", b"OggS"),
        ("image/png", b"\x89PNG\r\n\x1a\n"),
        ("image/jpeg", b"\xff\xd8\xff"),
        ("image/webp", b"RIFF"),
        ("video/mp4", b"\0\0\0"),
    ],
)
def test_each_file_begins_as_its_kind_does(media_type, start):
    content = media.made(media_type)
    assert content.startswith(start)
    assert media.made(media_type) is content
    assert media.made("application/zip") is None


def test_wav_is_a_second_of_the_samples():
    with wave.open(io.BytesIO(audio.wav())) as sound:
        assert (sound.getframerate(), sound.getnframes(), sound.getsampwidth()) == (24_000, 24_000, 2)
        assert sound.readframes(24_000) == audio.pcm()


def test_flac_frames_hold_the_samples_and_their_checksums():
    content = audio.flac()
    assert content[4:8] == b"\x80\0\0\x22"
    packed = int.from_bytes(content[18:26], "big")
    assert (packed >> 44, packed & (1 << 36) - 1) == (24_000, 24_000)
    frames = content[42:]
    head, block = frames[:7], struct.unpack(">4096h", frames[9 : 9 + 8192])
    assert audio._crc(head, 0x07, 8) == frames[7]
    assert audio._crc(frames[: 9 + 8192], 0x8005, 16) == int.from_bytes(frames[9 + 8192 : 11 + 8192], "big")
    assert block == struct.unpack("<4096h", audio.pcm()[:8192])


def test_mp3_and_aac_frames_follow_one_another():
    content = audio.mp3()
    assert {content[at : at + 4] for at in range(0, len(content), 208)} == {b"\xff\xfb\x50\xc0"}
    content, at, count = audio.aac(), 0, 0
    while at < len(content):
        length = (int.from_bytes(content[at : at + 7], "big") >> 13) & 0x1FFF
        assert content[at : at + 2] == b"\xff\xf1"
        at, count = at + length, count + 1
    assert count == 43 and at == len(content)


def test_opus_pages_have_their_checksums():
    pages = audio.opus().split(b"OggS")[1:]
    assert len(pages) == 3 and pages[0].endswith(struct.pack("<BBHIhB", 1, 1, 0, 24_000, 0, 0))
    for page in pages:
        whole = b"OggS" + page
        unsigned = whole[:22] + bytes(4) + whole[26:]
        assert audio._crc(unsigned, 0x04C11DB7, 32) == int.from_bytes(whole[22:26], "little")


@pytest.mark.parametrize(("width", "height"), [(1, 1), (64, 32), (5000, 2)])
def test_png_chunks_have_their_checksums_and_pixels(width, height):
    content, at, chunks = image.png(width, height), 8, {}
    while at < len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        kind, data = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        assert int.from_bytes(content[at + 8 + length : at + 12 + length], "big") == zlib.crc32(kind + data)
        chunks[kind], at = data, at + 12 + length
    shown = struct.unpack(">II", chunks[b"IHDR"][:8])
    assert shown == (min(width, 2048), height)
    assert len(zlib.decompress(chunks[b"IDAT"])) == (shown[0] * 3 + 1) * shown[1]
    assert image.png(4, 4, 1) != image.png(4, 4, 2)


def test_webp_says_its_size():
    content = image.webp(300, 200)
    assert int.from_bytes(content[4:8], "little") == len(content) - 8
    bits = int.from_bytes(content[21:25], "little")
    assert (bits & 0x3FFF, bits >> 14 & 0x3FFF) == (299, 199)


def test_jpeg_ends_and_holds_no_stray_marker():
    content = image.jpeg()
    scan = content[content.index(b"\xff\xda") + 14 : -2]
    assert content.endswith(b"\xff\xd9")
    assert all(scan[at + 1] == 0 for at in range(len(scan) - 1) if scan[at] == 0xFF)


def boxes(content):
    at = 0
    while at < len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        yield content[at + 4 : at + 8], content[at + 8 : at + length]
        at += length


def test_mp4_boxes_nest_and_the_samples_are_where_the_table_says():
    content = video.mp4()
    top = dict(boxes(content))
    assert list(top) == [b"ftyp", b"moov", b"mdat"]
    track = dict(boxes(dict(boxes(top[b"moov"]))[b"trak"]))
    table = dict(boxes(dict(boxes(dict(boxes(track[b"mdia"]))[b"minf"]))[b"stbl"]))
    sizes = struct.unpack(">12I", table[b"stsz"][12:])
    offset = int.from_bytes(table[b"stco"][8:12], "big")
    assert content[offset + 4] == 0x65  # an IDR slice
    assert sum(sizes) == len(top[b"mdat"])
    at = 0
    for size in sizes:
        assert int.from_bytes(top[b"mdat"][at : at + 4], "big") == size - 4
        at += size
