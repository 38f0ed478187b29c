"""Requests made with the form alone, sent to the built-in mock: a conversation, an image, a file, a task."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import Complaints
from tests.site import Site

pytestmark = pytest.mark.browser

#: Far too long to be put into an input.
PICTURE = (Path(__file__).parents[2] / "docs" / "screenshots" / "phone-light-en.png").read_bytes()


@pytest.fixture(autouse=True)
def aborted(complaints: Complaints) -> None:
    """A newer keystroke aborts the request of an older one, which htmx notes in the console."""
    complaints.expect("htmx:sendAbort", "htmx:afterRequest, [object")


def control(page: Page, pointer: str):
    return page.locator(f'[data-testid="control"][data-pointer="{pointer}"]')


def press(page: Page, action: str) -> None:
    page.locator(f'#composer [name="action"][value="{action}"]').locator("visible=true").first.click()


def body_of(page: Page):
    return json.loads(page.get_by_test_id("body-json").input_value())


def send_and_wait(page: Page) -> None:
    page.get_by_test_id("send").click()
    page.wait_for_selector('#result[data-state="done"]')
    expect(page.get_by_test_id("response-status")).to_contain_text("200")


def choose_picture(page: Page) -> None:
    chooser = page.locator('input[type="file"][name$="/image_url/url"]')
    chooser.set_input_files({"name": "picture.png", "mimeType": "image/png", "buffer": PICTURE})


def test_a_vision_message_with_an_uploaded_image(site: Site, page: Page, editor_script: Path) -> None:
    page.goto(f"{site.url}/try/create-chat-completion/")
    page.get_by_test_id("body-json").fill('{"model": "gpt-4o", "messages": [], "mine": 1.0}')
    press(page, "body:add-item:/messages")
    control(page, "/messages/0/content").fill("What is this?")
    page.get_by_role("button", name="+ Image").click()
    choose_picture(page)
    held = page.get_by_test_id("held-file")
    expect(held).to_contain_text("image/png")
    expect(held.locator("img")).to_be_visible()
    # Typing goes on beside the picture, and neither is lost.
    control(page, "/messages/0/content/0/text").fill("What is on this picture?")
    expect(page.get_by_test_id("preview")).to_contain_text("What is on this picture?")
    body = body_of(page)
    text, image = body["messages"][0]["content"]
    assert text == {"type": "text", "text": "What is on this picture?"} and body["mine"] == 1
    assert b64decode(image["image_url"]["url"].removeprefix("data:image/png;base64,")) == PICTURE
    expect(page.get_by_test_id("problem")).to_have_count(0)
    send_and_wait(page)
    expect(page.get_by_test_id("response-body").first).to_contain_text("gpt-4o")


def test_a_vision_message_without_javascript(site: Site, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False, locale="en-US")
    page = context.new_page()
    page.goto(f"{site.url}/try/create-chat-completion/")
    press(page, "body:add-part:/messages/0/content:1")
    choose_picture(page)
    control(page, "/messages/0/content/0/text").fill("What is this?")
    page.get_by_test_id("send").click()
    expect(page.get_by_test_id("response-status")).to_contain_text("200")
    expect(page.get_by_test_id("held-file")).to_contain_text("image/png")
    text, image = body_of(page)["messages"][0]["content"]
    assert text["text"] == "What is this?"
    assert b64decode(image["image_url"]["url"].removeprefix("data:image/png;base64,")) == PICTURE
    context.close()


def test_the_start_pages_request_from_an_empty_form_alone(site: Site, page: Page, editor_script: Path) -> None:
    page.goto(site.url)
    wanted = body_of(page)
    page.get_by_test_id("body-json").fill("")
    expect(control(page, "/messages/0/role")).to_have_count(0)
    control(page, "/model").fill(wanted["model"])
    for index, message in enumerate(wanted["messages"]):
        press(page, "body:add-item:/messages")
        control(page, f"/messages/{index}/role").select_option(message["role"])
        control(page, f"/messages/{index}/content").fill(message["content"])
    page.locator(".controls > .control > .add-property > summary").click()
    press(page, "body:add:/response_format")
    page.locator(".switch-option", has_text="JsonSchema").first.click()
    control(page, "/response_format/json_schema/name").fill(wanted["response_format"]["json_schema"]["name"])
    for name in ("strict", "schema"):
        if not control(page, f"/response_format/json_schema/{name}").count():
            button = page.locator(f'[value="body:add:/response_format/json_schema/{name}"]')
            page.locator(".add-property", has=button).last.locator("summary").click()
            button.click()
            expect(control(page, f"/response_format/json_schema/{name}")).to_be_visible()
    schema = control(page, "/response_format/json_schema/schema")
    # What is no valid schema is said at once, beside it; what is no JSON stays as it is typed.
    schema.fill('{"type": "objekt"}')
    box = page.locator(".control.schema")
    expect(box.locator(".beside")).to_have_count(1)
    schema.fill('{"type": "object",')
    expect(box.locator(".beside")).to_have_count(1)
    expect(schema).to_have_value('{"type": "object",')
    schema.fill(json.dumps(wanted["response_format"]["json_schema"]["schema"]))
    expect(box.locator(".beside")).to_have_count(0)
    control(page, "/response_format/json_schema/strict").select_option("true")
    expect(page.get_by_test_id("preview")).to_contain_text('"strict": true')
    assert body_of(page) == wanted
    expect(page.get_by_test_id("problem")).to_have_count(0)
    send_and_wait(page)
    expect(page.get_by_test_id("response-body").first).to_contain_text("final_answer")


def test_what_is_done_while_a_press_is_answered_is_not_lost(site: Site, page: Page, editor_script: Path) -> None:
    page.goto(f"{site.url}/try/create-chat-completion/")
    page.get_by_test_id("body-json").fill('{"model": "gpt-4o", "messages": []}')
    expect(control(page, "/messages/0/role")).to_have_count(0)
    held: list[Route] = []
    page.route("**/live/", lambda route: held.append(route))
    press(page, "body:add-item:/messages")
    press(page, "body:add-item:/messages")
    control(page, "/model").fill("mine")
    page.wait_for_function("document.querySelector('#main').getAttribute('hx-sync') === 'this:queue last'")
    assert len(held) == 1
    page.unroute("**/live/")  # which lets go of what was held
    expect(page.get_by_test_id("preview")).to_contain_text('{"role": "assistant"')
    # The form is not drawn anew while one types in it, but as soon as that is over.
    expect(control(page, "/messages/1/role")).to_have_count(0)
    page.get_by_test_id("body-json").focus()
    expect(control(page, "/messages/1/role")).to_be_visible()
    body = body_of(page)
    assert (body["model"], len(body["messages"])) == ("mine", 2)


def test_undo_brings_back_what_was_there(site: Site, page: Page, editor_script: Path) -> None:
    page.goto(f"{site.url}/try/create-chat-completion/")
    body = page.get_by_test_id("body-json")
    typed = '{"model": "mine", "n": 1.0,\n "messages": [}'
    body.fill(typed)
    expect(page.get_by_test_id("problem").first).to_be_visible()
    press(page, "body-restore")
    expect(body).not_to_have_value(typed)
    press(page, "undo")
    expect(body).to_have_value(typed)
    press(page, "undo")
    expect(control(page, "/model")).not_to_have_value("mine")
    messages = page.locator(".message")
    before = messages.count()
    page.locator('[value^="body:remove:/messages/"]').first.click()
    expect(messages).to_have_count(before - 1)
    press(page, "undo")
    expect(messages).to_have_count(before)


def test_undo_without_javascript(site: Site, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False, locale="en-US")
    page = context.new_page()
    page.goto(f"{site.url}/try/create-chat-completion/")
    control(page, "/model").fill("mine")
    press(page, "body-restore")
    expect(control(page, "/model")).not_to_have_value("mine")
    press(page, "undo")
    expect(control(page, "/model")).to_have_value("mine")
    context.close()


def test_a_slider_stands_beside_a_bounded_number(site: Site, page: Page) -> None:
    page.goto(site.url)
    page.locator(".controls > .control > .add-property > summary").click()
    press(page, "body:add:/temperature")
    number, slider = control(page, "/temperature"), page.locator('.slider[data-writes="at-/temperature"]')
    number.fill("0.70")
    expect(slider).to_have_value("0.7")
    slider.fill("1.5")
    expect(number).to_have_value("1.5")
    expect(page.get_by_test_id("preview")).to_contain_text('"temperature": 1.5')


def test_a_transcription_of_a_file(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/try/create-transcription/")
    rows = page.get_by_test_id("part-row")
    before = rows.count()
    page.locator("#rows-part .add-property > summary").click()
    page.locator('#rows-part .add-property button[value$=":language"]').click()
    expect(rows).to_have_count(before + 1)
    rows.last.locator("input.text-input").fill("en")
    audio = {"name": "hello.wav", "mimeType": "audio/wav", "buffer": b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(40)}
    rows.filter(has=page.locator('input[value="file"]')).first.locator("input[type=file]").set_input_files(audio)
    expect(page.get_by_test_id("preview")).to_contain_text("hello.wav")
    send_and_wait(page)
    expect(page.get_by_test_id("response-body").first).to_contain_text("text")


def test_a_video_from_its_task_to_its_file(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/try/create-video/")
    page.get_by_test_id("send").click()
    page.wait_for_selector('#result[data-state="done"]')
    task = re.search(r'"id":\s*"([^"]+)"', page.get_by_test_id("response-body").first.inner_text())
    assert task
    page.goto(f"{site.url}/try/get-video/")
    page.get_by_test_id("tab-parameters").click()
    page.get_by_test_id("path-row").first.get_by_label(re.compile("^Value of")).fill(task[1])
    done = re.compile(r'"status":\s*"completed"')
    for _ in range(30):
        before = page.locator("#response").get_attribute("data-run") or ""
        page.get_by_test_id("send").click()
        expect(page.locator("#response")).not_to_have_attribute("data-run", before)
        page.wait_for_selector('#result[data-state="done"]')
        if done.search(page.get_by_test_id("response-body").first.inner_text()):
            break
        page.wait_for_timeout(400)
    expect(page.get_by_test_id("response-body").first).to_contain_text(done)
    page.goto(f"{site.url}/try/get-video-content/")
    page.get_by_test_id("tab-parameters").click()
    page.get_by_test_id("path-row").first.get_by_label(re.compile("^Value of")).fill(task[1])
    send_and_wait(page)
    expect(page.get_by_test_id("response-status")).to_contain_text("200")
    page.get_by_test_id("tab-response-headers").click()
    expect(page.get_by_test_id("response-headers")).to_contain_text("video/mp4")
