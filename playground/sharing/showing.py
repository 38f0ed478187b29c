"""What there is to see of a share, worked out where a template asks for it."""

from __future__ import annotations

import re
import zlib
from functools import cached_property

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from playground.catalog import services as catalog
from playground.catalog.models import OperationRow
from playground.core import snippets
from playground.core.assertions import Outcome, load
from playground.core.errors import PlaygroundError
from playground.core.messages import FileReference, PreparedRequest, RequestSpec
from playground.core.prepare import prepare
from playground.core.snippets import Snippet, Target, registry
from playground.history.inspection import Inspection
from playground.history.models import Content, Run
from playground.library.assertions import said
from playground.runs.assertions import outcomes
from playground.sharing import services
from playground.sharing.models import Share
from playground.web.highlight import highlight

#: Characters of a message that are shown; a share holds no more than 1 MiB.
_SHOWN = 64 * 1024
_VARIABLE = re.compile(r"\{\{[^{}<>]{1,120}\}\}")
#: Views of a response that need nothing but the response.
_VIEWS = ("preview", "frames", "folded", "pretty", "tree", "raw", "headers")


class Shown:
    """A share that is open, seen by a reader."""

    def __init__(self, share: Share, mock_base: str, *wanted: str) -> None:
        self.share = share
        self._mock_base = mock_base
        self._wanted = wanted

    # Around it

    @cached_property
    def operation_title(self) -> str:
        """The title of its operation in the language of the page, "" where the catalog has it no more."""
        try:
            title = catalog.page(self.share.operation).operation.title
        except OperationRow.DoesNotExist:
            return ""
        return str(title.get(get_language() or "en"))

    @property
    def title(self) -> str:
        return self.share.title or self.operation_title or _("A request")

    @property
    def headline(self) -> str:
        """Method and path: what a chat shows in bold."""
        return f"{self.share.method} {self.share.path}"

    @property
    def host(self) -> str:
        """Where it goes, "" for the built-in mock upstream."""
        if self.share.mock_base:
            return ""
        return re.sub(r"[/?#].*|\A[^@/?#]*@", "", self.spec.url.partition("://")[2] or self.spec.url, flags=re.DOTALL)

    # The request

    @cached_property
    def spec(self) -> RequestSpec:
        return services.spec_of(self.share, self._mock_base)

    @cached_property
    def prepared(self) -> PreparedRequest | PlaygroundError:
        try:
            return prepare(self.spec)
        except PlaygroundError as error:
            return error

    @cached_property
    def message(self) -> SafeString:
        """The message as it leaves, each variable by its name."""
        if isinstance(self.prepared, PlaygroundError):
            return highlight(f"{self.spec.method} {self.spec.url}", "http")
        text = message_text(self.prepared)
        if len(text) > _SHOWN:
            text = text[:_SHOWN] + "\n…"
        return mark_safe(_VARIABLE.sub(_marked, highlight(text, "http")))

    # Code

    @cached_property
    def languages(self) -> tuple[Target, ...]:
        return registry.languages()

    @cached_property
    def target(self) -> Target:
        found = (registry.find(key) for key in self._wanted if key)
        return next((target for target in found if target is not None), registry.TARGETS[0])

    @cached_property
    def clients(self) -> tuple[Target, ...]:
        if isinstance(self.prepared, PlaygroundError):
            return ()
        return snippets.offered(self.prepared, language=self.target.language)

    @cached_property
    def snippet(self) -> Snippet | None:
        return self._code(self.target.key)

    @cached_property
    def curl(self) -> Snippet | None:
        return self.snippet if self.target.key == "shell_curl" else self._code("shell_curl")

    def _code(self, key: str) -> Snippet | None:
        """None where no code can be made for the request."""
        try:
            return None if isinstance(self.prepared, PlaygroundError) else snippets.generate(self.prepared, key)
        except PlaygroundError:
            return None

    @property
    def code_html(self) -> SafeString:
        return highlight(self.snippet.code if self.snippet else "", self.target.syntax)

    # The response

    @cached_property
    def run(self) -> Run | None:
        """The response as the run that the inspector knows; it is no row of any table."""
        answer = self.share.answer
        return run_of(self.share) if answer is not None else None

    @cached_property
    def seen(self) -> Inspection | None:
        return Inspection(self.run) if self.run else None

    @cached_property
    def outcomes(self) -> list[Outcome]:
        """What its owner expects, held against the response that was shared; without one, nothing holds or fails."""
        wanted = load(self.share.assertions)
        if self.run is None or self.run.status is None:
            return [Outcome(each, False) for each in wanted]
        return outcomes(self.run, wanted)

    @property
    def expected(self) -> list[tuple[str, Outcome]]:
        """Each in words."""
        return [(said(each.assertion), each) for each in self.outcomes]

    @property
    def tabs(self) -> list[tuple[str, str]]:
        return [(key, label) for key, label in self.seen.tabs if key in _VIEWS] if self.seen else []

    @property
    def pretty_html(self) -> SafeString:
        """The first page of the response's content, media inside it by links."""
        return self._own(self.seen.pretty_html) if self.seen and not self.seen.is_empty else SafeString("")

    @property
    def parts(self) -> list[SafeString]:
        """Media inside a JSON content."""
        return [self._own(part.html) for part in self.seen.parts] if self.seen else []

    def _own(self, html: str) -> SafeString:
        """The inspector's HTML, its links to parts of a run led to those of the share."""
        assert self.run is not None
        kept = reverse("history:content_part", args=[self.run.pk])
        return mark_safe(html.replace(kept, reverse("sharing:share_part", args=[self.share.pk])))


def _marked(match: re.Match[str]) -> str:
    return f'<span class="variable">{match[0]}</span>'


def message_text(prepared: PreparedRequest) -> str:
    """Start line, fields, an empty line and the content; a file by its name."""
    target = "/" + prepared.url.partition("://")[2].partition("/")[2]
    head = [f"{prepared.method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in prepared.fields)]
    content = "".join(_text(segment) for segment in prepared.segments)
    return "\n".join([*head, "", content] if content else head)


def _text(segment: bytes | FileReference) -> str:
    if isinstance(segment, FileReference):
        return _("(the bytes of {name})").format(name=segment.file_name)
    return segment.decode("utf-8", "replace").replace("\r\n", "\n")


#: What is frozen of a run's row.
RUN = (
    *("state", "status", "reason", "media_type", "duration_ms", "first_byte_ms"),
    *("wire_bytes", "decoded_bytes", "cut", "failure"),
)


def run_of(share: Share) -> Run:
    """The response as a run that is in no table."""
    answer = share.answer or {}
    run = Run(method=share.method, url=share.url, **{name: answer[name] for name in RUN})
    content = Content(run=run, **{name: answer[name] for name in ("fields", "http_version", "arrivals")})
    content.body = zlib.decompress(bytes(share.body)) if share.body else b""
    run.content = content
    return run
