"""What sending costs: ``make bench-send``.

The real program as ``make run`` starts it, with a folder of its own, and an upstream on loopback in a process of its
own. Prints, in milliseconds:

- the overhead of ``POST /api/v1/send``, history written, over a bare ``requests.post`` to the same upstream, by turns
  in one run;
- many streams at once: events lost, the delay of a frame from the upstream's write to the reader, memory for each;
- with many streams open, how fast another person's page answers;
- the same for other ways to run gunicorn.

    python -m bench.send [--count N] [--streams N] [--frames N] [--pace MS] [--only overhead|streams|page|workers]
"""

from __future__ import annotations

import argparse
import http.client
import json
import math
import os
import selectors
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import requests

from bench.transport import percentile
from tests.site import Site

BODY = '{"model": "gpt-4o", "messages": [{"role": "user", "content": "Hello"}]}'
ANSWER_BYTES = 2_000
WARM_UP = 20
#: Limits of the site that a bench would run into.
SETTINGS = {
    "PLAYGROUND_RUNS_AT_ONCE": "5000",
    "PLAYGROUND_RUNS_PER_MINUTE": "1000000",
    "PLAYGROUND_DESTINATION_AT_ONCE": "5000",
    "PLAYGROUND_DESTINATION_PER_MINUTE": "1000000",
}


# The upstream


def serve(frames: int, pace: float) -> None:
    """Answers POST at once, and GET with frames that tell when they were written; prints its port first.

    One thread and a clock, so that the upstream itself is not what is measured.
    """
    server = socket.create_server(("127.0.0.1", 0), backlog=2048)
    print(server.getsockname()[1], flush=True)
    poll = selectors.DefaultSelector()
    poll.register(server, selectors.EVENT_READ)
    streams: list[_Stream] = []
    while True:
        wait = max(0.0, min((stream.due for stream in streams), default=time.monotonic() + 1) - time.monotonic())
        for key, _ in poll.select(wait):
            if key.fileobj is server:
                sock, _address = server.accept()
                poll.register(sock, selectors.EVENT_READ)
            else:
                _read(poll, key.fileobj, streams, frames)  # type: ignore[arg-type]
        now = time.monotonic()
        for stream in [stream for stream in streams if stream.due <= now]:
            if not stream.write(pace):
                streams.remove(stream)


@dataclass(eq=False)
class _Stream:
    sock: socket.socket
    left: int
    due: float
    number: int = 0

    def write(self, pace: float) -> bool:
        """The next frame; False after the last."""
        try:
            self.sock.sendall(f"data: {self.number} {time.time():.6f}\n\n".encode())
        except OSError:
            self.left = 0
        self.number += 1
        self.left -= 1
        self.due += pace
        if self.left > 0:
            return True
        self.sock.close()
        return False


ANSWER = (
    f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: {ANSWER_BYTES}\r\n\r\n"
).encode() + b"x" * ANSWER_BYTES
STREAM = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"


def _read(poll: selectors.BaseSelector, sock: socket.socket, streams: list[_Stream], frames: int) -> None:
    """Requests are small and come in one or two pieces; the end of one is the end of its JSON or of its head."""
    data = sock.recv(65536)
    if data.startswith(b"GET "):
        poll.unregister(sock)
        sock.sendall(STREAM)
        streams.append(_Stream(sock, frames, time.monotonic()))
    elif data.endswith(BODY[-4:].encode()) or not data:
        poll.unregister(sock)
        if data:
            sock.sendall(ANSWER)
        sock.close()


@contextmanager
def upstream(frames: int, pace: float) -> Iterator[str]:
    """The address of an upstream in a process of its own."""
    command = [sys.executable, "-m", "bench.send", "--serve", str(frames), str(pace)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield f"http://127.0.0.1:{int(process.stdout.readline())}/v1/chat/completions"
    finally:
        process.terminate()
        process.wait()


# The site


@contextmanager
def running_site(**settings: str) -> Iterator[Site]:
    folder = Path(tempfile.mkdtemp(prefix="bench-send-"))
    site = Site(folder, {**SETTINGS, **settings})
    try:
        site.prepare()
        site.start()
        yield site
    finally:
        site.stop()
        shutil.rmtree(folder, ignore_errors=True)


def memory_of(pid: int) -> int:
    """Bytes of memory that a process and its children have for themselves (Pss of Linux)."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    own = next(int(line.split()[1]) * 1024 for line in rollup.splitlines() if line.startswith("Pss:"))
    return own + sum(memory_of(int(child)) for child in children)


def processor_time_of(pid: int) -> float:
    """Seconds of processor time that a process and its children took so far."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    own = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return own + sum(processor_time_of(int(child)) for child in children)


# Overhead


def overhead(count: int) -> None:
    with running_site() as site, upstream(0, 0) as url:
        token = site.manage("create_token")
        times: dict[str, list[float]] = {"requests.post to the upstream": [], "POST /api/v1/send": []}
        assert site.process is not None
        api = http.client.HTTPConnection("127.0.0.1", site.port, timeout=30)
        works = dict(zip(times, (lambda: _bare(url), lambda: _send(api, token, url)), strict=True))
        for number in range(count + WARM_UP):
            if number == WARM_UP:
                before = processor_time_of(site.process.pid)
            for name, work in works.items():
                began = time.perf_counter()
                work()
                if number >= WARM_UP:
                    times[name].append((time.perf_counter() - began) * 1000)
        taken = processor_time_of(site.process.pid) - before
    print(f"{'':34}{'p10':>9}{'p50':>9}{'p95':>9}  ms, {count} times each, by turns")
    table = {name: [percentile(values, at) for at in (10, 50, 95)] for name, values in times.items()}
    bare, sent = table.values()
    table["overhead (aim: under 5 at p50)"] = [more - less for more, less in zip(sent, bare, strict=True)]
    for name, numbers in table.items():
        print(f"{name:34}" + "".join(f"{number:9.2f}" for number in numbers))
    print(f"processor time of the site for each send: {taken / count * 1000:.1f} ms")


def _bare(url: str) -> None:
    answer = requests.post(url, data=BODY, headers={"Content-Type": "application/json"}, timeout=30)
    assert len(answer.content) == ANSWER_BYTES


def _send(api: http.client.HTTPConnection, token: str, url: str) -> None:
    """Over one connection, as a program that sends more than once would."""
    request = {
        "method": "POST",
        "url": url,
        "headers": [{"name": "Content-Type", "value": "application/json"}],
        "postData": {"mimeType": "application/json", "text": BODY},
    }
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    api.request("POST", "/api/v1/send", json.dumps({"request": request}), headers)
    answer = json.loads(api.getresponse().read())
    assert answer["exchange"]["entry"]["response"]["content"]["size"] == ANSWER_BYTES, answer


# Streams


@dataclass
class Reader:
    """One stream of the API, read by whoever polls its socket."""

    sock: socket.socket
    data: bytearray = field(default_factory=bytearray)
    numbers: list[int] = field(default_factory=list)
    #: When each was written (seconds since 1970), and how long it took to come (milliseconds).
    frames: list[tuple[float, float]] = field(default_factory=list)
    is_over: bool = False

    def read(self) -> None:
        piece = self.sock.recv(262_144)
        now = time.time()
        if not piece:
            self.is_over = True
            return
        self.data += piece
        self._take(now)

    def _take(self, now: float) -> None:
        """Frames whose text came whole. The chunks of the transfer coding stand on lines of their own."""
        *lines, rest = self.data.split(b"\n")
        self.data = bytearray(rest)
        for line in lines:
            if not line.startswith(b'data: {"at"') or b'"text"' not in line:
                continue
            for frame in json.loads(line[6:])["text"].split("\n\n"):
                words = frame.removeprefix("data: ").split()
                if len(words) == 2:
                    self.numbers.append(int(words[0]))
                    written = float(words[1])
                    self.frames.append((written, (now - written) * 1000))

    @property
    def began(self) -> float:
        """When the first frame came."""
        written, delay = self.frames[0]
        return written + delay / 1000


def open_stream(site: Site, token: str, url: str, headers: list[dict[str, str]] | None = None) -> Reader:
    body = json.dumps({"request": {"method": "GET", "url": url, "headers": headers or []}})
    head = (
        f"POST /api/v1/send HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\nAuthorization: Bearer {token}\r\n"
        f"Accept: text/event-stream\r\nConnection: close\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    sock = socket.create_connection(("127.0.0.1", site.port), timeout=30)
    sock.sendall(head.encode() + body.encode())
    return Reader(sock)


def read_all(readers: list[Reader], seconds: float) -> None:
    """Read until every stream is over, or so many seconds long."""
    poll = selectors.DefaultSelector()
    for reader in readers:
        poll.register(reader.sock, selectors.EVENT_READ, reader)
    until = time.monotonic() + seconds
    while poll.get_map() and time.monotonic() < until:
        for key, _ in poll.select(0.2):
            key.data.read()
            if key.data.is_over:
                poll.unregister(key.fileobj)
                key.data.sock.close()


def streams(count: int, frames: int, pace: float) -> None:
    with running_site() as site, upstream(frames, pace / 1000) as url:
        token = site.manage("create_token")
        assert site.process is not None
        read_all([open_stream(site, token, url) for _ in range(4)], 30)
        before = memory_of(site.process.pid)
        began = time.monotonic()
        readers = [open_stream(site, token, url) for _ in range(count)]
        read_all(readers, frames * pace / 1000 / 2)
        during = memory_of(site.process.pid)
        read_all([reader for reader in readers if not reader.is_over], 120)
        seconds = time.monotonic() - began
    lost = sum(frames - len(reader.numbers) for reader in readers)
    unordered = sum(reader.numbers != sorted(reader.numbers) for reader in readers)
    every = [frame for reader in readers for frame in reader.frames]
    all_open = max(reader.began for reader in readers)
    steady = [delay for written, delay in every if written > all_open]
    print(f"{count} streams at once, {frames} frames each, {pace:g} ms apart, over in {seconds:.1f} s")
    print(f"  events lost: {lost} of {count * frames}; streams out of order: {unordered}")
    for name, delays in (("from the first", [delay for _, delay in every]), ("once all were open", steady)):
        low, high = percentile(delays, 50), percentile(delays, 99)
        print(f"  delay of a frame, {name}: p50 {low:.1f} ms, p99 {high:.1f} ms ({len(delays)} frames)")
    print(f"  memory: {before / 1e6:.0f} MB before, {during / 1e6:.0f} MB during, ", end="")
    print(f"{(during - before) / count / 1e3:.0f} kB for each stream")


# Another person's page


#: Ways to run gunicorn, by what is set for each.
WORKERS = {
    "1 process of threads (as shipped)": {},
    "2 processes of threads": {"WEB_WORKERS": "2"},
    "1 process of 16 threads": {"WEB_THREADS": "16"},
    "8 processes, one request each": {"WEB_THREADS": "1", "GUNICORN_CMD_ARGS": "--worker-class sync --workers 8"},
}
#: Seconds after which a page that does not answer counts as none.
GIVEN_UP_S = 5


def workers(count: int, pace: float, seconds: float) -> None:
    """The page beside so many streams, for each way to run gunicorn."""
    for name, settings in WORKERS.items():
        print(f"\n{name}")
        page(count, pace, seconds, **settings)


def page(count: int, pace: float, seconds: float, **settings: str) -> None:
    """How fast the start page answers, alone and with so many streams of another person open."""
    frames = int((seconds + 30) * 1000 / pace)
    with running_site(**settings) as site, upstream(frames, pace / 1000) as url:
        token = site.manage("create_token")
        alone = _page_times(site, seconds / 2)
        readers = [open_stream(site, token, url) for _ in range(count)]
        with _reading(readers):
            time.sleep(3)
            busy = _page_times(site, seconds)
        going = sum(1 for reader in readers if reader.numbers)
        for reader in readers:
            reader.sock.close()
    print(f"{'start page':34}{'p50':>9}{'p95':>9}{'n':>6}{'none':>6}")
    for name, times in (("alone", alone), (f"beside {going} streams of {count}", busy)):
        values = [value for value in times if value is not None]
        low, high = (percentile(values, 50), percentile(values, 95)) if len(values) > 1 else (math.nan, math.nan)
        print(f"{name:34}{low:9.1f}{high:9.1f}", end="")
        print(f"{len(times):6}{times.count(None):6}")


@contextmanager
def _reading(readers: list[Reader]) -> Iterator[None]:
    """The streams are read in a thread beside."""
    stop = threading.Event()

    def run() -> None:
        while not stop.is_set() and any(not reader.is_over for reader in readers):
            read_all([reader for reader in readers if not reader.is_over], 0.5)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _page_times(site: Site, seconds: float) -> list[float | None]:
    """Milliseconds; None for a page that did not come in ``GIVEN_UP_S``."""
    times: list[float | None] = []
    until = time.monotonic() + seconds
    session = requests.Session()
    while time.monotonic() < until:
        began = time.perf_counter()
        try:
            assert session.get(site.url + "/", timeout=GIVEN_UP_S).status_code == 200
            times.append((time.perf_counter() - began) * 1000)
        except requests.RequestException:
            times.append(None)
        time.sleep(0.05)
    return times


def main() -> None:
    if sys.argv[1:2] == ["--serve"]:
        serve(int(sys.argv[2]), float(sys.argv[3]))
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=300, help="sends for the overhead")
    parser.add_argument("--streams", type=int, default=500)
    parser.add_argument("--frames", type=int, default=20, help="of each stream")
    parser.add_argument("--pace", type=float, default=500, help="milliseconds between two frames of a stream")
    parser.add_argument("--only", choices=("overhead", "streams", "page", "workers"))
    options = parser.parse_args()
    print(f"load of the machine before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    if options.only in {None, "overhead"}:
        overhead(options.count)
    if options.only in {None, "streams"}:
        streams(options.streams, options.frames, options.pace)
    if options.only in {None, "page"}:
        page(200, options.pace, 10)
    if options.only in {None, "workers"}:
        workers(50, options.pace, 6)


if __name__ == "__main__":
    main()
