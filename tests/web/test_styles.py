"""Style sheets and scripts of a page: one file where static files were collected, several otherwise."""

from __future__ import annotations

import re
from pathlib import Path

import requests
from django.conf import settings
from django.test import Client

from tests.site import Site

LINKS = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
SCRIPTS = re.compile(r'<script src="(/static/js/[^"]+)" type="module">')


def test_collected_sheets_are_one_file_that_holds_each_in_order(site: Site) -> None:
    page = requests.get(site.url, timeout=20).text
    paths = LINKS.findall(page)
    assert len(paths) == 1 and re.search(r"\.[0-9a-f]{12}\.css$", paths[0])
    text = requests.get(site.url + paths[0], timeout=20).text
    sheets = [
        (Path(settings.BASE_DIR) / f"static/css/{name}.css").read_text() for name in ("tokens", "site", "workbench")
    ]
    places = [text.find(sheet[:200]) for sheet in sheets]
    assert -1 not in places and places == sorted(places)


def test_collected_scripts_are_one_file_in_which_each_keeps_its_names(site: Site) -> None:
    page = requests.get(site.url, timeout=20).text
    paths = SCRIPTS.findall(page)
    assert len(paths) == 1 and re.search(r"\.[0-9a-f]{12}\.js$", paths[0])
    text = requests.get(site.url + paths[0], timeout=20).text
    assert 'htmx.defineExtension("sse"' in text
    for name in ("workbench", "variables", "problems", "drafts", "panes"):
        assert f"{{\n{(Path(settings.BASE_DIR) / f'static/js/{name}.js').read_text()}}}" in text


def test_without_collecting_each_has_its_own(client: Client, catalog: None) -> None:
    page = client.get("/").content.decode()
    assert {"/static/css/tokens.css", "/static/css/workbench.css"} <= set(LINKS.findall(page))
    assert {"/static/js/page.js", "/static/js/workbench.js", "/static/js/drafts.js"} <= set(SCRIPTS.findall(page))
