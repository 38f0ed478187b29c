"""Each thing that can be wrong with a stream, made wrong in a recorded one, and said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from playground.core.streams.findings import FINDINGS, Streamed, findings, of_whole
from playground.core.streams.folding import registry
from tests.core.streams.folding.recordings import recordings, told

CHAT = recordings()["chat_choices"].content.decode()
MESSAGES = recordings()["messages_tools"].content.decode()
RESPONSES = recordings()["responses"].content.decode()


def found(content: str | bytes, pieces: int = 9, pace: float = 20.0, kind: str = "event_stream", **parts) -> dict:
    """What is found in a stream that arrives in so many pieces, by code."""
    raw = content.encode() if isinstance(content, str) else content
    ends = [len(raw) * number // pieces for number in range(1, pieces + 1)]
    arrivals = parts.pop("arrivals", None) or [(100 + pace * number, end) for number, end in enumerate(ends)]
    folder, rest = _folded(raw, arrivals, kind)
    said = findings(Streamed(folder, raw, arrivals=arrivals, rest=rest, **parts))
    for finding in said:
        assert finding.message == FINDINGS[finding.code][1] % finding.parameters
    return {finding.code: finding.parameters for finding in said}


def _folded(raw, arrivals, kind):
    from playground.core.streams.folding.folder import Folder
    from playground.core.viewers.frames import FrameReader

    reader, folder, begin = FrameReader(kind), Folder(), 0
    for at, end in arrivals:
        for frame in reader.feed(raw[begin:end], at):
            folder.add(frame.data, frame.event, frame.at)
        begin = end
    for frame in reader.feed(b"", arrivals[-1][0], final=True):
        folder.add(frame.data, frame.event, frame.at)
    return folder, reader.rest


@pytest.mark.parametrize("name", sorted(set(recordings()) - {"responses_cut", "responses_incomplete"}))
def test_nothing_is_wrong_with_a_documented_stream(name):
    recording = recordings()[name]
    arrivals = [(float(at), at + 1) for at, byte in enumerate(recording.content) if byte == 10]
    parts = {"media_type": recording.media_type, "is_array": recording.kind == "json_array"}
    said = found(recording.content, kind=recording.kind, arrivals=arrivals, **parts)
    assert set(said) <= {"cut_off"}
    assert ("cut_off" in said) == (name in {"completions", "ollama_generate"})


def without(stream: str, text: str) -> str:
    assert text in stream
    return "\n\n".join(frame for frame in stream.split("\n\n") if text not in frame)


CASES = {
    "no_terminator": [(without(CHAT, "[DONE]"), {}), (without(MESSAGES, "message_stop"), {})],
    "no_finish_reason": [(CHAT.replace('"stop"', "null"), {}), (without(MESSAGES, "stop_reason\":\"tool"), {})],
    "usage_missing": [(without(CHAT, "prompt_tokens"), {"request": {"stream_options": {"include_usage": True}}})],
    "usage_unknown": [(RESPONSES.replace('"usage":{', '"used":{'), {})],
    "error_inside": [
        (CHAT.split("\n\n")[0] + '\n\ndata: {"error": {"message": "overloaded", "code": "503"}}\n\n', {}),
        (MESSAGES.split("\n\n")[0] + '\n\nevent: error\ndata: {"type": "error", "error": {"message": "x"}}\n\n', {}),
        ('data: {"error": "model not found"}\n\n', {}),
    ],
    "invalid_json": [(CHAT.replace('"content":"Hello"}', '"content":"Hello"'), {})],
    "unfinished_frame": [(CHAT[: len(CHAT) // 2], {})],
    "invalid_utf8": [(CHAT.encode().replace("好".encode(), "好".encode()[:2]), {})],
    "broken_character": [(CHAT.replace("好", "\ufffd"), {})],
    "half_character": [(CHAT.replace("好 👋", "\\ud83d"), {})],
    "character_across_chunks": [
        (CHAT, {"arrivals": [(1, CHAT.encode().index("好".encode()) + 1), (90, len(CHAT.encode()))]}),
    ],
    "burst": [(CHAT, {"pieces": 1}), (CHAT, {"arrivals": [(900, 500), (905, 1200), (910, len(CHAT.encode()))]})],
    "after_end": [(CHAT + CHAT.split("\n\n")[2] + "\n\n", {})],
    "media_type": [(CHAT, {"media_type": "text/plain; charset=utf-8"})],
    "choices_missing": [(CHAT, {"request": {"n": 3}})],
    "cut_off": [(CHAT.replace('"finish_reason":"stop"', '"finish_reason":"length"'), {})],
    "id_changed": [(CHAT.replace("chatcmpl-123", "chatcmpl-other", 1), {})],
    "start_missing": [(without(MESSAGES, "message_start"), {})],
    "block_unopened": [(without(MESSAGES, "content_block_start"), {})],
    "block_unclosed": [(without(MESSAGES, "content_block_stop"), {})],
    "sequence_gap": [(without(RESPONSES, '"sequence_number":12,'), {})],
    "pieces_differ": [(RESPONSES.replace('"delta":"!"', '"delta":"?"'), {})],
    "nothing_told": [('data: {"object": "chat.completion.chunk", "choices": []}\n\ndata: [DONE]\n\n', {})],
}  # fmt: skip


@pytest.mark.parametrize(("code", "case"), [(code, case) for code, cases in CASES.items() for case in cases])
def test_what_is_wrong_is_said(code, case):
    stream, parts = case
    assert code in found(stream, **parts)


def test_every_finding_has_a_case():
    assert set(FINDINGS) == set(CASES) | {"error_whole", "not_streamed"}


def test_what_we_cut_off_ourselves_is_nobody_s_fault():
    half = CHAT.split("\n\n")[0] + "\n\n" + CHAT.split("\n\n")[2] + '\n\ndata: {"x'
    assert found(half, cut=True) == {}
    assert {"no_terminator", "no_finish_reason", "unfinished_frame"} == set(found(half))


def test_the_worst_stands_first():
    levels = [FINDINGS[code][0] for code in found(CHAT[: len(CHAT) // 2], pieces=1, media_type="text/plain")]
    assert levels == sorted(levels, key=("error", "warning", "note").index) and len(levels) > 2


def test_an_error_inside_says_where_and_what():
    said = found(CHAT.split("\n\n")[0] + '\n\ndata: {"error": {"message": "overloaded"}}\n\n')
    assert said["error_inside"] == {"number": "2", "status": "200", "message": "overloaded"}
    assert "no_terminator" not in said and "no_finish_reason" not in said


def test_a_stream_of_no_provider_is_only_looked_at_as_a_stream():
    assert found('data: hello\n\ndata: {"a": 1}\n\n', pieces=1) == {}
    assert set(found(b"data: \xff\n\ndata: x")) == {"invalid_utf8", "unfinished_frame"}


def test_an_answer_that_came_whole():
    final = recordings()["chat_choices"].final
    folding = registry.of_whole(final)
    assert of_whole(final, {}, 200, folding) == []
    assert [finding.code for finding in of_whole(final, {"stream": True}, 200, folding)] == ["not_streamed"]
    said = of_whole({"error": {"message": "no"}}, {}, 200, None)
    assert [finding.code for finding in said] == ["error_whole"] and json.dumps(said[0].parameters)
    assert of_whole({"error": {"message": "no"}}, {}, 404, None) == []


def test_told_is_the_same_as_found():
    assert told([CHAT.encode()], "event_stream")[2].notes.done == CHAT.count("data:")


@pytest.mark.parametrize("code", FINDINGS)
def test_the_documentation_names_every_finding(code):
    page = (Path(__file__).parents[3] / "docs" / "streams.md").read_text(encoding="utf-8")
    assert f"| `{code}` | {FINDINGS[code][0]} |" in page
