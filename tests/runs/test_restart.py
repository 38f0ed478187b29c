"""The end of the server, and readers who do not read: neither leaves anything behind."""

from __future__ import annotations

import runpy
import socket
import struct
from types import SimpleNamespace

import pytest
import requests

from tests.site import ROOT, Site
from tests.transport.upstream import upstream

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"


def test_a_server_that_ends_keeps_what_came_and_leaves_nothing_running(site: Site) -> None:
    token = site.manage("create_token")

    def silently(caller):
        caller.send(HEAD, b"data: one\n\n")
        caller.sock.recv(1)  # returns when the other side closes

    with upstream(behaviour=silently) as server:
        answer = requests.post(
            f"{site.url}/api/v1/send",
            json={"request": {"method": "GET", "url": server.origin + "/ended-by-a-restart"}},
            headers={"Authorization": f"Bearer {token}", "Accept": "text/event-stream"},
            stream=True,
            timeout=30,
        )
        lines = answer.iter_lines()
        while next(lines) != b"event: content-chunk":
            pass
        assert "Traceback" not in site.output()
        site.stop()
        assert server.closed.wait(15)
    ended = _row(site)
    site.start()
    assert ended == "failed interrupted b'data: one\\n\\n'"


def _row(site: Site) -> str:
    return site.manage(
        "shell",
        "--no-imports",
        "--command",
        "from playground.history.models import Run; run = Run.objects.get(url__endswith='/ended-by-a-restart');"
        "print(run.state, run.failure['code'], bytes(run.content.body))",
    )


def test_a_reader_who_takes_nothing_is_not_waited_for_for_ever() -> None:
    """The hook is that of the server; a tenth of a second stands for its minute."""
    conf = runpy.run_path(str(ROOT / "playground" / "gunicorn.conf.py"))
    assert 10 <= conf["STALLED_S"] <= 120
    with socket.create_server(("127.0.0.1", 0)) as listener:
        conf["when_ready"](SimpleNamespace(LISTENERS=[SimpleNamespace(sock=listener)]))
        set_to = listener.getsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, 16)
        assert struct.unpack("ll", set_to) == (conf["STALLED_S"], 0)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.pack("ll", 0, 100_000))
        with socket.create_connection(listener.getsockname()):
            accepted, _ = listener.accept()
            accepted.setblocking(True)
            with accepted, pytest.raises(BlockingIOError):
                while True:
                    accepted.sendall(b"x" * 65_536)
