"""Streams of a server that somebody else wrote (llmock), folded and held against its unstreamed answers."""

from __future__ import annotations

import http.client
import json
import time
from collections.abc import Iterator
from typing import Any

import pytest
from llmock.scenarios import Reply, StreamFault, ToolCall
from llmock.testing import LLMockServer

from playground.core.streams.findings import Streamed, findings
from playground.core.streams.folding.folder import Folder
from playground.core.viewers.frames import FrameReader

MESSAGES = [{"role": "user", "content": "Say something about streams, 用一句话"}]
TOOL = {"name": "get_weather", "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}}
REPLY = "Streams flow 👋 — 流是连续的。\n\nEnd."

CHAT = {"model": "gpt-4o", "messages": MESSAGES}
GEMINI = "/gemini/v1beta/models/gemini-2.0-flash"

#: Path and body of a call, and those of its stream.
CALLS: dict[str, tuple[str, dict[str, Any], str, dict[str, Any]]] = {
    "chat": ("/v1/chat/completions", CHAT, "/v1/chat/completions", {"stream_options": {"include_usage": True}}),
    "responses": ("/v1/responses", {"model": "gpt-4o", "input": "hi"}, "/v1/responses", {}),
    "messages": (
        "/anthropic/v1/messages",
        {"model": "claude-sonnet-4-5", "max_tokens": 100, "messages": MESSAGES},
        "/anthropic/v1/messages",
        {},
    ),
    "gemini": (
        f"{GEMINI}:generateContent",
        {"contents": [{"role": "user", "parts": [{"text": "hi"}]}]},
        f"{GEMINI}:streamGenerateContent?alt=sse",
        {},
    ),
}
TOOLS = {
    "chat": [{"type": "function", "function": TOOL}],
    "responses": [{"type": "function", **TOOL}],
    "messages": [{"name": TOOL["name"], "input_schema": TOOL["parameters"]}],
    "gemini": [{"functionDeclarations": [TOOL]}],
}
#: What differs from call to call, or is not told by both.
_OWN = {"id", "created", "created_at", "call_id", "item_id", "modelVersion", "responseId", "logprobs"}
_HEADERS = {"Content-Type": "application/json", "Authorization": "Bearer x", "x-api-key": "x", "x-goog-api-key": "x"}


@pytest.fixture(scope="module")
def server() -> Iterator[LLMockServer]:
    with LLMockServer() as running:
        yield running


def post(server: LLMockServer, path: str, body: dict[str, Any]) -> tuple[list[tuple[float, bytes]], str]:
    """The chunks as they arrive, each with its milliseconds, and the media type."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    begun, chunks = time.monotonic(), []
    connection.request("POST", path, json.dumps(body), _HEADERS)
    response = connection.getresponse()
    assert response.status == 200
    try:
        while data := response.read1(4096):
            chunks.append((1000 * (time.monotonic() - begun), data))
    except (http.client.IncompleteRead, ConnectionError):
        pass  # the fault that was asked for
    connection.close()
    return chunks, response.headers["Content-Type"]


def folded(server: LLMockServer, key: str, **more: Any) -> tuple[Folder, set[str]]:
    """The stream of a call, folded, and the codes of what is wrong with it."""
    _, body, path, extra = CALLS[key]
    stream = {} if key == "gemini" else {"stream": True}
    asked = {**body, **extra, **more, **stream}
    chunks, media_type = post(server, path, asked)
    reader, folder, arrivals, content = FrameReader("event_stream"), Folder(), [], b""
    for at, data in chunks:
        content += data
        arrivals.append((at, len(content)))
        for frame in reader.feed(data, at):
            folder.add(frame.data, frame.event, frame.at)
    found = findings(Streamed(folder, content, media_type, arrivals, reader.rest, asked))
    return folder, {finding.code for finding in found} - {"burst"}  # it does not wait between its frames


def whole(server: LLMockServer, key: str, **more: Any) -> Any:
    path, body, _, _ = CALLS[key]
    return json.loads(b"".join(data for _, data in post(server, path, {**body, **more})[0]))


def common(value: Any) -> Any:
    """What two answers to the same question have in common."""
    if isinstance(value, dict):
        return {key: common(item) for key, item in value.items() if key not in _OWN and item not in (None, [])}
    return [common(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("key", CALLS)
def test_a_folded_stream_is_the_answer_without_streaming(server, key):
    server.state.scenarios.add(Reply(text=REPLY, times=2))
    folder, wrong = folded(server, key)
    assert folder.folding.key == key and wrong == set()
    assert folder.answer().choices[0].content == REPLY
    assert common(folder.result()) == common(whole(server, key))


@pytest.mark.parametrize("key", CALLS)
def test_so_are_calls_of_tools(server, key):
    server.state.scenarios.add(Reply(tool_calls=(ToolCall("get_weather", {"city": "巴黎"}),), times=2))
    folder, wrong = folded(server, key, tools=TOOLS[key])
    assert wrong == set()
    (call,) = [part for part in folder.answer().choices[0].parts if part.kind == "call"]
    assert (call.name, json.loads(call.text)) == ("get_weather", {"city": "巴黎"})
    assert common(folder.result()) == common(whole(server, key, tools=TOOLS[key]))


def test_several_choices(server):
    folder, wrong = folded(server, "chat", n=3)
    assert len(folder.answer().choices) == 3 and wrong == set()
    assert common(folder.result())["choices"] == common(whole(server, "chat", n=3))["choices"]


@pytest.mark.parametrize("key", CALLS)
@pytest.mark.parametrize("fault", ["disconnect", "truncate", "malformed"])
def test_its_faults_are_found(server, key, fault):
    server.state.scenarios.add(Reply(text=REPLY * 3))
    server.state.scenarios.add(StreamFault(fault, after_chunks=4))
    _, wrong = folded(server, key)
    expected = {"invalid_json", "unfinished_frame"} if fault == "malformed" else {"no_finish_reason", "no_terminator"}
    assert wrong & expected
