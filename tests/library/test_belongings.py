"""What a guest saved comes along into an account, and nothing of either is lost."""

from __future__ import annotations

import pytest

from playground.accounts.models import Person
from playground.core.messages import RequestSpec
from playground.library import drafts, services
from playground.library.belongings import BELONGINGS
from playground.library.models import Draft
from tests.library.test_tree import names, save

pytestmark = pytest.mark.django_db


def draft(person: Person, operation: str, url: str) -> Draft:
    state = {"request": services.document_of(RequestSpec("GET", url)), "mock_base": "", "options": {}}
    return drafts.put(person, operation, None, state, drafts.Page(writer=url))


def test_the_trees_stand_one_after_the_other() -> None:
    guest, person = Person.objects.create(), Person.objects.create()
    save(person, "mine")
    save(guest, "a", services.add_folder(guest, "F"))
    save(guest, "b")
    BELONGINGS.move(guest, person)
    assert names(person) == [("F", ["a"]), "mine", "b"]
    assert names(guest) == []


def test_a_draft_that_both_have_becomes_a_saved_request() -> None:
    guest, person = Person.objects.create(), Person.objects.create()
    draft(person, "one", "https://mine.example/")
    draft(guest, "one", "https://guest.example/")
    draft(guest, "two", "https://two.example/")
    BELONGINGS.move(guest, person)
    urls = {row.operation: row.request["url"] for row in Draft.objects.filter(person=person)}
    assert urls == {"one": "https://mine.example/", "two": "https://two.example/"}
    assert services.latest(person)[0].url == "https://guest.example/"


def test_all_of_it_is_taken_along() -> None:
    person = Person.objects.create()
    save(person, "mine")
    draft(person, "one", "https://draft.example/")
    files = {name: "".join(pieces) for name, pieces in BELONGINGS.files(person)}
    assert '"name": "mine"' in files["saved.playground.json"]
    assert "https://draft.example/" in files["drafts.json"]
