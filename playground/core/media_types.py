"""Parse and compare Content-Type (RFC 9110 §8.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PARAMETER = re.compile(r';\s*([!#$%&\'*+\-.^_`|~0-9A-Za-z]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;\s]*)')


@dataclass(frozen=True, slots=True)
class MediaType:
    """``type/subtype`` in lower case, with its parameters (names in lower case, values unquoted)."""

    essence: str
    parameters: tuple[tuple[str, str], ...] = ()

    @property
    def type(self) -> str:
        """What stands before the slash."""
        return self.essence.partition("/")[0]

    @property
    def subtype(self) -> str:
        """What stands after the slash; "" where there is none."""
        return self.essence.partition("/")[2]

    @property
    def is_json(self) -> bool:
        """``application/json`` and whatever ends in ``+json`` (RFC 6839 §3.1)."""
        return self.subtype == "json" or self.subtype.endswith("+json")

    @property
    def is_text(self) -> bool:
        """Whether the content is text for people: ``text/*``, JSON, XML, and what is text by another name."""
        textual = {"xml", "javascript", "x-www-form-urlencoded", "x-ndjson", "graphql", "yaml", "x-yaml", "toml", "sql"}
        return self.type == "text" or self.is_json or self.subtype.endswith("+xml") or self.subtype in textual

    def get(self, name: str, default: str = "") -> str:
        """The value of the first parameter of that name (in lower case)."""
        return next((value for key, value in self.parameters if key == name), default)


def parse(text: str) -> MediaType:
    """Read a Content-Type. What cannot be read becomes the empty media type; nothing is raised."""
    essence, _, _ = text.partition(";")
    parameters = tuple(
        (name.lower(), re.sub(r"\\(.)", r"\1", value[1:-1]) if value.startswith('"') else value)
        for name, value in _PARAMETER.findall(text[len(essence) :])
    )
    return MediaType(essence.strip().lower(), parameters)
