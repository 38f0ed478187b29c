"""A description of a thousand operations: pages are as those of the shipped one, and no larger."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from playground.catalog import services, tree
from playground.catalog.searching import search
from playground.catalog.services import SHIPPED, SHIPPED_FILE, load
from playground.catalog.tree import Drawing
from playground.core.openapi import document
from playground.core.openapi.operations import fragment, operations
from tests.catalog.large import large

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def large_description(shipped_description, django_db_blocker):
    """In the place of the shipped one."""
    with django_db_blocker.unblock():
        load(SHIPPED, large(1000))
        yield
        load(SHIPPED, SHIPPED_FILE.read_bytes())


@pytest.fixture
def part():
    return {"HX-Request": "true", "Accept-Language": "en"}


def text(client, url, **headers):
    response = client.get(url, headers={"Accept-Language": "en", **headers})
    assert response.status_code == 200, url
    return response.content.decode()


def test_it_has_a_thousand_operations_with_schemas_of_their_own():
    whole, shipped = document.load(large(1000)), document.load(SHIPPED_FILE.read_bytes())
    assert len(operations(whole)) == 1000
    assert len(whole.data["components"]["schemas"]) == 10 * len(shipped.data["components"]["schemas"])
    by_key = {item.key: item for item in operations(whole)}
    for item in operations(shipped):
        assert fragment(whole, by_key[item.key]) == fragment(shipped, item)
    copied = fragment(whole, by_key["create-chat-completion7"])
    assert copied.operation.path_template == "/family7/v1/chat/completions"
    assert set(copied.components["schemas"]) > {"ChatMessage7"}
    assert all(name.endswith("7") for name in copied.components["schemas"])


@pytest.mark.parametrize("place", ["docs", "try"])
def test_a_page_is_no_larger_for_its_nine_hundred_neighbours(client, place):
    html = text(client, f"/{place}/create-speech/")
    assert len(html) < 90_000
    linked = set(re.findall(rf'<a href="/{place}/([a-z0-9-]+)/"', html))
    assert {"create-speech", "create-transcription"} <= linked and len(linked) < 40
    assert html.count('aria-current="page"') == 1
    assert html.count("<details open>") >= 3


def test_a_group_comes_when_it_is_opened(client, part):
    html = text(client, "/docs/create-speech/")
    urls = re.findall(r'hx-get="(/docs/groups\?[^"]+)"', html)
    assert len(urls) > 40
    below = text(client, urls[0].replace("&amp;", "&"), **part)
    assert below.startswith("<ul><li>") and "<html" not in below
    assert re.search(r'href="/docs/[a-z0-9-]+/"|hx-get="/docs/groups', below)
    assert "in=try" in re.findall(r'hx-get="(/docs/groups\?[^"]+)"', text(client, "/try/create-speech/"))[0]


def test_without_a_script_a_group_has_a_page(client):
    group = tree.trail(services.listed(), "create-speech7")[-1]
    html = text(client, f"/docs/groups?kind={group.kind}&key={group.key}")
    assert "<html" in html and "<h1>" in html and 'href="/docs/create-speech7/"' in html


@pytest.mark.parametrize("query", ["", "kind=tag", "kind=tag&key=nothing", "kind=operation&key=create-speech"])
def test_a_group_that_is_not_there_is_404(client, query):
    assert client.get(f"/docs/groups?{query}").status_code == 404


def test_the_tree_is_filtered_by_the_server(client, part):
    html = text(client, "/try/create-speech/")
    assert 'hx-get="/docs/tree"' in html
    found = text(client, "/docs/tree?q=Create+speech", **part)
    assert found.count('data-find="') == 10 and "<details open>" in found
    assert text(client, "/docs/tree?q=创建语音", **part).count('data-find="') == 10
    assert text(client, "/docs/tree?q=xyzzy", **part) == "<ul></ul>"
    assert text(client, "/docs/tree?q=", **part).count("<details>") > 40
    assert text(client, "/docs/tree?q=v1", **part).count('data-find="') == tree.MOST


def test_every_operation_can_be_come_to_through_the_groups():
    listed = services.listed()
    for drawing in (Drawing("en"), Drawing("zh-hans", forms=True)):
        root = str(tree.tree(listed, drawing))
        groups = [name for name, node in tree.index(listed).nodes.items() if node.children]
        drawn = root + "".join(tree.group(listed, drawing, name) for name in groups)
        assert len(set(re.findall(r'href="/(?:docs|try)/([a-z0-9-]+)/"', drawn))) == 1000
        whole = str(tree.tree(listed, replace(drawing, folded=False)))
        assert whole.count('class="method"') == 1000


def test_the_search_knows_all_of_them():
    found = search(SHIPPED, "create speech", "en", limit=5)
    assert found.count >= 10 and found.hits[0].key == "create-speech"
    assert search(SHIPPED, "Create speech (TTS) 7", "en").hits[0].key == "create-speech7"
