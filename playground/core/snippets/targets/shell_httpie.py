"""The shell with HTTPie (3.0 and later, for ``--raw``)."""

from __future__ import annotations

import re

from playground.core.fields import encode_value
from playground.core.snippets.base import Code, Draft, Target, Text, odd_parts, plain, shown
from playground.core.snippets.literals import shell
from playground.core.snippets.losses import Loss, loss, method_respelled, url_respelled


def generate(draft: Draft) -> Code:
    by_argument = not draft.body or shell.fits_argument(draft)
    words = [
        f"http{_options(draft, by_argument)} {_method(draft)} {shell.word(draft.url)}",
        *(_field(name, value) for name, value in draft.fields),
        *(["Content-Type:"] if draft.body and draft.get("content-type") is None else []),
        *_data(draft, by_argument),
    ]
    command = shell.command(words)
    return Code(f"{command if by_argument else shell.piped(draft, command)}\n", _losses(draft))


def _options(draft: Draft, by_argument: bool) -> str:
    options = " --body --check-status"
    options += " --ignore-stdin" if by_argument else ""
    options += " --stream" if draft.streams else ""
    return options + ("" if draft.is_normal else " --path-as-is")


#: A backslash before one of its separators is taken as an escape, and there is none for the backslash.
_UNESCAPED = re.compile(r"\\([:;=@])")
_METHOD = re.compile(r"[A-Za-z]+\Z")


def _method(draft: Draft) -> str:
    return draft.method.upper() if _METHOD.match(draft.method) else _instead(draft)


def _instead(draft: Draft) -> str:
    return "POST" if draft.body else "GET"


def _field(name: str, value: Text) -> str:
    if plain(value) == "":
        return shell.quote(f"{name};")
    return shell.field(name, value, ": ", latin_1=False)


def _data(draft: Draft, by_argument: bool) -> list[str]:
    text = draft.text
    return [f"--raw={shell.word(text)}"] if by_argument and text is not None else []


def _losses(draft: Draft) -> tuple[Loss, ...]:
    respelled = [part for part in odd_parts(draft.url) if part != "dots"]
    losses = list(url_respelled("HTTPie", respelled))
    if _METHOD.match(draft.method) is None:
        losses.append(loss("method_unsupported", client="HTTPie", method=draft.method, instead=_instead(draft)))
    losses += method_respelled("HTTPie", draft.method)
    for name, value in draft.fields:
        text = shown(value)
        if encode_value(text) != text.encode("utf-8"):
            losses.append(loss("header_value_changed", client="HTTPie", name=name, instead="UTF-8"))
        elif _UNESCAPED.search(text):
            losses.append(loss("header_value_changed", client="HTTPie", name=name, instead=_UNESCAPED.sub(r"\1", text)))
    return tuple(losses)


TARGET = Target("shell_httpie", "shell", "HTTPie", "Shell", "bash", "sh", generate)
