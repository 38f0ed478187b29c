"""docs/page-contract.md names every hook of the page, and only those that are there."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from playground.history.inspection import TABS
from playground.workbench.composer import GROUPS
from tests.site import ROOT

CONTRACT = (ROOT / "docs" / "page-contract.md").read_text(encoding="utf-8")
TEMPLATES = {
    str(path.relative_to(ROOT)): path.read_text(encoding="utf-8")
    for path in chain((ROOT / "templates").rglob("*.html"), (ROOT / "playground").rglob("*.py"))
}

#: Hooks whose names are put together from a list, and what the list is.
MADE = {
    "{{ group }}-row": {f"{group}-row" for group in GROUPS},
    "tab-response-{{ key }}": {f"tab-response-{view}" for view in TABS},
}


def _present() -> set[str]:
    written = set(re.findall(r'data-testid="([^"]+)"', "\n".join(TEMPLATES.values())))
    assert set(MADE) <= written
    return (written - set(MADE)).union(*MADE.values())


def _named() -> set[str]:
    """What stands between backticks in the first column of a table."""
    cells = re.findall(r"^\| (`.*?) \|", CONTRACT, re.MULTILINE)
    names = chain.from_iterable(re.findall(r"`([a-z<>-]+)`", cell) for cell in cells)
    return {name for name in names if not name.startswith("data-")}


def test_every_hook_that_is_promised_is_there() -> None:
    assert {name for name in _named() if "<" not in name} <= _present()


def test_every_hook_that_is_there_is_named() -> None:
    assert _present() - set(re.findall(r"`([a-z-]+)`", CONTRACT)) == set()


@pytest.mark.parametrize("attribute", re.findall(r"`(data-[a-z]+)`", CONTRACT))
def test_every_attribute_that_is_promised_is_written(attribute: str) -> None:
    assert any(f"{attribute}=" in text for text in TEMPLATES.values())


@pytest.mark.parametrize(
    "name",
    [
        "nav-tree",
        "nav-search",
        "url",
        "method",
        "server",
        "send",
        "stop",
        "tab-preview",
        "body-json",
        "control",
        "header-row",
        "preview",
        "code",
        "code-language",
        "copy",
        "response-status",
        "response-body",
        "response-headers",
        "stream-event",
        "problem",
        "history-item",
    ],
)
def test_the_hooks_that_other_programs_rely_on_stay(name: str) -> None:
    assert name in _present()
    assert f"`{name}`" in CONTRACT
