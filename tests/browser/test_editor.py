"""The code editor over a textarea, alone on a page with a strict content security policy."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import django_htmx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import Complaints

pytestmark = pytest.mark.browser

PAGES = Path(__file__).parent / "editor_page"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
    " base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
VALUE = "document.getElementById('body').value"
EDITOR = "#box .cm-content"


@pytest.fixture(scope="module")
def address(editor_script: Path) -> Iterator[str]:
    htmx = Path(django_htmx.__file__).parent / "static" / "django_htmx" / "htmx-2.min.js"
    built = {"build/editor.js": editor_script, "build/htmx.js": htmx}

    class Handler(SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            name = path.split("?", maxsplit=1)[0].removeprefix("/")
            return str(built.get(name, PAGES / (name or "index.html")))

        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", POLICY)
            super().end_headers()

        def log_message(self, *arguments: object) -> None:
            """Silence."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def editor(page: Page, address: str) -> Page:
    page.goto(address)
    page.locator(EDITOR).wait_for()
    page.evaluate("document.addEventListener('input', (event) => (window.inputs ??= []).push(event.target.id))")
    return page


def write(page: Page, text: str) -> None:
    """Into the editor, as a paste: no bracket closes by itself."""
    page.locator(EDITOR).focus()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)


def marks(page: Page) -> list[str]:
    page.locator(f"{EDITOR} .cm-lintRange").first.wait_for()
    return page.locator(f"{EDITOR} .cm-lintRange").all_inner_texts()


def color(page: Page, text: str) -> str:
    return page.locator(f"{EDITOR} span", has_text=text).last.evaluate("node => getComputedStyle(node).color")


# The textarea stays the truth


def test_what_is_typed_reaches_the_textarea_at_once_with_an_event(editor: Page) -> None:
    write(editor, '{"a": ')
    editor.keyboard.type("1")
    assert editor.evaluate(VALUE) == '{"a": 1'
    assert set(editor.evaluate("window.inputs")) == {"body"}
    expect(editor.get_by_test_id("body-json")).to_have_value('{"a": 1')


def test_a_filled_textarea_is_followed_without_an_echo(editor: Page) -> None:
    editor.get_by_test_id("body-json").fill('{"filled": true}')
    expect(editor.locator(EDITOR)).to_have_text('{"filled": true}')
    assert editor.evaluate("window.inputs") == ["body"]
    editor.get_by_test_id("body-json").fill("")
    expect(editor.locator(EDITOR)).to_have_text("")
    assert editor.evaluate(VALUE) == ""


def test_a_value_set_by_a_script_is_followed_by_the_smallest_change(editor: Page) -> None:
    """The cursor stays at its word, and one undo takes the change back."""
    before = editor.evaluate(VALUE)
    editor.locator(EDITOR).focus()
    editor.keyboard.press("Control+End")
    editor.evaluate("node = document.getElementById('body'); node.value = node.value.replace('gpt-4o', '模型😀')")
    expect(editor.locator(EDITOR)).to_contain_text('"model": "模型😀"')
    editor.keyboard.type("!")
    assert editor.evaluate(VALUE) == before.replace("gpt-4o", "模型😀") + "!"
    editor.keyboard.press("Control+z")
    editor.keyboard.press("Control+z")
    assert editor.evaluate(VALUE) == before


def test_a_change_inside_a_surrogate_pair_keeps_the_text_whole(editor: Page) -> None:
    for text in ['{"a": "😀"}', '{"a": "😁"}', '{"a": "🙁"}', '{"a": "😀😁"}']:
        editor.evaluate("text => document.getElementById('body').value = text", text)
        expect(editor.locator(EDITOR)).to_have_text(text)


def test_a_reset_of_the_form_is_followed(editor: Page) -> None:
    before = editor.evaluate(VALUE)
    write(editor, "[]")
    editor.get_by_role("button", name="Reset").click()
    expect(editor.locator(EDITOR)).to_contain_text("gpt-4o")
    assert editor.evaluate(VALUE) == before


REPLACE = """([whole, text]) => {
  const old = document.getElementById(whole ? "box" : "body");
  const html = old.outerHTML.replace(/<div class="editor-host".*?<\\/div>/, "").replace(/ data-enhanced=""/, "");
  const place = document.createElement("template");
  place.innerHTML = html;
  place.content.querySelector("textarea").textContent = text;
  old.replaceWith(place.content);
}"""


@pytest.mark.parametrize("whole", [True, False], ids=["its box too", "the textarea alone"])
def test_a_replaced_textarea_keeps_its_editor(editor: Page, whole: bool) -> None:
    """Focus, cursor and undo survive that the server sends the element anew."""
    before = editor.evaluate(VALUE)
    editor.locator(EDITOR).focus()
    editor.keyboard.press("Control+End")
    editor.evaluate(REPLACE, [whole, before.replace("gpt-4o", "other")])
    expect(editor.locator(EDITOR)).to_contain_text("other")
    expect(editor.locator("#box .editor-host")).to_have_count(1)
    editor.keyboard.type(" ")
    assert editor.evaluate(VALUE) == before.replace("gpt-4o", "other") + " "
    editor.keyboard.press("Control+z")
    editor.keyboard.press("Control+z")
    assert editor.evaluate(VALUE) == before
    editor.get_by_test_id("body-json").fill("[1]")
    expect(editor.locator(EDITOR)).to_have_text("[1]")


def test_htmx_swaps_the_box_out_of_band_under_the_hands_of_who_types(editor: Page) -> None:
    editor.locator(EDITOR).focus()
    editor.keyboard.press("Control+Home")
    editor.evaluate("document.body.dispatchEvent(new Event('swap'))")
    expect(editor.locator(EDITOR)).to_contain_text("from the server")
    expect(editor.locator(EDITOR)).to_be_focused()
    editor.keyboard.type(" ")
    assert editor.evaluate(VALUE).startswith(' {\n  "model": "from the server"')
    editor.keyboard.press("Control+z")
    editor.keyboard.press("Control+z")
    assert "gpt-4o" in editor.evaluate(VALUE)


def test_a_textarea_that_comes_later_gets_an_editor_and_one_that_goes_takes_it_along(editor: Page) -> None:
    editor.evaluate("document.getElementById('box').remove()")
    expect(editor.locator(".editor-host")).to_have_count(1)
    editor.evaluate(
        """() => {
          document.body.insertAdjacentHTML("beforeend",
            `<div class="editor-box" id="box">
              <textarea id="late" data-editor="json" aria-label="Late">[2]</textarea></div>`);
        }"""
    )
    expect(editor.locator(EDITOR)).to_have_text("[2]")


def test_the_textarea_keeps_its_box_and_the_editor_covers_it(editor: Page, chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, java_script_enabled=False)
    plain = context.new_page()
    plain.goto(address)
    assert plain.locator("#body").bounding_box() == editor.locator("#body").bounding_box()
    assert editor.locator("#body").bounding_box() == editor.locator("#box .editor-host").bounding_box()
    assert plain.locator("#send").bounding_box() == editor.locator("#send").bounding_box()
    context.close()


def test_who_types_before_the_script_is_there_goes_on_typing(page: Page, address: str) -> None:
    held: list[Route] = []
    page.route("**/editor.js", lambda route: held.append(route))
    with page.expect_request("**/editor.js"):
        page.goto(address, wait_until="commit")
    page.get_by_label("Body").fill("[12]")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    held[0].continue_()
    page.locator(EDITOR).wait_for()
    page.keyboard.type("0")
    assert page.evaluate(VALUE) == "[102]"
    expect(page.locator(EDITOR)).to_be_focused()


# Keyboard and focus


def test_tab_passes_through_an_editor_that_was_not_touched(editor: Page) -> None:
    before = editor.evaluate(VALUE)
    editor.locator("#before").focus()
    stops = []
    for _ in range(3):
        editor.keyboard.press("Tab")
        stops.append(editor.evaluate("document.activeElement.id || document.activeElement.parentElement.id"))
    assert stops[0] == "box"
    assert stops[2] == "send"
    assert editor.evaluate(VALUE) == before
    editor.keyboard.press("Shift+Tab")
    editor.keyboard.press("Shift+Tab")
    editor.keyboard.press("Shift+Tab")
    assert editor.evaluate("document.activeElement.id") == "before"


def test_tab_indents_while_editing_and_escape_leads_out(editor: Page) -> None:
    write(editor, "[1]")
    editor.keyboard.press("Tab")
    assert editor.evaluate(VALUE) == "  [1]"
    editor.keyboard.press("Shift+Tab")
    assert editor.evaluate(VALUE) == "[1]"
    editor.keyboard.press("Escape")
    editor.keyboard.press("Tab")
    assert editor.evaluate("document.activeElement.closest('#box')") is None
    assert editor.evaluate(VALUE) == "[1]"


def test_control_m_turns_tab_into_a_way_out(editor: Page) -> None:
    write(editor, "[1]")
    editor.keyboard.press("Control+m")
    editor.keyboard.press("Tab")
    assert editor.evaluate("document.activeElement.closest('#box')") is None
    assert editor.evaluate(VALUE) == "[1]"


def test_a_click_on_the_label_or_a_script_focuses_the_editor(editor: Page) -> None:
    for act in ("document.querySelector('label[for=body]').click()", "document.getElementById('body').focus()"):
        editor.locator("#before").focus()
        editor.evaluate(act)
        assert editor.evaluate("document.activeElement.className") == "editor-host"


def test_keys_pressed_on_the_textarea_itself_go_to_the_editor(editor: Page) -> None:
    editor.get_by_test_id("body-json").fill("[1]")
    editor.get_by_test_id("body-json").press("End")
    editor.keyboard.type(" ")
    assert editor.evaluate(VALUE) == "[1] "
    assert editor.evaluate("document.activeElement.className") == "editor-host"


def test_control_enter_reaches_the_page_and_writes_nothing(editor: Page) -> None:
    editor.evaluate(
        """document.addEventListener("keydown", (event) => {
          if (event.key === "Enter" && event.ctrlKey)
            window.sent = [event.defaultPrevented, document.getElementById("body").value];
        })"""
    )
    write(editor, "[1]")
    editor.keyboard.press("Control+Enter")
    assert editor.evaluate("window.sent") == [False, "[1]"]
    assert editor.evaluate(VALUE) == "[1]"


def test_it_has_a_name_and_says_how_to_leave(editor: Page) -> None:
    box = editor.get_by_role("textbox", name="Body")
    expect(box).to_have_accessible_description("Tab rückt ein; Escape, dann Tab verlässt den Editor.")
    expect(editor.get_by_role("textbox", name="Text")).to_have_accessible_description(
        "Tab indents while you edit. Press Escape, then Tab to leave."
    )
    expect(editor.locator(".editor-box").last.locator(".cm-placeholder")).to_have_text("Any text")


def test_read_only_and_disabled_are_followed(editor: Page) -> None:
    editor.evaluate("document.getElementById('body').readOnly = true")
    editor.locator(EDITOR).focus()
    editor.keyboard.type("x")
    assert "x" not in editor.evaluate(VALUE)
    editor.evaluate("document.getElementById('body').disabled = true")
    expect(editor.locator(EDITOR)).to_have_attribute("contenteditable", "false")


# JSON


def test_highlighting_takes_the_colors_of_the_page_in_both_themes(editor: Page) -> None:
    expected = {
        "light": {"model": "rgb(10, 61, 145)", "gpt-4o": "rgb(18, 97, 43)", "0.5": "rgb(138, 59, 0)",
                  "false": "rgb(107, 47, 181)", "{{API_KEY}}": "rgb(154, 31, 106)", "{{name}}": "rgb(154, 31, 106)"},
        "dark": {"model": "rgb(134, 183, 254)", "gpt-4o": "rgb(125, 219, 149)", "{{API_KEY}}": "rgb(255, 150, 204)"},
    }  # fmt: skip
    for theme, colors in expected.items():
        editor.emulate_media(color_scheme=theme)
        assert {text: color(editor, text) for text in colors} == colors


def test_variables_are_marked_and_no_mistake_bare_or_in_strings(editor: Page) -> None:
    assert editor.locator(f"{EDITOR} .cm-variable").all_inner_texts() == ["{{API_KEY}}", "{{name}}"]
    write(editor, '{"a": {{x}}, "b": [{{y}}, "{{z}}"], "c": }')
    assert marks(editor) == ["}"]


def test_a_variable_without_a_value_is_marked_where_the_known_ones_are_told(editor: Page) -> None:
    editor.evaluate("document.getElementById('body').dataset.knownVariables = '[\"name\"]'")
    expect(editor.locator(f"{EDITOR} .cm-variable-missing")).to_have_text(["{{API_KEY}}"])


def test_a_mistake_is_marked_at_its_place_in_the_page_s_language(editor: Page) -> None:
    write(editor, '{"a": 1,\n "b": }')
    assert marks(editor) == ["}"]
    expect(editor.locator(EDITOR)).to_have_attribute("aria-invalid", "true")
    expect(editor.locator("#box .cm-lint-marker-error")).to_be_visible()
    editor.locator(f"{EDITOR} .cm-lintRange").hover()
    expect(editor.locator(".cm-tooltip .cm-diagnosticText")).to_have_text("此处缺少一个值")
    write(editor, '{"a": 1}')
    expect(editor.locator(f"{EDITOR} .cm-lintRange")).to_have_count(0)
    expect(editor.locator(EDITOR)).not_to_have_attribute("aria-invalid", "true")


def test_problems_of_the_server_are_marked_at_their_pointers(editor: Page) -> None:
    editor.evaluate(
        """document.getElementById("body").dataset.problems = JSON.stringify([
          {pointer: "/messages/0/role", message: "must be one of: system"},
          {pointer: "/temperature", message: "must be at most 0.1", severity: "warning"}])"""
    )
    expect(editor.locator(f"{EDITOR} .cm-lintRange")).to_have_text(["0.5", '"user"'])
    editor.evaluate("document.getElementById('body').dataset.problems = '[]'")
    expect(editor.locator(f"{EDITOR} .cm-lintRange")).to_have_count(0)


def test_brackets_and_quotes_close_and_lines_indent(editor: Page) -> None:
    write(editor, "")
    editor.keyboard.press("Delete")
    editor.keyboard.type('{"a')
    editor.keyboard.press("End")
    assert editor.evaluate(VALUE) == '{"a"}'
    write(editor, "{}")
    editor.keyboard.press("ArrowLeft")
    expect(editor.locator(f"{EDITOR} .cm-matchingBracket")).to_have_count(2)
    editor.keyboard.press("Enter")
    assert editor.evaluate(VALUE) == "{\n  \n}"


def test_search_speaks_the_page_s_language_and_closes_with_escape(editor: Page) -> None:
    editor.locator(EDITOR).focus()
    editor.keyboard.press("Control+f")
    field = editor.locator("#box").get_by_placeholder("查找")
    expect(field).to_be_focused()
    field.press_sequentially("model")
    expect(editor.locator("#box").get_by_role("button", name="Replace all")).to_be_visible()
    expect(editor.locator(f"{EDITOR} .cm-searchMatch")).to_have_text("model")
    editor.keyboard.press("Escape")
    expect(field).to_have_count(0)


def test_the_list_of_problems_opens_and_closes_by_key(editor: Page) -> None:
    write(editor, "[1 2]")
    marks(editor)
    editor.keyboard.press("Control+Shift+M")
    expect(editor.get_by_role("listbox", name="Problems")).to_have_text("A comma or “]” is missing here")
    editor.keyboard.press("Escape")
    expect(editor.get_by_role("listbox", name="Problems")).to_have_count(0)


def test_an_editor_in_a_hidden_panel_is_right_when_it_is_shown(editor: Page) -> None:
    editor.evaluate("document.forms[0].hidden = true")
    editor.evaluate("document.getElementById('body').value = '[\\n' + '1,\\n'.repeat(200) + '1]'")
    editor.evaluate("document.forms[0].hidden = false")
    expect(editor.locator("#box .cm-lineNumbers .cm-gutterElement", has_text="12").first).to_be_visible()
    editor.locator(EDITOR).focus()
    editor.keyboard.press("Control+End")
    expect(editor.locator("#box .cm-lineNumbers .cm-gutterElement", has_text="202")).to_be_in_viewport()


def test_a_fold_hides_a_block(editor: Page) -> None:
    editor.locator("#box .cm-foldGutter span").nth(1).click()
    expect(editor.locator(f"{EDITOR} .cm-foldPlaceholder")).to_be_visible()
    assert "Hello" not in editor.locator(EDITOR).inner_text()


def test_a_megabyte_is_followed_edited_and_not_checked(editor: Page) -> None:
    text = "[\n" + ",\n".join(['  {"role": "user", "content": "0123456789"}'] * 25_000) + "\n]"
    editor.evaluate("text => document.getElementById('body').value = text", text)
    expect(editor.locator(EDITOR)).to_contain_text("0123456789")
    editor.locator(EDITOR).focus()
    editor.keyboard.press("Control+Home")
    editor.keyboard.type("x")
    assert editor.evaluate(VALUE) == "x" + text
    editor.get_by_role("button", name="Send").click()
    assert editor.evaluate("new FormData(document.forms[0]).get('body').length") == len("x" + text)
    assert editor.locator(f"{EDITOR} .cm-lintRange").count() == 0


def test_without_scripts_it_is_a_plain_textarea(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(address)
    plain.get_by_label("Body").click()
    plain.get_by_label("Body").fill("[1]")
    expect(plain.get_by_test_id("body-json")).to_have_value("[1]")
    assert plain.locator("#body").evaluate("node => getComputedStyle(node).opacity") == "1"
    context.close()


def test_axe_finds_nothing_in_either_theme(editor: Page) -> None:
    write(editor, '{"a": {{x}}, "b": [1, true, "text"]}')
    editor.keyboard.press("Control+f")
    for theme in ("light", "dark"):
        editor.emulate_media(color_scheme=theme)
        violations = Axe().run(editor).response["violations"]
        assert [(one["id"], node["html"]) for one in violations for node in one["nodes"]] == []


def test_a_violation_of_the_policy_would_be_seen(editor: Page, complaints: Complaints) -> None:
    """The other tests end with no complaint; this one shows that there would be one."""
    complaints.expect("style-src")
    editor.evaluate("document.body.setAttribute('style', 'color: red')")
    editor.wait_for_timeout(50)
    assert any("content security policy: style-src-attr" in text for text in complaints)
