"""What the page keeps of a request: saved under a name, or as a draft of what was typed. Glue to the library."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from secrets import token_hex
from typing import Any

from django.http import Http404, HttpRequest

from playground.accounts.models import Person
from playground.core.assertions import Assertion
from playground.core.errors import InvalidInput, PlaygroundError
from playground.core.messages import BinaryBody, Body, MultipartBody, Parameter, Part, RequestSpec, TextBody
from playground.core.variables import Secret, Value
from playground.environments.services import Choice, set_variable, taken_names, without_typed_secrets
from playground.library import drafts, services
from playground.library.models import Draft, SavedRequest
from playground.sharing import services as sharing
from playground.web.origin import mock_base
from playground.workbench import desk as desks
from playground.workbench.bodies import kept
from playground.workbench.desk import Desk
from playground.workbench.options import of_run

#: Bytes of a draft as JSON: what is larger is not kept as one types.
DRAFT_BYTES = 2 * 2**20

State = dict[str, Any]


def asked_saved(request: HttpRequest) -> SavedRequest | None:
    """The saved request that the address or the form names; 404 where it is not there, or somebody else's."""
    key = request.POST.get("saved") or request.GET.get("saved")
    if not key:
        return None
    found = services.find_request(request.person, key)  # type: ignore[attr-defined]
    if found is None:
        raise Http404
    return found


# States


def without_secrets(person: Person, desk: Desk) -> RequestSpec:
    """The request as it is stored: secrets that were typed in full are variables of the person by now."""
    known = taken_names(person, desk.choice)
    spec, typed = without_typed_secrets(desk.spec, known, desk.documented)
    _keep_typed(person, typed, known, desk.choice)
    return spec


def draft_state(desk: Desk) -> State:
    """What is typed, as a draft: secrets left out, variables in their places. Raises ``InvalidInput``."""
    return _state(desk, _unfinished(desk, desk.shown[0]))


def _state(desk: Desk, spec: RequestSpec) -> State:
    document = services.document_of(spec, DRAFT_BYTES)
    return {"request": document, "mock_base": mock_base(desk.request), "options": options_of(desk)}


#: How a request is sent, as far as it is kept: that a certificate is not checked holds for one run alone.
OPTIONS = ("follow_redirects", "timeout_s")


def options_of(desk: Desk) -> dict[str, Any]:
    try:
        chosen = desk.composer.options.chosen()
    except ValueError:  # the time is no number yet
        chosen = replace(desk.composer.options, timeout_s="").chosen()
    return {name: value for name, value in chosen.items() if name in OPTIONS}


#: An address whose authority has something after a colon that is no port: a password, the @ still to come.
_PASSWORD_SO_FAR = re.compile(
    r"(\A[a-zA-Z][a-zA-Z0-9+.\-]*://[^/?#:@\[\]{}]*):(?=[^/?#@]*[^0-9/?#@])[^/?#@{}]*(?=\Z|[/?#])"
)


def _unfinished(desk: Desk, spec: RequestSpec) -> RequestSpec:
    """Without what may be half of a secret, and without the content of files."""
    return replace(
        spec,
        url=_PASSWORD_SO_FAR.sub(r"\1", spec.url),
        query=_named(spec.query),
        headers=_named(spec.headers),
        cookies=_named(spec.cookies),
        body=_draft_body(desk, spec.body),
    )


def _named(rows: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
    """A row whose name is still to come may hold a key."""
    return tuple(row if row.name else replace(row, value="") for row in rows)


def _draft_body(desk: Desk, body: Body) -> Body:
    match body:
        case BinaryBody():
            return replace(body, content=None if body.file_name else b"")
        case MultipartBody():
            return replace(body, parts=tuple(_draft_part(part) for part in body.parts))
        case TextBody() if desk.merged.broken is not None and _has_passwords(desk):
            raise InvalidInput(
                "The draft is kept again as soon as the JSON is whole: until then, it may hold a password."
            )
    return body


def _draft_part(part: Part) -> Part:
    return replace(part, content=None) if isinstance(part.content, bytes) else part


def _has_passwords(desk: Desk) -> bool:
    """Whether the description has a place for a secret in the JSON: of a text that is no JSON nobody can say where."""

    def found() -> tuple[bool]:
        return ("'format': 'password'" in repr(desk.fragment.document.data),)

    return kept(desk.fragment, "has_passwords", found)[0]


def untouched_state(request: HttpRequest, key: str, saved: SavedRequest | None) -> State:
    """What the form holds before anything is typed: the documented request, or the saved one."""
    desk = open_saved(request, key, saved) if saved else desks.open_documented(request, key)
    return draft_state(desk)


def open_saved(request: HttpRequest, key: str, saved: SavedRequest) -> Desk:
    desk = desks.open_spec(request, key, saved.spec(mock_base(request)))
    desk.composer = replace(desk.composer, options=of_run(saved.options))
    return desk


def open_draft(request: HttpRequest, key: str, draft: Draft) -> Desk | None:
    """The form as it was left; None where the draft cannot be read."""
    try:
        desk = desks.open_spec(request, key, draft.spec(mock_base(request)))
    except PlaygroundError:
        return None
    desk.composer = replace(desk.composer, options=of_run(draft.options))
    return desk


# The line below the address


@dataclass
class Keeping:
    """What the page says of a request: under which name it is saved, and what was typed since."""

    saved: SavedRequest | None = None
    draft: Draft | None = None
    page: drafts.Page = field(default_factory=drafts.Page)
    #: Whether something else is typed than what is saved.
    changed: bool = False
    #: Another page wrote the draft since.
    conflict: bool = False
    #: What kept it from being kept.
    problem: InvalidInput | None = None
    #: The version of the saved request that the page was drawn from, "" for the present one.
    seen: str = ""
    #: Another page saved the request since.
    saved_conflict: bool = False
    #: Id of the share that it is a copy of, "" where it is none.
    share: str = ""

    @property
    def is_kept(self) -> bool:
        return self.draft is not None and not self.draft.discarded

    @property
    def within(self) -> str:
        """Id of the folder that one is in, "" for the top of the tree."""
        return str(self.saved.folder_id or "") if self.saved else ""

    @property
    def saved_version(self) -> str:
        return self.seen or (services.version_of(self.saved) if self.saved else "")

    @property
    def has_former(self) -> bool:
        return self.draft is not None and self.draft.former is not None


def page_of(request: HttpRequest) -> drafts.Page:
    """What a posted form knows of its draft; for a page that is drawn first, nothing but a name."""
    post = request.POST
    version = post.get("draft_version", "")
    return drafts.Page(
        version=int(version) if version.isdecimal() and len(version) < 9 else 0,
        writer=post.get("draft_writer", "")[:40] or token_hex(8),
        apart=post.get("draft_apart") == "1",
        force="draft_force" in post,
    )


def find(request: HttpRequest, key: str) -> Keeping:
    """What is kept of an operation, or of the saved request that is asked for."""
    saved = asked_saved(request)
    draft = drafts.find(request.person, key, saved)  # type: ignore[attr-defined]
    seen = request.POST.get("saved_version", "")[:16]
    return Keeping(saved, draft, page_of(request), seen=seen, share=_copied_share(request))


def _copied_share(request: HttpRequest) -> str:
    return (request.POST.get("copied_share") or request.GET.get("share", ""))[:40].replace("\x00", "")


def expected_of(found: Keeping) -> tuple[Assertion, ...]:
    """What goes along with a copy under a new name: that of the saved request, or of the share."""
    return sharing.assertions_of(found.saved) if found.saved else sharing.forked_assertions(found.share)


def open_asked(request: HttpRequest, key: str) -> Desk:
    """The form for somebody who comes: an example that is asked for, the draft, what is saved, or the documentation.

    Raises as ``desk.open_documented`` does.
    """
    keeping, example = find(request, key), request.GET.get("example") or None
    desk = None
    if keeping.draft is not None and keeping.is_kept and example is None:
        desk = open_draft(request, key, keeping.draft)
    from_draft = desk is not None
    if desk is None:
        saved = keeping.saved if example is None else None
        desk = open_saved(request, key, saved) if saved else desks.open_documented(request, key, example)
    desk.keeping = drawn(keeping, desk, from_draft=from_draft)
    return desk


def drawn(keeping: Keeping, desk: Desk, *, from_draft: bool = False) -> Keeping:
    """The same, once the page has its form: which version it shows, and whether that is another than the saved one."""
    draft, saved = keeping.draft, keeping.saved
    try:
        if draft is not None:
            shows = from_draft or draft.discarded or _same(draft_state(desk), _state_now(draft, desk.request))
            keeping.page = replace(keeping.page, version=draft.version, apart=not shows)
        if saved is not None:
            keeping.changed = not _same(draft_state(desk), untouched_state(desk.request, desk.operation.key, saved))
    except InvalidInput:
        keeping.changed = saved is not None
    return keeping


def _state_now(draft: Draft, request: HttpRequest) -> State:
    desk = open_draft(request, draft.operation, draft)
    return draft_state(desk) if desk else {}


def _same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return one.get("request") == other.get("request") and one.get("options") == other.get("options")


# Keeping


def keep_draft(desk: Desk, key: str, person_of: Any) -> Keeping:
    """Keep what was typed; a guest is made by ``person_of`` only where there is something to keep."""
    request = desk.request
    keeping = find(request, key)
    try:
        state = draft_state(desk)
        untouched = untouched_state(request, key, keeping.saved)
        keeping.changed = not _same(state, untouched)
        if keeping.changed:
            keeping.draft = drafts.put(person_of(request), key, keeping.saved, state, keeping.page)
        elif keeping.draft is not None:
            keeping.draft = drafts.discard(keeping.draft, keeping.page)
    except InvalidInput as error:
        keeping.problem = error
    except drafts.DraftConflict as conflict:
        keeping.draft, keeping.conflict = conflict.draft, True
    else:
        version = keeping.draft.version if keeping.draft else 0
        keeping.page = replace(keeping.page, version=version, apart=False, force=False)
    return keeping


def _keep_typed(person: Person, typed: Mapping[str, str], known: Mapping[str, Value | None], choice: Choice) -> None:
    for name, value in typed.items():
        if known.get(name) != Secret(value):
            set_variable(person, name, value, secret=True, session_key=choice.key_for_new)
