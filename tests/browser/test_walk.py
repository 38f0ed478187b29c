"""The walk of the start page, as a person takes it: form, preview, code, send, stream, history, code that runs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Complaints
from tests.site import Site

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def aborted(complaints: Complaints) -> None:
    """A newer keystroke aborts the request of an older one, which htmx notes in the console."""
    complaints.expect("htmx:sendAbort", "htmx:afterRequest, [object")


def control(page: Page, pointer: str):
    return page.locator(f'[data-testid="control"][data-pointer="{pointer}"]')


def send_and_wait(page: Page, state: str = "done") -> None:
    page.get_by_test_id("send").click()
    page.wait_for_selector(f'#result[data-state="{state}"]')


def test_the_walk(site: Site, page: Page, tmp_path: Path, editor_script: Path) -> None:
    page.goto(site.url)
    body = page.get_by_test_id("body-json")

    # Change the model and a message in the form: text, preview and code follow.
    control(page, "/model").fill("gpt-4o-mini")
    control(page, "/messages/1/content").fill('Solve "2x = 4"\nin one line')
    expect(page.get_by_test_id("preview")).to_contain_text('"gpt-4o-mini"')
    expect(page.get_by_test_id("preview")).to_contain_text('Solve \\"2x = 4\\"\\nin one line')
    assert json.loads(body.input_value())["messages"][1]["content"] == 'Solve "2x = 4"\nin one line'
    page.get_by_test_id("tab-code").click()
    page.locator('[data-testid="code-language"][data-target="python_requests"]').click()
    expect(page.get_by_test_id("code")).to_contain_text("import requests")
    expect(page.get_by_test_id("code")).to_contain_text("gpt-4o-mini")

    # And the other way: the text changes the form.
    body.fill(body.input_value().replace("gpt-4o-mini", "gpt-4.1"))
    expect(control(page, "/model")).to_have_value("gpt-4.1")
    expect(page.get_by_test_id("code")).to_contain_text("gpt-4.1")

    # Send, and the answer is there.
    send_and_wait(page)
    expect(page.get_by_test_id("response-status")).to_contain_text("200")
    expect(page.get_by_test_id("response-body").first).to_contain_text("gpt-4.1")

    # The code, run by Python as it stands, gets the same answer.
    page.get_by_test_id("tab-code").click()
    expect(page.get_by_test_id("code")).to_contain_text("gpt-4.1")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_test_id("copy").click()
    expect(page.get_by_test_id("copy")).to_contain_text("Copied")
    program = tmp_path / "request.py"
    program.write_text(page.evaluate("navigator.clipboard.readText()"), encoding="utf-8")
    ran = subprocess.run([sys.executable, program], capture_output=True, text=True, check=True)
    assert json.loads(ran.stdout)["model"] == "gpt-4.1"
    assert json.loads(ran.stdout)["choices"]

    # The run stands in the history, and opens with all that it was.
    item = page.get_by_test_id("history-item").first
    expect(item).to_contain_text("200")
    item.locator("a").first.click()
    expect(page.get_by_test_id("response-status")).to_contain_text("200")
    expect(page.get_by_test_id("response-body").first).to_contain_text("gpt-4.1")


def add_header(page: Page, name: str, value: str) -> None:
    page.get_by_test_id("tab-headers").click()
    rows = page.get_by_test_id("header-row")
    before = rows.count()
    page.locator('[value="row-add:header"]').click()
    expect(rows).to_have_count(before + 1)
    rows.last.get_by_label("Name", exact=True).fill(name)
    rows.last.get_by_label(re.compile("^Value of")).fill(value)


def test_a_stream_arrives_event_by_event(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/try/create-chat-completion-stream/")
    add_header(page, "Prefer", "pace=250")
    page.get_by_test_id("send").click()
    page.wait_for_selector('#result[data-state="running"]')
    expect(page.get_by_test_id("stream-event").first).to_be_visible()
    early = page.get_by_test_id("stream-event").count()
    page.wait_for_selector('#result[data-state="done"]')
    assert page.get_by_test_id("stream-event").count() > early
    expect(page.get_by_test_id("response-body").first).to_contain_text("[DONE]")


def test_a_stream_is_stopped_and_what_came_is_kept(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/try/create-chat-completion-stream/")
    add_header(page, "Prefer", "pace=2000")
    page.get_by_test_id("send").click()
    expect(page.get_by_test_id("stream-event").first).to_be_visible()
    page.get_by_test_id("stop").click()
    page.wait_for_selector('#result[data-state="stopped"]')
    expect(page.get_by_test_id("stream-event").first).to_be_visible()


def test_a_reload_during_a_stream_finds_it_and_goes_on(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/try/create-chat-completion-stream/")
    add_header(page, "Prefer", "pace=400")
    page.get_by_test_id("send").click()
    expect(page.get_by_test_id("stream-event").first).to_be_visible()
    expect(page).to_have_url(re.compile(r"\?run="))
    page.reload()
    page.wait_for_selector('#result[data-state="done"]')
    expect(page.get_by_test_id("response-body").first).to_contain_text("[DONE]")


def test_a_name_without_a_value_is_marked_and_named_before_sending(site: Site, page: Page) -> None:
    page.goto(site.url)
    page.get_by_test_id("url").fill(f"{site.url}/mock/catalog/v1/{{{{which}}}}")
    expect(page.locator('[data-testid="preview"] .variable[data-set="false"]')).to_have_text("{{which}}")
    expect(page.locator('[data-testid="missing-variable"]')).to_contain_text("{{which}}")
    expect(page.get_by_test_id("url")).to_have_class(re.compile("has-unset"))
    # Its value, typed beside the name, is kept: the name is filled from then on.
    page.get_by_test_id("variable-value").fill("nothing-here")
    send_and_wait(page)
    expect(page.get_by_test_id("response-status")).to_contain_text("404")
    expect(page.locator('[data-testid="missing-variable"]')).to_have_count(0)


def test_a_refused_connection_is_a_sentence_and_is_kept(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/try/list-models/")
    page.get_by_test_id("url").fill(f"http://127.0.0.1:{site.port + 1}/nothing")
    page.get_by_test_id("tab-headers").click()
    send_and_wait(page, "failed")
    expect(page.locator("#response")).to_contain_text("refused")
    expect(page.get_by_test_id("history-item").first).to_contain_text("/nothing")


def test_broken_json_is_said_with_its_place_and_nothing_is_lost(site: Site, page: Page) -> None:
    page.goto(site.url)
    body = page.get_by_test_id("body-json")
    body.fill('{"model": "x",\n "messages": [}')
    expect(page.get_by_test_id("problem").first).to_contain_text("Line 2")
    assert body.input_value() == '{"model": "x",\n "messages": [}'
    body.fill('{"model": 1, "messages": []}')
    expect(page.locator('[data-testid="problem"][data-pointer="/model"]')).to_be_visible()


def test_rows_are_added_moved_switched_off_and_restored(site: Site, page: Page) -> None:
    page.goto(site.url)
    page.get_by_test_id("tab-headers").click()
    rows = page.get_by_test_id("header-row")
    before = rows.count()
    page.get_by_role("button", name="Add a row").locator("visible=true").click()
    expect(rows).to_have_count(before + 1)
    rows.last.get_by_label("Name", exact=True).fill("X-Mine")
    rows.last.get_by_label(re.compile("^Value of")).fill("42")
    expect(page.get_by_test_id("preview")).to_contain_text("X-Mine: 42")
    rows.last.get_by_role("button", name="Move up").click()
    expect(rows.nth(before - 1).get_by_label("Name", exact=True)).to_have_value("X-Mine")
    rows.nth(before - 1).locator("input[type=checkbox]").uncheck()
    expect(page.get_by_test_id("preview")).not_to_contain_text("X-Mine")
    accept = rows.filter(has=page.locator('input[value="Accept"]'))
    expect(accept.get_by_text("differs from the documentation")).to_be_hidden()
    accept.get_by_label(re.compile("^Value of")).fill("text/html")
    expect(accept.get_by_text("differs from the documentation")).to_be_visible()
    accept.get_by_role("button", name="Restore the documented value").click()
    expect(page.get_by_test_id("preview")).not_to_contain_text("text/html")


def test_properties_and_items_are_added_moved_and_removed(site: Site, page: Page) -> None:
    page.goto(site.url)
    body = page.get_by_test_id("body-json")
    page.locator(".controls > .control > .add-property > summary").click()
    page.get_by_role("button", name="temperature").click()
    control(page, "/temperature").fill("0.70")
    expect(page.get_by_test_id("preview")).to_contain_text('"temperature": 0.70')
    page.locator('[value="body:duplicate:/messages/1"]').click()
    expect(control(page, "/messages/2/content")).to_be_visible()
    page.locator('[value="body:up:/messages/2"]').click()
    page.locator('[value="body:remove:/messages/0"]').click()
    expect(control(page, "/messages/2/content")).to_have_count(0)
    assert len(json.loads(body.input_value())["messages"]) == 2


def test_languages_and_themes(site: Site, page: Page) -> None:
    page.goto(site.url)
    page.get_by_test_id("language").click()
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    expect(page.locator("h1")).to_have_text("创建结构化输出")
    expect(page.get_by_test_id("send")).to_contain_text("发送")
    page.get_by_test_id("theme-dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_keys(site: Site, page: Page) -> None:
    page.goto(site.url)
    page.keyboard.press("/")
    expect(page.get_by_test_id("nav-search")).to_be_focused()
    page.keyboard.type("speech")
    expect(page.get_by_test_id("nav-tree").get_by_role("link", name="Create speech")).to_be_visible()
    expect(page.get_by_test_id("nav-tree").get_by_role("link", name="List models", exact=False).first).to_be_hidden()
    page.get_by_test_id("nav-search").fill("")
    control(page, "/model").focus()
    page.keyboard.press("Control+Enter")
    page.wait_for_selector('#result[data-state="done"]')


def test_send_is_a_few_tabs_away_and_the_editor_is_no_trap(site: Site, page: Page, editor_script: Path) -> None:
    page.goto(site.url)
    visited = []
    while len(visited) < 9 and "send" not in visited:
        page.keyboard.press("Tab")
        visited.append(page.evaluate("document.activeElement.dataset.testid"))
    assert "send" in visited
    # Escape and Tab lead out of the editor that was typed in.
    page.locator("#body-text-box .editor-host").click()
    page.keyboard.type(" ")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.matches('.editor-host, [data-testid=body-json]')")


@pytest.mark.parametrize("language", ["en-US", "zh-CN"])
def test_the_walk_without_javascript(site: Site, chromium: Browser, language: str) -> None:
    context = chromium.new_context(java_script_enabled=False, locale=language)
    page = context.new_page()
    page.goto(site.url)
    control(page, "/model").fill("gpt-4o-mini")
    control(page, "/messages/1/content").fill("Solve 2x = 4")
    page.locator('[value="body:duplicate:/messages/1"]').click()
    expect(control(page, "/messages/2/content")).to_have_value("Solve 2x = 4")
    assert json.loads(page.get_by_test_id("body-json").input_value())["model"] == "gpt-4o-mini"
    expect(page.get_by_test_id("preview")).to_contain_text("gpt-4o-mini")
    page.get_by_test_id("tab-code").click()
    page.locator('[data-testid="code-language"][data-target="python_requests"]').click()
    page.locator("#code noscript button, #code button[value=show]").first.click()
    expect(page.get_by_test_id("code")).to_contain_text("import requests")
    page.get_by_test_id("send").click()
    expect(page.get_by_test_id("response-status")).to_contain_text("200")
    expect(page.get_by_test_id("response-body").first).to_contain_text("gpt-4o-mini")
    expect(control(page, "/messages/2/content")).to_have_value("Solve 2x = 4")
    page.get_by_test_id("history-item").first.locator("a").first.click()
    expect(page.get_by_test_id("response-status")).to_contain_text("200")
    context.close()


def test_the_borders_of_the_panes_are_dragged_and_remembered(site: Site, page: Page) -> None:
    page.goto(site.url)
    navigation, composer = page.locator("#navigation"), page.locator("#composer")
    before = navigation.bounding_box()["width"], composer.bounding_box()["width"]
    for name, by in (("navigation", 60), ("composer", -80)):
        box = page.locator(f".gutter[data-pane={name}]").bounding_box()
        page.mouse.move(box["x"] + 4, 400)
        page.mouse.down()
        page.mouse.move(box["x"] + 4 + by, 400, steps=4)
        page.mouse.up()
    dragged = navigation.bounding_box()["width"], composer.bounding_box()["width"]
    assert abs(dragged[0] - before[0] - 60) < 6 and dragged[1] < before[1] - 60
    page.reload()
    kept = navigation.bounding_box()["width"], composer.bounding_box()["width"]
    assert abs(kept[0] - dragged[0]) < 2 and abs(kept[1] - dragged[1]) < 12
    page.locator(".gutter[data-pane=navigation]").focus()
    page.keyboard.press("ArrowRight")
    assert navigation.bounding_box()["width"] == kept[0] + 16


def test_it_runs_from_the_click_on(site: Site, page: Page, complaints: Complaints) -> None:
    complaints.expect("htmx:sendError", "htmx:afterRequest", "ERR_FAILED")  # the last one does not reach the site
    page.goto(site.url)
    page.evaluate(
        """() => {
          window.states = [];
          const result = document.querySelector("#result");
          const watch = { attributes: true, attributeFilter: ["data-state"] };
          new MutationObserver(() => states.push(result.dataset.state)).observe(result, watch);
        }"""
    )
    for _ in range(2):
        page.get_by_test_id("send").click()
        page.wait_for_selector('#result[data-state="done"]')
    assert page.evaluate("states") == ["running", "done"] * 2
    page.route("**/send/", lambda route: route.abort())
    page.get_by_test_id("send").click()
    page.wait_for_selector('#result[data-state="done"]')
    assert page.evaluate("states")[-2:] == ["running", "done"]
