"""The HTTP/1.1 message (RFC 9112), which the REST clients of editors also take as a ``.http`` file.

Lines of the head end in CR LF, as on the wire. Variables stay ``{{name}}``, and files are named by ``< ./name``: both
are the syntax of ``.http`` files.
"""

from __future__ import annotations

from playground.core.messages import FileReference
from playground.core.snippets.base import Code, Draft, Piece, Target, Variable, bytes_file, shown
from playground.core.snippets.losses import Loss, loss


def generate(draft: Draft) -> Code:
    host, target = _host_and_target(draft)
    lines = [f"{draft.method} {target} HTTP/1.1"]
    if draft.get("host") is None:
        lines.append(f"Host: {host}")
    lines += [f"{name}: {shown(value)}".rstrip(" ") for name, value in draft.fields]
    length = _length(draft)
    if length is not None:
        lines.append(f"Content-Length: {length}")
    head = "\r\n".join([*lines, "", ""])
    body = "".join(_piece(piece, index) for index, piece in enumerate(draft.body))
    return Code(head + body, _losses(draft, body))


def _host_and_target(draft: Draft) -> tuple[str, str]:
    if draft.address is not None:
        return draft.address.authority, draft.address.target
    url = shown(draft.url)
    _, scheme, rest = url.partition("://")
    rest = rest if scheme else url
    end = next((place for place, character in enumerate(rest) if character in "/?"), len(rest))
    host, target = rest[:end], rest[end:]
    return host, target if target.startswith("/") else f"/{target}"


def _length(draft: Draft) -> int | None:
    """Bytes of the content; None where it is not known yet, or where there is none and none is expected."""
    if not draft.body:
        return 0 if draft.method in {"POST", "PUT", "PATCH"} else None
    length = 0
    for piece in draft.body:
        if isinstance(piece, Variable | FileReference):
            return None
        length += len(piece.encode("utf-8")) if isinstance(piece, str) else len(piece)
    return length


def _piece(piece: Piece, index: int) -> str:
    if isinstance(piece, Variable):
        return f"{{{{{piece.name}}}}}"
    if isinstance(piece, FileReference):
        return f"< ./{piece.file_name}"
    return piece if isinstance(piece, str) else f"< ./{bytes_file(index)}"


def _losses(draft: Draft, body: str) -> tuple[Loss, ...]:
    binary = [index for index, piece in enumerate(draft.body) if isinstance(piece, bytes)]
    if binary:
        return tuple(loss("bytes_unsupported", client="A .http file", name=bytes_file(index)) for index in binary)
    if not draft.files and (body.startswith("<") or body.startswith("###") or "\n###" in body):
        return (loss("http_file_syntax"),)
    return ()


TARGET = Target("http_message", "http", "HTTP/1.1", "HTTP", "http", "http", generate, is_default=True)
