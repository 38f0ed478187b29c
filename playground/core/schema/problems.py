"""The noun ``Problem``: one place where something is not as a schema, or a control, asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

#: What is said for each keyword. Named parameters in %-style, so that a translation can order them as it likes.
MESSAGES: Mapping[str, str] = MappingProxyType(
    {
        # --- what a person typed into a control ---
        "json": "This is not JSON yet. %(detail)s",
        "number-text": "%(text)s is not a number as JSON writes it, such as 12, -0.5 or 1e3.",
        "choice": "%(text)s is none of the choices.",
        "no-place": "There is no such place in the body any more.",
        "no-name": "A name is needed here.",
        "same-name": "There is already a member named %(name)s.",
    }
)


@dataclass(frozen=True, slots=True)
class Problem:
    """A sentence about a place in an instance.

    ``pointer`` is its JSON Pointer, ``keyword`` a key of MESSAGES. ``message`` is the English sentence; ``template``
    and ``parameters`` are what it was made of, to be said in another language.
    """

    pointer: str
    keyword: str
    parameters: Mapping[str, str] = field(default_factory=dict)

    @property
    def template(self) -> str:
        return MESSAGES[self.keyword]

    @property
    def message(self) -> str:
        return self.template % self.parameters


def problem(pointer: str, keyword: str, **parameters: object) -> Problem:
    """A problem with its parameters as the text that is shown."""
    return Problem(pointer, keyword, {name: str(value) for name, value in parameters.items()})
