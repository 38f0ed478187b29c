"""The descriptions that the mock answers for, read once in a process."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from weakref import WeakKeyDictionary

from playground.core.mocking.upstream import Upstream
from playground.core.openapi.document import Document, load
from playground.core.openapi.operations import Fragment, Operation, fragment, operations

#: The key of the shipped catalog.
SHIPPED = "catalog"
_SHIPPED_FILE = Path(__file__).resolve().parent.parent / "catalog" / "data" / "openapi.yaml"

_lock = Lock()
_documents: dict[str, Document] = {}
_upstreams: WeakKeyDictionary[Document, Upstream] = WeakKeyDictionary()


def document(api: str) -> Document | None:
    """The description of that key, None where there is none."""
    if api != SHIPPED:
        return None
    with _lock:
        if api not in _documents:
            _documents[api] = load(_SHIPPED_FILE.read_bytes())
        return _documents[api]


def upstream(api: str) -> Upstream | None:
    """What answers for that description, None where there is none."""
    described = document(api)
    if described is None:
        return None
    with _lock:
        if described not in _upstreams:
            _upstreams[described] = Upstream(operations(described), _Fragments(described))
        return _upstreams[described]


class _Fragments:
    """Each operation's fragment, worked out when it is first asked for."""

    def __init__(self, described: Document) -> None:
        self.described = described
        self.known: dict[str, Fragment] = {}

    def __call__(self, operation: Operation) -> Fragment:
        if operation.key not in self.known:
            self.known[operation.key] = fragment(self.described, operation)
        return self.known[operation.key]
