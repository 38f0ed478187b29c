"""Every address of the site, as its URL configuration has them, and something to ask each of them for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from playground.accounts.models import ApiToken, Person
from playground.core.messages import RequestSpec
from playground.environments.models import Environment, Variable
from playground.history import services as history
from playground.library import services as library
from playground.library.models import Draft
from playground.sharing import services as sharing
from tests.history.recorded import recorded
from tests.people import client_of

#: The admin site checks its own; its addresses are asked once as a whole.
OTHERS = ("admin",)
_OPERATION = "create-structured-output"
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


@dataclass(frozen=True)
class Address:
    name: str
    converters: tuple[str, ...]

    @property
    def is_api(self) -> bool:
        return self.name.startswith("api:")


def addresses() -> list[Address]:
    return sorted(set(_walk(get_resolver())), key=lambda address: address.name)


def _walk(resolver: URLResolver, space: str = "") -> Iterator[Address]:
    for item in resolver.url_patterns:
        if isinstance(item, URLPattern):
            yield Address(space + (item.name or ""), tuple(item.pattern.converters))
        elif item.namespace not in OTHERS:
            yield from _walk(item, f"{space}{item.namespace}:" if item.namespace else space)


@dataclass
class World:
    """Somebody with one thing of each kind, the ids of which ``ids`` has by the words of the table."""

    person: Person
    ids: dict[str, Any] = field(default_factory=dict)


def world() -> World:
    person = Person.objects.create(user=User.objects.create_user("ada"))
    run = recorded(person, spec=RequestSpec("GET", "https://api.example.com/v1/models"))
    environment = Environment.objects.create(person=person, name="Staging")
    Variable.objects.create(person=person, environment=environment, name="region", stored="eu-1")
    saved = library.save_request(person, history.spec_of(run), name="Mine")
    kept = library.add_response(saved, history.entry_of(run))
    ApiToken.issue(person, "CI")
    share = sharing.share_run(person, run)
    ids = {
        "run": run.pk,
        "environment": environment.key,
        "folder": library.add_folder(person, "Mine").pk,
        "saved": saved.pk,
        "response": kept.pk,
        "share": share.pk,
        "draft": Draft.objects.create(person=person, operation=_OPERATION, request=saved.request).pk,
        "token": person.tokens.get().pk,
    }
    return World(person, ids)


#: Who is asked: the one whose it is, somebody without anything, and somebody else.
def clients(person: Person, is_api: bool) -> tuple[Client, Client, Client]:
    stranger = Person.objects.create()
    if is_api:
        return _with_token(person), Client(), _with_token(stranger)
    owner = Client()
    if person.user is not None:
        owner.force_login(person.user)
    return owner, Client(), client_of(stranger)


def _with_token(person: Person) -> Client:
    return Client(headers={"Authorization": f"Bearer {ApiToken.issue(person)}"})


Ids = Callable[[dict[str, Any]], dict[str, Any]]


def _one(parameter: str, kind: str, **more: Any) -> Ids:
    return lambda ids: {parameter: ids[kind], **more}


def _saved(ids: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "requests", "number": ids["saved"]}


def _response(ids: dict[str, Any]) -> dict[str, Any]:
    return {"number": ids["saved"], "response": ids["response"]}


#: Addresses with an id of something that belongs to somebody: anybody else gets 404.
OWNED: dict[str, Ids] = {
    "accounts:token_revoke": _one("number", "token"),
    **{
        f"api:{name}": _one("exchange", "run")
        for name in ("exchange_read", "exchange_delete")
    },
    **{
        f"api:{name}": _one("environment", "environment")
        for name in ("environment_read", "environment_change", "environment_delete", "variables_list")
    },
    **{
        f"api:{name}": _one("environment", "environment", name="region")
        for name in ("variable_keep", "variable_delete")
    },
    **{f"api:{name}": _one("folder", "folder") for name in ("folder_read", "folder_change", "folder_delete")},
    "api:folder_export": _one("folder", "folder", format="playground_json"),
    **{f"api:{name}": _one("draft", "draft") for name in ("draft_read", "draft_discard")},
    **{f"api:{name}": _one("saved", "saved") for name in ("saved_read", "saved_change", "saved_delete")},
    **{f"api:{name}": _one("share", "share") for name in ("own_share_read", "own_share_end")},
    **{
        f"environments:{name}": _one("key", "environment")
        for name in ("environment_edit", "environment_duplicate", "environment_delete")
    },
    **{
        f"history:{name}": _one("number", "run")
        for name in (
            "run_describe", "run_read", "run_delete", "content_read", "content_page", "content_tree", "content_part",
            "content_find", "told_read", "rest_read", "font_style", "har_read",
        )
    },
    "library:folder_export": _one("number", "folder", key="playground_json"),
    "library:assertion_delete": _one("number", "saved"),
    "library:response_read": _response,
    "library:response_delete": _response,
    **{
        f"library:{name}": _saved
        for name in ("item_edit", "item_move", "item_duplicate", "item_delete", "item_restore")
    },
    **{
        f"runs:{name}": _one("number", "run")
        for name in (
            "events_read", "replay_show", "replay_read", "run_stop", "run_repeat", "values_keep", "show_checks",
            "assertions_edit",
        )
    },
    "sharing:run_share": _one("number", "run"),
    "sharing:share_edit": _one("key", "share"),
    "sharing:share_revoke": _one("key", "share"),
    "workbench:run_save": _one("number", "run"),
}  # fmt: skip

#: Addresses with an id that is nobody's: of the catalog, of a link that is given away, a word.
ANYBODY: dict[str, Ids] = {
    "api:library_export": lambda ids: {"format": "playground_json"},
    "api:draft_keep": lambda ids: {"document": "catalog", "operation": _OPERATION},
    "api:document_read": lambda ids: {"document": "catalog"},
    "api:operations_list": lambda ids: {"document": "catalog"},
    "api:operation_read": lambda ids: {"document": "catalog", "operation": _OPERATION},
    **{
        f"catalog:{name}": lambda ids: {"key": _OPERATION}
        for name in ("operation", "operation_markdown", "operation_fragment", "operation_code", "operation_structure")
    },
    **{f"catalog:{name}": lambda ids: {"api": "catalog"} for name in ("index", "llms", "group", "forms_tree")},
    "catalog:guide": lambda ids: {"id": "making-requests"},
    "catalog:guide_markdown": lambda ids: {"id": "making-requests"},
    "library:library_export": lambda ids: {"key": "playground_json"},
    "mock:root": lambda ids: {"api": "catalog"},
    "mock:answer": lambda ids: {"api": "catalog", "rest": "v1/models"},
    "panes_style": lambda ids: {"panes": "300-50"},
    **{
        f"sharing:{name}": _one("key", "share")
        for name in (
            "share_read", "share_code", "share_content", "share_tree", "share_part", "share_embed", "share_badge",
        )
    },
    **{
        f"workbench:{name}": lambda ids: {"key": _OPERATION}
        for name in (
            "page", "live", "problems", "send", "share", "link", "code_download", "draft_keep", "draft_change",
            "request_save", "names_read",
        )
    },
    "workbench:api_start": lambda ids: {"api": "catalog"},
    "workbench:variable_forget": lambda ids: {"name": "region"},
}  # fmt: skip


def url_of(address: Address, ids: dict[str, Any]) -> str:
    given = (OWNED | ANYBODY)[address.name](ids) if address.converters else {}
    return reverse(address.name, kwargs=given)


def ask(client: Client, method: str, url: str) -> HttpResponseBase:
    """An answer, which is not read to its end where it is a stream."""
    body = {"data": "{}", "content_type": "application/json"} if url.startswith("/api/") and method != "GET" else {}
    response = client.generic(method, url, **body)
    response.close()
    return response
