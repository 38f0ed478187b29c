"""Files become strings of a JSON text as its schema asks, and what says what they are follows."""

from __future__ import annotations

import json
from base64 import b64encode

import pytest

from playground.core.errors import InvalidInput
from playground.core.schema.actions import apply_action
from playground.core.schema.control import LONG_FILE
from playground.core.schema.controls import controls
from playground.core.schema.files import File, from_data_url, put_file
from playground.core.schema.instances import apply_edits
from tests.core.schema.forms import every, posted
from tests.core.schema.test_conversations import form

PNG = File(b"\x89PNG\r\n", "image/png", "dot.png")
ENCODED = b64encode(PNG.content).decode()


@pytest.mark.parametrize(
    ("family", "label", "inner", "made"),
    [
        ("openai", "image_url", "image_url/url", {"image_url": {"url": f"data:image/png;base64,{ENCODED}"}}),
        ("openai", "file", "file/file_data", {"file": {"file_data": ENCODED, "filename": "dot.png"}}),
        ("responses", "input_image", "image_url", {"image_url": f"data:image/png;base64,{ENCODED}"}),
        ("gemini", "inlineData", "inlineData/data", {"inlineData": {"mimeType": "image/png", "data": ENCODED}}),
    ],
)  # fmt: skip
def test_an_image_in_a_message(family, label, inner, made, document):
    place = {"gemini": "/contents", "responses": "/input"}.get(family, "/messages")
    content = "parts" if family == "gemini" else "content"
    it = form(family, document, json.dumps({place[1:]: [{"role": "user", content: []}]}))
    it.add_part(f"{place}/0", label)
    text = put_file(it.schema, it.document, it.text, f"{place}/0/{content}/0/{inner}", PNG)
    part = json.loads(text)[place[1:]][0][content][0]
    assert {name: value for name, value in part.items() if name != "type"} == made


def test_anthropic_hears_the_media_type(document):
    source = {"type": "base64", "media_type": "image/jpeg", "data": ""}
    text = json.dumps({"messages": [{"role": "user", "content": [{"type": "image", "source": source, "mine": 1.0}]}]})
    it = form("anthropic", document, text)
    made = json.loads(put_file(it.schema, it.document, it.text, "/messages/0/content/0/source/data", PNG))
    part = made["messages"][0]["content"][0]
    assert part == {"type": "image", "mine": 1.0, "source": {**source, "media_type": "image/png", "data": ENCODED}}


@pytest.mark.parametrize(
    ("file", "format"),
    [
        (File(b"RIFF", "audio/x-wav", "a.bin"), "wav"),
        (File(b"ID3", "audio/mpeg", "a"), "mp3"),
        (File(b"ID3", "", "a.MP3"), "mp3"),
        (File(b"OggS", "audio/ogg", "a.ogg"), "wav"),
    ],
)
def test_the_format_of_audio_is_one_that_is_listed(file, format, document):
    audio = {"type": "input_audio", "input_audio": {"data": "", "format": "wav"}}
    it = form("openai", document, json.dumps({"messages": [{"role": "user", "content": [audio]}]}))
    made = json.loads(put_file(it.schema, it.document, it.text, "/messages/0/content/0/input_audio/data", file))
    assert made["messages"][0]["content"][0]["input_audio"]["format"] == format


@pytest.mark.parametrize("pointer", ["", "/model", "/nowhere/at/all", "no-slash"])
def test_a_place_that_holds_no_file_is_an_error(pointer, document):
    it = form("openai", document, '{"model": "m", "messages": []}')
    with pytest.raises(InvalidInput):
        put_file(it.schema, it.document, it.text, pointer, PNG)


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("data:image/png;base64,AP8=", File(b"\x00\xff", "image/png")),
        ("data:text/plain;charset=utf-8;base64,YQ==", File(b"a", "text/plain")),
        ("data:,a%20b", File(b"a b", "")),
        ("data:;base64,", File(b"", "")),
    ],
)
def test_a_data_url(url, file):
    assert from_data_url(url) == file


@pytest.mark.parametrize("url", ["", "https://example.com/x.png", "data:image/png", "data:image/png;base64,***"])
def test_what_is_no_data_url(url):
    with pytest.raises(InvalidInput):
        from_data_url(url)


IMAGE = {"type": "object", "properties": {"image": {"type": "string", "format": "byte"}, "n": {"type": "integer"}}}


def test_a_long_file_is_held_and_not_posted():
    text = json.dumps({"image": "QUFB" * LONG_FILE, "n": 1})
    tree = controls(IMAGE, {}, text)
    held = next(each for each in every(tree) if each.name == "image")
    assert held.template == "held" and held.file_size == 3 * LONG_FILE
    pairs = posted(tree) | {"at:/n": "2"}
    del pairs[held.input_name]
    assert apply_edits(IMAGE, {}, text, text, pairs).text == text.replace('"n": 1', '"n": 2')
    other = next(each for each in every(controls(IMAGE, {}, text.replace("QUFB", "QUFC"))) if each.name == "image")
    assert other.fingerprint != held.fingerprint
    assert apply_action(IMAGE, {}, text, "clear:/image") == '{"image": "", "n": 1}'


def test_what_cannot_be_written_is_kept():
    done = apply_edits(IMAGE, {}, '{"n": 1}', '{"n": 1}', {"at:/n": "1x"})
    assert (done.text, done.kept) == ('{"n": 1}', {"/n": "1x"})
    assert len(done.problems) == 1
