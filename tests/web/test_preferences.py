"""What is remembered in cookies."""

from __future__ import annotations

import pytest
from django.test import Client

from playground.web.preferences import Panes


@pytest.mark.parametrize(
    ("text", "css"),
    [
        ("320-55", ":root{--nav-width:320px;--composer-share:55%;}"),
        ("320-", ":root{--nav-width:320px;}"),
        ("-40", ":root{--composer-share:40%;}"),
        ("-", ":root{}"),
        ("9999-999", ":root{--nav-width:480px;--composer-share:75%;}"),
        ("0-0", ":root{--nav-width:200px;--composer-share:25%;}"),
    ],
)
def test_widths_are_held_within_what_can_be_used(text: str, css: str) -> None:
    read = Panes.read(text)
    assert read is not None and read.css == css


@pytest.mark.parametrize("text", ["", "x", "1;}body{", "320-55-1", "12345-1", "3 0-1", "３-1}"])
def test_what_no_page_wrote_is_not_read(client: Client, text: str) -> None:
    assert Panes.read(text) is None


def test_the_style_sheet_of_dragged_panes(client: Client) -> None:
    answer = client.get("/preferences/panes/320-55.css")
    assert answer.status_code == 200 and answer.headers["Content-Type"] == "text/css"
    assert client.get("/preferences/panes/1%3B%7D.css").status_code == 404


def test_a_page_names_it_only_when_panes_were_dragged(client: Client, catalog: None) -> None:
    assert "/preferences/panes/" not in client.get("/").content.decode()
    client.cookies["panes"] = "300-50"
    assert 'href="/preferences/panes/300-50.css"' in client.get("/").content.decode()
    client.cookies["panes"] = "x}"
    assert "/preferences/panes/" not in client.get("/").content.decode()
