"""The list of targets, in the order in which people see them."""

from __future__ import annotations

from collections.abc import Iterable

from playground.core.errors import UnknownKey
from playground.core.snippets.base import Draft, Target
from playground.core.snippets.targets import (
    c_libcurl,
    clojure_cljhttp,
    csharp_httpclient,
    dart_http,
    dart_io,
    go_nethttp,
    http_message,
    java_nethttp,
    java_okhttp,
    javascript_anthropic,
    javascript_axios,
    javascript_fetch,
    javascript_google_genai,
    javascript_openai,
    javascript_xhr,
    kotlin_okhttp,
    node_axios,
    node_fetch,
    node_http,
    objc_nsurlsession,
    ocaml_cohttp,
    perl_lwp,
    php_curl,
    php_guzzle,
    python_aiohttp,
    python_anthropic,
    python_google_genai,
    python_http_client,
    python_httpx,
    python_openai,
    python_requests,
    r_httr,
    r_httr2,
    ruby_faraday,
    ruby_nethttp,
    rust_reqwest,
    shell_curl,
    shell_curl_cmd,
    shell_httpie,
    shell_powershell,
    shell_wget,
    swift_urlsession,
)

#: The languages of the documentation page, then those for people who want more.
LANGUAGES = (
    "shell",
    "javascript",
    "java",
    "swift",
    "go",
    "php",
    "python",
    "http",
    "c",
    "csharp",
    "objc",
    "ruby",
    "ocaml",
    "dart",
    "r",
    "node",
    "kotlin",
    "rust",
    "clojure",
    "perl",
)

#: One line for each target; within a language the default first.
_LISTED: tuple[Target, ...] = (
    # shell
    shell_curl.TARGET,
    shell_httpie.TARGET,
    shell_wget.TARGET,
    shell_curl_cmd.TARGET,
    shell_powershell.TARGET,
    # javascript
    javascript_fetch.TARGET,
    javascript_axios.TARGET,
    javascript_xhr.TARGET,
    javascript_openai.TARGET,
    javascript_anthropic.TARGET,
    javascript_google_genai.TARGET,
    # java
    java_nethttp.TARGET,
    java_okhttp.TARGET,
    # swift
    swift_urlsession.TARGET,
    # go
    go_nethttp.TARGET,
    # php
    php_curl.TARGET,
    php_guzzle.TARGET,
    # python
    python_requests.TARGET,
    python_httpx.TARGET,
    python_http_client.TARGET,
    python_aiohttp.TARGET,
    python_openai.TARGET,
    python_anthropic.TARGET,
    python_google_genai.TARGET,
    # http
    http_message.TARGET,
    # c
    c_libcurl.TARGET,
    # csharp
    csharp_httpclient.TARGET,
    # objc
    objc_nsurlsession.TARGET,
    # ruby
    ruby_nethttp.TARGET,
    ruby_faraday.TARGET,
    # ocaml
    ocaml_cohttp.TARGET,
    # dart
    dart_http.TARGET,
    dart_io.TARGET,
    # r
    r_httr2.TARGET,
    r_httr.TARGET,
    # node
    node_fetch.TARGET,
    node_axios.TARGET,
    node_http.TARGET,
    # kotlin
    kotlin_okhttp.TARGET,
    # rust
    rust_reqwest.TARGET,
    # clojure
    clojure_cljhttp.TARGET,
    # perl
    perl_lwp.TARGET,
)

TARGETS: tuple[Target, ...] = tuple(sorted(_LISTED, key=lambda target: LANGUAGES.index(target.language)))

_BY_KEY = {target.key: target for target in TARGETS}


#: Targets whose language has no toolchain on Debian: their code is parsed in the suite, and not run.
_PARSED = frozenset({"shell_curl_cmd", "shell_powershell", "swift_urlsession", "dart_http", "dart_io"})


def check_of(key: str) -> str:
    """How the code of a target is checked before a release: ``run`` or ``parsed``."""
    return "parsed" if key in _PARSED else "run"


def get(key: str) -> Target:
    """The target of that key.

    Raises ``UnknownKey``.
    """
    try:
        return _BY_KEY[key]
    except KeyError:
        raise UnknownKey(f"There is no snippet target {key!r}.", hint="GET /api/v1/targets lists them.") from None


def find(key: str) -> Target | None:
    """The target of that key; None where there is none."""
    return _BY_KEY.get(key)


_DEFAULTS = tuple(target for target in TARGETS if target.is_default)
_OF_LANGUAGE = {language: tuple(target for target in TARGETS if target.language == language) for language in LANGUAGES}


def defaults() -> tuple[Target, ...]:
    """The first client of each of the languages of the documentation page, in its order."""
    return _DEFAULTS


def languages() -> tuple[Target, ...]:
    """The first client of every language, those of the documentation page first."""
    return tuple(targets[0] for targets in _OF_LANGUAGE.values())


def of_language(language: str) -> tuple[Target, ...]:
    """The targets of a language, its default first; () for a language that is not known."""
    return _OF_LANGUAGE.get(language, ())


def offered(draft: Draft, among: Iterable[Target] = TARGETS) -> tuple[Target, ...]:
    """The targets that make sense for this request: all but the SDKs that cannot make it."""
    return tuple(target for target in among if target.suits is None or target.suits(draft))
