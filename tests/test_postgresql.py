"""What the database does for the program holds on PostgreSQL as it does on SQLite.

These tests run with everything else, and once more here, on a PostgreSQL of their own.
"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.postgres import SITE_DATABASE, Postgres
from tests.site import ROOT

PLACES = (
    *("library", "workbench/test_keeping.py"),
    "accounts",
    "api/test_streaming.py",
    "environments",
    "history/at_once.py",  # by threads, whom SQLite in memory keeps apart
    *(f"history/test_{name}.py" for name in ("lists", "retention", "services", "views")),
    *(f"runs/test_{name}.py" for name in ("at_once", "limits", "live")),
)


def _run(url: str, *arguments: str, **settings: str) -> str:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST")}
    environment |= {"DATABASE_URL": url, **settings}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.timeout(1800)  # it runs several hundred tests
def test_what_is_kept_is_kept_by_postgresql(postgres: Postgres) -> None:
    files = [str(path) for place in PLACES for path in (ROOT / "tests").glob(place)]
    site = postgres.create("site")
    said = _run(
        postgres.url("rooms"),
        "-m",
        "pytest",
        "-p",
        "no:cacheprovider",
        "-W",
        "ignore",
        *files,
        **{SITE_DATABASE: site},
    )
    assert int(said.strip().splitlines()[-1].split()[0]) > 150, said


def test_the_migrations_are_complete_and_can_be_undone(postgres: Postgres) -> None:
    url = postgres.create("migrated")
    _run(url, "manage.py", "migrate", "--verbosity", "0")
    _run(url, "manage.py", "makemigrations", "--check", "--dry-run")
    for app in ("library", "runs", "history", "catalog"):
        _run(url, "manage.py", "migrate", app, "zero", "--verbosity", "0")
    _run(url, "manage.py", "migrate", "--verbosity", "0")
