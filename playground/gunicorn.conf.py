"""gunicorn, for `make run` and the container.

Threads: a stream holds one for as long as it lasts, two where it goes to the built-in mock, so there may be many. They
are made when they are needed and cost little while they wait. docs/sending.md has the measurements.
"""

import gc
import os
import signal
import socket
import struct
from wsgiref.util import setup_testing_defaults

_host = os.environ.get("HOST", "127.0.0.1")
_port = os.environ.get("PORT", "8000")

bind = f"[{_host}]:{_port}" if ":" in _host else f"{_host}:{_port}"
worker_class = "gthread"
workers = int(os.environ.get("WEB_WORKERS", "1"))
threads = int(os.environ.get("WEB_THREADS", "1024"))
#: Connections that are kept alive between two requests hold no thread.
worker_connections = threads + 1000
keepalive = 30
graceful_timeout = 3
loglevel = os.environ.get("LOG_LEVEL", "warning")
control_socket_disable = True
#: The most that gunicorn takes: an address may hold the state of a form.
limit_request_line = 8190
#: Whether a proxy ends TLS is said by PLAYGROUND_HTTPS alone; gunicorn would believe whoever calls from loopback.
secure_scheme_headers = {}
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: PTH112, S108


#: Seconds that a reader who takes nothing is waited for: its thread is needed for others.
STALLED_S = 60


def when_ready(server):
    for listener in server.LISTENERS:  # whose connections inherit it
        listener.sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.pack("ll", STALLED_S, 0))
    shown = "127.0.0.1" if _host in {"0.0.0.0", "::"} else _host  # noqa: S104
    print(f"\n  Playground:  http://{shown}:{_port}/\n  Ctrl-C stops it.\n", flush=True)


def post_worker_init(worker):
    _end_runs_with(worker)
    _warm_up(worker)
    # What is there by now stays: looking through it for garbage would hold every stream up for a tenth of a second.
    gc.collect()
    gc.freeze()


def _end_runs_with(worker):
    """Asked to end, a worker ends its runs first, so that what came is kept and nothing waits for them."""
    from playground.runs import watch

    def ending(handle):
        def end(number, frame):
            watch.end_all()
            handle(number, frame)

        return end

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, ending(signal.getsignal(number)))


def _warm_up(worker):
    """Draw the start page and ask the mock once, so that the first person finds everything read and compiled."""
    for language in ("en", "zh-CN"):
        _visit(worker.wsgi, "/", language)
    _visit(worker.wsgi, "/mock/catalog/v1/models", "en")


def _visit(application, path, language):
    environ = {
        "PATH_INFO": path,
        "HTTP_HOST": "127.0.0.1",
        "HTTP_ACCEPT_LANGUAGE": language,
        "HTTP_AUTHORIZATION": "Bearer any",
    }
    setup_testing_defaults(environ)
    answer = application(environ, lambda status, headers, exc_info=None: None)
    b"".join(answer)
    getattr(answer, "close", lambda: None)()
