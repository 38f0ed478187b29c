"""A file's content as the string that a control holds (RFC 4648 §4, RFC 2397)."""

from __future__ import annotations

from base64 import b64encode

from playground.core.errors import InvalidInput
from playground.core.schema.control import Control


def file_text(control: Control, content: bytes, media_type: str = "") -> str:
    """What to post for a control whose ``upload`` is ``base64`` or ``data-url``.

    Raises InvalidInput for any other control; the file of a ``part`` goes into a multipart body as it is.
    """
    encoded = b64encode(content).decode("ascii")
    if control.upload == "base64":
        return encoded
    if control.upload == "data-url":
        return f"data:{media_type or 'application/octet-stream'};base64,{encoded}"
    raise InvalidInput("%(name)s does not hold a file.", pointer=control.pointer, name=control.name)
