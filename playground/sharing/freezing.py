"""What becomes of a request and of a response before they are shared: no secret is left in either.

Both were cleaned before they were kept in the history; here it is done once more, with every secret that their owner
has by now, since a link goes to people who may read everything behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from playground.core.assertions import Assertion
from playground.core.messages import BinaryBody, Body, MultipartBody, Part, RequestSpec
from playground.core.variables import Secret, Value, map_text, outside_variables
from playground.environments.services import SHORTEST_SECRET, Documented, without_typed_secrets
from playground.environments.typed import is_secret_name
from playground.history.masking import Mask
from playground.history.models import Run

#: Header fields of an answer that hand out a secret (RFC 6265 §4.1; RFC 7615 §3).
_GIVE_SECRETS = frozenset({"set-cookie", "set-cookie2", "authentication-info", "proxy-authentication-info"})
HIDDEN = "••••••"


def named(values: Mapping[str, Value]) -> dict[str, str]:
    """Value → name of the secrets among these."""
    return {
        value.value: name
        for name, value in values.items()
        if isinstance(value, Secret) and len(value.value) >= SHORTEST_SECRET
    }


def frozen_request(spec: RequestSpec, secrets: Mapping[str, str], documented: Documented | None = None) -> RequestSpec:
    """The request with variables by name alone: typed secrets become variables, and files are named, not held."""
    known = {name: Secret(value) for value, name in secrets.items()}
    spec, typed = without_typed_secrets(spec, known, documented)
    hidden = {**secrets, **{value: name for name, value in typed.items() if len(value) >= SHORTEST_SECRET}}
    spec = replace(spec, body=_without_files(spec.body))
    return map_text(spec, _Hiding(hidden)) if hidden else spec


class _Hiding:
    """Text → the same with the name of a secret in its place; asterisks where it stands encoded."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = dict(sorted(names.items(), key=lambda item: -len(item[0])))
        self._mask = Mask(names)

    def __call__(self, text: str) -> str:
        for value, name in self._names.items():
            if value in text:
                text = outside_variables(text, lambda piece, v=value, n=name: piece.replace(v, "{{" + n + "}}"))  # type: ignore[misc]
        return outside_variables(text, self._mask.text)


def _without_files(body: Body) -> Body:
    match body:
        case BinaryBody():
            return replace(body, content=None, file_name=body.file_name or "file")
        case MultipartBody():
            return replace(body, parts=tuple(_without_file(part) for part in body.parts))
    return body


def _without_file(part: Part) -> Part:
    if part.file_name is None and not isinstance(part.content, bytes):
        return part
    return replace(part, content=None, file_name=part.file_name or "file")


def frozen_assertions(wanted: Iterable[Assertion], secrets: Mapping[str, str]) -> list[Assertion]:
    """Those in which no secret stands, in whatever encoding."""
    mask = Mask(secrets)
    texts = [(each, f"{each.expected}\n{each.place}") for each in wanted]
    return [each for each, text in texts if mask.text(text) == text]


def frozen_answer(run: Run, secrets: Mapping[str, str]) -> tuple[dict[str, Any], bytes]:
    """What is shown of the response of a run (with ``run.content``), and its content.

    Where it came from and how long the way was stays with the owner: no address, no certificate, no redirects.
    """
    mask = Mask(secrets)
    failure = run.failure and {key: mask.text(str(text)) for key, text in run.failure.items()}
    answer = {
        "version": 1,
        "state": run.state,
        "status": run.status,
        "reason": mask.text(run.reason),
        "media_type": mask.text(run.media_type),
        "duration_ms": run.duration_ms,
        "first_byte_ms": run.first_byte_ms,
        "wire_bytes": run.wire_bytes,
        "decoded_bytes": run.decoded_bytes,
        "cut": run.cut,
        "failure": failure or None,
        "http_version": run.content.http_version,
        "fields": [[name, shown_field(name, mask.text(value))] for name, value in run.content.fields],
        "arrivals": run.content.arrivals,
    }
    return answer, mask.feed(run.content.body) + mask.flush()


def shown_field(name: str, value: str) -> str:
    """The value of a field of an answer; of a cookie its name alone."""
    if name.lower() in {"set-cookie", "set-cookie2"}:
        return value.partition("=")[0] + "=" + HIDDEN
    return HIDDEN if name.lower() in _GIVE_SECRETS or is_secret_name(name) else value
