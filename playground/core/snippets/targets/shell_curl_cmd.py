"""curl in the command prompt of Windows (cmd.exe)."""

from __future__ import annotations

import re

from playground.core.messages import FileReference
from playground.core.snippets.base import Code, Draft, Target, Text, Variable, bytes_file, odd_parts, plain, shown
from playground.core.snippets.literals import cmd
from playground.core.snippets.losses import Loss, loss


def generate(draft: Draft) -> Code:
    fits = _fits(draft)
    words = [
        f"curl {cmd.word(draft.url)}",
        *_options(draft),
        *(f"-H {_field(name, value)}" for name, value in draft.fields),
        *_silenced(draft),
        *_data(draft, fits),
    ]
    return Code(" ^\n  ".join(words) + "\n", _losses(draft, fits))


def _options(draft: Draft) -> list[str]:
    options = _method(draft)
    if re.search(r"[\[\]{}]", shown(draft.url)):
        options.append("--globoff")
    if "dots" in odd_parts(draft.url):
        options.append("--path-as-is")
    options.append("--fail-with-body")
    return [*options, "--no-buffer"] if draft.streams else options


def _method(draft: Draft) -> list[str]:
    if draft.method == ("POST" if draft.body else "GET"):
        return []
    if draft.method == "HEAD":
        return ["-X HEAD", "--ignore-content-length"] if draft.body else ["--head"]
    return [f"-X {cmd.quote(draft.method)}"]


def _field(name: str, value: Text) -> str:
    if plain(value) == "":
        return cmd.quote(f"{name};")
    first = value[0]
    start = f"{name}: "
    return cmd.word((start + first, *value[1:]) if isinstance(first, str) else (start, *value))


def _silenced(draft: Draft) -> list[str]:
    if draft.body:
        return [] if draft.get("content-type") is not None else ['-H "Content-Type:"']
    return ['-H "Content-Length: 0"'] if draft.method in {"POST", "PUT", "PATCH"} else []


def _fits(draft: Draft) -> bool:
    """The content can be typed."""
    text = draft.text
    if text is None:
        return False
    pieces = [piece for piece in text if isinstance(piece, str)]
    return all(map(cmd.can_hold, pieces)) and len(cmd.word(text)) < cmd.LONGEST_LINE


def _file(draft: Draft) -> str:
    only = draft.body[0]
    return only.file_name if isinstance(only, FileReference) and len(draft.body) == 1 else bytes_file(0)


def _data(draft: Draft, fits: bool) -> list[str]:
    if not draft.body:
        return []
    if fits and draft.text is not None:
        return [f"--data-raw {cmd.word(draft.text)}"]
    return [f"--data-binary {cmd.quote('@' + _file(draft))}"]


def _losses(draft: Draft, fits: bool) -> tuple[Loss, ...]:
    losses: list[Loss] = []
    if draft.body and not fits and not (len(draft.body) == 1 and draft.files):
        losses.append(loss("body_in_file", client="The command prompt", name=bytes_file(0)))
    for name, value in draft.fields:
        if any(not isinstance(piece, Variable) and not piece.isascii() for piece in value):
            losses.append(loss("header_value_changed", client="The command prompt", name=name, instead=_CODE_PAGE))
    return tuple(losses)


_CODE_PAGE = "the code page of the machine has it"

TARGET = Target("shell_curl_cmd", "shell", "curl (Windows cmd)", "Shell", "batch", "bat", generate)
