"""How a run is to be sent: what the section "This run" of the form says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

#: Posted with the section: only where it was there does a box that is not ticked say anything.
MARK = "options"


@dataclass(frozen=True, slots=True)
class RunOptions:
    """``timeout_s`` is text as typed, "" for the limit of the site."""

    follow_redirects: bool = True
    verify_tls: bool = True
    timeout_s: str = ""

    @property
    def is_usual(self) -> bool:
        return self == RunOptions()

    @property
    def seconds(self) -> float | None:
        """The time as a number; None for the limit of the site. Raises ``ValueError`` where it is none."""
        if not self.timeout_s:
            return None
        seconds = float(self.timeout_s.replace(",", "."))
        if not 0 < seconds < float("inf"):
            raise ValueError(self.timeout_s)
        return seconds

    def chosen(self) -> dict[str, Any]:
        """What differs from the usual, in the words of ``transport.limits.Options``. Raises as ``seconds`` does."""
        chosen: dict[str, Any] = {}
        if not self.follow_redirects:
            chosen["follow_redirects"] = False
        if not self.verify_tls:
            chosen["verify_tls"] = False
        if self.seconds is not None:
            chosen["timeout_s"] = self.seconds
        return chosen


def from_post(post: QueryDict) -> RunOptions:
    if MARK not in post:
        return RunOptions()
    return RunOptions(
        follow_redirects="option.follow_redirects" in post,
        verify_tls=post.get("option.verify_tls") != "0",
        timeout_s=post.get("option.timeout_s", "").strip()[:20],
    )


def of_run(stored: Mapping[str, Any]) -> RunOptions:
    """The options of a run that was kept. An untrusted certificate is accepted for one run alone."""
    seconds = stored.get("timeout_s")
    return RunOptions(stored.get("follow_redirects") is not False, True, "" if seconds is None else f"{seconds:g}")
