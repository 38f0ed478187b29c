"""Whether the answer is of the schema that its request asked for, in the words of each provider."""

from __future__ import annotations

import json

import pytest

from playground.core.streams.folding import registry
from playground.core.streams.structured import asked_content, asked_tools, lowered, verdicts

SCHEMA = {
    "type": "object",
    "properties": {"steps": {"type": "array", "items": {"type": "string"}}},
    "required": ["steps"],
}
GOOD, BAD = '{"steps": ["a"]}', '{"steps": ["a", 2]}'

CHAT = {"response_format": {"type": "json_schema", "json_schema": {"name": "math", "strict": True, "schema": SCHEMA}}}
GEMINI_SCHEMA = {
    "type": "OBJECT",
    "properties": {"steps": {"type": "ARRAY", "items": {"type": "STRING"}}},
    "required": ["steps"],
}

#: Request, and the answer that holds a text.
WAYS = {
    "chat": (
        CHAT,
        lambda text, finish: {"object": "chat.completion", "choices": [
            {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": finish or "stop"}]},
    ),
    "responses": (
        {"text": {"format": {"type": "json_schema", "name": "math", "schema": SCHEMA}}},
        lambda text, finish: {
            "object": "response", "status": "incomplete" if finish else "completed",
            "incomplete_details": {"reason": finish} if finish else None,
            "output": [{"type": "message", "content": [{"type": "output_text", "text": text}]}]},
    ),
    "messages": (
        {"output_config": {"format": {"type": "json_schema", "schema": SCHEMA}}},
        lambda text, finish: {
            "type": "message", "content": [{"type": "text", "text": text}], "stop_reason": finish or "end_turn"},
    ),
    "gemini": (
        {"generationConfig": {"responseMimeType": "application/json", "responseSchema": GEMINI_SCHEMA}},
        lambda text, finish: {"candidates": [
            {"content": {"parts": [{"text": text}]}, "finishReason": finish or "STOP", "index": 0}]},
    ),
    "ollama": (
        {"format": SCHEMA},
        lambda text, finish: {"message": {"content": text}, "done": True, "done_reason": finish or "stop"},
    ),
}  # fmt: skip
CUT = {
    "chat": "length",
    "responses": "max_output_tokens",
    "messages": "max_tokens",
    "gemini": "MAX_TOKENS",
    "ollama": "length",
}


def judged(request, answer):
    folding = registry.of_whole(answer)
    return verdicts(request, folding.read(answer), folding)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("text", "state", "pointers"),
    [
        (GOOD, "valid", []),
        (BAD, "invalid", ["/steps/1"]),
        ("{}", "invalid", ["/steps"]),
        ("```json\n{}\n```", "not_json", [""]),
        ("", "not_json", [""]),
        ("[" * 50_000, "not_json", [""]),
    ],
)
def test_the_content_is_validated_against_the_schema_of_the_request(way, text, state, pointers):
    request, answer = WAYS[way]
    (verdict,) = judged(request, answer(text, ""))
    assert verdict.state == state and verdict.is_good == (state == "valid")
    assert [problem.pointer for problem in verdict.problems] == pointers


@pytest.mark.parametrize("way", WAYS)
def test_content_that_was_cut_off_is_named_as_such(way):
    request, answer = WAYS[way]
    (verdict,) = judged(request, answer(GOOD[:-3], CUT[way]))
    assert (verdict.state, verdict.finish_reason) == ("cut_off", CUT[way])
    (verdict,) = judged(request, answer(GOOD[:-3], ""))
    assert verdict.state == "not_json"


def test_every_choice_has_its_verdict():
    answer = WAYS["chat"][1](GOOD, "")
    answer["choices"] = [answer["choices"][0], {"index": 1, "message": {"content": BAD}, "finish_reason": "stop"}]
    assert [(verdict.choice, verdict.state) for verdict in judged(CHAT, answer)] == [(0, "valid"), (1, "invalid")]


def test_a_refusal_is_no_violation():
    answer = {"object": "chat.completion", "choices": [{"index": 0, "message": {"content": None, "refusal": "No."}}]}
    assert [verdict.state for verdict in judged(CHAT, answer)] == ["refused"]


PARAMETERS = {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}
TOOLS = {
    "chat": ({"tools": [{"type": "function", "function": {"name": "w", "parameters": PARAMETERS}}]},
             "/tools/0/function/parameters",
             lambda name, arguments: {"object": "chat.completion", "choices": [{"index": 0, "message": {
                 "content": None, "tool_calls": [{"id": "1", "function": {"name": name, "arguments": arguments}}]}}]}),
    "responses": ({"tools": [{"type": "function", "name": "w", "parameters": PARAMETERS}]}, "/tools/0/parameters",
                  lambda name, arguments: {"object": "response", "status": "completed", "output": [
                      {"type": "function_call", "call_id": "1", "name": name, "arguments": arguments}]}),
    "messages": ({"tools": [{"name": "w", "input_schema": PARAMETERS}]}, "/tools/0/input_schema",
                 lambda name, arguments: {"type": "message", "stop_reason": "tool_use", "content": [
                     {"type": "tool_use", "id": "1", "name": name, "input": json.loads(arguments)}]}),
    "gemini": ({"tools": [{"functionDeclarations": [{"name": "w", "parameters": {**PARAMETERS, "type": "OBJECT"}}]}]},
               "/tools/0/functionDeclarations/0/parameters",
               lambda name, arguments: {"candidates": [{"index": 0, "finishReason": "STOP", "content": {"parts": [
                   {"functionCall": {"name": name, "args": json.loads(arguments)}}]}}]}),
    "ollama": ({"tools": [{"type": "function", "function": {"name": "w", "parameters": PARAMETERS}}]},
               "/tools/0/function/parameters",
               lambda name, arguments: {"done": True, "message": {"content": "", "tool_calls": [
                   {"function": {"name": name, "arguments": json.loads(arguments)}}]}}),
}  # fmt: skip


@pytest.mark.parametrize("way", TOOLS)
def test_arguments_are_validated_against_the_parameters_of_their_tool(way):
    request, pointer, answer = TOOLS[way]
    (good,) = judged(request, answer("w", '{"city": "Paris"}'))
    assert (good.state, good.pointer, good.tool) == ("valid", pointer, "w")
    (bad,) = judged(request, answer("w", '{"city": 75}'))
    assert (bad.state, [problem.pointer for problem in bad.problems]) == ("invalid", ["/city"])
    (unknown,) = judged(request, answer("v", "{}"))
    assert (unknown.state, unknown.tool) == ("unknown_tool", "v")


def test_a_choice_that_only_calls_has_its_content_still_to_come():
    request, _, answer = TOOLS["chat"]
    assert [verdict.tool for verdict in judged({**request, **CHAT}, answer("w", '{"city": "a"}'))] == ["w"]


def test_arguments_that_are_no_json():
    request, _, answer = TOOLS["chat"]
    assert [verdict.state for verdict in judged(request, answer("w", '{"city": "Par'))] == ["not_json"]


@pytest.mark.parametrize(
    "request_", [{}, {"response_format": {"type": "text"}}, {"response_format": []}, {"text": "x"}, {"format": "text"}]
)
def test_what_asks_for_nothing_gets_no_verdict(request_):
    assert asked_content(request_) is None and asked_tools(request_) == {}


def test_json_object_asks_for_an_object():
    asked = {"response_format": {"type": "json_object"}}
    answer = WAYS["chat"][1]
    assert [judged(asked, answer(text, ""))[0].state for text in ("{}", "[]", "x")] == ["valid", "invalid", "not_json"]


def test_gemini_s_types_are_spelled_as_json_schema_spells_them_and_values_are_left_alone():
    schema = {"type": "OBJECT", "properties": {"type": {"type": "STRING", "enum": ["STRING"]}}, "nullable": True}
    assert lowered(schema) == {
        "type": "object", "properties": {"type": {"type": "string", "enum": ["STRING"]}}, "nullable": True,
    }  # fmt: skip
