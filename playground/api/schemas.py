"""What goes in and out of the JSON API."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field

from playground.catalog.models import Description
from playground.catalog.names import key_of
from playground.core.assertions import Assertion
from playground.core.exporters.formats import har as exporter
from playground.core.openapi.operations import Operation
from playground.core.snippets import Mode, Snippet, Target
from playground.core.variables import Secret
from playground.environments.models import Environment, Variable
from playground.history import services as history
from playground.history.models import Run
from playground.library.models import Draft, Folder, SavedRequest
from playground.sharing.models import Share


class TargetOut(Schema):
    key: str = Field(examples=["python_requests"])
    language: str = Field(examples=["python"])
    client: str = Field(examples=["requests"])
    title: str = Field(examples=["Python"])
    #: Lexer name of Pygments.
    syntax: str
    extension: str
    is_default: bool

    @classmethod
    def of(cls, target: Target) -> TargetOut:
        names = ("key", "language", "client", "title", "syntax", "extension", "is_default")
        return cls(**{name: getattr(target, name) for name in names})


class TargetsOut(Schema):
    targets: list[TargetOut]


class SnippetsIn(Schema):
    request: dict[str, Any] = Field(description="A HAR 1.2 request object.")
    targets: list[str] | None = Field(None, description="Keys of targets; without them the default of each language.")
    variables: Mode = Field(
        "environment",
        description="How `{{names}}` stand in the code: read from the environment when it runs, or as placeholders.",
    )
    native: bool = Field(
        False, description="A JSON body as a value of the language, where the language writes the same JSON."
    )


class SnippetOut(Schema):
    target: str
    language: str
    client: str
    code: str
    warnings: list[str]

    @classmethod
    def of(cls, snippet: Snippet) -> SnippetOut:
        return cls(
            target=snippet.target,
            language=snippet.language,
            client=snippet.client,
            code=snippet.code,
            warnings=[str(warning) for warning in snippet.warnings],
        )


class SnippetsOut(Schema):
    snippets: list[SnippetOut]


class SendOptions(Schema):
    """Each within the limits of the site. A name that is none of these is refused: it may be a slip of the pen."""

    model_config = ConfigDict(extra="forbid")

    timeout_s: float | None = Field(
        None, gt=0, allow_inf_nan=False, description="Seconds for the whole exchange, PLAYGROUND_TOTAL_SECONDS at most."
    )
    follow_redirects: bool | None = Field(None, description="On unless it is false.")
    verify_tls: bool | None = Field(None, description="False accepts an untrusted certificate for this run.")
    max_bytes: int | None = Field(
        None, gt=0, description="Bytes of the response to keep, PLAYGROUND_RESPONSE_BYTES at most."
    )
    environment: str | None = Field(
        None,
        max_length=100,
        description="Whose variables fill the `{{names}}`: `mock`, `production`, or an environment's name or id.",
    )


class SendIn(Schema):
    request: dict[str, Any] = Field(description="A HAR 1.2 request object.")
    options: SendOptions = Field(default_factory=lambda: SendOptions.model_validate({}))


class FailureOut(Schema):
    code: str
    title: str
    detail: str
    hint: str


class ExchangeOut(Schema):
    id: str
    entry: dict[str, Any] = Field(description="A HAR 1.2 entry.")
    failure: FailureOut | None

    @classmethod
    def of(cls, run: Run) -> ExchangeOut:
        failure = FailureOut(**run.failure) if run.failure else None
        return cls(id=str(run.pk), entry=history.entry_of(run), failure=failure)


class SendOut(Schema):
    exchange: ExchangeOut


# The history


class WantedIn(Schema):
    """Which runs a list has; what is not given asks for nothing."""

    text: str = Field("", max_length=200, description="In request or answer; three characters or more are indexed.")
    method: str = Field("", max_length=40)
    status: str = Field("", pattern=r"^([1-5]xx|[1-5]\d\d|failed|stopped)?$", examples=["4xx"])
    api: str = Field("", max_length=255, description="Host as composed, or `mock`.")
    operation: str = Field("", max_length=200)
    tag: str = Field("", max_length=40)
    since: date | None = Field(None, description="A day, in UTC.")
    until: date | None = Field(None, description="A day, included.")
    pinned: bool = False

    def as_texts(self) -> dict[str, str]:
        given = self.model_dump(exclude_none=True)
        return {name: str(value) for name, value in given.items() if value}


class ExchangeRowOut(Schema):
    id: str
    created: datetime
    state: str = Field(description="`pending`, `running`, `done`, `failed` or `stopped`.")
    method: str
    url: str = Field(description="As composed, with variables by name.")
    operation: str
    status: int | None
    media_type: str
    duration_ms: float | None
    first_byte_ms: float | None
    decoded_bytes: int
    cut: str = Field(description="Why the content ends before its end, empty where it does not.")
    failure: FailureOut | None
    pinned: bool
    note: str
    tags: list[str]

    @classmethod
    def of(cls, run: Run) -> ExchangeRowOut:
        return cls(**cls.values(run))

    @classmethod
    def values(cls, run: Run) -> dict[str, Any]:
        given = {
            "id": str(run.pk),
            "failure": FailureOut(**run.failure) if run.failure else None,
            "tags": [tag.name for tag in run.tags.all()],
        }
        return given | {name: getattr(run, name) for name in ExchangeRowOut.model_fields if name not in given}


class ExchangesOut(Schema):
    items: list[ExchangeRowOut]
    next: str | None


class ExchangeDetailOut(ExchangeRowOut):
    entry: dict[str, Any] = Field(description="A HAR 1.2 entry, secrets masked.")

    @classmethod
    def of(cls, run: Run) -> ExchangeDetailOut:
        return cls(**cls.values(run), entry=history.entry_of(run))


# Environments


#: Empty, `mock`, or an address that may begin with a variable.
SERVER = r"^$|^mock$|^(https?://|\{\{).*$"


class EnvironmentIn(Schema):
    name: str = Field(min_length=1, max_length=100, pattern=r"\S", examples=["Staging"])
    server: str = Field("", max_length=2000, pattern=SERVER, examples=["https://api.example.com"])


class EnvironmentChange(Schema):
    name: str | None = Field(None, min_length=1, max_length=100, pattern=r"\S")
    server: str | None = Field(None, max_length=2000, pattern=SERVER)


class EnvironmentOut(Schema):
    key: str
    kind: str = Field(description="`mock`, `production` or `own`.")
    name: str
    server: str = Field(description="`mock`, an address, or empty for the first server of the API.")

    @classmethod
    def of(cls, row: Environment) -> EnvironmentOut:
        return cls(key=row.key, kind=str(row.kind), name=row.label, server=row.server)


class EnvironmentsOut(Schema):
    items: list[EnvironmentOut]
    next: str | None


class VariableIn(Schema):
    value: str = Field(min_length=1, max_length=65_536)
    secret: bool = Field(False, description="Encrypted at rest, and never told again.")


class VariableOut(Schema):
    name: str
    value: str | None = Field(description="null for a secret.")
    secret: bool
    ephemeral: bool = Field(description="Opens in one browser session alone.")
    ends: str | None = Field(description="First and last characters of a secret that can be opened here.")

    @classmethod
    def of(cls, row: Variable) -> VariableOut:
        kept = row.open() if row.secret else None
        ends = kept.ends if isinstance(kept, Secret) else None
        value = None if row.secret else row.stored
        return cls(name=row.name, value=value, secret=row.secret, ephemeral=row.is_ephemeral, ends=ends)


class VariablesOut(Schema):
    items: list[VariableOut]
    next: str | None


# Documents


class DocumentOut(Schema):
    key: str
    title: dict[str, str] = Field(description="By language: `en`, `zh-hans`.")
    version: str
    servers: list[str]
    operations: int
    loaded: datetime

    @classmethod
    def of(cls, row: Description) -> DocumentOut:
        names = ("key", "title", "version", "servers", "loaded")
        return cls(**{name: getattr(row, name) for name in names}, operations=row.operations.count())


class DocumentsOut(Schema):
    items: list[DocumentOut]
    next: str | None


class OperationOut(Schema):
    key: str = Field(description="Unique within its API.")
    operation: str = Field(description="What it is called on the whole site: by runs, saved requests and shares.")
    method: str
    path: str
    title: dict[str, str]

    @classmethod
    def of(cls, item: Operation) -> OperationOut:
        title = {language: item.title.get(language) for language in ("en", "zh-hans")}
        key = key_of(item.key)
        return cls(key=key, operation=item.key, method=item.method, path=item.path_template, title=title)


class OperationsOut(Schema):
    items: list[OperationOut]
    next: str | None


class OperationDetailOut(OperationOut):
    openapi: dict[str, Any] = Field(description="An OpenAPI document with this operation alone.")


# Saved requests


class FolderIn(Schema):
    name: str = Field(min_length=1, max_length=200, pattern=r"\S")
    note: str = Field("", max_length=20_000)
    parent: UUID | None = None


class FolderOut(Schema):
    id: UUID
    name: str
    note: str
    parent: UUID | None

    @classmethod
    def of(cls, row: Folder) -> FolderOut:
        return cls(id=row.pk, name=row.name, note=row.note, parent=row.parent_id)


class FolderChange(Schema):
    name: str | None = Field(None, min_length=1, max_length=200, pattern=r"\S")
    note: str | None = Field(None, max_length=20_000)
    parent: UUID | None = Field(None, description="The folder to move it into; null for the top.")
    before: UUID | None = Field(None, description="The folder to stand before; without it the last.")


class FoldersOut(Schema):
    items: list[FolderOut]
    next: str | None


class AssertionIO(Schema):
    """What is expected of each answer of a saved request."""

    part: Literal["status", "time", "header", "jsonpath"]
    comparison: Literal["equals", "not_equals", "less", "greater", "contains", "matches", "exists", "schema"]
    expected: str = Field("", max_length=20_000, examples=["2xx"])
    place: str = Field("", max_length=500, description="Name of a header field, or a JSONPath (RFC 9535).")

    def as_noun(self) -> Assertion:
        return Assertion(self.part, self.comparison, self.expected, self.place)


class SavedIn(Schema):
    request: dict[str, Any] = Field(description="A HAR 1.2 request object.")
    name: str = Field("", max_length=200, description="Without it method and address.")
    note: str = Field("", max_length=20_000)
    folder: UUID | None = None
    operation: str = Field("", max_length=200, description="What an operation of an API here is called.")
    assertions: list[AssertionIO] = Field([], max_length=50)


class SavedChange(Schema):
    request: dict[str, Any] | None = Field(None, description="A HAR 1.2 request object.")
    name: str | None = Field(None, min_length=1, max_length=200)
    note: str | None = Field(None, max_length=20_000)
    assertions: list[AssertionIO] | None = Field(None, max_length=50)
    folder: UUID | None = Field(None, description="The folder to move it into; null for the top.")
    before: UUID | None = Field(None, description="The request to stand before; without it the last.")


class SavedOut(Schema):
    id: UUID
    name: str
    note: str
    folder: UUID | None
    operation: str
    method: str
    url: str = Field(description="As composed, with variables by name.")
    created: datetime
    changed: datetime

    @classmethod
    def of(cls, row: SavedRequest) -> SavedOut:
        return cls(**cls.values(row))

    @classmethod
    def values(cls, row: SavedRequest) -> dict[str, Any]:
        names = ("name", "note", "operation", "method", "url", "created", "changed")
        return {"id": row.pk, "folder": row.folder_id} | {name: getattr(row, name) for name in names}


class SavedListOut(Schema):
    items: list[SavedOut]
    next: str | None


class SavedDetailOut(SavedOut):
    request: dict[str, Any] = Field(description="A HAR 1.2 request object, with variables by name.")
    responses: list[dict[str, Any]] = Field(description="Answers kept beside it, as HAR entries.")
    assertions: list[AssertionIO]

    @classmethod
    def of(cls, row: SavedRequest, mock_base: str = "") -> SavedDetailOut:
        request = exporter.dump(row.spec(mock_base))
        more = {"responses": [kept.entry for kept in row.responses.all()], "assertions": row.assertions}
        return cls(**cls.values(row), request=request, **more)


class DraftIn(Schema):
    request: dict[str, Any] = Field(description="A HAR 1.2 request object.")
    version: int | None = Field(
        None,
        ge=0,
        description="The version that it is made from, 0 for none; without it, what is there gives way.",
    )


class DraftOut(Schema):
    id: int
    operation: str
    saved: UUID | None = Field(description="The saved request that it changes; null for one of the operation.")
    version: int = Field(description="Counts what was written.")
    changed: datetime

    @classmethod
    def of(cls, row: Draft) -> DraftOut:
        return cls(**cls.values(row))

    @classmethod
    def values(cls, row: Draft) -> dict[str, Any]:
        names = ("operation", "version", "changed")
        return {"id": row.pk, "saved": row.saved_id} | {name: getattr(row, name) for name in names}


class DraftsOut(Schema):
    items: list[DraftOut]
    next: str | None


class DraftDetailOut(DraftOut):
    request: dict[str, Any] = Field(description="A HAR 1.2 request object, with variables by name.")

    @classmethod
    def of(cls, row: Draft, mock_base: str = "") -> DraftDetailOut:
        return cls(**cls.values(row), request=exporter.dump(row.spec(mock_base)))


# Shares


class ShareIn(Schema):
    request: dict[str, Any] | None = Field(None, description="A HAR 1.2 request object.")
    exchange: UUID | None = Field(None, description="Id of a run.")
    answer: bool = Field(False, description="Whether the response of the run is shared too.")
    title: str = Field("", max_length=200)
    period: Literal["1", "7", "30", "365", "never"] = Field("30", description="Days until it ends.")


class ShareOut(Schema):
    id: str
    url: str = Field(description="The link to give away.")
    title: str
    method: str
    created: datetime
    expires: datetime | None
    ended: bool
    has_answer: bool
    opened: int = Field(description="How often somebody else opened it.")

    @classmethod
    def of(cls, row: Share, base: str) -> ShareOut:
        names = ("title", "method", "created", "expires", "has_answer", "opened")
        given = {name: getattr(row, name) for name in names}
        return cls(id=row.pk, url=f"{base}s/{row.pk}/", ended=row.is_over, **given)


class SharesOut(Schema):
    items: list[ShareOut]
    next: str | None


class ProblemOut(Schema):
    """Problem details (RFC 9457)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str = ""
    pointer: str = ""
    errors: list[dict[str, Any]] = []
