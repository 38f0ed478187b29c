"""The whole program as `make run` starts it: gunicorn on a free port of loopback, with a folder of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import IO
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent


class Site:
    """A running playground. ``url`` has no slash at its end."""

    def __init__(self, folder: Path, settings: Mapping[str, str] | None = None) -> None:
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = {
            **{
                key: value
                for key, value in os.environ.items()
                if not key.startswith(("DJANGO_", "PLAYGROUND_", "DATABASE_"))
            },
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "PLAYGROUND_VAR": str(folder),
            "PLAYGROUND_ALLOW_NETWORKS": "127.0.0.0/8,::1/128",
            **(settings or {}),
        }
        self.log: IO[bytes] | None = None
        self.process: subprocess.Popen[bytes] | None = None

    def manage(self, *arguments: str) -> str:
        """What a management command prints."""
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def prepare(self) -> None:
        self.manage("migrate", "--verbosity", "0")
        self.manage("load_catalog", "--verbosity", "0")
        self.manage("collectstatic", "--no-input", "--verbosity", "0")

    def start(self) -> None:
        self.log = (self.folder / "server.log").open("wb")
        command = [str(BIN / "gunicorn"), "--config", "playground/gunicorn.conf.py", "playground.wsgi"]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=self.environment, stdout=self.log, stderr=subprocess.STDOUT
        )
        self._wait()

    def _wait(self) -> None:
        deadline = time.monotonic() + 30
        last: OSError | None = None
        while time.monotonic() < deadline:
            try:
                with urlopen(f"{self.url}/healthz", timeout=2):
                    return
            except (URLError, OSError) as error:
                last = error
                time.sleep(0.05)
        raise RuntimeError(f"the site did not start ({last!r}):\n{self.output()}")

    def output(self) -> str:
        """What the server printed so far: nothing but its greeting, where all went well."""
        return (self.folder / "server.log").read_text(errors="replace")

    def stop(self) -> None:
        if self.process is not None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        if self.log is not None:
            self.log.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
