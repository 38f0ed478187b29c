"""The pages of the history: what they show, and to whom."""

from __future__ import annotations

import json
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from playground.core.messages import RequestSpec
from playground.history import lists
from playground.history import services as history
from playground.history.models import Run
from playground.runs import services as runs
from tests.core.viewers.test_viewers import MP3, PNG
from tests.history.recorded import recorded

HTMX = {"HX-Request": "true"}

GETS = [
    "history:run_read",
    "history:content_read",
    "history:content_page",
    "history:content_tree",
    "history:content_find",
    "history:font_style",
    "history:har_read",
    "runs:events_read",
]
POSTS = ["history:run_delete", "history:run_describe", "runs:run_stop", "runs:run_repeat"]


@pytest.mark.parametrize("name", GETS)
def test_owner_alone_reads(people, name):
    address = reverse(name, args=[recorded(people.person).pk])
    assert people.owner.get(address).status_code == 200
    for other in people.others:
        assert other.get(address).status_code == 404


@pytest.mark.parametrize("name", POSTS)
def test_owner_alone_writes(people, name):
    run = recorded(people.person)
    address = reverse(name, args=[run.pk])
    for other in people.others:
        assert other.post(address).status_code == 404
    assert Run.objects.filter(pk=run.pk).exists()


@pytest.mark.parametrize("name", GETS + POSTS)
def test_an_unknown_run_is_not_found(people, name):
    address = reverse(name, args=[uuid.uuid4()])
    assert (people.owner.post if name in POSTS else people.owner.get)(address).status_code == 404


@pytest.mark.parametrize("name", POSTS)
def test_a_write_is_a_post_with_a_token(people, name):
    address = reverse(name, args=[recorded(people.person).pk])
    assert people.owner.get(address).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = people.owner.cookies
    assert strict.post(address).status_code == 403


def test_list_shows_each_their_own(people):
    run = recorded(people.person)
    address = reverse("history:run_list")
    assert str(run.pk) in people.owner.get(address).content.decode()
    for other in people.others:
        page = other.get(address).content.decode()
        assert str(run.pk) not in page and "Nothing was sent yet" in page


def test_looking_makes_no_account(people):
    before = type(people.person).objects.count()
    people.guest.get(reverse("history:run_list"))
    assert type(people.person).objects.count() == before


def test_list_filters_as_page_and_as_fragment(people):
    recorded(people.person, status=200)
    recorded(people.person, status=404)
    address = reverse("history:run_list") + "?status=4xx"
    page = people.owner.get(address).content.decode()
    assert page.count('data-testid="history-item"') == 1 and "<!doctype html>" in page
    fragment = people.owner.get(address, headers=HTMX).content.decode()
    assert fragment.count('data-testid="history-item"') == 1 and fragment.lstrip().startswith('<div id="history-list"')
    nothing = people.owner.get(reverse("history:run_list") + "?text=elsewhere").content.decode()
    assert "No run fits this filter" in nothing


def test_list_goes_on_by_cursor(people, monkeypatch):
    monkeypatch.setattr(lists, "PAGE", 2)
    made = [recorded(people.person) for _ in range(3)]
    first = people.owner.get(reverse("history:run_list") + "?method=POST")
    older = first.context["page"].older
    assert older and str(made[0].pk) not in first.content.decode()
    second = people.owner.get(reverse("history:run_list"), {"method": "POST", "before": older}).content.decode()
    assert str(made[0].pk) in second and "Older" not in second and "Newest" in second


def test_list_reads_rows_without_their_contents(people, django_assert_max_num_queries):
    for _ in range(5):
        recorded(people.person)
    with django_assert_max_num_queries(12) as captured:
        people.owner.get(reverse("history:run_list"))
    assert not any(table in query["sql"] for query in captured for table in ("history_content", "history_blob"))
    assert not any("COUNT(" in query["sql"] or "OFFSET" in query["sql"] for query in captured)


def test_detail_has_request_and_response_and_ways_on(people):
    run = recorded(people.person)
    page = people.owner.get(reverse("history:run_read", args=[run.pk])).content.decode()
    for part in ("{{TOKEN}}", "gpt-4o", f"/?run={run.pk}", 'data-testid="response-status"', 'data-testid="repeat"'):
        assert part in page


def test_delete_and_clear(people):
    one, other = recorded(people.person), recorded(people.person)
    response = people.owner.post(reverse("history:run_delete", args=[one.pk]))
    assert response.status_code == 302 and set(Run.objects.all()) == {other}
    clear = reverse("history:runs_clear")
    assert "Delete the whole history?" in people.owner.get(clear).content.decode()
    for someone in people.others:
        someone.post(clear)
    assert Run.objects.filter(pk=other.pk).exists()
    people.owner.post(clear)
    assert not Run.objects.exists()


# Runs that were chosen


def choose(client, action, *runs, **more):
    return client.post(reverse("history:runs_chosen"), {"action": action, "run": [run.pk for run in runs], **more})


def test_chosen_runs_are_deleted_after_a_question(people):
    one, two, three = (recorded(people.person) for _ in range(3))
    asked = choose(people.owner, "delete", one, two, text="gpt").content.decode()
    assert "Delete 2 runs?" in asked and Run.objects.count() == 3
    fields = asked[asked.rindex('<form class="history-actions"') :]
    assert fields.count('name="run"') == 2 and 'name="text" value="gpt"' in fields
    response = choose(people.owner, "delete", one, two, sure="1", text="gpt")
    assert response.url.endswith("?text=gpt") and set(Run.objects.all()) == {three}


def test_chosen_runs_are_exported_oldest_first_and_without_secrets(people):
    runs = [recorded(people.person, status=status) for status in (200, 404, 500)]
    response = choose(people.owner, "export", *runs[1:])
    text = response.getvalue().decode()
    entries = json.loads(text)["log"]["entries"]
    assert [entry["response"]["status"] for entry in entries] == [404, 500]
    assert {"name": "Authorization", "value": "Bearer {{TOKEN}}"} in entries[0]["request"]["headers"]
    assert response.headers["Content-Disposition"] == 'attachment; filename="history.har"'


def test_chosen_runs_are_pinned_and_unpinned(people):
    one, two = recorded(people.person), recorded(people.person)
    choose(people.owner, "pin", one, two)
    assert Run.objects.filter(pinned=True).count() == 2
    assert people.owner.get(reverse("history:run_list") + "?pinned=1").content.decode().count("history-pin") == 2
    choose(people.owner, "unpin", two)
    assert list(Run.objects.filter(pinned=True)) == [one]


@pytest.mark.parametrize("action", ["delete", "export", "pin", "nonsense", ""])
def test_others_choose_nothing_of_mine(people, action):
    run = recorded(people.person)
    for other in people.others:
        response = choose(other, action, run, sure="1")
        assert response.status_code == 302
    assert choose(people.owner, action).status_code == 302  # none chosen
    run.refresh_from_db()
    assert not run.pinned
    odd = people.owner.post(
        reverse("history:runs_chosen"), {"action": "delete", "sure": "1", "run": ["x", str(uuid.uuid4())]}
    )
    assert odd.status_code == 302 and Run.objects.count() == 1


# One's own words


def test_a_run_is_described_on_its_page(people):
    run = recorded(people.person)
    address = reverse("history:run_describe", args=[run.pk])
    people.owner.post(address, {"pinned": "1", "note": "worked", "tags": "good, slow，new"})
    run.refresh_from_db()
    assert (run.pinned, run.note, [tag.name for tag in run.tags.all()]) == (True, "worked", ["good", "new", "slow"])
    page = people.owner.get(reverse("history:run_read", args=[run.pk])).content.decode()
    assert 'value="good, new, slow"' in page and ">worked</textarea>" in page
    listed = people.owner.get(reverse("history:run_list") + "?tag=slow").content.decode()
    assert "worked" in listed and listed.count('data-testid="history-item"') == 1


@pytest.mark.parametrize("wrong", [{"note": "x" * 2001}, {"tags": "x" * 41}, {"tags": ",".join(map(str, range(21)))}])
def test_too_many_words_are_refused_and_not_lost(people, wrong):
    run = recorded(people.person)
    response = people.owner.post(reverse("history:run_describe", args=[run.pk]), wrong)
    assert response.status_code == 422 and next(iter(wrong.values())) in response.content.decode()
    assert not run.tags.exists() and not Run.objects.get().note


# Groups, and how much is kept


def test_groups_by_operation(people):
    recorded(people.person)
    page = people.owner.get(reverse("history:run_list") + "?group=operation").content.decode()
    assert "?operation=create-structured-output" in page and page.count('data-testid="history-item"') == 1


@pytest.mark.usefixtures("catalog")
@pytest.mark.parametrize(("language", "title"), [("en", "Create structured output"), ("zh-hans", "创建结构化输出")])
def test_operations_are_called_by_their_titles(people, language, title):
    run = recorded(people.person)
    Run.objects.filter(pk=recorded(people.person).pk).update(operation="gone/away")
    headers = {"Accept-Language": language}
    for address in (reverse("history:run_list") + "?group=operation", reverse("history:run_list")):
        page = people.owner.get(address, headers=headers).content.decode()
        assert f">{title}</" in page and ">gone/away</" in page
    assert f">{title}</a>" in people.owner.get(f"/history/{run.pk}/", headers=headers).content.decode()


def test_retention_is_chosen_and_refused(people):
    address = reverse("history:retention_choose")
    made = [recorded(people.person) for _ in range(3)]
    refused = people.owner.post(address, {"runs": "many", "days": "7"})
    assert refused.status_code == 422 and 'value="many"' in refused.content.decode() and Run.objects.count() == 3
    assert people.owner.post(address, {"runs": "1", "days": "", "megabytes": ""}).status_code == 302
    assert list(Run.objects.all()) == [made[2]]
    assert 'name="runs" value="1"' in people.owner.get(address).content.decode()
    for other in people.others:
        assert 'name="runs" value=""' in other.get(address).content.decode()
        assert other.post(address, {"runs": "1"}).status_code == 302


# Content


def content(people, body, content_type, query="", **headers):
    run = recorded(people.person, body, content_type)
    return people.owner.get(reverse("history:content_read", args=[run.pk]) + query, headers=headers)


@pytest.mark.parametrize(
    ("body", "content_type", "served", "disposition"),
    [
        (PNG, "image/png", "image/png", "inline"),
        (PNG, "text/html", "image/png", "inline"),
        (MP3, "audio/mpeg", "audio/mpeg", "inline"),
        (b"<script>alert(1)</script>", "text/html", "text/html; charset=utf-8", "inline"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml", "image/svg+xml", "inline"),
        (b'{"a": 1}', "application/json", "application/octet-stream", "attachment"),
        (b"alert(1)", "text/javascript", "application/octet-stream", "attachment"),
        (b"<?xml version='1.0'?><x/>", "application/xml", "application/octet-stream", "attachment"),
        (b"", "text/html", "text/html; charset=utf-8", "inline"),
    ],
)
def test_content_is_served_where_nothing_in_it_can_run(people, body, content_type, served, disposition):
    response = content(people, body, content_type)
    assert response.content == body
    assert response.headers["Content-Type"] == served
    assert response.headers["Content-Disposition"].partition(";")[0] == disposition
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    policy = response.headers["Content-Security-Policy"].split("; ")
    assert {"sandbox", "default-src 'none'", "img-src data:", "style-src 'unsafe-inline'"} <= set(policy)


def test_a_document_is_shown_in_a_frame_of_ours_and_loads_nothing(people):
    response = content(people, b"%PDF-1.7\x00<script>", "text/html")
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    policy = set(response.headers["Content-Security-Policy"].split("; "))
    assert policy == {"default-src 'none'", "style-src 'unsafe-inline'", "frame-ancestors 'self'"}


@pytest.mark.parametrize(
    ("url", "body", "content_type", "name"),
    [
        ("https://a.example/v1/chat/completions", b"{}", "application/json", "completions.json"),
        ("https://a.example/files/report.pdf", b"%PDF-1.7\x00", "application/pdf", "report.pdf"),
        ("https://a.example/", PNG, "image/png", "response.png"),
        ("https://a.example/x/%2e%2e%2fetc", b"x\n", "text/plain", "etc.txt"),
        ("https://a.example/speech", MP3, "audio/mpeg", "speech.mp3"),
        ("https://a.example/%22%0d%0aX", b"\x00\x01", "", "X.bin"),
    ],
)
def test_download_has_a_sensible_name(people, url, body, content_type, name):
    run = recorded(people.person, body, content_type, spec=RequestSpec("GET", url))
    response = people.owner.get(reverse("history:content_read", args=[run.pk]) + "?download=1")
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response.content == body


@pytest.mark.parametrize(
    ("asked", "status", "span"),
    [
        ("bytes=0-1", 206, (0, 2)),
        ("bytes=70-", 206, (70, 74)),
        ("bytes=-4", 206, (70, 74)),
        ("bytes=0-", 206, (0, 74)),
        ("bytes=0-9999", 206, (0, 74)),
        ("bytes=900-", 416, None),
        ("bytes=0-1,4-5", 200, None),
        ("lines=1", 200, None),
    ],
)
def test_players_seek_by_ranges(people, asked, status, span):
    assert len(MP3) == 74
    response = content(people, MP3, "audio/mpeg", Range=asked)
    assert response.status_code == status
    if span:
        assert response.headers["Content-Range"] == f"bytes {span[0]}-{span[1] - 1}/74"
        assert response.content == MP3[slice(*span)]
    else:
        assert response.content == (MP3 if status == 200 else b"")


@pytest.mark.parametrize(
    "query", ["", "?view=raw&at=x", "?view=pretty&at=9999999", "?view=frames&at=-1", "?view=nonsense"]
)
def test_pages_of_content_from_anywhere(people, query):
    run = recorded(people.person)
    assert people.owner.get(reverse("history:content_page", args=[run.pk]) + query).status_code == 200


def test_har_of_a_run(people):
    run = recorded(people.person)
    response = people.owner.get(reverse("history:har_read", args=[run.pk]))
    entry = json.loads(response.getvalue())["log"]["entries"][0]
    assert entry["response"]["status"] == 200 and entry["request"]["method"] == "POST"
    assert response.headers["Content-Disposition"].endswith('.har"')


# Sending again


def test_run_again_is_a_run_of_its_own(people, monkeypatch):
    run = recorded(people.person)
    fragment = people.owner.post(reverse("runs:run_repeat", args=[run.pk]), headers=HTMX).content.decode()
    again = Run.objects.exclude(pk=run.pk).get()
    assert again.state == Run.State.PENDING and str(again.pk) in fragment and 'data-run-state="running"' in fragment
    assert history.spec_of(again) == history.spec_of(run) and again.operation == run.operation


def test_without_a_script_a_run_is_waited_for(people, monkeypatch):
    run = recorded(people.person)
    waited = []
    monkeypatch.setattr(runs, "perform_to_end", lambda again, *_: waited.append(again))
    response = people.owner.post(reverse("runs:run_repeat", args=[run.pk]))
    assert response.status_code == 302 and response.url == reverse("history:run_read", args=[waited[0].pk])


def test_what_stands_behind_the_first_view_comes_by_itself(people):
    run = recorded(people.person, b'{"a": 1}')
    address = reverse("history:rest_read", args=[run.pk])
    rest = people.owner.get(address, headers=HTMX).content.decode()
    whole = people.owner.get(reverse("history:run_read", args=[run.pk])).content.decode()
    for view in ("tree", "raw", "headers", "timing"):
        assert f'data-view="{view}"' in rest and f'data-view="{view}"' in whole
    assert 'data-view="pretty"' not in rest and 'data-view="pretty"' in whole
    assert f'data-testid="history-item" data-run="{run.pk}"' in rest
    assert "history-item" not in people.owner.get(f"{address}?alone=1", headers=HTMX).content.decode()
    assert people.owner.get(address).headers["Location"] == reverse("history:run_read", args=[run.pk])
    for other in people.others:
        assert other.get(address, headers=HTMX).status_code == 404
