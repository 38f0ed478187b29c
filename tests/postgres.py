"""A real PostgreSQL from the system's own packages: in a temporary folder, on a free port of loopback, for one use.

``python -m tests.postgres`` says where its programs are, or how to get them.
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType

from tests.site import free_port

#: Nothing survives a crash, and nothing needs to.
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_wal_size=4GB", "autovacuum_naptime=10s")
#: The variable with the address of the running site's database, where that is not its own SQLite.
SITE_DATABASE = "TEST_SITE_DATABASE"
MISSING = "PostgreSQL is missing: install it (apt-get install postgresql; brew install postgresql; …)."


class Postgres:
    """A running PostgreSQL, as a context. ``options`` are lines of its configuration, such as ``work_mem=4MB``."""

    def __init__(self, *options: str) -> None:
        self._options = (*FAST, *options)
        self._port = free_port()
        self._folder = Path(tempfile.mkdtemp(prefix="postgres-", dir="/tmp"))
        self._process: subprocess.Popen[bytes] | None = None

    def url(self, database: str = "postgres") -> str:
        """For ``DATABASE_URL``. The test runner makes ``test_`` and the name; another one has to be created first."""
        return f"postgresql://playground@127.0.0.1:{self._port}/{database}"

    def __enter__(self) -> Postgres:
        if os.geteuid() == 0:  # it refuses to be run by root
            shutil.chown(self._folder, *_account())
        command = ["--no-sync", "--auth=trust", "--username=playground", "--encoding=UTF8", "--locale=C.UTF-8"]
        self._run(["initdb", *command, "--pgdata", str(self._data)])
        self._start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._process is not None:
            self._process.send_signal(3)  # at once: nothing in it is wanted any more
            self._process.wait(20)
        shutil.rmtree(self._folder)

    def create(self, database: str) -> str:
        """A new, empty database; gives its address."""
        self._run(["createdb", *self._where, database])
        return self.url(database)

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    @property
    def _where(self) -> list[str]:
        return ["--host=127.0.0.1", f"--port={self._port}", "--username=playground"]

    def _start(self) -> None:
        settings = ("listen_addresses=127.0.0.1", f"unix_socket_directories={self._folder}", *self._options)
        command = ["postgres", "-D", str(self._data), "-p", str(self._port)]
        for setting in settings:
            command += ["-c", setting]
        with (self._folder / "log").open("wb") as log:
            self._process = subprocess.Popen(_program(command), stdout=log, stderr=log, cwd=self._folder, **_as_other())
        deadline = time.monotonic() + 60
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"PostgreSQL did not start:\n{(self._folder / 'log').read_text(errors='replace')}")
            time.sleep(0.05)

    def _answers(self) -> bool:
        return subprocess.run(_program(["pg_isready", "--quiet", *self._where]), check=False).returncode == 0

    def _run(self, command: list[str]) -> None:
        done = subprocess.run(
            _program(command), check=False, capture_output=True, text=True, cwd=self._folder, **_as_other()
        )
        if done.returncode:
            raise RuntimeError(f"{command[0]}: {done.stdout}{done.stderr}")


def programs() -> Path | None:
    """The folder of the server's programs, the newest version first; None where there is none."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name), reverse=True)
    found = shutil.which("initdb")
    folders = [*debian, *([Path(found).parent] if found else [])]
    return next((folder for folder in folders if (folder / "initdb").exists() and (folder / "postgres").exists()), None)


def _program(command: list[str]) -> list[str]:
    folder = programs()
    if folder is None:
        raise RuntimeError(MISSING)
    return [str(folder / command[0]), *command[1:]]


def _account() -> tuple[int, int]:
    """User and group that it runs as where we are root: its own, which the package made, or nobody's."""
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return entry.pw_uid, entry.pw_gid
    raise RuntimeError("There is no user to run PostgreSQL as.")


def _as_other() -> dict[str, object]:
    if os.geteuid() != 0:
        return {}
    user, group = _account()
    return {"user": user, "group": group, "extra_groups": []}


if __name__ == "__main__":
    print(programs() or MISSING)
    sys.exit(programs() is None)
