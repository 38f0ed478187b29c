"""What a language model answered, streamed or not, and what the request had asked of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from playground.core.errors import InvalidInput
from playground.core.schema.text import read_value
from playground.core.streams import structured
from playground.core.streams.findings import Finding, Streamed, findings, of_whole
from playground.core.streams.folding import registry
from playground.core.streams.folding.base import Answer, Folding, Value
from playground.core.viewers.frames import ARRAY, FrameReader
from playground.history.inspection import FOLDED, Inspection
from playground.history.models import Run


@dataclass
class Told:
    """The answer of a run that is over, as an object; each part is worked out when it is asked for, once."""

    run: Run
    #: Whether a stream is looked at however long it is.
    at_any_length: bool = False

    @cached_property
    def seen(self) -> Inspection:
        return Inspection(self.run, at_any_length=self.at_any_length)

    @property
    def is_stream(self) -> bool:
        """Whether it is a stream that is looked at now."""
        return self.seen.is_stream and not self.seen.is_folded_later

    @cached_property
    def final(self) -> Any:
        """The final object: folded, or the JSON that came; None for anything else."""
        if self.is_stream:
            return self.seen.folder.result()
        if not self.seen.subject.declared.is_json or len(self.seen.subject.content) > FOLDED:
            return None
        try:
            return read_value(self.seen.subject.text)
        except InvalidInput:
            return None

    @cached_property
    def folding(self) -> Folding | None:
        return self.seen.folder.folding if self.is_stream else registry.of_whole(self.final)

    @cached_property
    def answer(self) -> Answer:
        return self.folding.read(self.final) if self.folding and self.final else Answer()

    @cached_property
    def request(self) -> Value:
        """The JSON object that was sent, an empty one where it was another content."""
        try:
            sent = json.loads(((self.run.content.sent or {}).get("postData") or {}).get("text") or "")
        except (ValueError, RecursionError):
            return {}
        return sent if isinstance(sent, dict) else {}

    @cached_property
    def verdicts(self) -> list[structured.Verdict]:
        return structured.verdicts(self.request, self.answer, self.folding) if self.folding else []

    @cached_property
    def findings(self) -> list[Finding]:
        status = self.run.status or 0
        if not self.is_stream:
            return of_whole(self.final, self.request, status, self.folding) if self.final is not None else []
        return findings(
            Streamed(
                folder=self.seen.folder,
                content=self.seen.subject.content,
                media_type=self.run.media_type,
                arrivals=self.run.content.arrivals,
                is_array=self.seen.stream_kind == ARRAY,
                rest=self._rest(),
                request=self.request,
                status=status,
                cut=bool(self.run.cut) and self.run.cut != "broken",
            )
        )

    def _rest(self) -> str:
        """What belongs to no whole frame."""
        reader = FrameReader(self.seen.stream_kind)
        reader.feed(self.seen.subject.content)
        reader.feed(b"", final=True)
        return reader.rest
