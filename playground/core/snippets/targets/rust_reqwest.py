"""Rust with reqwest's blocking client (0.11 and later)."""

from __future__ import annotations

import re

from playground.core.messages import FileReference
from playground.core.snippets.base import Code, Draft, Piece, Target, Variable, shown
from playground.core.snippets.literals import rust
from playground.core.snippets.losses import Loss, loss

_CLIENT = "reqwest"

_CONSTANTS = frozenset({"GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "CONNECT", "PATCH", "TRACE"})

#: What the crate http takes for a method (0.2; later versions take every token).
_METHOD = re.compile(r"[A-Za-z0-9!*+\-.^_`|~]+\Z")

_DOT_SEGMENT = re.compile(r"/(?:\.|%2[eE]){1,2}(?:/|\Z)")


def generate(draft: Draft) -> Code:
    body, argument = _body(draft)
    steps = [
        f".request({_method(draft)}, {rust.text(draft.url)})",
        *[f'.header("{name}", {rust.field_value(value)})' for name, value in draft.fields],
        *([f".body({argument})"] if argument else []),
        ".send()?;",
    ]
    chain = "".join([f"        {step}\n" for step in steps])
    code = [
        _imports(draft),
        "\nfn main() -> Result<(), Box<dyn Error>> {\n",
        body,
        "    let client = Client::builder().timeout(None).build()?;\n",
        f"    let {'' if draft.streams else 'mut '}response = client\n{chain}",
        _STREAMING if draft.streams else _SENDING,
        "    Ok(())\n}\n",
    ]
    return Code("".join(code), tuple(_warnings(draft)))


def _imports(draft: Draft) -> str:
    standard = (
        ("std::env", bool(draft.identifiers)),
        ("std::error::Error", True),
        ("std::fs", bool(draft.files)),
        ("std::io", not draft.streams),
        ("std::io::{BufRead, BufReader}", draft.streams),
    )
    lines = [f"use {name};\n" for name, is_used in standard if is_used]
    return f"{''.join(lines)}\nuse reqwest::blocking::Client;\nuse reqwest::Method;\n"


def _method(draft: Draft) -> str:
    method = draft.method if _METHOD.match(draft.method) else _instead(draft)
    return f"Method::{method}" if method in _CONSTANTS else f'Method::from_bytes(b"{method}")?'


def _instead(draft: Draft) -> str:
    return "POST" if draft.body else "GET"


def _warnings(draft: Draft) -> list[Loss]:
    losses = [] if draft.is_normal else _url_losses(draft)
    if not _METHOD.match(draft.method):
        losses.append(loss("method_unsupported", client=_CLIENT, method=draft.method, instead=_instead(draft)))
    return losses


def _url_losses(draft: Draft) -> list[Loss]:
    path, _, query = shown(draft.url).partition("?")
    parts = {"an apostrophe in the query": "'" in query, "a dot segment": bool(_DOT_SEGMENT.search(path))}
    return [loss("url_respelled", client=_CLIENT, part=part) for part, is_there in parts.items() if is_there]


# Content


def _body(draft: Draft) -> tuple[str, str]:
    """Statements that make the content, and the argument that gives it; "" where there is none."""
    if not draft.body or draft.body == ("",):
        return "", '""' if draft.body or draft.method in {"POST", "PUT", "PATCH"} else ""
    if draft.text is not None:
        return f"    let body = {rust.text(draft.text)};\n\n", "body"
    if len(draft.body) == 1:
        return f"    let body = {_bytes(draft.body[0])};\n\n", "body" if draft.files else "&body[..]"
    pushes = "".join([f"    body.extend_from_slice({_slice(piece)});\n" for piece in draft.body])
    return f"    let mut body = Vec::new();\n{pushes}\n", "body"


def _bytes(piece: Piece) -> str:
    if isinstance(piece, FileReference):
        return f"fs::read({rust.string(piece.file_name)})?"
    return rust.binary(piece) if isinstance(piece, bytes) else rust.text((piece,))


def _slice(piece: Piece) -> str:
    if isinstance(piece, FileReference):
        return f"&fs::read({rust.string(piece.file_name)})?"
    if isinstance(piece, bytes):
        return rust.binary(piece)
    return f"{rust.look_up(piece.identifier) if isinstance(piece, Variable) else rust.string(piece)}.as_bytes()"


# Answer

_SENDING = """\
    response.copy_to(&mut io::stdout())?;
    response.error_for_status()?;
"""

_STREAMING = """\
    let status = response.error_for_status_ref().map(|_| ());
    for line in BufReader::new(response).lines() {
        println!("{}", line?);
    }
    status?;
"""


TARGET = Target("rust_reqwest", "rust", _CLIENT, "Rust", "rust", "rs", generate, refuses=frozenset({"CONNECT"}))
