"""HTTP messages: put on a socket as they stand.

What an editor's REST client does with a ``.http`` file is done first: variables are filled, ``< ./name`` becomes the
file, and the length is computed where it is not there.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Sequence
from pathlib import Path

from playground.core.fields import encode_value
from tests.core.snippets.runners.base import Outcome, Program, run_each


class HttpRunner:
    targets = ("http_message",)

    def missing(self, target: str) -> str:
        return ""

    def run(self, target: str, programs: Sequence[Program], workspace: Path) -> dict[str, Outcome]:
        return run_each(programs, _send)


def _send(program: Program) -> Outcome:
    message, host, port = _message(program)
    with socket.create_connection((host, port), timeout=20) as connection:
        connection.sendall(message)
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    head, _, body = answer.removeprefix(b"HTTP/1.1 100 Continue\r\n\r\n").partition(b"\r\n\r\n")
    if b"chunked" in head:
        body = b"".join(line + b"\n" for line in re.split(rb"\r\n[0-9a-f]+\r\n", b"\r\n" + body))
    return Outcome(int(int(head.split()[1]) >= 400), body, "")


def _message(program: Program) -> tuple[bytes, str, int]:
    head, _, body = program.code.partition("\r\n\r\n")
    names = program.environment

    def fill(text: str) -> str:
        return re.sub(r"\{\{\s*([\w\-]+)\s*\}\}", lambda m: names.get(m[1].replace("-", "_"), m[0]), text)

    content = b"".join(
        (program.folder / piece[4:]).read_bytes() if piece.startswith("< ./") else fill(piece).encode()
        for piece in re.split(r"(< \./[\w.\-]+)", body)
    )
    lines = [fill(line) for line in head.split("\r\n")]
    if content and "\r\nContent-Length:" not in head:
        lines.append(f"Content-Length: {len(content)}")
    host = next((line[6:] for line in lines if line.startswith("Host: ")), "").removeprefix("http://")
    address = program.environment["ADDRESS"]
    encoded = b"\r\n".join(encode_value(line) for line in lines).replace(b"Host: http://", b"Host: ")
    name, _, port = (host if ":" in host else address).rpartition(":")
    return encoded + b"\r\n\r\n" + content, name.strip("[]"), int(port)


RUNNER = HttpRunner()
