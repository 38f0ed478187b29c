"""Shares by plain requests: who may make, see, change and end them, and what the world is shown."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone

from playground.accounts.models import Person
from playground.core.messages import BinaryBody, MultipartBody, Parameter, Part, RequestSpec, TextBody
from playground.core.mocking.media.image import png
from playground.environments.services import set_variable
from playground.history.models import Run
from playground.sharing import services
from playground.sharing.models import Share
from tests.forms import fields
from tests.history.recorded import SPEC, recorded
from tests.people import People

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalog")]

BROWSER = {"User-Agent": "Mozilla/5.0"}
START = "/try/create-structured-output/"
HTMX = {"HTTP_HX_REQUEST": "true"}


def text_of(response: Any) -> str:
    return response.content.decode()


@pytest.fixture
def share(people: People) -> Share:
    return services.share(people.person, SPEC, operation="create-structured-output")


def urls(share: Share) -> list[str]:
    return [f"/s/{share.pk}/{page}" for page in ("", "code", "embed", "badge.svg")]


def test_an_id_cannot_be_guessed(people: People) -> None:
    made = {services.share(people.person, SPEC).pk for _ in range(20)}
    assert len(made) == 20
    assert all(re.fullmatch(r"[\w-]{32}", key) for key in made)  # 32 characters of 6 bits each


def test_one_click_in_the_form_makes_a_link(client: Client) -> None:
    form = fields(text_of(client.get(START)))
    answer = client.post(START + "share/", form, **HTMX)
    share = Share.objects.get()
    assert f'value="http://testserver/s/{share.pk}/"' in text_of(answer)
    assert (share.operation, share.method, share.path) == (
        "create-structured-output",
        "POST",
        "/v1/chat/completions",
    )
    plain = client.post(START + "share/", form)
    assert plain.status_code == 302
    assert "/s/" in text_of(client.get(plain["Location"]))


def test_what_cannot_be_shared_is_said(client: Client, people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    form = fields(text_of(client.get(START)))
    large = client.post(START + "share/", {**form, "body_type": "text", "body": "x" * 1_100_000}, **HTMX)
    assert large.status_code == 422
    assert "at most 1 MiB" in text_of(large)
    monkeypatch.setattr(services, "MAX_SHARES", 1)
    services.share(people.person, SPEC)
    run = recorded(people.person)
    many = people.owner.post(f"/shares/run/{run.pk}/")
    assert many.status_code == 422
    assert "the most that one can have" in text_of(many)


def test_anybody_reads_a_share_and_only_its_owner_sees_and_changes_it(people: People, share: Share) -> None:
    for client in (people.owner, *people.others):
        for url in urls(share):
            assert client.get(url).status_code == 200
    own = f"/shares/{share.pk}/"
    for client in people.others:
        assert client.get(own).status_code == 404
        assert client.post(own, {"title": "mine now", "period": "never"}).status_code == 404
        assert client.post(own + "revoke").status_code == 404
        assert share.pk not in text_of(client.get("/shares/"))
    share.refresh_from_db()
    assert (share.title, share.revoked) == ("", None)
    assert people.owner.get(own).status_code == 200
    assert share.pk in text_of(people.owner.get("/shares/"))
    assert people.owner.post(own, {"title": "Two words", "period": "never"}).status_code == 302
    share.refresh_from_db()
    assert (share.title, share.expires) == ("Two words", None)


def test_a_run_is_shared_by_its_owner_alone(people: People) -> None:
    run = recorded(people.person)
    for client in people.others:
        assert client.post(f"/shares/run/{run.pk}/", {"answer": "1"}).status_code == 404
    assert not Share.objects.exists()
    assert people.owner.post(f"/shares/run/{run.pk}/").status_code == 302
    assert not Share.objects.get().has_answer


@pytest.mark.parametrize(
    ("content", "content_type"),
    [(b'{"a": [{"told": "x"}]}', "application/json"), (b"<a><told>x</told></a>", "text/xml")],
)
def test_what_was_answered_is_a_tree_for_its_readers(people: People, content: bytes, content_type: str) -> None:
    run = recorded(people.person, content, content_type)
    people.owner.post(f"/shares/run/{run.pk}/")
    share = Share.objects.get()
    tree = f"/s/{share.pk}/tree"
    assert people.guest.get(tree).status_code == 404
    people.owner.post(f"/shares/{share.pk}/", {"answer": "1"})
    run.delete()
    assert f'hx-get="{tree}"' in text_of(people.guest.get(f"/s/{share.pk}/"))
    for client in (people.owner, *people.others):
        fragment, page = text_of(client.get(tree, **HTMX)), text_of(client.get(tree))
        assert "told" in fragment and "<html" not in fragment
        assert "told" in page and "<html" in page
        assert "/history/" not in fragment
    assert text_of(people.guest.get(tree, {"at": "0"}, **HTMX)) != text_of(people.guest.get(tree, **HTMX))
    people.owner.post(f"/shares/{share.pk}/revoke")
    assert people.guest.get(tree).status_code == 410


def test_the_response_is_there_only_where_it_was_chosen(people: People) -> None:
    run = recorded(people.person, b'{"told": "the answer"}', fields=[("Set-Cookie", "sid=s3ss10n-value; Path=/")])
    people.owner.post(f"/shares/run/{run.pk}/")
    share = Share.objects.get()
    guest = people.guest
    assert "the answer" not in text_of(guest.get(f"/s/{share.pk}/"))
    assert guest.get(f"/s/{share.pk}/content").status_code == 404
    people.owner.post(f"/shares/{share.pk}/", {"answer": "1"})
    page = text_of(guest.get(f"/s/{share.pk}/"))
    assert "the answer" in page
    assert "200 OK" in page
    assert "sid=" in page
    assert "s3ss10n-value" not in page
    assert guest.get(f"/s/{share.pk}/content").content == b'{"told": "the answer"}'
    assert "203.0.113.7" not in page  # the way there stays with the owner
    people.owner.post(f"/shares/{share.pk}/", {"title": ""})
    assert "the answer" not in text_of(guest.get(f"/s/{share.pk}/"))


def test_a_copy_is_frozen_and_outlives_the_run(people: People) -> None:
    run = recorded(people.person, b'{"told": "the answer"}')
    people.owner.post(f"/shares/run/{run.pk}/", {"answer": "1"})
    run.delete()
    share = Share.objects.get()
    assert "the answer" in text_of(people.guest.get(f"/s/{share.pk}/"))


def test_a_response_that_is_too_large_is_not_shared(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "MAX_ANSWER", 10)
    run = recorded(people.person, b"x" * 11)
    answer = people.owner.post(f"/shares/run/{run.pk}/", {"answer": "1"})
    assert answer.status_code == 422
    assert "too large" in text_of(answer)


@pytest.mark.parametrize("how", ["revoked", "expired"])
def test_what_is_over_says_so_and_is_deleted(people: People, share: Share, how: str) -> None:
    if how == "revoked":
        assert people.owner.post(f"/shares/{share.pk}/revoke").status_code == 302
    else:
        Share.objects.filter(pk=share.pk).update(expires=timezone.now() - timedelta(seconds=1))
        services.forget_ended()
    page = people.guest.get(f"/s/{share.pk}/")
    assert page.status_code == 410
    assert "This share has ended" in text_of(page)
    for url in [*urls(share), f"/s/{share.pk}/content"]:
        assert people.guest.get(url).status_code == 410
    assert people.guest.get(f"/?share={share.pk}").status_code == 404
    assert people.owner.get("/shares/").status_code == 200
    share.refresh_from_db()
    assert (share.request, share.answer, bytes(share.body)) == ({}, None, b"")
    people.owner.post(f"/shares/{share.pk}/", {"period": "never"})
    assert people.guest.get(f"/s/{share.pk}/").status_code == 410


def test_what_never_was_is_404(client: Client) -> None:
    for page in ("", "code", "content", "embed", "badge.svg"):
        assert client.get(f"/s/{'x' * 32}/{page}").status_code == 404
    assert client.get("/?share=%00").status_code == 404


def test_openings_are_counted_but_not_the_owner_s_nor_those_of_programs(people: People, share: Share) -> None:
    url = f"/s/{share.pk}/"
    people.owner.get(url, headers=BROWSER)
    people.guest.get(url, headers={"User-Agent": "Slackbot-LinkExpanding 1.0"})
    people.guest.head(url, headers=BROWSER)
    people.guest.get(url + "?code=python_requests", headers=BROWSER)
    share.refresh_from_db()
    assert share.opened == 0
    people.guest.get(url, headers=BROWSER)
    people.stranger.get(url + "embed", headers=BROWSER)
    share.refresh_from_db()
    assert share.opened == 2
    assert "opened 2 times" in text_of(people.owner.get("/shares/"))


def test_code_in_each_language_is_made_when_it_is_asked_for(people: People, share: Share) -> None:
    page = text_of(people.guest.get(f"/s/{share.pk}/"))
    assert "curl" in page
    assert "import requests" not in re.sub(r"<[^>]+>", "", page)
    for url in (f"/s/{share.pk}/?code=python_requests", f"/s/{share.pk}/code?code=python_requests"):
        assert "import requests" in re.sub(r"<[^>]+>", "", text_of(people.guest.get(url)))
    assert people.guest.get(f"/s/{share.pk}/?code=nothing").status_code == 200


def test_a_chat_is_told_method_path_and_title(people: People, share: Share) -> None:
    page = text_of(people.guest.get(f"/s/{share.pk}/"))
    assert '<meta property="og:title" content="POST /v1/chat/completions">' in page
    assert '<meta property="og:description" content="Create structured output">' in page
    services.change(share, title='Say "hi" <now>')
    page = text_of(people.guest.get(f"/s/{share.pk}/"))
    assert '<meta property="og:description" content="Say &quot;hi&quot; &lt;now&gt;">' in page


def test_opening_it_fills_a_form_and_sends_nothing(people: People, share: Share) -> None:
    form = fields(text_of(people.guest.get(f"/?share={share.pk}")))
    assert (form["server"], form["url"]) == (["https://api.example.com"], ["/v1/chat/completions"])
    assert form["body"] == ['{"model": "gpt-4o"}']
    assert not Run.objects.exists()


def test_a_share_for_the_mock_goes_to_the_mock_of_whoever_opens_it(people: People) -> None:
    spec = RequestSpec("GET", "http://localhost:8000/mock/catalog/v1/models")
    share = services.share(people.person, spec, operation="list-models", mock_base="http://localhost:8000/mock/")
    form = fields(text_of(people.guest.get(f"/?share={share.pk}")))
    assert (form["server"], form["url"]) == (["mock"], ["/v1/models"])
    assert "http://testserver/mock/catalog/v1/models" in text_of(people.guest.get(f"/s/{share.pk}/"))


def test_a_request_to_a_server_of_somebody_else_takes_no_key_along(people: People) -> None:
    spec = RequestSpec(
        "POST",
        "https://collector.example/x",
        headers=(
            Parameter("Authorization", "Bearer {{TOKEN}}"),
            Parameter("X-Take", "{{TOKEN}}"),
            Parameter("X-A", "b"),
        ),
        body=TextBody("{{TOKEN}}", "text/plain"),
    )
    share = services.share(people.person, spec)
    stranger = Share.objects.exclude(pk=share.pk)
    assert not stranger.exists()
    visitor = people.stranger
    set_variable(Person.objects.exclude(pk=people.person.pk).get(), "TOKEN", "tok-of-the-visitor", secret=True)
    page = text_of(visitor.get(f"/?share={share.pk}"))
    form = fields(page)
    on = {form[f"header.{number}.name"][0] for number in form["row.header"] if f"header.{number}.on" in form}
    assert on == {"X-A"}
    assert "collector.example, which is no server of this API" in page
    assert "It would take along your values of TOKEN" in page


TYPED = "sk-typed-0123456789"


def test_a_secret_is_nowhere_in_a_share(people: People) -> None:
    """Typed in each place that holds secrets, kept as a variable and typed in plain text, and echoed by the answer."""
    kept = 'kept/+"ö 0123456789'
    set_variable(people.person, "KEPT", kept, secret=True)
    spec = RequestSpec(
        "POST",
        f"https://user:{TYPED}@api.example.com/p?api_key={TYPED}",
        query=(Parameter("access_token", TYPED),),
        headers=(Parameter("Authorization", f"Bearer {TYPED}"), Parameter("X-Note", f"see {kept}")),
        cookies=(Parameter("sid", TYPED),),
        body=TextBody(f'{{"prose": "my key is {TYPED}", "other": "{kept}"}}', "application/json"),
    )
    run = recorded(people.person, f'{{"echo": "{kept}"}}'.encode(), fields=[("X-Echo", kept)])
    share = services.share(people.person, spec, run=run)
    services.add_answer(share)
    share.title = ""
    given = [str(share.request), share.url, str(share.answer)]
    for client in (people.owner, *people.others):
        for url in [*urls(share), f"/s/{share.pk}/?code=shell_curl", f"/s/{share.pk}/content", f"/?share={share.pk}"]:
            given.append(text_of(client.get(url)))
    for text in given:
        for secret in (TYPED, kept, "kept/", "0123456789"):
            assert secret not in text
    assert "{{KEPT}}" in share.request["body"]["text"]


def test_files_are_named_and_not_held(people: People) -> None:
    parts = MultipartBody((Part("file", b"\x00secret scan", "scan.png", "image/png"), Part("text", "kept")))
    for body in (parts, BinaryBody(b"\x00secret scan", "image/png", "scan.png")):
        share = services.share(people.person, RequestSpec("POST", "https://api.example.com/", body=body))
        assert "base64" not in str(share.request)
        assert "scan.png" in text_of(people.guest.get(f"/s/{share.pk}/"))


NASTY = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


def test_no_text_becomes_a_tag(people: People) -> None:
    spec = RequestSpec(
        "POST",
        f"https://api.example.com/{NASTY}",
        query=(Parameter(NASTY, NASTY),),
        headers=(Parameter("X-A", NASTY),),
        body=TextBody(NASTY, "text/plain"),
    )
    run = recorded(people.person, NASTY.encode(), "text/plain", fields=[("X-B", NASTY)])
    share = services.share(people.person, spec, run=run, operation="create-structured-output")
    services.change(share, title=NASTY)
    services.add_answer(share)
    for client in (people.owner, people.guest):
        pages = [*urls(share), f"/s/{share.pk}/?code={NASTY}", f"/s/{share.pk}/embed?theme={NASTY}&code={NASTY}"]
        for url in [*pages, f"/?share={share.pk}"]:
            text = text_of(client.get(url))
            assert "<script>alert" not in text, url
            assert "<img src=x" not in text, url
    for url in (f"/shares/{share.pk}/", "/shares/"):
        assert "<script>alert" not in text_of(people.owner.get(url))
    ElementTree.fromstring(people.guest.get(f"/s/{share.pk}/badge.svg").content)


def test_an_answer_of_html_runs_nothing(people: People) -> None:
    run = recorded(people.person, b"<script>alert(1)</script>", "text/html")
    share = services.share(people.person, SPEC, run=run)
    services.add_answer(share)
    answer = people.guest.get(f"/s/{share.pk}/content")
    assert answer["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert answer["X-Frame-Options"] == "SAMEORIGIN"


def test_the_frame_alone_may_be_framed(people: People, share: Share) -> None:
    embed = people.guest.get(f"/s/{share.pk}/embed")
    assert "frame-ancestors *" in embed["Content-Security-Policy"]
    assert "X-Frame-Options" not in embed
    assert not embed.cookies
    assert "<form" not in text_of(embed)
    assert "<script" not in text_of(embed)
    own = [f"/shares/{share.pk}/", "/shares/"]
    others = ["/", START, "/docs/", "/history/", "/search/", "/environments/mock/", "/nothing/", "/admin/login/"]
    pages = [f"/s/{share.pk}/", f"/s/{share.pk}/code", f"/s/{share.pk}/badge.svg", f"/?share={share.pk}"]
    for url in (*own, *others, *pages):
        answer = people.owner.get(url)
        assert "frame-ancestors 'none'" in answer["Content-Security-Policy"], url
        assert answer["X-Frame-Options"] == "DENY", url


def _addresses(patterns: Any, before: str = "/") -> Iterator[str]:
    """An address for each view of the site, with something in place of what varies."""
    number = "00000000-0000-4000-8000-000000000000"
    some = {"uuid": number, "uuidstr": number, "int": "1", "slug": "x", "str": "x", "path": "x"}
    some |= {"docs": "docs", "page": "docs/x", "form": "try/x"}
    for item in patterns:
        route = re.sub(r"<(?:(\w+):)?\w+>", lambda match: some[match[1] or "str"], str(item.pattern))
        if hasattr(item, "url_patterns"):
            yield from _addresses(item.url_patterns, before + route)
        elif not {"^", "(", "$"} & set(route):  # the admin has one of these, for what it does not know
            yield before + route.lstrip("/")


def test_no_view_but_the_frame_lets_itself_be_framed(people: People) -> None:
    """Every view of the site, so that a new one is not forgotten; the mock upstream is an API, and no page."""
    addresses = [url for url in _addresses(get_resolver().url_patterns) if not url.startswith("/mock/")]
    assert len(addresses) > 60
    for client in (people.owner, people.guest):
        for url in addresses:
            answer = client.get(url)
            if re.fullmatch("/s/[^/]+/embed", url):
                continue
            policy = answer["Content-Security-Policy"]
            assert "frame-ancestors 'none'" in policy or "frame-ancestors 'self'" in policy, url
            assert answer["X-Frame-Options"] in {"DENY", "SAMEORIGIN"}, url


def test_a_badge_is_a_small_picture(people: People, share: Share) -> None:
    answer = people.guest.get(f"/s/{share.pk}/badge.svg")
    assert answer["Content-Type"] == "image/svg+xml; charset=utf-8"
    picture = ElementTree.fromstring(answer.content)
    assert "".join(picture.itertext()).count("/v1/chat/completions") == 2
    assert not answer.cookies


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_pages_speak_the_language_of_the_reader(people: People, share: Share, language: str) -> None:
    for url in (f"/s/{share.pk}/", f"/s/{share.pk}/embed"):
        text = text_of(people.guest.get(url, headers={"Accept-Language": language}))
        assert ("在调试台中打开" in text) == (language == "zh-hans")


def test_a_stream_is_shown_folded_too(people: People) -> None:
    frames = "".join(
        f'data: {{"object":"chat.completion.chunk","choices":[{{"index":0,"delta":{{"content":"{word}"}}}}]}}\n\n'
        for word in ("so ", "it ", "goes")
    )
    run = recorded(people.person, frames.encode(), "text/event-stream", pieces=3)
    share = services.share(people.person, SPEC, run=run)
    services.add_answer(share)
    page = text_of(people.guest.get(f"/s/{share.pk}/"))
    assert "so it goes" in page
    assert page.count('data-testid="stream-event"') == 3


def test_media_inside_a_response_are_shown_from_the_share(people: People) -> None:
    run = recorded(people.person, json.dumps({"b64_json": b64encode(png()).decode()}).encode())
    share = services.share(people.person, SPEC, run=run)
    guest = people.guest
    assert guest.get(f"/s/{share.pk}/part?at=0").status_code == 404
    services.add_answer(share)
    page = text_of(guest.get(f"/s/{share.pk}/"))
    assert "/history/" not in page.partition('id="share-answer-title"')[2].partition("</main>")[0]
    (address,) = set(re.findall(r'src="(/s/[^"]+/part\?at=\d+)"', page))
    picture = guest.get(address)
    assert (picture.status_code, picture["Content-Type"]) == (200, "image/png")
    for odd in ("", "x", "1", "99999999999"):
        assert guest.get(f"/s/{share.pk}/part?at={odd}").status_code == 404


def test_odd_characters_are_kept(people: People) -> None:
    """U+0000 and half a surrogate pair, as JSON and text may have them."""
    spec = RequestSpec("POST", "https://api.example.com/", body=TextBody("a\x00b \ud83d", "text/plain"))
    share = services.share(people.person, spec)
    share.refresh_from_db()
    assert services.spec_of(share).body == spec.body
    for url in urls(share):
        assert people.guest.get(url).status_code == 200
