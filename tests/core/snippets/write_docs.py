"""Writes the table of ``docs/snippets.md`` anew: ``python -m tests.core.snippets.write_docs``."""

from __future__ import annotations

from pathlib import Path

from playground.core.snippets import registry
from playground.core.snippets.base import Target
from tests.core.snippets import runners

PAGE = Path(__file__).parents[3] / "docs" / "snippets.md"
_START = "<!-- table -->\n"
_END = "<!-- end of table -->\n"

_RUN = "run in the test suite"


def table() -> str:
    rows = ["| language | client | target | default | how it is checked |", "|---|---|---|---|---|"]
    return "\n".join([*rows, *map(_row, registry.TARGETS), ""])


def _row(target: Target) -> str:
    default = "yes" if target.is_default else ""
    return f"| {target.title} | {target.client} | `{target.key}` | {default} | {_check(target)} |"


def _check(target: Target) -> str:
    if target.key in runners.NOT_RUN:
        return f"parsed. {runners.NOT_RUN[target.key]}"
    return _RUN


def page(written: str) -> str:
    """The page with the table as it should be."""
    before, _, rest = written.partition(_START)
    after = rest.partition(_END)[2]
    return f"{before}{_START}\n{table()}\n{_END}{after}"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
