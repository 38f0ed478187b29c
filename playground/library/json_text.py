"""A column of JSON as ASCII text: what was typed may hold U+0000 or half of a surrogate pair, which jsonb refuses."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    Column = models.TextField[Any, Any]
else:
    Column = models.TextField


class JsonText(Column):
    _pyi_private_set_type: Any
    _pyi_private_get_type: Any

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> Any:
        return None if value is None else json.loads(value)

    def to_python(self, value: Any) -> Any:
        return json.loads(value) if isinstance(value, str) else value

    def get_prep_value(self, value: Any) -> str | None:
        return None if value is None else json.dumps(value, separators=(",", ":"))

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj)) or "null"


def plain(text: str) -> str:
    """Text for a column of the database, without what no text can hold there."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()
