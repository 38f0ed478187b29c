"""What people write beside their things (names, notes, what they expect of an answer), and the secrets in it."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.utils.module_loading import import_string

from playground.accounts.models import Person
from playground.core.errors import InvalidInput


def secrets_of(person: Person, session_key: str = "") -> dict[str, str]:
    """Value → name of every secret of a person that opens here; the longest first, so that none is left half."""
    found: dict[str, str] = import_string(settings.PLAYGROUND_SECRETS_OF)(person, session_key)
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


def hidden(person: Person, text: str, session_key: str = "") -> str:
    """A text with the names of secrets, in braces, where their values stand."""
    for value, name in secrets_of(person, session_key).items() if text else ():
        text = text.replace(value, "{{" + name + "}}")
    return text


def check_secrets(person: Person, texts: Iterable[str], session_key: str = "") -> None:
    """Raises ``InvalidInput`` where the value of a secret stands in one of these, which are kept as they are typed."""
    texts = tuple(texts)
    for value, name in secrets_of(person, session_key).items():
        if any(value in text for text in texts):
            raise InvalidInput(
                "The value of the secret “%(name)s” stands in it, and would be kept in full.",
                hint="Compare another part of the answer, or match a part of the value.",
                name=name,
            )
