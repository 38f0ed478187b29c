"""What the README files say is true: settings and defaults, commands, pictures, and the examples of the JSON API."""

from __future__ import annotations

import ast
import json
import re
import subprocess
from collections.abc import Iterator

import pytest
from babel.messages.pofile import read_po

from playground.catalog.services import SHIPPED_FILE
from playground.core.openapi.document import load
from playground.core.openapi.operations import operations
from playground.core.snippets import registry
from tests.site import ROOT, Site

READMES = ("README.md", "README.zh-CN.md")
#: Variables that the Makefile sets for other programs, which document them.
OF_OTHERS = {"NODE_EXTRA_CA_CERTS"}
READERS = {"_flag", "_number", "_list", "_networks"}


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _calls(name: str) -> Iterator[tuple[str, ast.expr | None]]:
    """Names of environment variables that a Python file reads, each with the default that stands beside it."""
    for node in ast.walk(ast.parse(_text(name))):
        if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
            continue
        called = ast.unparse(node.func)
        if called in READERS or called in {"os.environ.get", "os.getenv"}:
            yield node.args[0].value, node.args[1] if len(node.args) > 1 else None
        elif called == "os.environ":
            raise AssertionError(f"{name}: read the environment with os.environ.get")


def _settings() -> dict[str, ast.expr | None]:
    made = re.findall(r"^(?:export )?(\w+) \?=", _text("Makefile"), re.MULTILINE)
    named = dict.fromkeys(set(made) - OF_OTHERS, None)
    for name in ("playground/gunicorn.conf.py", "playground/settings.py"):
        named |= dict(_calls(name))
    return named


def _rows(name: str) -> dict[str, str]:
    """Each setting of the README's table, and the default that it gives."""
    return dict(re.findall(r"^\| `([A-Z_]+)` \| (.*?) \|", _text(name), re.MULTILINE))


@pytest.mark.parametrize("name", READMES)
def test_every_setting_stands_in_the_readme_and_no_other(name: str) -> None:
    assert set(_rows(name)) == set(_settings())
    assert len(_rows(name)) > 20


@pytest.mark.parametrize("name", READMES)
def test_numbers_and_texts_have_the_default_that_is_given(name: str) -> None:
    rows = _rows(name)
    checked = 0
    for setting, default in _settings().items():
        if default is None or any(isinstance(node, ast.Name) for node in ast.walk(default)):
            continue  # depends on another setting, and is described in words
        value = eval(compile(ast.Expression(default), setting, "eval"))
        if isinstance(value, bool):
            value = int(value)
        if value not in ("", "localhost,127.0.0.1,[::1]"):
            assert f"`{value}`".lower() == rows[setting].lower(), setting
            checked += 1
    assert checked > 10


@pytest.mark.parametrize("name", READMES)
def test_every_make_target_and_file_that_is_named_exists(name: str) -> None:
    text = _text(name)
    targets = set(re.findall(r"`?make ([a-z]+)", text))
    defined = set(re.findall(r"^([a-z]+):", _text("Makefile"), re.MULTILINE))
    assert {"run", "test"} <= targets <= defined
    for link in re.findall(r"\]\(([^)#]+)\)", text):
        assert "://" in link or (ROOT / link).exists(), link


def test_both_languages_say_the_same() -> None:
    english, chinese = (_text(name) for name in READMES)
    assert english.count("\n## ") == chinese.count("\n## ")
    assert list(_rows("README.md")) == list(_rows("README.zh-CN.md"))
    assert re.findall(r"```sh\n(TOKEN.*?)```", english, re.DOTALL) == re.findall(
        r"```sh\n(TOKEN.*?)```", chinese, re.DOTALL
    )


def test_the_tour_calls_buttons_by_their_names() -> None:
    with (ROOT / "playground" / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po").open("rb") as file:
        chinese = read_po(file, locale="zh_Hans")
    for text in ("Send", "Preview", "Code", "Stop", "History", "Use this request", "Address in full…"):
        assert re.search(rf"\*{{1,2}}{re.escape(text)}\*{{1,2}}", _text("README.md")), text
        assert re.search(rf"(\*\*|“){re.escape(str(chinese[text].string))}(\*\*|”)", _text("README.zh-CN.md")), text


@pytest.mark.parametrize("name", READMES)
def test_numbers_in_words_are_those_of_the_program(name: str) -> None:
    numbers = re.findall(r"\d+", _text(name))
    assert str(len(registry.defaults())) in numbers
    assert str(len(operations(load(SHIPPED_FILE.read_bytes())))) in numbers


def test_every_room_stands_in_the_picture() -> None:
    rooms = {path.parent.name for path in (ROOT / "playground").glob("*/__init__.py")}
    for name in READMES:
        picture = re.findall(r"```\n(urls.*?)```", _text(name), re.DOTALL)[0]
        assert rooms - set(re.findall(r"\w+", picture)) == set()


def test_the_examples_of_the_json_api_work_as_they_stand(site: Site) -> None:
    block = re.findall(r"```sh\n(TOKEN.*?)```", _text("README.md"), re.DOTALL)[0]
    token = site.manage("create_token")
    commands = [command for command in block.split("\n\n") if command.startswith("curl ")]
    answers = [_run(command.replace("http://127.0.0.1:8000", site.url), token) for command in commands]
    targets, snippets, sent = answers
    assert len(targets["targets"]) == len(registry.TARGETS)
    assert "https://example.com/?q=1" in snippets["snippets"][0]["code"]
    assert sent["exchange"]["failure"] is None
    assert sent["exchange"]["entry"]["response"]["status"] == 200


def _run(command: str, token: str) -> dict:
    done = subprocess.run(
        ["sh", "-c", command], env={"TOKEN": token, "PATH": "/usr/bin:/bin"}, capture_output=True, check=True
    )
    return json.loads(done.stdout)
