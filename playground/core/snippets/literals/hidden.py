"""Characters that an editor hides or changes, and how texts are cut at their line ends."""

from __future__ import annotations

from playground.core.snippets.literals import is_printable

#: Controls, spaces other than the plain one, soft hyphen, bidirectional and format characters, private use,
#: U+FEFF, non-characters, tags: what is safer as an escape in every language. The inside of a character class.
HIDDEN = (
    "\\x00-\\x1f\\x7f-\\xa0\\xad\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u1680\\u180e\\u2000-\\u200f\\u2028-\\u202f"
    "\\u205f-\\u206f\\ud800-\\uf8ff\\ufeff\\ufff9-\\uffff\\U000e0000-\\U0010ffff"
)
#: One of them.
ONE_HIDDEN = f"[{HIDDEN}]"


def lines(text: str) -> list[str]:
    """The lines of a text with their ends, cut after each line feed alone; at least one."""
    if "\n" not in text:
        return [text]
    cut = [f"{line}\n" for line in text.split("\n")]
    cut[-1] = cut[-1][:-1]
    return cut if cut[-1] else cut[:-1]


def chunks(text: str, size: int) -> list[str]:
    """A text in chunks of at most ``size`` characters; at least one."""
    if len(text) <= size:
        return [text]
    return [text[start : start + size] for start in range(0, len(text), size)]


def is_plain_block(text: str) -> bool:
    """Several lines without anything that is hidden, nor a space at the end of a line."""
    return "\n" in text and " \n" not in text and text[-1] != " " and is_printable(text)


def indented(text: str, indentation: str) -> str:
    """Each line but the first moved to the right; empty lines stay empty."""
    if not indentation:
        return text
    moved = text.replace("\n", f"\n{indentation}")
    if "\n\n" not in text and text[-1:] != "\n":
        return moved
    return "\n".join([line if line.strip(" ") else "" for line in moved.split("\n")])
