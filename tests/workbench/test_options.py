"""How a run is to be sent, as the form says it: redirects, certificates, time."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from playground.history.models import Run
from tests.forms import fields
from tests.transport.test_tls import Authority
from tests.transport.upstream import answer, upstream

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalog")]

SEND = "/try/create-structured-output/send/"


@pytest.fixture
def form(client: Client, settings) -> dict[str, Any]:
    settings.PLAYGROUND_ALLOW_NETWORKS = ["127.0.0.0/8"]
    return {**fields(client.get("/").content.decode()), "server": "custom", "body_type": "none", "send_anyway": "1"}


def send(client: Client, form: dict[str, Any], url: str) -> Any:
    """As without JavaScript: sent to its end, and shown."""
    response = client.post(SEND, {**form, "url": url}, follow=True)
    return response.content.decode(), response.status_code


def box(page: str, name: str) -> bool:
    """Whether a box is ticked; it must be there."""
    (tag,) = re.findall(rf'<input type="checkbox" name="{re.escape(name)}"[^>]*>', page)
    return " checked" in tag


def test_the_usual_is_to_follow_and_to_check(client: Client, form) -> None:
    page = client.get("/").content.decode()
    assert box(page, "option.follow_redirects") and not box(page, "option.verify_tls")
    assert 'class="run-options">' in page  # closed
    with upstream(answer(b"hello")) as server:
        _, status = send(client, form, server.origin)
    assert status == 200
    assert set(Run.objects.get().content.options) == {"mock_base"}


def test_redirects_are_left_alone_where_the_box_is_not_ticked(client: Client, form) -> None:
    form.pop("option.follow_redirects")
    with upstream(answer(b"", "Location: /elsewhere", status="302 Found")) as server:
        page, _ = send(client, form, server.origin)
        assert len(server.requests) == 1
    assert Run.objects.get().status == 302
    assert not box(page, "option.follow_redirects")  # the form of the run is as it was


def test_a_form_without_the_section_says_nothing_of_redirects(client: Client, form) -> None:
    form.pop("option.follow_redirects")
    form.pop("options")
    with upstream(behaviour=_one_redirect) as server:
        send(client, form, server.origin)
    assert Run.objects.get().status == 200


def _one_redirect(caller) -> None:
    redirect = answer(b"", "Location: /end", status="302 Found")
    caller.send(redirect if caller.path == "/" else answer(b"end"))


def test_an_untrusted_certificate_is_accepted_for_one_run_and_marked(client: Client, form, tmp_path) -> None:
    with upstream(answer(b"hello"), context=Authority(tmp_path).context("localhost")) as server:
        page, _ = send(client, form, server.origin)
        assert 'data-code="certificate_untrusted"' in page
        page, _ = send(client, {**form, "option.verify_tls": "0"}, server.origin)
        run = Run.objects.first()
        assert run is not None and (run.status, run.content.connection["verified"]) == (200, False)
        assert 'class="notice danger" role="alert">The certificate' in page
        assert not box(page, "option.verify_tls")  # the next one checks again
        again = client.post(f"/runs/{run.pk}/repeat", follow=True).content.decode()
        assert 'data-code="certificate_untrusted"' in again


def test_the_time_limit_is_that_of_the_form_within_that_of_the_site(client: Client, form, settings) -> None:
    with upstream(30.0) as server:
        page, _ = send(client, {**form, "option.timeout_s": "0,3"}, server.origin)
    assert 'data-code="total_timed_out"' in page
    assert fields(page)["option.timeout_s"] == ["0.3"]
    settings.PLAYGROUND_TOTAL_SECONDS = 50
    page, status = send(client, {**form, "option.timeout_s": "51"}, server.origin)
    assert status == 422 and "PLAYGROUND_TOTAL_SECONDS" in page
    assert Run.objects.count() == 1


@pytest.mark.parametrize("text", ["soon", "0", "-3", "nan", "inf"])
def test_a_time_that_is_none_is_said_and_nothing_is_lost(client: Client, form, text: str) -> None:
    page, status = send(client, {**form, "option.timeout_s": text}, "http://127.0.0.1:8080/")
    assert status == 422 and "not a number of seconds" in page
    assert fields(page)["option.timeout_s"] == [text]
    assert not Run.objects.exists()
