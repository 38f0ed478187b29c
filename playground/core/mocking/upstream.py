"""The built-in upstream: a request to a described API → what that API would answer.

Nothing is kept between two requests and nothing is sent anywhere: the answer follows from the description, the request
and the clock (which only tasks look at).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from playground.core import media_types
from playground.core.errors import InvalidBody
from playground.core.mocking import checks, errors, fitting, media, preferences, streaming, tasks
from playground.core.mocking.checks import MockRequest, UnknownMediaType
from playground.core.mocking.choosing import Candidate, Choice, Chooser, success
from playground.core.mocking.conformance import Finding, conforms
from playground.core.mocking.families import family_of
from playground.core.mocking.families.base import Body, conforming_text, follow, objects
from playground.core.mocking.generate import generate
from playground.core.mocking.preferences import Preferences
from playground.core.mocking.routing import Match, Router
from playground.core.mocking.tasks import Task
from playground.core.openapi.document import Document
from playground.core.openapi.example_requests import as_text, parameter_value
from playground.core.openapi.operations import (
    Fragment,
    MediaTypeDoc,
    Operation,
    ResponseDoc,
    is_stream,
)
from playground.core.streams.framing import StreamEvent

#: Bytes of a request that are read.
MAX_CONTENT = 16 * 1024 * 1024

Rows = tuple[tuple[str, str], ...]

_UNREAD = object()


@dataclass(frozen=True, slots=True)
class Answer:
    """What the mock answers.

    frames
        The content in pieces where it is a stream, else None and ``content`` holds it.
    delay, pace
        Seconds before the answer starts, and before each frame.
    is_cut
        The connection breaks where the content ends here.
    """

    status: int
    fields: Rows = ()
    content: bytes = b""
    frames: tuple[bytes, ...] | None = None
    delay: float = 0
    pace: float = 0
    is_cut: bool = False

    @property
    def media_type(self) -> str:
        return next((value for name, value in self.fields if name == "Content-Type"), "")


class _Refusal(Exception):
    """An answer that ends the walk early."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.answer = answer


class Upstream:
    """Answers for the operations of one description.

    ``operations`` may be outlines, which say where each is answered and which tasks there are; ``fragment_of`` gives an
    operation whole, with its components, and is asked only for those that a request reaches.
    """

    def __init__(self, operations: Iterable[Operation], fragment_of: Callable[[Operation], Fragment]) -> None:
        self.operations = tuple(operations)
        self.router = Router(self.operations)
        self.fragment_of = fragment_of
        self.chooser = Chooser()
        #: Tasks by the number that their ids carry, and those that a poll or a download may belong to.
        self.tasks = dict(enumerate(filter(None, map(tasks.task_of, self.operations))))
        self.polls = {task.poll for task in self.tasks.values()}
        self.downloads = {task.download for task in self.tasks.values() if task.download}

    def number_of(self, operation: Operation) -> int:
        """The number that ids of this operation's tasks carry."""
        return (
            next(number for number, task in self.tasks.items() if task.submit.key == operation.key) % tasks.TOLD_APART
        )

    def polled_task(self, poll: Operation, task_id: str) -> Task | None:
        """The task of an id, else any that this operation polls; None where it polls none."""
        mine = [task for task in self.tasks.values() if task.poll == poll.operation_id]
        began = self.tasks.get(tasks.number_of(task_id) or 0)
        return began if began in mine else mine[0] if mine else None

    def answer(self, request: MockRequest, now: float) -> Answer:
        """The answer, ``now`` being seconds since the epoch."""
        asked = preferences.parse(request.fields.get_all("Prefer"))
        try:
            answer = _Walk(self, request, asked, now).answer()
        except _Refusal as refusal:
            answer = refusal.answer
        return _with_faults(answer, asked)

    def methods(self, path: str) -> tuple[str, ...]:
        """The methods that are described for a path."""
        return self.router.methods(path)

    def not_found(self, path: str) -> Answer:
        """404, with the paths that are most like it."""
        near = self.router.near(path)
        hint = f"Near it: {', '.join(near)}." if near else "No path is like it."
        return _problem(404, "There is no such path.", f"{path} is not described. {hint}", near=list(near))


class _Walk:
    """One request on its way through the description."""

    def __init__(self, upstream: Upstream, request: MockRequest, asked: Preferences, now: float) -> None:
        self.upstream, self.request, self.asked, self.now = upstream, request, asked, now
        self.json: Any = _UNREAD

    def answer(self) -> Answer:
        match = self.match()
        self.refuse_large()
        if self.asked.rate_limit is not None:
            retry = (("Retry-After", str(self.asked.rate_limit)),)
            return self.failure(match.operations[0], 429, "Too many requests, as asked by Prefer.", retry)
        if self.asked.status is not None and self.asked.status // 100 != 2:
            return self.failure(match.operations[0], self.asked.status, "Failed on demand, as asked by Prefer.")
        self.refuse_unauthorised(match.operations)
        choice = self.choice(match)
        operation = choice.candidate.operation
        if operation.transport == "websocket":
            upgrade = (("Upgrade", "websocket"), ("Connection", "Upgrade"))
            return _problem(426, "This operation speaks WebSocket.", "The mock answers over HTTP alone.", upgrade)
        if self.asked.code is not None and self.asked.code // 100 != 2:
            return self.documented_failure(operation, self.asked.code)
        return _Success(self, choice, match.path_params).answer()

    # Guards

    def match(self) -> Match:
        match = self.upstream.router.find(self.request.method, self.request.path)
        if match is not None:
            whole = (self.upstream.fragment_of(operation).operation for operation in match.operations)
            return replace(match, operations=tuple(whole))
        methods = self.upstream.methods(self.request.path)
        if not methods:
            raise _Refusal(self.upstream.not_found(self.request.path))
        allowed = ", ".join(methods)
        detail = f"{self.request.path} knows {allowed}."
        raise _Refusal(
            _problem(405, f"{self.request.method} is not described here.", detail, (("Allow", f"{allowed}, OPTIONS"),))
        )

    def refuse_large(self) -> None:
        if len(self.request.content) > MAX_CONTENT:
            raise _Refusal(too_large())

    def refuse_unauthorised(self, operations: tuple[Operation, ...]) -> None:
        if any(checks.is_authorised(operation, self.request) for operation in operations):
            return
        challenge = (("WWW-Authenticate", "Bearer"),)
        raise _Refusal(self.failure(operations[0], 401, "There is no key, or it is the refused one.", challenge))

    def choice(self, match: Match) -> Choice:
        """The page that is meant.

        Refuses a body that cannot be read (400), is of another media type (415) or does not conform (422).
        """
        candidates, unreadable = [], None
        for operation in match.operations:
            try:
                candidates.append(self.candidate(operation))
            except InvalidBody as error:
                unreadable = error
        if not candidates and unreadable is not None:
            status = 415 if isinstance(unreadable, UnknownMediaType) else 400
            raise _Refusal(_problem(status, unreadable.message, unreadable.hint))
        choice = self.upstream.chooser.choose(
            candidates,
            lambda candidate: self.wants_stream(candidate.operation, candidate.body),
            lambda candidate: self.findings(candidate, match.path_params),
        )
        wrong = choice.findings or tuple(checks.asked_schema_findings(choice.candidate.body))
        if wrong:
            raise _Refusal(_unprocessable(wrong))
        return choice

    def candidate(self, operation: Operation) -> Candidate:
        """The page with the body as it describes it; JSON is the same for all and read once."""
        content = checks.described_content(operation, self.request)
        document = self.upstream.fragment_of(operation).document
        if content is None or not self.request.content or not media_types.parse(content.media_type).is_json:
            return Candidate(operation, content, checks.body_of(operation, self.request, content, document))
        if self.json is _UNREAD:
            self.json = checks.body_of(operation, self.request, content, document)
        return Candidate(operation, content, self.json)

    def findings(self, candidate: Candidate, path_params: Mapping[str, str]) -> Iterator[Finding]:
        operation, document = candidate.operation, self.upstream.fragment_of(candidate.operation).document
        yield from checks.parameter_findings(operation, self.request, path_params, document)
        yield from checks.body_findings(candidate.body, candidate.content, document)

    def wants_stream(self, operation: Operation, body: Any) -> bool:
        """Whether the request asks for a stream: as ``x-stream`` says, else by ``"stream": true``."""
        when = (operation.stream or {}).get("when") or {"body": {"stream": True}}
        if any(follow(body, name) == value for name, value in (when.get("body") or {}).items()):
            return True
        query = dict(self.request.query)
        return any(query.get(name) == as_text(value) for name, value in (when.get("query") or {}).items())

    # Failures

    def failure(self, operation: Operation, status: int, message: str, fields: Rows = ()) -> Answer:
        document = self.upstream.fragment_of(operation).document
        media_type, content = errors.error(operation, status, message, document)
        return Answer(status, (("Content-Type", media_type), *fields), content)

    def documented_failure(self, operation: Operation, status: int) -> Answer:
        found = errors.documented(operation, status, self.upstream.fragment_of(operation).document)
        if found is None:
            known = ", ".join(response.status for response in operation.responses)
            return _problem(404, f"The status {status} is not documented here.", f"Documented: {known}.")
        return Answer(status, (("Content-Type", found[0]),), found[1])


class _Success:
    """The answer of one operation to a request that is in order."""

    def __init__(self, walk: _Walk, choice: Choice, path_params: Mapping[str, str]) -> None:
        self.walk, self.asked, self.request = walk, walk.asked, walk.request
        self.candidate, self.example = choice.candidate, choice.example
        self.operation = choice.candidate.operation
        self.document: Document = walk.upstream.fragment_of(self.operation).document
        self.path_params = path_params
        self.task_id = next(iter(path_params.values()), "")
        self.polled = walk.upstream.polled_task(self.operation, self.task_id)
        body = choice.candidate.body
        self.body: Body = body if isinstance(body, Mapping) else {}

    def answer(self) -> Answer:
        response = self.response()
        if response is None or not response.media_types:
            return Answer(self.status(response))
        self.refuse_unfinished()
        content = self.content(response)
        fields = (("Content-Type", content.media_type), *self.fields(response))
        if is_stream(content):
            return Answer(self.status(response), fields, frames=tuple(self.frames(response, content)))
        return Answer(self.status(response), fields, self.bytes_of(content))

    def response(self) -> ResponseDoc | None:
        wanted = self.asked.code or self.asked.status
        described = errors.response_for(self.operation, wanted) if wanted else success(self.operation)
        if described is None and self.asked.code:
            raise _Refusal(self.walk.documented_failure(self.operation, self.asked.code))
        return described

    def status(self, response: ResponseDoc | None) -> int:
        wanted = self.asked.code or self.asked.status
        if wanted:
            return wanted
        return int(response.status) if response and response.status.isdigit() else 200

    def fields(self, response: ResponseDoc) -> Iterator[tuple[str, str]]:
        """The documented header fields."""
        for item in response.headers:
            value = parameter_value(item, self.document)
            text = as_text(value if value != "" else generate(item.schema, self.document, name=item.name))
            if item.name.lower() != "content-type" and text.isprintable() and text.isascii():
                yield item.name, text

    def refuse_unfinished(self) -> None:
        """A file that is fetched before its task is done."""
        if self.operation.operation_id not in self.walk.upstream.downloads:
            return
        if not tasks.is_done(self.task_id, self.walk.now):
            status = 400 if errors.response_for(self.operation, 400) else 409
            found = errors.error(
                self.operation, status, "The task is not done yet: poll it first.", self.document, own=True
            )
            raise _Refusal(Answer(status, (("Content-Type", found[0]),), found[1]))

    # Which content

    def content(self, response: ResponseDoc) -> MediaTypeDoc:
        streams = [media for media in response.media_types if is_stream(media)]
        whole = [media for media in response.media_types if not is_stream(media)]
        if streams and (not whole or self.walk.wants_stream(self.operation, self.candidate.body)):
            return streams[0]
        by_essence = {media_types.parse(media.media_type).essence: media for media in whole}
        return by_essence.get(self.wanted_essence(by_essence), whole[0])

    def wanted_essence(self, known: Mapping[str, MediaTypeDoc]) -> str:
        """The media type that the body asks for, else the one that Accept names."""
        wanted = self.body.get("response_format")
        if isinstance(wanted, str) and "text/plain" in known:
            return "text/plain" if wanted in ("text", "srt", "vtt") else "application/json"
        if any(essence.startswith("audio/") for essence in known):
            return fitting.speech_type(self.body)
        accepted = (media_types.parse(item).essence for item in self.request.fields.get("Accept").split(","))
        return next((essence for essence in accepted if essence in known), "")

    # The whole answer

    def bytes_of(self, content: MediaTypeDoc) -> bytes:
        kind = media_types.parse(content.media_type)
        if kind.is_json:
            text = json.dumps(self.value(content), ensure_ascii=False)
            return (text[: len(text) // 2] if self.asked.malformed else text).encode()
        made = media.made(kind.essence)
        if made is not None:
            return made
        value = self.documented(content)
        return self.subtitles(as_text(value)).encode()

    def subtitles(self, text: str) -> str:
        """The documented subtitles as the format that was asked for: SRT, WebVTT or plain text."""
        wanted = self.body.get("response_format")
        lines = text.strip().splitlines()
        if wanted == "vtt" and not text.startswith("WEBVTT"):
            return "WEBVTT\n\n" + "\n".join(line.replace(",", ".") if "-->" in line else line for line in lines) + "\n"
        if wanted == "text":
            return "\n".join(line for line in lines if "-->" not in line and not line.strip().isdigit()) + "\n"
        return text

    def documented(self, content: MediaTypeDoc) -> Any:
        """The named example, the one that goes with the request, or a generated one."""
        if self.asked.dynamic or not content.examples:
            return generate(content.schema, self.document)
        by_name = {example.name: example.value for example in content.examples}
        if self.asked.example is not None:
            if self.asked.example not in by_name:
                known = ", ".join(by_name)
                raise _Refusal(_problem(404, f"There is no example {self.asked.example}.", f"There are: {known}."))
            return by_name[self.asked.example]
        if self.polled is not None:
            return self.polled.told_by(list(by_name.values()))
        for name in (self.example, *(value for value in self.body.values() if isinstance(value, str))):
            if name in by_name and name != "default":
                return by_name[name]
        return self.second_turn(content) or content.examples[0].value

    def second_turn(self, content: MediaTypeDoc) -> Any:
        """Where the request brings the result of a tool, the first documented answer that calls none."""
        turns = [turn.get("role") for turn in objects(self.body.get("messages"))]
        if not turns or turns[-1] != "tool":
            return None
        answers = (example.value for example in content.examples)
        return next((value for value in answers if not follow(value, "choices", 0, "message", "tool_calls")), None)

    def value(self, content: MediaTypeDoc) -> Any:
        """The answer, fitted to the request."""
        documented = self.documented(content)
        answer = self.fitted(self.conforming(documented, content), content)
        submitted = tasks.task_of(self.operation)
        if submitted is not None:
            answer = tasks.submitted(answer, submitted, self.walk.now, self.walk.upstream.number_of(self.operation))
        if self.polled is not None:
            answer = tasks.polled(
                answer, self.polled, self.task_id, self.walk.now, schema=content.schema, document=self.document
            )
        return answer if conforms(answer, content.schema, self.document) else documented

    def conforming(self, answer: Any, content: MediaTypeDoc | None) -> Any:
        """The answer with a text that conforms to the JSON Schema that the request sent, where it sent one."""
        family = family_of(answer)
        asked = family.asked_schema(self.body) if family else None
        if family is None or asked is None:
            return answer
        examples = [] if self.asked.dynamic or content is None else [example.value for example in content.examples]
        answers = [answer, *(example for example in examples if family_of(example) is family)]
        by_text = {family.text(item): item for item in reversed(answers)}
        text = conforming_text(dict.fromkeys(map(family.text, answers)), asked[1])
        return by_text.get(text) or family.with_text(answer, text)

    def fitted(self, answer: Any, content: MediaTypeDoc) -> Any:
        family = family_of(answer)
        if family is not None:
            answer = family.fit(answer, self.body)
        answer = fitting.with_embeddings(answer, self.body)
        answer = fitting.with_path_params(answer, self.replaced())
        model = self.body.get("model") or (self.path_params.get("model") if family else None)
        answer = fitting.with_model(answer, model, content.schema, self.document)
        return fitting.with_files(answer, self.body, self.request.base, self.answers_at)

    def replaced(self) -> dict[str, str]:
        """Documented examples of path parameters → the values in this request's path."""
        return {
            str(item.examples[0].value): self.path_params[item.name]
            for item in self.operation.parameters
            if item.location == "path" and item.examples and item.name in self.path_params
        }

    def answers_at(self, path: str) -> bool:
        return self.walk.upstream.router.find("GET", path) is not None

    # As a stream

    def frames(self, response: ResponseDoc, content: MediaTypeDoc) -> Iterator[bytes]:
        whole = errors.json_content(response)
        answer = self.value(whole) if whole is not None else None
        if family_of(answer) is None:
            told = streaming.told_answer(content)
            answer = self.fitted(self.conforming(told, None), content) if told else answer
        events = list(streaming.events(answer, content, self.body, self.document))
        if family_of(answer) is None:
            events = [self.with_files(event) for event in events]
        if self.asked.malformed:
            middle = len(events) // 2
            events[middle] = streaming.broken(events[middle])
        return (streaming.frame(event, content) for event in events)

    def with_files(self, event: StreamEvent) -> StreamEvent:
        try:
            value = json.loads(event.data)
        except ValueError:
            return event
        fitted = fitting.with_files(value, self.body, self.request.base, self.answers_at)
        return replace(event, data=json.dumps(fitted, ensure_ascii=False, separators=(",", ":")))


def too_large() -> Answer:
    """413, for content that the mock does not read."""
    return _problem(413, "The body is too large.", f"The mock reads {MAX_CONTENT // 1024 // 1024} MiB.")


def _unprocessable(findings: tuple[Finding, ...]) -> Answer:
    one = len(findings) == 1
    title = "The request does not conform to its description."
    detail = findings[0].detail if one else f"{len(findings)} places do not conform."
    return _problem(422, title, detail, errors=errors.places(findings))


def _problem(status: int, title: str, detail: str = "", fields: Rows = (), **members: Any) -> Answer:
    media_type, content = errors.problem(status, title, detail, **members)
    return Answer(status, (("Content-Type", media_type), *fields), content)


def _with_faults(answer: Answer, asked: Preferences) -> Answer:
    """The answer as the faults on demand make it."""
    fields = answer.fields
    if asked.applied:
        fields += (("Preference-Applied", ", ".join(asked.applied)),)
    answer = replace(answer, fields=fields, delay=asked.delay / 1000, pace=asked.pace / 1000)
    return answer if asked.cut is None else _cut(answer, asked.cut)


def _cut(answer: Answer, count: int) -> Answer:
    """The answer up to the middle of the frame after ``count`` frames; half of one that is whole."""
    if answer.frames is None:
        return replace(answer, frames=(answer.content[: len(answer.content) // 2],), is_cut=True)
    kept = answer.frames[: count + 1]
    if len(kept) > count:
        kept = (*kept[:-1], kept[-1][: len(kept[-1]) // 2])
    return replace(answer, frames=kept, is_cut=True)
