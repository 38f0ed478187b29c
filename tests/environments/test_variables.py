"""Variables of a person: encrypted where secret, and the road on which typed secrets become variables."""

from __future__ import annotations

from base64 import b64encode

import pytest

from playground.accounts.models import Person
from playground.core.messages import Credentials, FormBody, MultipartBody, Parameter, Part, RequestSpec, TextBody
from playground.core.variables import Scopes, Secret, resolve
from playground.environments.models import Variable
from playground.environments.services import (
    Documented,
    mock_layer,
    scopes_of,
    set_variable,
    variables_of,
    without_typed_secrets,
)


@pytest.mark.django_db
def test_a_secret_is_stored_in_no_spelling() -> None:
    person = Person.objects.create()
    set_variable(person, "KEY", "sk-hush-hush", secret=True)
    row = Variable.objects.get()
    assert "hush" not in row.stored
    assert b64encode(b"sk-hush-hush").decode() not in row.stored
    assert variables_of(person) == {"KEY": Secret("sk-hush-hush")}


@pytest.mark.django_db
def test_a_value_replaces_the_last_and_an_empty_one_forgets_it() -> None:
    person = Person.objects.create()
    set_variable(person, "a", "1", secret=False)
    set_variable(person, "a", "2", secret=True)
    assert variables_of(person) == {"a": Secret("2")}
    set_variable(person, "a", "", secret=True)
    assert variables_of(person) == {}


@pytest.mark.django_db
def test_a_stranger_sees_nothing() -> None:
    set_variable(Person.objects.create(), "a", "1", secret=False)
    assert variables_of(Person.objects.create()) == {}
    assert variables_of(None) == {}


@pytest.mark.django_db
def test_a_persons_own_value_is_stronger_than_that_of_the_mock() -> None:
    person = Person.objects.create()
    layer = mock_layer("http://h/mock/catalog/v1", "http://h/mock/")
    assert scopes_of(person, layer).shown("YOUR_API_KEY") == "mock-key"
    set_variable(person, "YOUR_API_KEY", "sk-own", secret=True)
    assert scopes_of(person, layer).revealed("YOUR_API_KEY") == "sk-own"
    assert scopes_of(person, layer).layers[1] == {}
    assert mock_layer("https://api.example.com/v1", "http://h/mock/") == {}


@pytest.mark.parametrize(
    ("spec", "kept", "value"),
    [
        (RequestSpec(headers=(Parameter("authorization", "Bearer sk-1"),)), "Bearer {{AUTHORIZATION}}", "sk-1"),
        (RequestSpec(headers=(Parameter("Authorization", "opaque"),)), "{{AUTHORIZATION}}", "opaque"),
        (RequestSpec(headers=(Parameter("X-API-Key", "k"),)), "{{X_API_KEY}}", "k"),
        (RequestSpec(query=(Parameter("key", "k"),)), "{{KEY}}", "k"),
        (RequestSpec(cookies=(Parameter("sid", "k"),)), "{{COOKIE_SID}}", "k"),
        (RequestSpec(auth=(Credentials("basic", "pw", "u"),)), "{{PASSWORD}}", "pw"),
        (RequestSpec(query=(Parameter("client_secret", "k"),)), "{{CLIENT_SECRET}}", "k"),
        (RequestSpec(body=FormBody((Parameter("password", "k"),))), "{{PASSWORD}}", "k"),
        (RequestSpec(body=MultipartBody((Part("api_key", "k"),))), "{{API_KEY}}", "k"),
        (
            RequestSpec(headers=(Parameter("Authorization", "Bearer k{{rest}}"),)),
            "Bearer {{AUTHORIZATION}}{{rest}}",
            "k",
        ),
        (RequestSpec(url="https://u:pw@a.test/"), "https://u:{{PASSWORD}}@a.test/", "pw"),
        (RequestSpec(url="https://a.test/?x=1&key=k"), "https://a.test/?x=1&key={{KEY}}", "k"),
    ],
)
def test_what_is_typed_in_full_becomes_a_variable(spec: RequestSpec, kept: str, value: str) -> None:
    changed, taken = without_typed_secrets(spec)
    assert kept in repr(changed)
    assert list(taken.values()) == [value]
    assert without_typed_secrets(changed) == (changed, {})


def test_two_secrets_of_one_name_get_two_variables() -> None:
    spec = RequestSpec(headers=(Parameter("Cookie", "a=1"), Parameter("Cookie", "b=2"), Parameter("Cookie", "a=1")))
    changed, taken = without_typed_secrets(spec)
    assert taken == {"COOKIE": "a=1", "COOKIE_2": "b=2"}
    assert [row.value for row in changed.headers] == ["{{COOKIE}}", "{{COOKIE_2}}", "{{COOKIE}}"]


def test_a_name_that_stands_for_another_value_is_not_used_again() -> None:
    spec = RequestSpec(headers=(Parameter("Authorization", "Bearer sk-2"),))
    assert without_typed_secrets(spec, {"AUTHORIZATION": Secret("sk-1")})[1] == {"AUTHORIZATION_2": "sk-2"}
    assert without_typed_secrets(spec, {"AUTHORIZATION": Secret("sk-2")})[1] == {"AUTHORIZATION": "sk-2"}
    assert without_typed_secrets(spec, {"AUTHORIZATION": None})[1] == {"AUTHORIZATION_2": "sk-2"}


def test_a_key_takes_the_name_that_the_documentation_has_for_it() -> None:
    spec = RequestSpec(headers=(Parameter("Authorization", "Bearer sk-2"),))
    changed, taken = without_typed_secrets(spec, {}, Documented({"authorization": "YOUR_API_KEY"}))
    assert taken == {"YOUR_API_KEY": "sk-2"}
    assert changed.headers[0].value == "Bearer {{YOUR_API_KEY}}"


def test_a_documented_password_becomes_a_variable_wherever_it_stands() -> None:
    body = TextBody('{"user": "u", "login": {"pin": "a\\"b"}, "kept": "{{X}}"}', "application/json")
    spec = RequestSpec(query=(Parameter("Pin", "1234"),), body=body)
    documented = Documented(rows=frozenset({"pin"}), pointers=("/login/pin", "/kept", "/absent"))
    changed, taken = without_typed_secrets(spec, {}, documented)
    assert taken == {"PIN": "1234", "PIN_2": 'a\\"b'}
    assert changed.body == TextBody('{"user": "u", "login": {"pin": "{{PIN_2}}"}, "kept": "{{X}}"}', "application/json")
    scopes = Scopes(({name: Secret(value) for name, value in taken.items()},))
    assert resolve(changed, scopes, reveal=True).body == body


@pytest.mark.parametrize("name", ["model", "tokens", "max_tokens", "keyword", "X-Token-Count", "monkey", "Accept"])
def test_a_name_that_says_nothing_of_a_secret_is_left_alone(name: str) -> None:
    spec = RequestSpec(headers=(Parameter(name, "1"),), query=(Parameter(name, "1"),))
    assert without_typed_secrets(spec) == (spec, {})
