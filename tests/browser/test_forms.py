"""Requests made with the form alone, sent to the built-in mock: a conversation, an image, a file, a task."""

from __future__ import annotations

import json
from base64 import b64decode
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

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
