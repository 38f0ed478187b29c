"""Tasks that are submitted and polled, without anything being kept: a task's id says when and where it began.

Ids look like the documented ones: a UUID becomes a UUID of version 7 (RFC 9562 §5.7), digits stay digits, and a prefix
stays in front. A documented id, or any other, is a task that ended long ago.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from playground.core.mocking.conformance import conforms
from playground.core.openapi.document import Document
from playground.core.openapi.operations import Operation, Schema

#: Seconds after which a task runs, and after which it is done.
QUEUED_FOR = 2.0
DONE_AFTER = 6.0

#: Operations of one description whose tasks are told apart by their ids.
TOLD_APART = 1000

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\Z")
_OURS = re.compile(r"(?:[A-Za-z]+_)?([0-9a-f]{12})7([0-9a-f]{3})[89ab][0-9a-f]{15}\Z")
_DIGITS = re.compile(r"[0-9]{16}\Z")

#: Words for states, the usual ones first.
_QUEUED = ("SUBMITTED", "NOT_START", "QUEUED", "PENDING", "queued", "pending", "processing")
_RUNNING = ("IN_PROGRESS", "RUNNING", "PROCESSING", "in_progress", "running", "dreaming", "processing", "generating")
#: Fields that only a task that has ended fills.
_AT_THE_END = ("finish_time", "finishTime", "completed_at", "expires_at")


@dataclass(frozen=True, slots=True)
class Task:
    """``x-task`` of the operation that submits: JSON pointers into its answer and into that of its poll."""

    submit: Operation
    id_pointer: str
    status: tuple[str, ...]
    progress: tuple[str, ...]
    succeeded: tuple[str, ...]
    outputs: tuple[str, ...]
    poll: str
    download: str

    def told_by(self, examples: list[Any]) -> Any:
        """The example of a poll's answer that holds this task's results; the first where none does."""
        return next((item for item in examples if any(look_up(item, place) for place in self.outputs)), examples[0])


def task_of(operation: Operation) -> Task | None:
    """The task that an operation submits (``x-task``); None where it submits none."""
    described = operation.task
    if not described:
        return None
    return Task(
        submit=operation,
        id_pointer=str(described.get("id") or ""),
        status=_texts(described.get("status")),
        progress=_texts(described.get("progress")),
        succeeded=_texts(described.get("succeeded")),
        outputs=_texts(described.get("outputs")),
        poll=str(described.get("poll") or ""),
        download=str(described.get("download") or ""),
    )


def _texts(value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value] if value else []
    return tuple(str(item) for item in values)


# Ids


def new_id(like: str, now: float, number: int) -> str:
    """An id that looks like another, and says when it was made and by which operation.

    ``now`` is in seconds since the epoch; ``number`` (below :data:`TOLD_APART`) tells operations apart.
    """
    milliseconds = int(now * 1000)
    if like.isdigit():
        return f"{milliseconds:013d}{number:03d}"
    plain = f"{milliseconds:012x}7{number:03x}{secrets.choice('89ab')}{secrets.token_hex(8)[:15]}"
    if _UUID.match(like) or "_" not in like:
        return "-".join((plain[:8], plain[8:12], plain[12:16], plain[16:20], plain[20:]))
    return f"{like.partition('_')[0]}_{plain}"


def number_of(task_id: str) -> int | None:
    """The number of the operation that made an id, None where it is not one of ours."""
    if _DIGITS.match(task_id):
        return int(task_id[13:])
    match = _OURS.match(task_id.replace("-", ""))
    return int(match[2], 16) if match else None


def age(task_id: str, now: float) -> float | None:
    """Seconds since the task of that id began, None where it is not one of ours."""
    if _DIGITS.match(task_id):
        began = int(task_id[:13]) / 1000
    else:
        match = _OURS.match(task_id.replace("-", ""))
        if match is None:
            return None
        began = int(match[1], 16) / 1000
    # An id from far in the past or the future is a documented one that happens to look like ours.
    return max(now - began, 0.0) if -60 < now - began < 30 * 86_400 else None


# Answers


def submitted(answer: Any, task: Task, now: float, number: int) -> Any:
    """The answer to a submission, with a new id wherever the documented one stood."""
    old = look_up(answer, task.id_pointer)
    if not isinstance(old, str | int) or isinstance(old, bool):
        return answer
    new = new_id(str(old), now, number)
    return replace_value(answer, old, int(new) if isinstance(old, int) else new)


def polled(answer: Any, task: Task, task_id: str, now: float, *, schema: Schema, document: Document) -> Any:
    """The answer to a poll: the documented one once the task is done, before that one that tells how far it is."""
    pointer = next((item for item in task.status if look_up(answer, item) is not None), None)
    if pointer is None:
        return answer
    mine = _with_id(deepcopy(answer), pointer, task_id)
    seconds = age(task_id, now)
    if seconds is None or seconds >= DONE_AFTER:
        return mine
    words = _QUEUED if seconds < QUEUED_FOR else _RUNNING
    before = [*_cases(words, task.succeeded)]
    unfinished = _without_outputs(mine, task, pointer, schema, document)
    _set_progress(unfinished, task, 0 if seconds < QUEUED_FOR else min(int(seconds / DONE_AFTER * 100), 99))
    for word in before:
        if _tried(unfinished, pointer, word, schema, document):
            return unfinished
    return mine


def is_done(task_id: str, now: float) -> bool:
    """Whether a task has come to its end at ``now`` (seconds since the epoch); an id that is not ours always has."""
    seconds = age(task_id, now)
    return seconds is None or seconds >= DONE_AFTER


def _cases(words: tuple[str, ...], succeeded: tuple[str, ...]) -> Iterator[str]:
    """Words in the letters that the task's other states have, then the others."""
    upper = bool(succeeded) and succeeded[0].isupper()
    yield from (word for word in words if word.isupper() == upper)
    yield from (word for word in words if word.isupper() != upper)


def _with_id(answer: Any, status_pointer: str, task_id: str) -> Any:
    holder = look_up(answer, status_pointer.rpartition("/")[0])
    for name in ("id", "task_id"):
        if isinstance(holder, dict) and isinstance(holder.get(name), str):
            holder[name] = task_id
    return answer


def _without_outputs(answer: Any, task: Task, status: str, schema: Schema, document: Document) -> Any:
    """The answer before there is a result: each output, with what it stands in, is null or not there."""
    holders = dict.fromkeys(_outermost(output, status) for output in task.outputs)
    holder = look_up(answer, status.rpartition("/")[0])
    ends = [
        f"{status.rpartition('/')[0]}/{name}" for name in _AT_THE_END if isinstance(holder, dict) and name in holder
    ]
    for pointer in [*holders, *ends]:
        if look_up(answer, pointer) is None or _tried(answer, pointer, None, schema, document):
            continue
        owner = look_up(answer, pointer.rpartition("/")[0])
        name = pointer.rpartition("/")[2]
        if isinstance(owner, dict):
            removed = owner.pop(name)
            if not conforms(answer, schema, document):
                owner[name] = removed
    return answer


def _outermost(pointer: str, status: str) -> str:
    """The outermost thing on the way to an output in which the status does not stand."""
    tokens = pointer.split("/")[1:]
    for length in range(1, len(tokens)):
        above = "/" + "/".join(tokens[:length])
        if not (status + "/").startswith(above + "/"):
            return above
    return pointer


def _set_progress(answer: Any, task: Task, percent: int) -> None:
    for pointer in task.progress:
        holder, name = look_up(answer, pointer.rpartition("/")[0]), pointer.rpartition("/")[2]
        if isinstance(holder, dict) and name in holder:
            holder[name] = f"{percent}%" if isinstance(holder[name], str) else percent


def _tried(answer: Any, pointer: str, value: Any, schema: Schema, document: Document) -> bool:
    """Put a value at a place, and leave it there if the answer still conforms."""
    holder, name = look_up(answer, pointer.rpartition("/")[0]), pointer.rpartition("/")[2]
    if not isinstance(holder, dict):
        return False
    old = holder.get(name)
    holder[name] = value
    if conforms(answer, schema, document):
        return True
    holder[name] = old
    return False


def look_up(value: Any, pointer: str) -> Any:
    """What stands at a JSON Pointer, None where nothing does."""
    for token in pointer.split("/")[1:]:
        try:
            value = value[int(token)] if isinstance(value, list) else value[token]
        except (KeyError, IndexError, ValueError, TypeError):
            return None
    return value


def replace_value(value: Any, old: Any, new: Any) -> Any:
    """A copy with another value wherever the old one stands."""
    if isinstance(value, dict):
        return {key: replace_value(inner, old, new) for key, inner in value.items()}
    if isinstance(value, list):
        return [replace_value(inner, old, new) for inner in value]
    return new if value == old and type(value) is type(old) else value
