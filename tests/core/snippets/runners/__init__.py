"""The languages that can be run: one line for each."""

from __future__ import annotations

from tests.core.snippets.runners import (
    browser,
    c,
    clojure,
    cmd,
    csharp,
    go,
    http,
    java,
    kotlin,
    node,
    objc,
    ocaml,
    perl,
    php,
    python,
    r,
    ruby,
    rust,
    shell,
)
from tests.core.snippets.runners.base import Runner

RUNNERS: tuple[Runner, ...] = (
    browser.RUNNER,
    c.RUNNER,
    clojure.RUNNER,
    cmd.RUNNER,
    csharp.RUNNER,
    go.RUNNER,
    http.RUNNER,
    java.RUNNER,
    kotlin.RUNNER,
    node.RUNNER,
    objc.RUNNER,
    ocaml.RUNNER,
    perl.RUNNER,
    php.RUNNER,
    python.RUNNER,
    r.RUNNER,
    ruby.RUNNER,
    rust.RUNNER,
    shell.RUNNER,
)

#: Targets that are parsed and not run, and why.
NOT_RUN: dict[str, str] = {
    "shell_curl_cmd": "Windows alone has cmd.exe: a model of it makes the arguments with which curl is run.",
    "shell_powershell": "Debian has no PowerShell.",
    "dart_io": "Debian has no Dart.",
    "swift_urlsession": "Debian has no Swift.",
    "dart_http": "Debian has no Dart.",
}


def runners_of(target: str) -> list[Runner]:
    return [runner for runner in RUNNERS if target in runner.targets]


def runner_of(target: str) -> Runner | None:
    return next(iter(runners_of(target)), None)
