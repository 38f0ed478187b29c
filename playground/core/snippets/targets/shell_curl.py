"""The shell with curl (7.76 and later, for ``--fail-with-body``)."""

from __future__ import annotations

import re

from playground.core.messages import FileReference
from playground.core.snippets.base import Code, Draft, Target, Text, plain, shown
from playground.core.snippets.literals import shell

_GLOBS = re.compile(r"[\[\]{}]")
_DOTS = re.compile(r"/\.{1,2}(?:[/?]|\Z)")
#: Encoded dots count as dots for curl too.
_ENCODED_DOTS = re.compile(r"/(?:\.|%2[eE]){1,2}(?:[/?]|\Z)")


def generate(draft: Draft) -> Code:
    by_argument = not draft.body or shell.fits_argument(draft)
    words = [
        f"curl {shell.word(draft.url)}",
        *_options(draft),
        *(f"-H {_field(name, value)}" for name, value in draft.fields),
        *_silenced(draft),
        *_data(draft, by_argument),
    ]
    command = shell.command(words)
    text = command if by_argument or _one_file(draft) else shell.piped(draft, command)
    return Code(f"{text}\n")


def _options(draft: Draft) -> list[str]:
    url = shown(draft.url)
    options = _method(draft)
    if _GLOBS.search(url):
        options.append("--globoff")
    if _DOTS.search(url) or _ENCODED_DOTS.search(url.partition("?")[0]):
        options.append("--path-as-is")
    options.append("--fail-with-body")
    if draft.streams:
        options.append("--no-buffer")
    return options


def _method(draft: Draft) -> list[str]:
    implied = "POST" if draft.body else "GET"
    if draft.method == implied:
        return []
    if draft.method == "HEAD":
        # With a body --head cannot stand; then the length of the answer is not waited for.
        return ["-X HEAD", "--ignore-content-length"] if draft.body else ["--head"]
    return [f"-X {shell.bare(draft.method)}"]


def _field(name: str, value: Text) -> str:
    if plain(value) == "":
        return shell.quote(f"{name};")
    return shell.field(name, value)


def _silenced(draft: Draft) -> list[str]:
    """What curl would add, or leave out, by itself."""
    if draft.body:
        return [] if draft.get("content-type") is not None else ["-H 'Content-Type:'"]
    return ["-H 'Content-Length: 0'"] if draft.method in {"POST", "PUT", "PATCH"} else []


def _data(draft: Draft, by_argument: bool) -> list[str]:
    if not draft.body:
        return []
    text = draft.text
    if by_argument and text is not None:
        return [f"--data-raw {shell.word(text)}"]
    if _one_file(draft):
        return [f"--data-binary {shell.bare('@' + draft.files[0])}"]
    return ["--data-binary @-"]


def _one_file(draft: Draft) -> bool:
    return len(draft.body) == 1 and isinstance(draft.body[0], FileReference)


TARGET = Target("shell_curl", "shell", "curl", "Shell", "bash", "sh", generate, is_default=True)
