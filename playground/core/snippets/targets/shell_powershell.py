"""PowerShell 7 with Invoke-WebRequest (on .NET's HttpClient)."""

from __future__ import annotations

from playground.core.snippets.base import Code, Draft, Target, Text, odd_parts
from playground.core.snippets.literals import powershell, web
from playground.core.snippets.losses import Loss, loss, url_respelled

_METHODS = {"GET", "HEAD", "POST", "PUT", "DELETE", "TRACE", "OPTIONS", "MERGE", "PATCH"}

_STATUS = """\
if ($response.StatusCode -ge 400) {
    throw "HTTP status $($response.StatusCode)"
}
"""


def generate(draft: Draft) -> Code:
    fields = [(name, value) for name, value in draft.fields if name.lower() != "content-type"]
    headers = "".join(f"    {powershell.string(name)} = {powershell.line(value)}\n" for name, value in _joined(draft))
    options = [
        f"-Uri {powershell.line(draft.url)}",
        *_method(draft),
        *(["-Headers $headers", "-SkipHeaderValidation"] if fields else []),
        *_content_type(draft),
        *(["-Body $body"] if draft.body else []),
        "-SkipHttpErrorCheck",
    ]
    text = "".join(
        (
            f"$headers = @{{\n{headers}}}\n" if fields else "",
            f"$body = {powershell.content(draft)}\n" if draft.body else "",
            "\n" if fields or draft.body else "",
            "$response = Invoke-WebRequest " + " `\n    ".join(options) + "\n",
            "$response.Content\n",
            _STATUS,
        )
    )
    return Code(text, _losses(draft))


def _joined(draft: Draft) -> list[tuple[str, Text]]:
    """Repeated fields as one, which means the same (RFC 9110 §5.3)."""
    grouped: dict[str, tuple[str, Text]] = {}
    for name, value in draft.fields:
        if name.lower() == "content-type":
            continue
        known = grouped.get(name.lower())
        grouped[name.lower()] = (name, value) if known is None else (known[0], (*known[1], ", ", *value))
    return list(grouped.values())


def _method(draft: Draft) -> list[str]:
    if draft.method == "GET":
        return []
    if draft.method in _METHODS:
        return [f"-Method {draft.method.capitalize()}"]
    return [f"-CustomMethod {powershell.string(draft.method)}"]


def _content_type(draft: Draft) -> list[str]:
    value = draft.get("content-type")
    return [] if value is None else [f"-ContentType {powershell.line(value)}"]


def _losses(draft: Draft) -> tuple[Loss, ...]:
    client = "Invoke-WebRequest"
    losses = [*url_respelled(client, odd_parts(draft.url)), *web.joined_losses(draft, client)]
    if draft.body and draft.get("content-type") is None and draft.method == "POST":
        losses.append(loss("header_added", client=client, name="Content-Type"))
    if draft.streams:
        losses.append(loss("stream_buffered", client=client))
    return tuple(losses)


TARGET = Target("shell_powershell", "shell", "PowerShell", "Shell", "powershell", "ps1", generate)
