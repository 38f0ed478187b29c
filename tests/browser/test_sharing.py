"""A request is shared, opened by somebody else, and sent with that person's own key."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Complaints
from tests.browser.test_accessibility import violations
from tests.site import Site
from tests.transport.upstream import Upstream, upstream

pytestmark = pytest.mark.browser

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n" + b'{"ok":true}'


@pytest.fixture(autouse=True)
def aborted(complaints: Complaints) -> None:
    """A newer keystroke aborts the request of an older one, which htmx notes in the console."""
    complaints.expect("htmx:sendAbort", "htmx:afterRequest, [object")


@pytest.fixture
def api() -> Iterator[Upstream]:
    with upstream(behaviour=lambda caller: caller.send(ANSWER)) as server:
        yield server


def share(page: Page, site: Site) -> str:
    """A request with its response, shared: the link."""
    page.goto(site.url + "/try/create-structured-output/")
    page.get_by_test_id("send").click()
    page.wait_for_selector('#result[data-state="done"]')
    page.get_by_test_id("share-make").click()
    link = page.get_by_test_id("share-link").input_value()
    page.get_by_test_id("share-with-answer").check()
    expect(page.get_by_test_id("share-with-answer")).to_be_checked()
    page.wait_for_function(
        "fetch(document.querySelector('[data-testid=share-link]').value).then(r => r.text())"
        ".then(t => t.includes('data-testid=\"share-answer\"'))"
    )
    return link


def fresh(chromium: Browser, complaints: Complaints, **options: object) -> Page:
    page = chromium.new_context(**options).new_page()  # type: ignore[arg-type]
    page.set_default_timeout(10_000)
    complaints.listen(page)
    return page


def test_share_open_fork_and_send_with_one_s_own_key(
    site: Site, page: Page, chromium: Browser, complaints: Complaints, api: Upstream
) -> None:
    # Somebody types a key in full, and shares what is in the form.
    page.goto(site.url + "/try/list-models/")
    page.get_by_test_id("url").fill(f"{api.origin}/models")
    page.get_by_test_id("tab-headers").click()
    row = page.get_by_test_id("header-row").filter(has=page.locator('[value="Authorization"]'))
    row.locator(".row-value input").fill("Bearer sk-of-the-owner-0123")
    page.get_by_test_id("share-make").click()
    link = page.get_by_test_id("share-link").input_value()

    # Somebody else opens the link: no key, and no way to it.
    reader = fresh(chromium, complaints)
    reader.goto(link)
    expect(reader.get_by_test_id("share-message")).to_contain_text("Authorization: Bearer {{YOUR_API_KEY}}")
    assert "of-the-owner" not in reader.content()
    reader.locator('[data-testid="share-language"][data-target="python_requests"]').click()
    expect(reader.locator("pre[data-testid=share-code]")).to_contain_text("import requests")
    reader.get_by_test_id("share-open").click()

    # It goes to a server that is none of the API's: the key is switched off, and switched on by hand.
    expect(reader.get_by_test_id("linked")).to_contain_text("no server of this API")
    assert api.requests == []
    reader.get_by_test_id("tab-headers").click()
    row = reader.get_by_test_id("header-row").filter(has=reader.locator('[value="Authorization"]'))
    row.locator("input[type=checkbox]").check()
    reader.get_by_test_id("variable-value").fill("sk-of-the-reader-4567")
    reader.get_by_test_id("send").click()
    reader.wait_for_selector('#result[data-state="done"]')
    assert b"Bearer sk-of-the-reader-4567" in api.requests[0]
    assert b"of-the-owner" not in b"".join(api.requests)
    reader.context.close()


def test_without_javascript_a_share_is_read_and_made(site: Site, page: Page, chromium: Browser) -> None:
    link = share(page, site)
    plain = fresh(chromium, Complaints(), java_script_enabled=False)
    plain.goto(link)
    expect(plain.get_by_test_id("share-message")).to_contain_text("POST /mock/catalog/v1/chat/completions")
    expect(plain.get_by_test_id("share-answer")).to_contain_text("200 OK")
    plain.locator('[data-testid="share-language"][data-target="go_nethttp"]').click()
    expect(plain.locator("pre[data-testid=share-code]")).to_contain_text("package main")
    plain.get_by_test_id("share-open").click()
    expect(plain.get_by_test_id("linked")).to_contain_text("somebody shared")
    plain.get_by_test_id("send").click()
    expect(plain.get_by_test_id("response-status")).to_contain_text("200")
    plain.get_by_test_id("share-make").click()
    assert "/s/" in plain.get_by_test_id("share-link").input_value()
    plain.context.close()


def test_the_dialog_keeps_what_is_changed_and_ends_the_share(site: Site, page: Page) -> None:
    link = share(page, site)
    page.get_by_test_id("share-period").select_option("7")
    expect(page.get_by_test_id("share-period").locator("option").first).to_contain_text("until")
    page.get_by_test_id("share-revoke").click()
    expect(page.get_by_test_id("share-made")).to_contain_text("This share has ended")
    assert page.request.get(link).status == 410
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("share-made")).to_be_hidden()


def test_a_link_is_copied_with_the_state_of_the_form(site: Site, page: Page, chromium: Browser) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(site.url)
    page.locator('[data-testid="control"][data-pointer="/model"]').fill("gpt-linked")
    page.get_by_test_id("link-make").click()
    page.get_by_test_id("link-copy").click()
    link = page.evaluate("navigator.clipboard.readText()")
    other = fresh(chromium, Complaints())
    other.goto(link)
    expect(other.get_by_test_id("linked")).to_contain_text("Filled in by the link")
    expect(other.locator('[data-testid="control"][data-pointer="/model"]')).to_have_value("gpt-linked")
    other.context.close()


def test_the_frame_shows_in_a_page_of_another_site(site: Site, page: Page, chromium: Browser) -> None:
    link = share(page, site)
    body = f'<iframe src="{link}embed"></iframe><iframe src="{link}"></iframe>'.encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    other = fresh(chromium, Complaints())
    with upstream(behaviour=lambda caller: caller.send(head + body)) as elsewhere:
        other.goto(elsewhere.origin)
        expect(other.frame_locator("iframe").first.get_by_test_id("embed-code")).to_contain_text("curl")
    assert other.frame_locator("iframe").nth(1).get_by_test_id("share").count() == 0
    other.context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_too_wide(
    site: Site, page: Page, chromium: Browser, complaints: Complaints, theme: str
) -> None:
    link = share(page, site)
    assert violations(page) == []
    own = link.replace("/s/", "/shares/")
    for name, url in {"made": own, "list": site.url + "/shares/"}.items():
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        page.goto(url)
        assert violations(page) == [], name
    for width in (1440, 390):
        reader = fresh(chromium, complaints, color_scheme=theme, viewport={"width": width, "height": 844})
        for url in (link, link + "embed", link + "?code=python_requests", link.replace("/s/", "/?share=").rstrip("/")):
            reader.goto(url)
            assert violations(reader) == [], url
            assert reader.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (width, url)
        reader.context.close()
