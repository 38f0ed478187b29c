"""The public functions: what they take, what they give, what they refuse; secrets, placeholders and warnings."""

from __future__ import annotations

import pytest
from pygments.lexers import get_lexer_by_name

from playground.core import snippets
from playground.core.errors import InvalidHar, UnknownKey
from playground.core.importers.formats import har
from playground.core.prepare import prepare
from playground.core.snippets import losses, registry
from playground.core.variables import Scopes, Secret
from tests.core.snippets.cases import CASES, START_PAGE

#: The tabs of the documentation page.
_DOCUMENTED = [
    *("shell", "javascript", "java", "swift", "go", "php", "python", "http"),
    *("c", "csharp", "objc", "ruby", "ocaml", "dart", "r"),
]


def test_the_defaults_are_the_tabs_of_the_documentation_in_their_order() -> None:
    assert [target.language for target in registry.defaults()] == _DOCUMENTED
    made = snippets.generate_all(har.load(START_PAGE.har))
    assert [snippet.language for snippet in made] == _DOCUMENTED


def test_a_snippet_names_its_target() -> None:
    snippet = snippets.generate_from_har(START_PAGE.har, "python_requests")
    assert (snippet.target, snippet.language, snippet.client) == ("python_requests", "python", "requests")
    assert snippet.warnings == ()


def test_what_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownKey):
        snippets.generate_from_har(START_PAGE.har, "cobol_gopher")
    with pytest.raises(InvalidHar):
        snippets.generate_from_har({"method": "GET"}, "python_requests")


def test_the_three_ways_in_give_the_same() -> None:
    spec = har.load(START_PAGE.har)
    made = snippets.generate_from_har(START_PAGE.har, "go_nethttp")
    assert snippets.generate(spec, "go_nethttp") == made
    assert snippets.generate(prepare(spec), "go_nethttp") == made
    assert snippets.generate_all(spec, ["go_nethttp"]) == (made,)


@pytest.mark.parametrize("target", registry.TARGETS, ids=lambda target: target.key)
def test_a_target_is_complete(target: snippets.Target) -> None:
    assert get_lexer_by_name(target.syntax)
    assert target.title and target.client and target.extension and not target.extension.startswith(".")
    assert target.key.split("_")[0] in {target.language, "node"} or target.language in {"shell", "csharp"}


@pytest.mark.parametrize("target", registry.TARGETS, ids=lambda target: target.key)
def test_no_request_is_refused_and_placeholders_stay(target: snippets.Target) -> None:
    for name, case in CASES.items():
        code = snippets.generate_from_har(case.har, target.key, variables="placeholders").code
        assert code.strip(), name
        assert ("YOUR_API_KEY" in code) == ("YOUR_API_KEY" in str(case.har)), name


def test_placeholders_are_written_as_they_were() -> None:
    code = snippets.generate_from_har(START_PAGE.har, "shell_curl", variables="placeholders").code
    assert "-H 'Authorization: Bearer {{YOUR_API_KEY}}'" in code


@pytest.mark.parametrize(
    ("target", "look_up"),
    [
        ("shell_curl", '"Authorization: Bearer $YOUR_API_KEY"'),
        ("shell_curl_cmd", '"Authorization: Bearer %YOUR_API_KEY%"'),
        ("shell_powershell", '"Bearer ${env:YOUR_API_KEY}"'),
        ("javascript_fetch", "`Bearer ${process.env.YOUR_API_KEY}`"),
        ("php_curl", "'Authorization: Bearer ' . getenv('YOUR_API_KEY')"),
        ("python_requests", '"Bearer " + os.environ["YOUR_API_KEY"]'),
        ("ruby_nethttp", '"Bearer #{ENV.fetch("YOUR_API_KEY")}"'),
        ("perl_lwp", "'Bearer ' . $ENV{YOUR_API_KEY}"),
        ("http_message", "Authorization: Bearer {{YOUR_API_KEY}}"),
    ],
)
def test_variables_are_looked_up_in_the_way_of_the_language(target: str, look_up: str) -> None:
    assert look_up in snippets.generate_from_har(START_PAGE.har, target).code


@pytest.mark.parametrize("target", registry.TARGETS, ids=lambda target: target.key)
def test_a_secret_is_in_no_code_unless_it_was_revealed(target: snippets.Target) -> None:
    scopes = Scopes(({"YOUR_API_KEY": Secret("sk-hidden-value")},))
    spec = har.load(START_PAGE.har)
    assert "sk-hidden-value" not in snippets.generate(spec, target.key, scopes=scopes).code
    revealed = snippets.generate(prepare(spec, scopes, reveal=True), target.key).code
    assert "sk-hidden-value" in revealed


def test_a_value_that_is_no_secret_is_written() -> None:
    scopes = Scopes(({"YOUR_API_KEY": "shown"},))
    assert "Bearer shown" in snippets.generate_from_har(START_PAGE.har, "python_requests", scopes=scopes).code


@pytest.mark.parametrize(
    ("name", "identifier"), [("api-key", "api_key"), ("a.b", "a_b"), ("$guid", "_guid"), ("ключ", "____")]
)
def test_names_become_identifiers(name: str, identifier: str) -> None:
    request = {"method": "GET", "url": "https://a.example/", "headers": [{"name": "X", "value": f"{{{{{name}}}}}"}]}
    assert f'os.environ["{identifier}"]' in snippets.generate_from_har(request, "python_requests").code


def test_a_warning_is_a_sentence_with_a_code() -> None:
    (warning,) = snippets.generate_from_har(CASES["get-with-body"].har, "javascript_fetch").warnings
    assert warning == "fetch cannot send a body with GET; the body is left out."
    assert isinstance(warning, losses.Loss)
    assert (warning.code, warning.parameters) == ("body_dropped", {"client": "fetch", "method": "GET"})
    assert losses.TEMPLATES[warning.code] % warning.parameters == warning


def test_what_preparation_could_not_take_is_said() -> None:
    codes = [
        warning.code for warning in snippets.generate_from_har(CASES["header-content-length"].har, "c_libcurl").warnings
    ]  # type: ignore[attr-defined]
    assert codes == ["content_length_computed"]


@pytest.mark.parametrize(
    ("name", "streams"),
    [
        ("stream-by-body", True),
        ("stream-by-accept", True),
        ("stream-by-query", True),
        ("stream-word-in-text", False),
        ("start-page", False),
    ],
)
def test_events_are_read_as_they_come_where_they_are_asked_for(name: str, streams: bool) -> None:
    assert ("iter_lines" in snippets.generate_from_har(CASES[name].har, "python_requests").code) == streams


def test_the_start_page_warns_of_nothing() -> None:
    offered = snippets.offered(har.load(START_PAGE.har))
    warned = {target.key: snippets.generate_from_har(START_PAGE.har, target.key).warnings for target in offered}
    assert {key: warnings for key, warnings in warned.items() if warnings} == {}


@pytest.mark.parametrize(
    ("host", "refused"),
    [("my_host.test", True), ("a.1st", True), ("a.test", False), ("127.0.0.1", False)]
    + [("[::1]:8080", False), ("xn--bcher-kva.test.", False), ("{{HOST}}", False)],
)
def test_a_host_name_that_java_refuses_is_said(host: str, refused: bool) -> None:
    request = {"method": "GET", "url": f"http://{host}/x"}
    warnings = snippets.generate_from_har(request, "java_nethttp").warnings
    assert [getattr(warning, "code", "") for warning in warnings] == (["host_refused"] if refused else [])
    assert snippets.generate_from_har(request, "java_okhttp").warnings == ()


def test_connect_becomes_a_request_where_the_client_would_ask_for_a_tunnel() -> None:
    snippet = snippets.generate_from_har({"method": "CONNECT", "url": "http://a.test/x"}, "java_nethttp")
    assert ".GET()" in snippet.code
    assert snippet.warnings == ("java.net.http cannot send the method CONNECT; the code uses GET.",)
