"""What goes in and out of the JSON API."""

from __future__ import annotations

from typing import Any

from ninja import Schema
from pydantic import Field

from playground.core.snippets import Mode, Snippet, Target


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
    """Each within the limits of the site."""

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


class SendOut(Schema):
    exchange: ExchangeOut


class ProblemOut(Schema):
    """Problem details (RFC 9457)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str = ""
    pointer: str = ""
    errors: list[dict[str, Any]] = []
