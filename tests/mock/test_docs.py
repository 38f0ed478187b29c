"""docs/mock.md names what there is."""

from dataclasses import fields
from pathlib import Path

import pytest

from playground.core.mocking import preferences, tasks
from playground.core.mocking.checks import REFUSED_KEY
from playground.core.mocking.fitting import FILES
from playground.core.mocking.upstream import MAX_CONTENT

TEXT = (Path(__file__).parents[2] / "docs" / "mock.md").read_text()


@pytest.mark.parametrize("name", [item.name for item in fields(preferences.Preferences) if item.name != "applied"])
def test_every_preference_is_in_the_table_and_its_example_is_understood(name):
    shown = next(line for line in TEXT.splitlines() if line.startswith(f"| `{name.replace('_', '-')}="))
    example = shown.split("`")[1]
    assert preferences.parse([example]).applied == (example,)


def test_limits_and_names():
    for text in (
        REFUSED_KEY,
        FILES,
        f"{MAX_CONTENT // 2**20} MiB",
        str(preferences.MAX_DELAY),
        str(preferences.MAX_PACE),
        f"{preferences.DEFAULT_PACE} ms",
        f"within {tasks.QUEUED_FOR:.0f}\nseconds",
        f"within {tasks.DONE_AFTER:.0f} it",
    ):
        assert text in TEXT, text
