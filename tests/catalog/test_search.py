"""Searching the documentation, through Django's client and the database itself."""

import re

import pytest
from django.db import connection

from playground.catalog import services
from playground.catalog.models import Description, SearchEntry
from playground.catalog.searching import fold, marked, search, words_of
from playground.catalog.services import SHIPPED, SHIPPED_FILE, load

pytestmark = pytest.mark.django_db


def keys(query, language="en", **more):
    return [hit.key for hit in search(SHIPPED, query, language, **more).hits]


def best(query, language="en"):
    return search(SHIPPED, query, language).hits[0]


def get(client, query, language="en", **headers):
    return client.get("/search/", query, headers={"Accept-Language": language, **headers}).content.decode()


# What is found


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("speech", "create-speech"),
        ("Create Speech (TTS)", "create-speech"),
        ("TTS", "create-speech"),
        ("创建结构化输出", "create-structured-output"),
        ("结构化 创建", "create-structured-output"),
        ("Ｓｔｒｕｃｔｕｒｅｄ", "create-structured-output"),
        ("/v1/audio/speech", "create-speech"),
        ("POST /v1/audio/speech", "create-speech"),
        ("https://api.example.com/v1/audio/speech", "create-speech"),
        ("createSpeech", "create-speech"),
        ("创建结构化 output", "create-structured-output"),
        ("变量 密钥", "online-debug"),
    ],
)
def test_the_page_that_is_meant_comes_first(query, first):
    assert keys(query)[0] == first


@pytest.mark.parametrize("query", ["温度", "音", "n", "id", "seed", "response_format", "采样温度，越高越发散"])
def test_every_page_that_has_the_words_is_found_and_no_other(query):
    having = {entry.key for entry in SearchEntry.objects.all() if fold(query) in entry.words}
    assert set(keys(query, limit=200)) == having != set()


@pytest.mark.parametrize(
    "query", ["", "   ", "xyzzy", "\0", "speech xyzzy", "%", "_%_", 'speech"', "speech\\", "' OR 1=1 --"]
)
def test_what_nobody_wrote_is_not_found(query):
    found = search(SHIPPED, query, "en")
    assert (found.count, found.hits) == (0, ())


def test_marks_of_the_query_language_are_letters_like_others():
    assert "create-structured-output" in keys("json_schema", limit=200)
    assert keys("NOT speech AND (") == []
    assert search(SHIPPED, "speech " * 1000, "en").hits


def test_a_title_comes_before_a_path_a_group_a_name_and_a_description():
    places = ["title", "path", "groups", "names", "words"]
    entries = {entry.key: entry for entry in SearchEntry.objects.all()}
    for word in ("image", "video", "audio", "chat"):
        found = [entries[key] for key in keys(word, limit=200)]
        ranks = [next(n for n, place in enumerate(places) if word in getattr(entry, place)) for entry in found]
        assert ranks == sorted(ranks) and len(set(ranks)) > 2, word


def test_a_property_deep_in_a_body_is_found_and_named():
    hit = best("frequency_penalty")
    assert hit.place == "<mark>frequency_penalty</mark>" and hit.excerpt
    assert "create-chat-completion" in keys("file_data", limit=200)


def test_a_word_of_the_other_language_is_shown_where_it_stands():
    hit = best("创建结构化输出", "en")
    assert hit.title == "Create structured output"
    assert hit.excerpt == "<mark>创建结构化输出</mark>"


def test_more_are_counted_than_are_shown():
    found = search(SHIPPED, "model", "en", limit=5)
    assert len(found.hits) == 5 and found.count > 50


def test_words_of_an_address_are_those_after_its_host():
    assert words_of("https://api.example.com/v1/x?y  Ä ä") == ("/v1/x?y", "ä")
    assert len(words_of(" ".join(map(str, range(99))))) == 8


def test_marks_stand_in_escaped_text():
    assert marked("<b>Bold</b>", ["b"]) == "&lt;<mark>b</mark>&gt;<mark>B</mark>old&lt;/<mark>b</mark>&gt;"


# What is kept


def test_a_description_that_is_loaded_again_or_deleted_leaves_nothing_behind():
    text = SHIPPED_FILE.read_bytes()
    before = SearchEntry.objects.count()
    assert load(SHIPPED, text + b"\n# changed\n")
    assert SearchEntry.objects.count() == before and keys("speech")[0] == "create-speech"
    Description.objects.all().delete()
    assert keys("speech") == keys("音") == []
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM catalog_search WHERE catalog_search MATCH '\"speech\"'")
            assert cursor.fetchone() == (0,)


def test_an_index_answers_for_words_of_three_characters():
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT rowid FROM catalog_search WHERE catalog_search MATCH '\"结构化\"'")
        else:
            cursor.execute("SELECT id FROM catalog_searchentry WHERE words LIKE '%结构化%'")
        found = {row[0] for row in cursor.fetchall()}
    assert found == set(SearchEntry.objects.filter(words__contains="结构化").values_list("pk", flat=True)) != set()


# What is shown


def test_the_page_of_results_works_without_a_script(client):
    html = get(client, {"q": "speech"})
    assert "<html" in html and 'value="speech"' in html
    assert 'href="/docs/create-speech/"' in html and 'href="/try/create-speech/"' in html
    assert "<mark>speech</mark>" in html
    assert "<title>speech · Search" in html


def test_beside_what_is_typed_the_list_alone(client):
    html = get(client, {"q": "speech", "in": "try"}, **{"HX-Request": "true"})
    assert html.strip().startswith('<section id="search-found"')
    assert 'class="hit" href="/try/create-speech/"' in html


def test_the_list_says_how_many_and_leads_to_the_rest(client):
    html = get(client, {"q": "model"}, **{"HX-Request": "true"})
    assert html.count('data-testid="search-hit"') == 20
    assert re.search(r"\d\d pages", html) and 'href="/search/?q=model"' in html
    assert "个页面" in get(client, {"q": "model"}, "zh-hans")


def test_nothing_found_says_so(client):
    assert "No page has all of these words" in get(client, {"q": "xyzzy"})
    assert "No page has all" not in get(client, {})


def test_what_is_asked_is_text(client):
    html = get(client, {"q": '"><script>alert(1)</script>'})
    assert "<script>alert" not in html


def test_every_page_offers_the_search(client):
    for path in ("/docs/", "/docs/create-speech/", "/docs/guides/online-debug/", "/no-such-page"):
        html = client.get(path).content.decode()
        assert 'href="/search/"' in html and 'id="search-dialog"' in html, path
    assert services.START in get(client, {"q": "structured output"})
