"""A collection that somebody gives away as a file, kept as a folder of one's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction

from playground.accounts.models import Person
from playground.catalog import services as catalog
from playground.core.collected import Collection
from playground.core.errors import UnknownKey
from playground.core.messages import RequestSpec
from playground.core.variables import VARIABLE, Secret
from playground.environments.services import Choice, secrets_of, set_variable, taken_names, without_typed_secrets
from playground.history.masking import Mask
from playground.library import services
from playground.library.models import Folder
from playground.sharing.freezing import shown_field


@transaction.atomic
def import_collection(person: Person, collection: Collection, choice: Choice) -> Folder:
    """Keep a collection; keys that stand in it become variables. Raises ``InvalidInput``, and keeps nothing then."""
    return _import(person, collection, None, choice)


def _import(person: Person, collection: Collection, parent: Folder | None, choice: Choice) -> Folder:
    folder = services.add_folder(person, collection.name, parent, collection.note)
    for item in collection.requests:
        spec = without_secrets(person, item.spec, choice)
        words: dict[str, Any] = {"name": item.name, "note": item.note, "operation": _operation(item.operation)}
        words |= {"options": item.options, "assertions": item.assertions}
        saved = services.save_request(person, spec, folder=folder, **words)
        for example in item.examples:
            services.add_response(saved, _masked_entry(person, example.entry, choice), example.name)
    for inner in collection.folders:
        _import(person, inner, folder, choice)
    return folder


def _masked_entry(person: Person, entry: Mapping[str, Any], choice: Choice) -> dict[str, Any]:
    """A HAR entry as it is kept: without the person's secrets, nor a key that somebody left in what was sent."""
    mask = Mask(secrets_of(person, choice.session_key))
    masked: dict[str, Any] = _map_texts(dict(entry), mask.text)
    for row in _sent_fields(masked.get("request")):
        value = str(row.get("value", ""))
        if not VARIABLE.search(value) and "***" not in value:
            row["value"] = shown_field(str(row.get("name", "")), value)
    return masked


def _sent_fields(request: Any) -> list[dict[str, Any]]:
    """Rows of the header of a HAR request, whatever somebody wrote there."""
    rows = request.get("headers") if isinstance(request, dict) else None
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _map_texts(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {name: _map_texts(each, change) for name, each in value.items()}
    if isinstance(value, list):
        return [_map_texts(each, change) for each in value]
    return change(value) if isinstance(value, str) else value


def without_secrets(person: Person, spec: RequestSpec, choice: Choice) -> RequestSpec:
    """The request as it is stored: secrets that stand in it in full are variables of the person by now."""
    known = taken_names(person, choice)
    spec, typed = without_typed_secrets(spec, known)
    for name, value in typed.items():
        if known.get(name) != Secret(value):
            set_variable(person, name, value, secret=True, session_key=choice.key_for_new)
    return spec


def _operation(key: str) -> str:
    """The key, if the catalog has it."""
    try:
        catalog.page(key)
    except (ObjectDoesNotExist, UnknownKey):
        return ""
    return key
