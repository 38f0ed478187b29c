"""What the small buttons of the form do: one word and its place, the same with JavaScript and without.

``row-add:<group>`` · ``row-add:<group>:<text or file>:<name>`` ·
``row-remove:<group>:<id>`` · ``row-up:…`` · ``row-down:…`` · ``row-restore:…`` ·
``body:<action of core.schema.instances>`` · ``body-format`` · ``body-restore`` · ``example:<name>``
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from playground.workbench.composer import MAX_ROWS, Composer, Row


def apply_row_action(composer: Composer, action: str) -> Composer:
    """The form after a button of a row; the form itself where the row is gone already."""
    word, _, place = action.partition(":")
    group, _, number = place.partition(":")
    change = ROW_ACTIONS.get(word)
    rows = list(composer.group(group))
    if change is None:
        return composer
    if word == "row-add":
        return composer.with_rows(group, _add(rows, number))
    index = next((i for i, row in enumerate(rows) if row.id == number), None)
    return composer if index is None else composer.with_rows(group, change(rows, index))


def _add(rows: list[Row], field: str) -> list[Row]:
    """One more row: an empty one, or one of a documented field (``file:image``)."""
    if len(rows) >= MAX_ROWS:
        return rows
    kind, _, name = field.partition(":")
    numbers = [int(row.id) for row in rows if row.id.isdigit()]
    return [*rows, Row(str(max(numbers, default=-1) + 1), name[:200], is_file=kind == "file")]


def _remove(rows: list[Row], index: int) -> list[Row]:
    return rows[:index] + rows[index + 1 :]


def _up(rows: list[Row], index: int) -> list[Row]:
    return _swap(rows, index, index - 1)


def _down(rows: list[Row], index: int) -> list[Row]:
    return _swap(rows, index, index + 1)


def _swap(rows: list[Row], one: int, other: int) -> list[Row]:
    if 0 <= other < len(rows):
        rows[one], rows[other] = rows[other], rows[one]
    return rows


def _restore(rows: list[Row], index: int) -> list[Row]:
    documented = rows[index].documented
    if documented is not None:
        rows[index] = replace(rows[index], value=documented)
    return rows


ROW_ACTIONS: dict[str, Callable[[list[Row], int], list[Row]]] = {
    "row-add": lambda rows, index: rows,
    "row-remove": _remove,
    "row-up": _up,
    "row-down": _down,
    "row-restore": _restore,
}
