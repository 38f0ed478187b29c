"""The tree of what is saved, by plain requests: what a browser without JavaScript does."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from playground.accounts.models import Person
from playground.core.messages import Parameter, RequestSpec
from playground.library import services
from playground.library.models import Folder, SavedRequest
from tests.people import People, people

pytestmark = pytest.mark.django_db

SPEC = RequestSpec("GET", "https://api.example.com/v1/models", query=(Parameter("q", "1"),))


@pytest.fixture
def them() -> People:
    return people()


def save(person: Person, name: str, folder: Folder | None = None) -> SavedRequest:
    return services.save_request(person, SPEC, name=name, folder=folder)


def names(person: Person) -> Any:
    """The tree as names: a folder is a pair."""

    def drawn(node: services.Node) -> list[Any]:
        return [(child.folder.name, drawn(child)) for child in node.folders if child.folder] + [
            saved.name for saved in node.requests
        ]

    return drawn(services.tree_of(person))


def page(client: Client) -> str:
    return client.get("/library/").content.decode()


def test_nobody_has_anything_at_first_and_nobody_comes_into_being_by_looking(client: Client, db: None) -> None:
    assert "Nothing is saved yet" in page(client)
    assert Person.objects.count() == 0


def test_a_folder_is_added_renamed_and_moved(them: People) -> None:
    them.owner.post("/library/new", {"name": "  My   API "})
    outer = Folder.objects.get()
    assert outer.name == "My API"
    them.owner.post("/library/new", {"name": "Chat", "parent": str(outer.pk)})
    inner = Folder.objects.get(name="Chat")
    answer = them.owner.post(f"/library/folders/{inner.pk}/", {"name": "Talk", "note": "n", "folder": ""})
    assert answer.status_code == 302
    assert names(them.person) == [("My API", []), ("Talk", [])]


def test_what_is_ordered_by_buttons_stays_so(them: People) -> None:
    rows = [save(them.person, name) for name in "abc"]
    them.owner.post(f"/library/requests/{rows[2].pk}/move", {"direction": "up"})
    assert names(them.person) == ["a", "c", "b"]
    them.owner.post(f"/library/requests/{rows[0].pk}/move", {"direction": "down"})
    them.owner.post(f"/library/requests/{rows[2].pk}/move", {"direction": "up"})
    assert names(them.person) == ["c", "a", "b"]


def test_what_is_dragged_comes_to_stand_before_another_or_last(them: People) -> None:
    rows = [save(them.person, name) for name in "abc"]
    folder = services.add_folder(them.person, "F")
    them.owner.post(f"/library/requests/{rows[2].pk}/move", {"folder": "", "before": str(rows[0].pk)})
    assert names(them.person) == [("F", []), "c", "a", "b"]
    for row in rows[:2]:
        them.owner.post(f"/library/requests/{row.pk}/move", {"folder": str(folder.pk), "before": ""})
    them.owner.post(f"/library/requests/{rows[2].pk}/move", {"folder": str(folder.pk), "before": str(rows[1].pk)})
    assert names(them.person) == [("F", ["a", "c", "b"])]


def test_a_folder_cannot_stand_in_itself_or_too_deep(them: People) -> None:
    folders = [services.add_folder(them.person, "0")]
    for depth in range(1, services.MAX_DEPTH):
        folders.append(services.add_folder(them.person, str(depth), folders[-1]))
    into_itself = them.owner.post(f"/library/folders/{folders[0].pk}/move", {"folder": str(folders[2].pk)})
    assert into_itself.status_code == 422
    assert "cannot stand in itself" in into_itself.content.decode()
    assert them.owner.post("/library/new", {"name": "x", "parent": str(folders[-1].pk)}).status_code == 422
    pair = services.add_folder(them.person, "pair")
    services.add_folder(them.person, "inner", pair)
    too_deep = them.owner.post(f"/library/folders/{pair.pk}/move", {"folder": str(folders[-2].pk)})
    assert too_deep.status_code == 422
    fits = them.owner.post(f"/library/folders/{pair.pk}/move", {"folder": str(folders[-3].pk)})
    assert fits.status_code == 302


def test_a_copy_stands_beside_its_original_with_everything(them: People) -> None:
    folder = services.add_folder(them.person, "F")
    inner = services.add_folder(them.person, "I", folder)
    row, _last = save(them.person, "a", inner), save(them.person, "b", inner)
    them.owner.post(f"/library/requests/{row.pk}/duplicate")
    them.owner.post(f"/library/folders/{folder.pk}/duplicate")
    inside = ("I", ["a", "a (copy)", "b"])
    assert names(them.person) == [("F", [inside]), ("F (copy)", [inside])]
    assert SavedRequest.objects.filter(name="a").last().spec() == SPEC


def test_what_was_deleted_is_taken_back_to_its_place(them: People) -> None:
    folder = services.add_folder(them.person, "F")
    rows = [save(them.person, name, folder) for name in "abc"]
    answer = them.owner.post(f"/library/requests/{rows[1].pk}/delete", follow=True)
    assert "“b” was deleted." in answer.content.decode()
    assert names(them.person) == [("F", ["a", "c"])]
    them.owner.post(f"/library/folders/{folder.pk}/delete")
    assert names(them.person) == []
    them.owner.post(f"/library/requests/{rows[1].pk}/restore")
    assert names(them.person) == ["b"]
    them.owner.post(f"/library/folders/{folder.pk}/restore")
    assert names(them.person) == [("F", ["a", "c"]), "b"]


def test_what_was_deleted_long_ago_is_forgotten(them: People) -> None:
    row = save(them.person, "a")
    services.delete(row)
    SavedRequest.objects.update(deleted=row.created - 2 * services.KEPT_DELETED)
    services.tend(them.person)
    assert not SavedRequest.objects.exists()


def test_htmx_gets_the_tree_alone(them: People) -> None:
    row = save(them.person, "a")
    answer = them.owner.post(f"/library/requests/{row.pk}/delete", HTTP_HX_REQUEST="true").content.decode()
    assert answer.lstrip().startswith('<div id="library-tree"')
    assert "Undo" in answer


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '" onmouseover="x', "{{ 7|add:7 }}", "\0 null", "\ud800"]
)
def test_a_name_and_a_note_are_text_and_nothing_else(them: People, text: str) -> None:
    folder = services.add_folder(them.person, text, note=text)
    row = services.save_request(them.person, SPEC, name=text, note=text, folder=folder)
    services.add_response(row, {"response": {"status": 200, "statusText": text, "headers": []}}, text)
    services.delete(services.add_folder(them.person, text))
    for url in ("/library/", f"/library/requests/{row.pk}/", f"/library/folders/{folder.pk}/"):
        shown = them.owner.get(url).content.decode()
        assert "<script>alert" not in shown
        assert 'mouseover="x' not in shown
        assert "14" not in shown.split("library-head")[1].split("</h1>")[0]


def test_what_is_too_much_is_refused_in_words(them: People, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "MAX_REQUESTS", 1)
    monkeypatch.setattr(services, "MAX_FOLDERS", 1)
    row = save(them.person, "a")
    assert them.owner.post(f"/library/requests/{row.pk}/duplicate").status_code == 422
    services.add_folder(them.person, "F")
    answer = them.owner.post("/library/new", {"name": "G"})
    assert answer.status_code == 422
    assert "at most" in answer.content.decode()


ADDRESSES = (
    ("get", "/library/folders/{folder}/"),
    ("post", "/library/folders/{folder}/"),
    ("post", "/library/folders/{folder}/move"),
    ("post", "/library/folders/{folder}/duplicate"),
    ("post", "/library/folders/{folder}/delete"),
    ("post", "/library/folders/{folder}/restore"),
    ("get", "/library/folders/{folder}/export/playground_json"),
    ("get", "/library/requests/{saved}/"),
    ("post", "/library/requests/{saved}/"),
    ("post", "/library/requests/{saved}/move"),
    ("post", "/library/requests/{saved}/duplicate"),
    ("post", "/library/requests/{saved}/delete"),
    ("post", "/library/requests/{saved}/restore"),
    ("get", "/library/requests/{saved}/responses/{response}/"),
    ("post", "/library/requests/{saved}/responses/{response}/delete"),
)


@pytest.mark.parametrize(("method", "address"), ADDRESSES, ids=lambda value: value.rpartition("}")[2] or value)
def test_what_is_somebody_elses_is_not_there(them: People, method: str, address: str) -> None:
    folder = services.add_folder(them.person, "F")
    saved = save(them.person, "a", folder)
    entry = {"response": {"status": 200, "statusText": "OK", "headers": [], "content": {}}}
    response = services.add_response(saved, entry)
    url = address.format(folder=folder.pk, saved=saved.pk, response=response.pk)
    for other in them.others:
        assert getattr(other, method)(url).status_code == 404
    assert names(them.person) == [("F", ["a"])]
    assert getattr(them.owner, method)(url).status_code in {200, 302}


def test_nothing_of_mine_goes_into_what_is_somebody_elses(them: People) -> None:
    theirs = services.add_folder(Person.objects.create(), "theirs")
    mine = save(them.person, "a")
    assert them.owner.post(f"/library/requests/{mine.pk}/move", {"folder": str(theirs.pk)}).status_code == 404
    assert them.owner.post(f"/library/requests/{mine.pk}/", {"name": "a", "folder": str(theirs.pk)}).status_code == 404
    assert them.owner.post("/library/new", {"name": "x", "parent": str(theirs.pk)}).status_code == 404
    shown = them.owner.get(f"/library/?deleted=folders:{theirs.pk}").content.decode()
    assert "theirs" not in shown


@pytest.mark.parametrize("kind", ["runs", "tags"])
def test_another_kind_is_not_there(them: People, kind: str) -> None:
    row = save(them.person, "a")
    assert them.owner.get(f"/library/{kind}/{row.pk}/").status_code == 404
