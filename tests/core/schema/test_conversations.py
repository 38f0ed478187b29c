"""Messages are recognised by their shape in each family, drawn as messages, and grow by buttons."""

from __future__ import annotations

import json

import pytest

from playground.core.errors import InvalidInput
from playground.core.schema.actions import apply_action
from playground.core.schema.controls import controls
from playground.core.schema.instances import apply_edits
from playground.core.schema.resolution import Definitions
from playground.core.schema.validation import Validator
from tests.core.schema.conftest import request_bodies
from tests.core.schema.forms import every, posted

PAGES = {
    "openai": "/v1/chat/completions#function-calling",
    "anthropic": "/v1/messages#tools",
    "gemini": "/v1beta/models/{model}:generateContent",
    "responses": "/v1/responses#vision",
}


@pytest.fixture(params=PAGES)
def family(request):
    return request.param


class Form:
    """A body that is changed by buttons and inputs alone."""

    def __init__(self, schema, document, text=""):
        self.schema, self.document, self.text = schema, document, text

    def press(self, action):
        self.text = apply_action(self.schema, self.document, self.text, action)
        return self

    def fill(self, pointer, value):
        pairs = posted(self.tree) | {f"at:{pointer}": value}
        done = apply_edits(self.schema, self.document, self.text, self.text, pairs)
        assert done.problems == ()
        self.text = done.text
        return self

    @property
    def tree(self):
        return controls(self.schema, self.document, self.text)

    @property
    def value(self):
        return json.loads(self.text)

    def looks(self, look):
        return [each for each in every(self.tree) if each.look == look]

    def add_part(self, pointer, label):
        message = next(each for each in self.looks("message") if pointer.startswith(each.pointer))
        return self.press(next(part.action for part in message.parts if part.name == label))


def form(family, document, text=""):
    schema = next(body[2] for body in request_bodies() if body[0] == PAGES[family])
    return Form(schema, Definitions(document), text)


PLACE = {"openai": "/messages", "anthropic": "/messages", "gemini": "/contents", "responses": "/input"}


def test_a_conversation_is_typed_with_buttons_alone(family, document):
    it = form(family, document, "{}")
    place = PLACE[family]
    if family == "responses":
        it.press("switch:/input:1")
        while it.value["input"]:
            it.press("remove:/input/0")
    for _ in range(3):
        it.press(f"add-item:{place}")
    content = f"{place}/0/parts/0/text" if family == "gemini" else f"{place}/0/content"
    it.fill(content, "Good morning\nto you")
    messages = it.value[place[1:]]
    assert [message["role"] for message in messages] == ["user", "model" if family == "gemini" else "assistant", "user"]
    said = messages[0]["parts"][0]["text"] if family == "gemini" else messages[0]["content"]
    assert said == "Good morning\nto you"
    shown = it.looks("message")
    assert len(shown) == 3 and all(message.role and message.content for message in shown)
    assert next(each for each in every(it.tree) if each.pointer == content and not each.options).look == "prose"
    it.press(f"remove:{place}/1").press(f"up:{place}/1").press(f"duplicate:{place}/1")
    assert [message["role"] for message in it.value[place[1:]]] == ["user"] * 3
    assert it.value[place[1:]][1] == it.value[place[1:]][2] == messages[0] != it.value[place[1:]][0]


IMAGES = {
    "openai": ("image_url", {"type": "image_url", "image_url": {"url": ""}}),
    "responses": ("input_image", {"type": "input_image", "image_url": ""}),
}


@pytest.mark.parametrize("family", IMAGES)
def test_a_content_that_is_a_string_becomes_the_first_part(family, document):
    place = PLACE[family]
    it = form(family, document, json.dumps({place[1:]: [{"role": "user", "content": "What is it?", "mine": 1}]}))
    label, part = IMAGES[family]
    it.add_part(f"{place}/0", label)
    message = it.value[place[1:]][0]
    text = "text" if family == "openai" else "input_text"
    assert message == {"role": "user", "content": [{"type": text, "text": "What is it?"}, part], "mine": 1}
    it.add_part(f"{place}/0", label)
    assert len(it.value[place[1:]][0]["content"]) == 3
    assert [each.part_name for each in it.looks("part")] == [text, label, label]
    # The constant that tells the kind is there to be posted, and nothing to be typed.
    assert [each.value for each in it.looks("hidden")] == [text, label, label]


def test_an_empty_string_leaves_no_empty_part(document):
    it = form("openai", document, '{"messages": [{"role": "user", "content": ""}]}')
    it.add_part("/messages/0", "input_audio")
    assert [part["type"] for part in it.value["messages"][0]["content"]] == ["input_audio"]


def test_gemini_parts_are_named_by_the_member_in_use(document):
    it = form("gemini", document, '{"contents": [{"role": "user", "parts": [{"text": "Hi"}]}]}')
    it.add_part("/contents/0", "inlineData")
    assert it.value["contents"][0]["parts"][1] == {"inlineData": {"mimeType": "", "data": ""}}
    assert [part.part_name for part in it.looks("part")] == ["text", "inlineData"]


def test_a_tool_call_is_followed_by_its_result_openai(document):
    it = form("openai", document, '{"messages": [{"role": "assistant", "content": null}]}')
    message = it.looks("message")[0]
    assert message.calls is not None
    it.press(message.calls.action).press(message.calls.action)
    for index in (0, 1):
        if "id" not in it.value["messages"][0]["tool_calls"][index]:
            it.press(f"add:/messages/0/tool_calls/{index}/id")
        it.fill(f"/messages/0/tool_calls/{index}/id", f"call_{index}")
    for _ in range(3):
        it.press("add-item:/messages")
    assert it.value["messages"][1:3] == [
        {"role": "tool", "tool_call_id": "call_0", "content": ""},
        {"role": "tool", "tool_call_id": "call_1", "content": ""},
    ]
    assert it.value["messages"][3]["role"] == "user"


def test_a_tool_call_is_followed_by_its_result_anthropic(document):
    use = {"type": "tool_use", "id": "toolu_1", "name": "get_weather", "input": {"location": "Paris"}}
    it = form("anthropic", document, json.dumps({"messages": [{"role": "assistant", "content": [use]}]}))
    it.press("add-item:/messages")
    answer = it.value["messages"][1]
    assert answer["role"] == "user"
    assert answer["content"][0]["type"] == "tool_result" and answer["content"][0]["tool_use_id"] == "toolu_1"


def test_a_tool_call_is_followed_by_its_result_gemini(document):
    call = {"functionCall": {"name": "get_weather", "args": {}}}
    it = form("gemini", document, json.dumps({"contents": [{"role": "model", "parts": [call]}]}))
    it.press("add-item:/contents")
    assert it.value["contents"][1]["parts"][0]["functionResponse"]["name"] == "get_weather"


def test_unknown_members_and_roles_stay(family, document):
    place = PLACE[family]
    said = {"parts": [{"text": "x", "mine": 1.0}]} if family == "gemini" else {"content": "x"}
    text = json.dumps({place[1:]: [{"role": "robot", **said, "other": [1e3]}]})
    it = form(family, document, text)
    assert apply_edits(it.schema, it.document, text, text, posted(it.tree)).text == text
    assert any(each.pointer == f"{place}/0/other" for each in it.looks("message")[0].others)


def test_items_that_are_no_messages_stand_among_them(document):
    items = [
        {"role": "user", "content": "Weather?"},
        {"type": "function_call", "call_id": "c", "name": "f", "arguments": "{}"},
        {"type": "reasoning", "summary": []},
        7,
    ]
    text = json.dumps({"input": items})
    it = form("responses", document, text)
    assert apply_edits(it.schema, it.document, text, text, posted(it.tree)).text == text
    kinds = [
        next(each for each in every(it.tree) if each.pointer == f"/input/{n}" and not each.options) for n in range(4)
    ]
    assert [each.look or each.kind for each in kinds] == ["message", "message", "json", "json"]


def test_what_the_buttons_make_is_valid(document):
    it = form("openai", document, '{"model": "gpt-4o"}')
    for _ in range(2):
        it.press("add-item:/messages")
    assert Validator(it.schema, document).problems(it.value) == ()


@pytest.mark.parametrize(
    "place", ["/messages/0/content:99", "/messages/0/content:x", "/model:0", "/nowhere:0", ":", ""]
)
def test_a_part_that_cannot_be_added_is_an_error(place, document):
    it = form("openai", document, '{"model": "m", "messages": [{"role": "user", "content": "a"}]}')
    with pytest.raises(InvalidInput):
        it.press(f"add-part:{place}")


def test_a_schema_may_say_that_it_holds_messages():
    schema = {"type": "object", "properties": {"turns": {"type": "array", "x-control": "messages"}}}
    it = Form(schema, {}, "{}").press("add-item:/turns")
    assert it.value == {"turns": [{"role": "user", "content": ""}]}
    assert len(it.looks("message")) == 1


def test_an_array_of_other_things_is_no_conversation():
    schema = {"type": "array", "items": {"type": "object", "properties": {"role": {"type": "string"}}}}
    assert all(each.look == "" for each in every(controls(schema, {}, '[{"role": "admin"}]')))
