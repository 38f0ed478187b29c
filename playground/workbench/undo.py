"""What a button replaced, kept in the form itself, so that one more click brings it back."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from playground.workbench.composer import BODY_TYPES, MAX_ROWS, Composer, Row

#: Buttons that replace or remove what was typed.
UNDOABLE = ("example:", "body-restore", "body:remove:", "body:switch:", "body:clear:", "undo")
_GROUPS = ("form", "part")


def kept(composer: Composer) -> str:
    """The body of a form as JSON text; files that were chosen are not in it."""
    rows = {name: [_kept_row(row) for row in composer.group(name)] for name in _GROUPS}
    return json.dumps({"type": composer.body_type, "media": composer.media_type, "body": composer.body, **rows})


def _kept_row(row: Row) -> list[Any]:
    return [row.name, row.value, row.enabled, row.is_file, row.content_type]


def restored(composer: Composer, text: str) -> Composer:
    """The form with the body that was kept; the form itself where the text is not one that ``kept`` made."""
    try:
        held = json.loads(text)
        rows = {name: _rows(held[name]) for name in _GROUPS}
        kind, media, body = (str(held[name]) for name in ("type", "media", "body"))
    except (ValueError, KeyError, TypeError, RecursionError):
        return composer
    if kind not in BODY_TYPES:
        return composer
    return replace(
        composer, body_type=kind, media_type=media, body=body, body_base=body, rows={**composer.rows, **rows}
    )


def _rows(held: list[list[Any]]) -> tuple[Row, ...]:
    return tuple(
        Row(str(number), str(name), str(value), bool(enabled), is_file=bool(is_file), content_type=str(content_type))
        for number, (name, value, enabled, is_file, content_type) in enumerate(held[:MAX_ROWS])
    )
