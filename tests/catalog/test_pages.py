"""Documentation pages, through Django's client."""

import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from playground.core.openapi.document import load
from playground.core.openapi.operations import operations

CATALOG = Path(__file__).parents[2] / "playground" / "catalog" / "data" / "openapi.yaml"

pytestmark = pytest.mark.django_db


@cache
def shipped():
    return operations(load(CATALOG.read_bytes()))


def get(client, url, language="en", **headers):
    response = client.get(url, headers={"Accept-Language": language, **headers})
    return response, response.content.decode()


def text_of(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_the_page_says_what_the_description_says(client):
    _, html = get(client, "/docs/create-structured-output/")
    text = text_of(html)
    assert "<h1>Create structured output</h1>" in html
    assert "https://api.example.com/v1/chat/completions" in text
    assert "messages array [object {2}] required" in text
    assert "Request parameters" in text and "Header parameters" in text and "Responses" in text
    assert 'href="/try/create-structured-output/"' in html


def test_the_page_speaks_the_language_that_is_asked_for(client):
    response, html = get(client, "/docs/create-structured-output/", "zh-hans")
    assert "<h1>创建结构化输出</h1>" in html
    assert 'lang="zh-Hans"' in html
    assert "Accept-Language" in response["Vary"]


def test_search_engines_get_title_description_and_address(client):
    _, html = get(client, "/docs/create-chat-completion/")
    assert re.search(r"<title>Create chat completion · POST /v1/chat/completions · ", html)
    assert re.search(r'<meta name="description" content="Generates a reply', html)
    assert '<link rel="canonical" href="http://testserver/docs/create-chat-completion/">' in html


def test_the_fragment_is_the_article_alone(client):
    response, html = get(client, "/docs/create-chat-completion/fragment")
    assert response.status_code == 200
    assert html.strip().startswith('<article id="documentation"')
    assert html.strip().endswith("</article>")
    assert "<html" not in html and "<h1>" in html
    response, html = get(client, "/docs/create-chat-completion/fragment", **{"HX-Request": "true"})
    assert "<h1>" not in html and "docs.css" in html
    assert "HX-Request" in response["Vary"]


def test_the_code_is_in_the_language_that_is_chosen_and_stays_so(client):
    response, html = get(client, "/docs/create-chat-completion/code?code=python_requests")
    assert html.strip().startswith('<section id="sample-code"')
    assert "import requests" in text_of(html)
    assert "YOUR_API_KEY" in html
    assert response.cookies["target"].value == "python_requests"
    _, later = get(client, "/docs/create-speech/")
    assert "import requests" in text_of(later)


def test_an_unknown_code_language_shows_the_first(client):
    response, html = get(client, "/docs/create-chat-completion/?code=cobol")
    assert response.status_code == 200
    assert "target" not in response.cookies
    assert 'aria-current="true"' in html


def test_the_steps_of_a_task_link_to_one_another(client):
    _, submit = get(client, "/docs/create-video/")
    assert 'href="/docs/get-video/"' in submit and 'href="/docs/get-video-content/"' in submit
    _, poll = get(client, "/docs/get-video/")
    assert 'href="/docs/create-video/"' in poll and 'href="/docs/get-video-content/"' in poll
    _, download = get(client, "/docs/get-video-content/")
    assert 'href="/docs/create-video/"' in download and 'href="/docs/get-video/"' in download


def test_two_alternatives_stand_side_by_side(client):
    _, html = get(client, "/docs/create-chat-vision/")
    assert re.search(r'<fieldset class="doc-tabs is-pair"><legend class="visually-hidden">Alternatives content<', html)


def test_what_each_event_of_a_stream_holds_is_documented(client):
    _, html = get(client, "/docs/create-chat-completion/")
    assert "Data of each event" in html
    assert "delta object {4}" in text_of(html)
    assert "[DONE]" in html


def test_the_markdown_twin_holds_the_openapi_of_the_operation(client):
    response, text = get(client, "/docs/create-chat-vision.md")
    assert response["Content-Type"] == "text/markdown; charset=utf-8"
    assert text.startswith("# Image understanding\n")
    document = yaml.safe_load(text.partition("```yaml\n")[2].partition("\n```")[0])
    described = document["paths"]["/v1/chat/completions"]["post"]
    assert described["operationId"] == "createChatVision"
    assert described["requestBody"]["content"]["application/json"]["schema"]["required"] == ["model", "messages"]
    assert document["components"]["schemas"]["ChatMessage"]["description"] == "One chat message"
    assert "x-original" not in text and "-en:" not in text


def test_every_markdown_twin_is_an_openapi_document_of_its_own(client):
    for item in shipped():
        response, text = get(client, f"/docs/{item.key}.md", "zh-hans")
        assert response.status_code == 200, item.key
        document = load(text.partition("```yaml\n")[2].partition("\n```")[0])
        [read] = operations(document)
        assert read.method == item.method and read.path_template == item.path_template
        assert [one.name for one in read.parameters] == [one.name for one in item.parameters]
        assert [one.status for one in read.responses] == [one.status for one in item.responses]


def test_llms_txt_lists_every_page(client):
    response, text = get(client, "/docs/llms.txt")
    assert response["Content-Type"].startswith("text/plain")
    for item in shipped():
        assert f"(http://testserver/docs/{item.key}.md)" in text, item.key


def test_the_index_lists_every_page(client):
    _, html = get(client, "/docs/", "zh-hans")
    for item in shipped():
        assert f'href="/docs/{item.key}/"' in html, item.key
    assert "创建结构化输出" in html


@pytest.mark.parametrize("id", ["online-debug", "making-requests"])
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_guides_are_there_in_both_languages(client, id, language):
    response, html = get(client, f"/docs/guides/{id}/", language)
    assert response.status_code == 200
    article = html.partition("<article")[2]
    assert ("。" in article) == (language == "zh-hans")
    assert "{{YOUR_API_KEY}}" in text_of(article)


@pytest.mark.parametrize("id", ["online-debug", "making-requests"])
def test_guides_have_a_markdown_twin_that_is_listed(client, id):
    _, page = get(client, f"/docs/guides/{id}/")
    assert f'<link rel="alternate" type="text/markdown" href="/docs/guides/{id}.md"' in page
    response, text = get(client, f"/docs/guides/{id}.md", "zh-hans")
    assert response["Content-Type"] == "text/markdown; charset=utf-8"
    assert text.startswith("# ") and "。" in text
    assert f"(http://testserver/docs/guides/{id}.md)" in get(client, "/docs/llms.txt")[1]


@pytest.mark.parametrize(
    "path",
    [
        "guides/no-such-guide.md",
        "no-such-page/",
        "no-such-page.md",
        "no-such-page/fragment",
        "no-such-page/code",
        "no-such-page/structure?at=%23",
        "guides/no-such-guide/",
        "guides/settings/",
        "create-speech/structure?at=%23/components/schemas/NoSuch",
        "create-speech/structure?at=https://example.com/",
        "create-speech/structure",
    ],
)
def test_what_is_not_there_is_404(client, path):
    assert client.get(f"/docs/{path}").status_code == 404


def test_pages_are_only_read(client):
    assert client.post("/docs/create-speech/").status_code == 405


def test_a_place_opens_by_itself(client):
    url = "/docs/create-chat-completion/structure?at=%23/components/schemas/ChatMessage"
    _, page = get(client, url)
    assert "<html" in page and "tool_call_id" in page
    _, part = get(client, url + "&id=body-0-s-1", **{"HX-Request": "true"})
    assert part.strip().startswith('<div id="opened-body-0-s-1"') and "tool_call_id" in part
