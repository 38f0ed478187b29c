"""The shell with GNU Wget (1.21 and later).

Wget keeps one header of a name, names a type for every body, and removes dot segments; warnings say so.
"""

from __future__ import annotations

import re

from playground.core.snippets.base import Code, Draft, Target, Text, odd_parts, shown
from playground.core.snippets.literals import shell, web
from playground.core.snippets.losses import Loss, loss, method_respelled, url_respelled

_UNFINISHED = re.compile(r"%(?![0-9A-Fa-f]{2})")

_TEMPORARY = """\
body=$(mktemp)
trap 'rm -f "$body"' EXIT
"""


def generate(draft: Draft) -> Code:
    by_argument = not draft.body or shell.fits_argument(draft)
    words = [
        "wget --quiet --output-document=- --content-on-error",
        *([] if draft.method == "GET" and not draft.body else [f"--method={shell.bare(draft.method)}"]),
        *(f"--header={shell.field(name, value)}" for name, value in _joined(draft)),
        *_data(draft, by_argument),
        shell.word(draft.url),
    ]
    command = shell.command(words)
    if not by_argument:
        command = f'{_TEMPORARY}{shell.producer(draft)} >"$body"\n{command}\n'
    return Code(f"{command}\n" if by_argument else command, _losses(draft))


def _joined(draft: Draft) -> list[tuple[str, Text]]:
    """Repeated fields as one, which means the same (RFC 9110 §5.3)."""
    grouped: dict[str, tuple[str, Text]] = {}
    for name, value in draft.fields:
        known = grouped.get(name.lower())
        grouped[name.lower()] = (name, value) if known is None else (known[0], (*known[1], ", ", *value))
    return list(grouped.values())


def _data(draft: Draft, by_argument: bool) -> list[str]:
    text = draft.text
    if by_argument and text is not None:
        return [f"--body-data={shell.word(text)}"]
    return ['--body-file="$body"'] if draft.body else []


def _losses(draft: Draft) -> tuple[Loss, ...]:
    losses = [
        *web.joined_losses(draft, "wget"),
        *method_respelled("wget", draft.method),
        *url_respelled("wget", _respelled(draft)),
    ]
    if draft.body and draft.get("content-type") is None:
        losses.append(loss("header_added", client="wget", name="Content-Type"))
    return tuple(losses)


def _respelled(draft: Draft) -> list[str]:
    return [part for part in odd_parts(draft.url) if part in {"dots", "escapes"} and _is_respelled(draft, part)]


def _is_respelled(draft: Draft, part: str) -> bool:
    """Of escapes, Wget changes those alone that are not finished."""
    return part == "dots" or _UNFINISHED.search(shown(draft.url)) is not None


TARGET = Target("shell_wget", "shell", "wget", "Shell", "bash", "sh", generate)
