"""Secrets at rest: sealed, bound to their keys, and wrapped anew when a key is replaced."""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from pathlib import Path

import pytest
from django.core.management import call_command

from playground.accounts.models import Person
from playground.core.variables import Secret
from playground.environments import sealing
from playground.environments.models import Variable
from playground.environments.services import Choice, scopes_of, set_variable, variables_of


@pytest.fixture
def key_file(settings, tmp_path: Path) -> Path:
    path = tmp_path / "key"
    path.write_text("k" * 50)
    settings.PLAYGROUND_KEY_FILE = path
    return path


def test_the_same_text_is_sealed_differently_each_time(key_file: Path) -> None:
    one, two = sealing.seal("sk-hush"), sealing.seal("sk-hush")
    assert one.split(".")[2:] != two.split(".")[2:]
    assert sealing.unseal(one) == sealing.unseal(two) == "sk-hush"
    assert not re.search("hush|aHVzaA", one)


@pytest.mark.parametrize("part", [1, 2, 3])
def test_what_was_tampered_with_does_not_open(key_file: Path, part: int) -> None:
    parts = sealing.seal("sk-hush").split(".")
    content = bytearray(urlsafe_b64decode(parts[part]))
    content[-1] ^= 1
    parts[part] = urlsafe_b64encode(bytes(content)).decode()
    with pytest.raises(sealing.CannotOpen):
        sealing.unseal(".".join(parts))


@pytest.mark.parametrize("sealed", ["", "plain", "v1.a.b", "v2.a.b.c", "v1.id.%%.x"])
def test_what_was_never_sealed_does_not_open(key_file: Path, sealed: str) -> None:
    with pytest.raises(sealing.CannotOpen):
        sealing.unseal(sealed)


@pytest.mark.parametrize("text", ["", "秘密", "\ud800 half", "x" * 100_000])
def test_any_text_comes_back(key_file: Path, text: str) -> None:
    assert sealing.unseal(sealing.seal(text)) == text
    assert sealing.unseal(sealing.seal(text, "session"), "session") == text


def test_a_second_key_is_needed_where_it_was_given(key_file: Path) -> None:
    sealed = sealing.seal("sk-hush", "of this session")
    with pytest.raises(sealing.CannotOpen):
        sealing.unseal(sealed, "of another")


@pytest.mark.django_db
def test_another_key_of_the_installation_opens_nothing(key_file: Path) -> None:
    person = Person.objects.create()
    set_variable(person, "a", "1", secret=True)
    key_file.write_text("other" * 10)
    assert variables_of(person) == {}


@pytest.mark.django_db
def test_rotation_wraps_every_key_anew_and_touches_no_value(key_file: Path, capsys) -> None:
    person = Person.objects.create()
    set_variable(person, "a", "sk-hush", secret=True)
    set_variable(person, "b", "plain", secret=False)
    set_variable(person, "c", "sk-brief", secret=True, session_key="browser")
    before = Variable.objects.get(name="a").stored
    call_command("rotate_keys")
    after = Variable.objects.get(name="a").stored
    assert after.split(".")[1] != before.split(".")[1]
    assert after.split(".")[3] == before.split(".")[3]
    assert len(key_file.read_text().split()) == 2
    call_command("rotate_keys", "--forget")
    assert len(key_file.read_text().split()) == 1
    assert variables_of(person, Choice(session_key="browser")) == {
        "a": Secret("sk-hush"),
        "b": "plain",
        "c": Secret("sk-brief"),
    }
    with pytest.raises(sealing.CannotOpen):
        sealing.unseal(before)
    assert "2 secrets are under the new key" in capsys.readouterr().out


@pytest.mark.django_db
def test_rotation_says_what_it_could_not_open(key_file: Path, capsys) -> None:
    set_variable(Person.objects.create(), "a", "sk-hush", secret=True)
    key_file.write_text("another" * 10)
    call_command("rotate_keys", "--keep")
    said = capsys.readouterr()
    assert "0 secrets are under" in said.out
    assert "1 secrets open with no key" in said.err


@pytest.mark.django_db
def test_an_ephemeral_secret_opens_in_its_browser_session_alone() -> None:
    person = Person.objects.create()
    set_variable(person, "KEY", "sk-brief", secret=True, session_key="this")
    assert scopes_of(person, choice=Choice(session_key="this")).revealed("KEY") == "sk-brief"
    assert scopes_of(person, choice=Choice(session_key="other")).get("KEY") is None
    assert scopes_of(person).get("KEY") is None
    row = Variable.objects.get()
    assert row.is_ephemeral
    with pytest.raises(sealing.CannotOpen):  # the key of the installation is not enough
        sealing.unseal(row.stored, "other")
