"""How an operation is called on the whole site, and the addresses of its pages: the one place that knows them.

An operation of the shipped description is called by its key (``create-speech``), another by the keys of its API and its
own (``playground/targets-list``). Whatever is kept of an operation (runs, drafts, saved requests, shares, rules) is
kept by that name, and pages stand at addresses made of it. Those of the shipped description were there first and stay::

    create-speech             /docs/create-speech/                    /try/create-speech/
    playground/targets-list   /apis/playground/docs/targets-list/     /apis/playground/try/targets-list/

Routes name these as ``<docs:api>``, ``<page:key>`` and ``<form:key>``, so that ``reverse`` writes each address and a
view gets the key of an API, or the name of an operation.
"""

from __future__ import annotations

import re

from django.urls import register_converter

#: The description that is shipped.
SHIPPED = "catalog"

_SLUG = "[-a-zA-Z0-9_]+"


def name_of(api: str, key: str) -> str:
    """What the operation of that key is called."""
    return key if api == SHIPPED else f"{api}/{key}"


def api_of(name: str) -> str:
    """The key of the API that an operation belongs to."""
    return name.partition("/")[0] if "/" in name else SHIPPED


def key_of(name: str) -> str:
    """The key of an operation within its API."""
    return name.rpartition("/")[2]


class _Docs:
    """Where what is to be read of an API stands: ``docs``, ``apis/<api>/docs``."""

    regex = f"docs|apis/(?!{SHIPPED}/){_SLUG}/docs"

    def to_python(self, text: str) -> str:
        return SHIPPED if text == "docs" else text.split("/")[1]

    def to_url(self, api: str) -> str:
        return "docs" if api == SHIPPED else f"apis/{_checked(api)}/docs"


class _Operation:
    """The pages of an operation below the folder ``place``."""

    place: str

    def __init_subclass__(cls) -> None:
        cls.regex = f"{cls.place}/{_SLUG}|apis/(?!{SHIPPED}/){_SLUG}/{cls.place}/{_SLUG}"

    regex = ""

    def to_python(self, text: str) -> str:
        parts = text.split("/")
        return parts[1] if parts[0] == self.place else f"{parts[1]}/{parts[3]}"

    def to_url(self, name: str) -> str:
        api, key = _checked(api_of(name)), _checked(key_of(name))
        return f"{self.place}/{key}" if api == SHIPPED else f"apis/{api}/{self.place}/{key}"


class _Page(_Operation):
    place = "docs"


class _Form(_Operation):
    place = "try"


def _checked(part: str) -> str:
    """Raises ``ValueError`` for what no address can be made of, as ``reverse`` wants it."""
    if not re.fullmatch(_SLUG, part):
        raise ValueError(part)
    return part


register_converter(_Docs, "docs")
register_converter(_Page, "page")
register_converter(_Form, "form")
