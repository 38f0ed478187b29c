"""Code for a HAR file, from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

REQUEST = {"method": "GET", "url": "http://a.test/?q=1", "headers": []}


@pytest.mark.parametrize("har", [REQUEST, {"request": REQUEST}, {"log": {"entries": [{"request": REQUEST}]}}])
def test_a_request_an_entry_or_a_log(har: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.har"
    file.write_text(json.dumps(har), encoding="utf-8")
    call_command("snippet", str(file), target="python_requests")
    assert "http://a.test/?q=1" in capsys.readouterr().out


def test_its_options_are_those_of_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    request = {**REQUEST, "method": "POST", "postData": {"mimeType": "application/json", "text": '{"a": "{{b}}"}'}}
    file = tmp_path / "a.har"
    file.write_text(json.dumps(request), encoding="utf-8")
    call_command("snippet", str(file), "--native", target="python_requests", variables="placeholders")
    assert 'payload = {\n    "a": "{{b}}",\n}' in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "target", "word"),
    [("{", "python_requests", "JSON"), ("{}", "python_requests", "missing"), (json.dumps(REQUEST), "cobol", "cobol")],
)
def test_what_cannot_be_done_is_said(text: str, target: str, word: str, tmp_path: Path) -> None:
    file = tmp_path / "a.har"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CommandError, match=word):
        call_command("snippet", str(file), target=target)
