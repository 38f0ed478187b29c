"""The Dockerfile does what the Makefile does, and its own commands work.

No Docker is needed: the commands are run as they are.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from tests.site import ROOT, free_port
from tests.structure.dockerfile import Build, command_of, parse

STAGES = parse((ROOT / "Dockerfile").read_text())
LAST = STAGES[-1]
MAKEFILE = (ROOT / "Makefile").read_text()
#: What `make run` does once packages and editor are there.
PREPARATION = MAKEFILE[MAKEFILE.index("\n$(CHINESE).mo:") : MAKEFILE.index("# Tests")]


def _runs(name: str) -> list[str]:
    return next(stage for stage in STAGES if stage.name == name).values("RUN")


def test_the_image_is_built_in_stages_and_the_last_has_no_tools() -> None:
    assert [stage.name for stage in STAGES] == ["editor", "build", ""]
    assert all("pip" not in value and "npm" not in value for value in LAST.values("RUN"))


def test_it_does_not_run_as_root() -> None:
    words = [item.word for item in LAST.instructions]
    assert LAST.values("USER") == ["1000"]
    assert words.index("USER") > max(index for index, word in enumerate(words) if word in {"RUN", "COPY"})
    assert "useradd --uid 1000 " in LAST.values("RUN")[-1]
    assert "install -d -o playground /app/var" in LAST.values("RUN")[-1]


def test_the_port_and_the_folder_are_the_documented_ones() -> None:
    assert LAST.values("EXPOSE") == [LAST.environment["PORT"]] == ["8000"]
    assert LAST.values("VOLUME") == [LAST.environment["PLAYGROUND_VAR"]] == ["/app/var"]
    for name in ("README.md", "README.zh-CN.md"):
        assert "-p 8000:8000" in (ROOT / name).read_text()
        assert ":/app/var" in (ROOT / name).read_text()


def test_it_sends_to_public_addresses_alone() -> None:
    assert "PLAYGROUND_ALLOW_NETWORKS" not in (ROOT / "Dockerfile").read_text()


def test_static_files_lie_outside_the_volume() -> None:
    folder = LAST.environment["STATIC_ROOT"]
    assert not Path(folder).is_relative_to(LAST.environment["PLAYGROUND_VAR"])
    assert any(f"STATIC_ROOT={folder} " in value for value in _runs("build"))


def _plain(command: str) -> str:
    """A command without its options' spelling and its paths: ``$(BIN)/python`` is ``python``."""
    command = re.sub(r"\S*\$\((?:BIN|PIP)\)/?|@|2>/dev/null", "", command)
    return re.sub(r"\s+", " ", command).strip()


@pytest.mark.parametrize(
    "command",
    [
        "pybabel --quiet compile --directory playground/locale --domain django --use-fuzzy",
        "python manage.py collectstatic --no-input --verbosity 0",
        "python manage.py migrate --verbosity 0",
        "python manage.py load_catalog --verbosity 0",
        "gunicorn --config playground/gunicorn.conf.py playground.wsgi",
    ],
)
def test_what_make_run_does_the_image_does(command: str) -> None:
    assert any(command in _plain(line) for line in PREPARATION.splitlines())
    assert any(command in value for value in [*_runs("build"), command_of(LAST, "CMD")[-1]])


def test_make_run_does_nothing_that_the_image_does_not() -> None:
    done = "\n".join([*_runs("build"), command_of(LAST, "CMD")[-1]])
    commands = [_plain(line) for line in PREPARATION.splitlines() if line.startswith("\t") and "touch" not in line]
    assert len(commands) == 5
    assert [command for command in commands if command.removeprefix("exec ") not in done] == []


def test_the_packages_are_installed_as_in_the_makefile() -> None:
    """With the driver of PostgreSQL besides, which a container is likely to be used with."""
    assert "--editable ." in MAKEFILE
    assert _runs("build")[:2] == ["python -m venv .venv", "pip install --quiet --editable '.[postgresql]'"]


def test_the_editor_is_built_as_in_the_makefile() -> None:
    for command in _runs("editor"):
        assert command in MAKEFILE


def test_the_context_holds_what_is_copied_and_no_more() -> None:
    ignored = (ROOT / ".dockerignore").read_text().split()
    assert ignored[0] == "*"
    let_in = {line[1:] for line in ignored if line.startswith("!")}
    copied = {
        word.strip("/").split("/")[0]
        for stage in STAGES
        for value in stage.values("COPY")
        if not value.startswith("--from")
        for word in value.split()[:-1]
    }
    assert let_in == copied
    assert {"frontend/node_modules", "static/build", "**/__pycache__", "**/*.mo"} <= set(ignored)


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The Dockerfile's stages, built by their own commands.

    Where every toolchain is asked for, the packages too are installed anew, by the very commands; otherwise those that
    the suite runs with serve, since installing takes a minute.
    """
    lent = None if os.environ.get("CI_ALL_TOOLCHAINS") else Path(sys.executable).parent
    build = Build(tmp_path_factory.mktemp("image"), ROOT, getattr(sys, "_base_executable", sys.executable), lent)
    for stage in STAGES[:-1]:
        build.run(stage)
        build.keep(stage)
    build.run(LAST, commands=False)  # adding a user is left to Docker
    (build.root / "app" / "var").mkdir()
    return build


@pytest.mark.timeout(600)
def test_no_secret_key_is_part_of_the_image(image: Build) -> None:
    assert list((image.root / "app").rglob("secret_key")) == []


@pytest.mark.timeout(300)
def test_the_container_starts_and_is_all_that_a_person_needs(image: Build) -> None:
    with _container(image) as (base, environment):
        assert (image.root / "app" / "var" / "playground.sqlite3").exists()
        page = requests.get(f"{base}/", timeout=20)
        assert page.status_code == 200
        scripts = re.findall(r'(?:src|script)="(/static/[^"]+\.js)"', page.text)
        assert any(re.search(r"/build/editor\.[0-9a-f]{12}\.js$", script) for script in scripts)
        for script in scripts:
            assert requests.get(base + script, timeout=20).status_code == 200
        _send_works(image, base, environment)


def _send_works(image: Build, base: str, environment: dict[str, str]) -> None:
    """To the mock upstream, although the container may not send to loopback."""
    token = subprocess.check_output(
        ["python", "manage.py", "create_token"], cwd=image.root / "app", env=environment, text=True
    ).strip()
    model = {"model": "gpt-4o", "messages": [{"role": "user", "content": "Hello"}]}
    asked = {
        "method": "POST",
        "url": f"{base}/mock/catalog/v1/chat/completions",
        "headers": [{"name": "Authorization", "value": "Bearer any"}],
        "postData": {"mimeType": "application/json", "text": json.dumps(model)},
    }
    fields = {"Authorization": f"Bearer {token}"}
    answer = requests.post(f"{base}/api/v1/send", json={"request": asked}, headers=fields, timeout=20).json()[
        "exchange"
    ]
    assert answer["failure"] is None
    assert answer["entry"]["response"]["status"] == 200
    refused = {"request": {"method": "GET", "url": f"{base}/healthz", "headers": []}}
    answer = requests.post(f"{base}/api/v1/send", json=refused, headers=fields, timeout=20).json()["exchange"]
    assert answer["failure"]["code"] == "refused_address"


@contextmanager
def _container(image: Build) -> Iterator[tuple[str, dict[str, str]]]:
    """The image's own command, on a free port of loopback; its address as a person's browser knows it."""
    port = free_port()
    environment = {**image.environment(LAST), "HOST": "127.0.0.1", "PORT": str(port)}
    process = subprocess.Popen(command_of(LAST, "CMD"), cwd=image.root / "app", env=environment, start_new_session=True)
    try:
        deadline = time.monotonic() + 240
        while subprocess.run(command_of(LAST, "HEALTHCHECK"), env=environment, capture_output=True).returncode:
            assert process.poll() is None, "the container stopped"
            assert time.monotonic() < deadline, "the container never became healthy"
            time.sleep(0.3)
        yield f"http://localhost:{port}", environment
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)
