"""Variables in the form: offered while one types, their values on hover, chosen by environment."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Complaints
from tests.browser.test_accessibility import violations
from tests.site import Site

pytestmark = pytest.mark.browser


def _open(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/environments/production/")
    page.locator('[name="row.new.name"]').fill("region")
    page.locator('[name="row.new.value"]').fill("eu-central")
    page.get_by_test_id("environment-save").click()
    page.goto(f"{site.url}/try/create-structured-output/")
    page.get_by_test_id("environment").click()
    page.locator('[data-environment="production"]').click()
    expect(page.get_by_test_id("environment")).to_contain_text("Production")


@pytest.mark.usefixtures("editor_script")
def test_a_name_is_offered_taken_and_filled_in_a_field_and_in_the_editor(
    page: Page, site: Site, complaints: Complaints
) -> None:
    complaints.expect("htmx:afterRequest", "htmx:sendAbort")  # a newer keystroke replaces an older one
    _open(page, site)
    url = page.get_by_test_id("url")
    url.fill("/{{")
    url.press("End")
    url.press_sequentially("reg")
    expect(page.locator(".completion li[aria-selected=true]")).to_contain_text("region")
    expect(page.locator(".completion")).to_contain_text("eu-central")
    url.press("Enter")
    expect(url).to_have_value("/{{region}}")
    expect(page.get_by_test_id("preview")).to_contain_text("POST /eu-central HTTP/1.1")
    url.hover()
    expect(url).to_have_attribute("title", "{{region}}  eu-central · Production")

    host = page.locator("#body-text-box .editor-host")
    host.locator(".cm-content").click()
    page.keyboard.press("Control+Home")
    page.keyboard.type("{{$uu")
    host.locator(".cm-tooltip-autocomplete li", has_text="$uuid").click()
    expect(page.get_by_test_id("body-json")).to_have_value(re.compile(r"^\{\{\$uuid\}\}\{"))


def test_set_unset_and_secret_have_a_colour_each(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/environments/session/")
    for name, is_secret in (("PLAIN", False), ("HIDDEN", True)):
        row = page.get_by_test_id("variable-row").last
        row.locator("[name$='.name']").fill(name)
        row.locator("[name$='.value']").fill(f"{name} value")
        row.locator("[name$='.secret']").set_checked(is_secret)
        page.get_by_test_id("environment-save").click()
        expect(page.locator(f"input[value={name}]")).to_be_visible()
    page.goto(f"{site.url}/try/list-models/")
    page.get_by_test_id("url").fill("/v1/models?a={{HIDDEN}}&b={{NOTHING}}&c={{$timestamp}}")
    names = page.get_by_test_id("preview").locator(".start-line .variable")
    expect(names).to_have_text(["{{HIDDEN}}", "{{NOTHING}}", "{{$timestamp}}"])
    colours = names.evaluate_all("all => all.map(each => getComputedStyle(each).color)")
    assert len(set(colours)) == 3
    assert violations(page) == []


def test_a_part_of_an_answer_is_kept_after_each_run_by_one_click(site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{site.url}/try/create-chat-completion/")
    page.get_by_test_id("send").click()
    page.wait_for_selector('#result[data-state="done"]')
    page.get_by_test_id("keep-values").locator("summary").click()
    always = page.locator('[data-testid="value"][data-place="$.id"] [value=always]')
    expect(always).to_be_visible()
    box, within = always.bounding_box(), page.get_by_test_id("keep-values").locator(".values").bounding_box()
    assert box and within and box["x"] + box["width"] <= within["x"] + within["width"]
    always.click()
    expect(page.get_by_test_id("rule")).to_contain_text("$.id")
