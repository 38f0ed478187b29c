"""Rows written, and looked up, by statements whose text is made once.

The ORM makes the text of a statement anew each time, which takes several times as long as the database takes to run
it. Every send writes and asks for the same few rows, and somebody waits for it. Values are adapted by the fields of
the model, as the ORM has it done; no signals are sent.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, cast

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import (
    BigIntegerField,
    BooleanField,
    CharField,
    Field,
    FloatField,
    Model,
    PositiveSmallIntegerField,
    TextField,
)

#: Attribute of a row, and the field that adapts its value to the database; None where the value goes as it is.
_Column = tuple[str, "Field[Any, Any] | None"]

#: Fields whose values every database takes as Python has them.
_AS_THEY_ARE = {BigIntegerField, BooleanField, CharField, FloatField, PositiveSmallIntegerField, TextField}


def insert(row: Model, *, sql: tuple[tuple[str, str], ...] = (), returning: str = "") -> tuple[Any, ...]:
    """Write a new row. ``sql`` has columns that the database works out, each with its expression.

    Gives what ``returning``, a list of columns, asks for, as the database has it. A key that the database gives is
    not set.
    """
    text, columns = _insert(type(row), sql, returning)
    connection = connections[DEFAULT_DB_ALIAS]  # looked up once, and not by each field
    values = [
        field.get_db_prep_save(field.pre_save(row, True), connection) if field else getattr(row, name)
        for name, field in columns
    ]
    with connection.cursor() as cursor:
        cursor.execute(text, values)
        row._state.adding, row._state.db = False, connection.alias
        return tuple(cursor.fetchone()) if returning else ()


def update(row: Model, names: tuple[str, ...], *, returning: str = "1") -> tuple[Any, ...] | None:
    """Write these fields of a row; gives what ``returning`` asks for, None where the row is gone."""
    text, columns = _update(type(row), names, returning)
    connection = connections[DEFAULT_DB_ALIAS]
    values = [
        field.get_db_prep_save(getattr(row, name), connection) if field else getattr(row, name)
        for name, field in columns
    ]
    with connection.cursor() as cursor:
        cursor.execute(text, values)
        found = cursor.fetchone()
    return None if found is None else tuple(found)


def find(model: type[Model], names: tuple[str, ...], /, **where: Any) -> tuple[Any, ...] | None:
    """These columns of a row, as the database has them; None where there is none of these values."""
    text, columns = _find(model, names, tuple(where))
    connection = connections[DEFAULT_DB_ALIAS]
    values = [
        field.get_db_prep_value(value, connection) if field else value
        for (_name, field), value in zip(columns, where.values(), strict=True)
    ]
    with connection.cursor() as cursor:
        cursor.execute(text, values)
        found = cursor.fetchone()
    return None if found is None else tuple(found)


@lru_cache(maxsize=64)
def _find(model: type[Model], names: tuple[str, ...], where: tuple[str, ...]) -> tuple[str, tuple[_Column, ...]]:
    wanted = ", ".join(f'"{model._meta.get_field(name).column}"' for name in names)  # type: ignore[union-attr]
    fields = [cast("Field[Any, Any]", model._meta.get_field(name)) for name in where]
    given = " AND ".join(f'"{field.column}" = %s' for field in fields)
    text = f'SELECT {wanted} FROM "{model._meta.db_table}" WHERE {given} LIMIT 1'
    return text, tuple(map(_column, fields))


@lru_cache(maxsize=64)
def _insert(model: type[Model], sql: tuple[tuple[str, str], ...], returning: str) -> tuple[str, tuple[_Column, ...]]:
    worked_out = dict(sql)
    given = [field for field in model._meta.concrete_fields if _is_given(field) and field.column not in worked_out]
    columns = ", ".join(f'"{column}"' for column in [*(field.column for field in given), *worked_out])
    values = ", ".join([*["%s"] * len(given), *worked_out.values()])
    text = f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES ({values})'
    return text + (f" RETURNING {returning}" if returning else ""), tuple(map(_column, given))


def _is_given(field: Field[Any, Any]) -> bool:
    """Whether the program knows the value, and not the database."""
    return not field.generated and field is not field.model._meta.auto_field


@lru_cache(maxsize=64)
def _update(model: type[Model], names: tuple[str, ...], returning: str) -> tuple[str, tuple[_Column, ...]]:
    key = model._meta.pk
    fields = [cast("Field[Any, Any]", model._meta.get_field(name)) for name in names]
    columns = ", ".join(f'"{field.column}" = %s' for field in fields)
    text = f'UPDATE "{model._meta.db_table}" SET {columns} WHERE "{key.column}" = %s RETURNING {returning}'
    return text, tuple(map(_column, (*fields, key)))


def _column(field: Field[Any, Any]) -> _Column:
    return field.attname, None if type(field) in _AS_THEY_ARE else field
