"""The mock behind the real server: frames leave one by one, and a cut is a cut."""

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
APPLICATION = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "playground.settings"
import django
django.setup()
from django.conf import settings
settings.ROOT_URLCONF = "tests.mock.urls"
from django.core.wsgi import get_wsgi_application
application = get_wsgi_application()
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The port on which gunicorn listens, set up as the site has it."""
    folder = tmp_path_factory.mktemp("wire")
    (folder / "mock_alone.py").write_text(APPLICATION)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "-c", str(ROOT / "playground" / "gunicorn.conf.py"), "mock_alone"]
    environment = {
        **os.environ,
        "PYTHONPATH": f"{folder}:{ROOT}",
        "PLAYGROUND_VAR": str(folder / "var"),
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "ALLOWED_HOSTS": "127.0.0.1",
    }
    for words in (["migrate", "--verbosity", "0"], ["load_catalog", "--verbosity", "0"]):
        subprocess.run([sys.executable, "manage.py", *words], cwd=ROOT, env=environment, check=True)
    server = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        _wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait()


def _wait_for(port):
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("gunicorn did not start")


BODY = json.dumps({"model": "m", "stream": True, "messages": [{"role": "user", "content": "hi"}]})


def ask(port, prefer, body=BODY, chunked=False):
    """A socket on which the request was sent."""
    lines = [
        "POST /mock/catalog/v1/chat/completions HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        "Authorization: Bearer any",
        "Content-Type: application/json",
        f"Prefer: {prefer}",
        "Transfer-Encoding: chunked" if chunked else f"Content-Length: {len(body)}",
    ]
    content = f"{len(body):x}\r\n{body}\r\n0\r\n\r\n" if chunked else body
    connection = socket.create_connection(("127.0.0.1", port), timeout=100)
    connection.sendall(("\r\n".join(lines) + "\r\n\r\n" + content).encode())
    return connection


def read(connection, until=None):
    """What arrives until a mark, or until the end."""
    received = b""
    while until is None or until not in received:
        piece = connection.recv(65536)
        if not piece:
            break
        received += piece
    return received


def test_the_first_frame_is_there_before_the_second_is_sent(address):
    with ask(address, "pace=3000") as connection:
        received = read(connection, until=b"\n\n")
        assert b"Transfer-Encoding: chunked" in received and b"text/event-stream" in received
        assert received.partition(b"\r\n\r\n")[2].count(b"data: ") == 1


def test_a_whole_stream_ends_with_the_last_chunk(address):
    with ask(address, "pace=0") as connection:
        assert b"data: [DONE]\n\n\r\n0\r\n\r\n" in read(connection, until=b"\r\n0\r\n\r\n")


def test_a_cut_stream_ends_without_it(address):
    with ask(address, "cut=2, pace=0") as connection:
        received = read(connection)
    assert received.count(b"\n\n") == 2
    assert b"\r\n0\r\n\r\n" not in received and b"[DONE]" not in received


def test_a_cut_answer_is_shorter_than_it_says(address):
    body = BODY.replace("true", "false")
    with ask(address, "cut=1", body) as connection:
        head, _, content = read(connection).partition(b"\r\n\r\n")
    length = next(
        int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length")
    )
    assert 0 < len(content) < length


def test_a_chunked_request_is_read(address):
    with ask(address, "pace=0", chunked=True) as connection:
        assert read(connection, until=b"\r\n").startswith(b"HTTP/1.1 200")


def test_the_server_goes_on_after_a_cut(address):
    for prefer in ("cut=0, pace=0", "pace=0"):
        with ask(address, prefer) as connection:
            received = read(connection, until=b"\r\n0\r\n\r\n")
    assert received.startswith(b"HTTP/1.1 200")
