"""Names in braces: found, looked up by scope, filled; secrets print nothing."""

from __future__ import annotations

from playground.core.messages import BinaryBody, FormBody, Parameter, RequestSpec, TextBody
from playground.core.variables import Scopes, Secret, missing, names, outside_variables, resolve, substitute

SPEC = RequestSpec(
    "POST",
    "{{base}}/x",
    headers=(Parameter("Authorization", "Bearer {{ KEY }}"), Parameter("off", "{{unused}}", enabled=False)),
    body=TextBody('{"a": "{{a.b-c}} {{KEY}}", "python": "{{ not a name }}", "dict": {"x": {}}}'),
)


def test_names_are_found_once_in_order_and_not_in_rows_that_are_off() -> None:
    assert names(SPEC) == ("base", "KEY", "a.b-c")


def test_an_argument_that_does_not_end_belongs_to_no_name() -> None:
    assert names(RequestSpec("GET", "{{$base64 {{}}")) == ()
    assert substitute("{{$base64 {{} {{a}}", {"a": "b"}.get) == "{{$base64 {{} b"


def test_the_strongest_scope_answers() -> None:
    scopes = Scopes(({"base": "http://weak.test"}, {"base": "http://strong.test"}))
    assert resolve(SPEC, scopes).url == "http://strong.test/x"
    assert missing(SPEC, scopes) == ("KEY", "a.b-c")


def test_a_secret_is_filled_only_when_revealed_and_never_prints_itself() -> None:
    scopes = Scopes(({"KEY": Secret("hush")},))
    assert resolve(SPEC, scopes).headers[0].value == "Bearer {{ KEY }}"
    assert resolve(SPEC, scopes, reveal=True).headers[0].value == "Bearer hush"
    assert "hush" not in f"{Secret('hush')} {Secret('hush')!r} {scopes!r}"
    assert scopes.secrets() == {"hush"}


def test_what_was_filled_in_is_not_searched_again() -> None:
    scopes = Scopes(({"base": "{{KEY}}", "KEY": "x"},))
    assert resolve(SPEC, scopes).url == "{{KEY}}/x"


def test_bytes_are_left_alone() -> None:
    spec = RequestSpec(body=BinaryBody(b"{{a}}"))
    assert resolve(spec, Scopes(({"a": "1"},))) == spec
    assert names(spec) == ()


def test_rows_keep_their_order_and_state() -> None:
    spec = RequestSpec(body=FormBody((Parameter("{{n}}", "1", enabled=False), Parameter("b", "{{n}}"))))
    filled = resolve(spec, Scopes(({"n": "x"},)))
    assert filled.body == FormBody((Parameter("x", "1", enabled=False), Parameter("b", "x")))


def test_encoding_goes_around_names() -> None:
    assert outside_variables("a b{{n}} c", lambda text: text.replace(" ", "+")) == "a+b{{n}}+c"
