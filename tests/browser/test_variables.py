"""Variables in the form: offered while one types, their values on hover, chosen by environment."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Complaints
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
