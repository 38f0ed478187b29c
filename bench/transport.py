"""What the street door costs over a bare ``requests.post``: both in one run, against one upstream on loopback.

    python bench/transport.py [--count N] [--size BYTES]

Prints p50 and p95 in milliseconds of a POST with a JSON body, read to its end. ``requests.post`` opens a connection
for every call, as the street door does.
"""

from __future__ import annotations

import argparse
import socket
import statistics
import sys
import threading
import time
from collections.abc import Callable
from ipaddress import ip_network
from pathlib import Path

import requests

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from playground.core.messages import RequestSpec, TextBody
from playground.core.prepare import prepare
from playground.transport.client import exchange
from playground.transport.events import ContentChunk, ExchangeCompleted
from playground.transport.guard import Policy

LOOPBACK = Policy(allow_networks=(ip_network("127.0.0.0/8"),))
BODY = '{"model": "gpt-4o", "messages": [{"role": "user", "content": "Hello"}]}'


def serve(size: int) -> int:
    """An upstream that answers everybody with ``size`` bytes; its port."""
    server = socket.create_server(("127.0.0.1", 0), backlog=512)
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: {size}\r\n\r\n"
    answer = head.encode() + b"x" * size

    def run() -> None:
        while True:
            sock, _ = server.accept()
            data = b""
            while not data.endswith(BODY.encode()[-4:]):
                data += sock.recv(65536)
            sock.sendall(answer)
            sock.close()

    threading.Thread(target=run, daemon=True).start()
    return int(server.getsockname()[1])


def bare(url: str, size: int) -> None:
    answer = requests.post(url, data=BODY, headers={"Content-Type": "application/json"}, timeout=10)
    assert len(answer.content) == size


def door(url: str, size: int) -> None:
    prepared = prepare(RequestSpec("POST", url, body=TextBody(BODY, "application/json")))
    events = list(exchange(prepared, policy=LOOPBACK))
    assert isinstance(events[-1], ExchangeCompleted), events[-1]
    assert sum(len(event.data) for event in events if isinstance(event, ContentChunk)) == size


def milliseconds(send: Callable[[str, int], None], url: str, size: int) -> float:
    began = time.perf_counter()
    send(url, size)
    return (time.perf_counter() - began) * 1000


def percentile(values: list[float], percent: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def measure(url: str, count: int, size: int) -> dict[str, list[float]]:
    """By turns, so that whatever else the machine does meets both alike."""
    senders: dict[str, Callable[[str, int], None]] = {"requests.post": bare, "exchange": door}
    times: dict[str, list[float]] = {name: [] for name in senders}
    for index in range(count + 20):
        for name, send in senders.items():
            taken = milliseconds(send, url, size)
            if index >= 20:  # the first ones warm up
                times[name].append(taken)
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--size", type=int, default=2000, help="bytes of the answer")
    options = parser.parse_args()
    times = measure(f"http://127.0.0.1:{serve(options.size)}/v1/chat/completions", options.count, options.size)
    print(f"{'':16}{'p50':>10}{'p95':>10}  ms, {options.count} times each, {options.size} bytes")
    for name, values in times.items():
        print(f"{name:16}{percentile(values, 50):10.3f}{percentile(values, 95):10.3f}")
    overhead = [percentile(times["exchange"], p) - percentile(times["requests.post"], p) for p in (50, 95)]
    print(f"{'overhead':16}{overhead[0]:10.3f}{overhead[1]:10.3f}")


if __name__ == "__main__":
    main()
