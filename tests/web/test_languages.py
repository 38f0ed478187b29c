"""Pages in Chinese are Chinese: nothing of the page itself is left in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from babel.messages.pofile import read_po
from django.test import Client

from tests.history.recorded import recorded
from tests.people import people
from tests.site import ROOT

#: What is said in these is a person's, an API's or a program's.
SILENT = {"script", "style", "pre", "code", "textarea"}
SPOKEN_ATTRIBUTES = {"aria-label", "title", "placeholder", "alt", "data-copied"}
#: Names of languages; and words of the description, which are also words of the page.
NAMES = {"English", "Go", "OK", "Text", "header"}
WORDS = re.compile(
    r"\b(Send|Stop|Headers|Preview|History|Response|Copy|Close|Delete|Filter|Required|Optional|Example|Search)\b"
)


class Spoken(HTMLParser):
    """The texts of a page, as they are read out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self.open.append(tag)
        self.texts += [value for name, value in attrs if name in SPOKEN_ATTRIBUTES and value]

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT and self.open:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and not self.open:
            self.texts.append(" ".join(data.split()))


def texts_of(html: str) -> list[str]:
    spoken = Spoken()
    spoken.feed(html)
    return spoken.texts


def english() -> Iterator[str]:
    """Texts that have another form in Chinese."""
    with (ROOT / "playground/locale/zh_Hans/LC_MESSAGES/django.po").open("rb") as file:
        for entry in read_po(file, locale="zh_Hans"):
            if isinstance(entry.id, str) and entry.id and entry.id != entry.string:
                yield entry.id


PAGES = [
    "/",
    "/try/create-transcription/",
    "/history/",
    "/history/clear",
    "/history/{run}/",
    "/docs/",
    "/docs/create-structured-output/",
    "/docs/create-transcription/",
    "/nowhere",
]


@pytest.mark.usefixtures("catalog")
@pytest.mark.parametrize("path", PAGES)
def test_a_page_in_chinese_has_no_english_words_of_its_own(path: str) -> None:
    those = people()
    path = path.format(run=recorded(those.person).pk)
    html = those.owner.get(path, headers={"Accept-Language": "zh-CN,zh;q=0.9,en;q=0.5"}).content.decode()
    assert '<html lang="zh-Hans"' in html
    texts = texts_of(html)
    assert set(texts) & set(english()) <= NAMES
    assert [text for text in texts if WORDS.search(text)] == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        ("zh-CN", "zh-Hans"),
        ("zh-Hans-CN,en;q=0.5", "zh-Hans"),
        ("zh", "zh-Hans"),
        ("en-GB,zh;q=0.5", "en"),
        ("fr", "en"),
    ],
)
def test_the_browser_chooses_the_language(client: Client, wanted: str, language: str) -> None:
    answer = client.get("/history/", headers={"Accept-Language": wanted})
    assert f'<html lang="{language}"' in answer.content.decode()


@pytest.mark.django_db
def test_the_switch_is_stronger_than_the_browser(client: Client) -> None:
    client.post("/preferences/", {"language": "zh-hans", "next": "/history/"})
    html = client.get("/history/", headers={"Accept-Language": "en"}).content.decode()
    assert '<html lang="zh-Hans"' in html and "历史记录" in html
