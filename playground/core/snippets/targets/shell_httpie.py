"""The shell with HTTPie (3.0 and later, for ``--raw``)."""

from __future__ import annotations

import re

from playground.core.fields import encode_value
from playground.core.snippets.base import Code, Draft, Target, Text, odd_parts, plain, shown
from playground.core.snippets.literals import shell
from playground.core.snippets.losses import Loss, loss, method_respelled, url_respelled


def generate(draft: Draft) -> Code:
    by_argument = not draft.body or shell.fits_argument(draft)
    command = shell.command(_words(draft, by_argument))
    return Code(f"{command if by_argument else shell.piped(draft, command)}\n", _losses(draft))


def _words(draft: Draft, by_argument: bool) -> list[str]:
    start = f"http{_options(draft, by_argument)}"
    place = f"{_method(draft)} {shell.word(_url(draft))}"
    items = [_field(name, value) for name, value in draft.fields]
    if draft.body and draft.get("content-type") is None:
        items.append("Content-Type:")
    data = _data(draft, by_argument)
    if any(name.startswith("-") for name, _ in draft.fields):  # no option, once all options have been given
        return [start, *data, f"-- {place}", *items]
    return [f"{start} {place}", *items, *data]


#: A path that begins with two slashes is read as an authority by urllib3, whose ``parse_url`` refuses others than this.
_LIKE_AUTHORITY = re.compile(r"//(?:[^/?]*@)?(?:[^\[\]%:/?@]|%[0-9A-Fa-f]{2})*(?::[0-9]{0,5})?(?:[/?].*)?", re.DOTALL)


def _url(draft: Draft) -> Text:
    address = draft.address
    if address is None or not address.target.startswith("//") or _LIKE_AUTHORITY.fullmatch(address.target):
        return draft.url
    return (f"{address.origin}/{address.target.lstrip('/')}",)


def _options(draft: Draft, by_argument: bool) -> str:
    options = " --body --check-status"
    options += " --ignore-stdin" if by_argument else ""
    options += " --stream" if draft.streams else ""
    return options + ("" if draft.is_normal else " --path-as-is")


#: A backslash before one of its separators is taken as an escape, and there is none for the backslash. White space
#: beyond ASCII is taken off the ends of a value.
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
    if _url(draft) != draft.url:
        losses.append(loss("url_respelled", client="HTTPie", part="a doubled slash"))
    if _METHOD.match(draft.method) is None:
        losses.append(loss("method_unsupported", client="HTTPie", method=draft.method, instead=_instead(draft)))
    losses += method_respelled("HTTPie", draft.method)
    for name, value in draft.fields:
        text = shown(value)
        if encode_value(text) != text.encode("utf-8"):
            losses.append(loss("header_value_changed", client="HTTPie", name=name, instead="UTF-8"))
        elif (changed := _UNESCAPED.sub(r"\1", text).strip()) != text:
            losses.append(loss("header_value_changed", client="HTTPie", name=name, instead=changed))
    return tuple(losses)


TARGET = Target("shell_httpie", "shell", "HTTPie", "Shell", "bash", "sh", generate)
