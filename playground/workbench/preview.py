"""PreparedRequest → the HTTP/1.1 message as it will leave, as HTML.

The text of what is made here, its line ends aside, is the message to the byte; only the places of secrets still show
the name of their variable.
"""

from __future__ import annotations

import re

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from playground.core import media_types
from playground.core.messages import FileReference, PreparedRequest
from playground.core.variables import VARIABLE, Scopes, Secret, is_dynamic
from playground.web.highlight import highlight

#: Beyond it the content is shown in part: a preview is read, not scrolled for minutes.
SHOWN_BYTES = 256 * 1024

_IN_HTML = re.compile(VARIABLE.pattern)


def message_html(prepared: PreparedRequest, scopes: Scopes) -> SafeString:
    """Start line, fields, an empty line and the content."""
    target = _origin_form(prepared.url)
    head = [
        f'<span class="start-line"><span class="k">{escape(prepared.method)}</span> {escape(target)} HTTP/1.1</span>'
    ]
    head += (_field(prepared, name, value) for name, value in prepared.fields)
    text = "\n".join(head) + "\n\n" + _content(prepared)
    return mark_safe(mark_variables(text, scopes))


def _origin_form(url: str) -> str:
    """The request target (RFC 9112 §3.2.1); the whole address where a variable stands for its start."""
    scheme, _colon, rest = url.partition("://")
    if not rest or VARIABLE.search(scheme):
        return url
    slash = rest.find("/")
    return rest[slash:] if slash >= 0 else "/"


def _field(prepared: PreparedRequest, name: str, value: str) -> SafeString:
    automatic = name.lower() in prepared.automatic
    return format_html(
        '<span class="{}"><span class="nt">{}</span>: {}</span>',
        "field automatic" if automatic else "field",
        name,
        value,
    )


def _content(prepared: PreparedRequest) -> str:
    media_type = media_types.parse(prepared.fields.get("Content-Type"))
    pieces: list[str] = []
    left = SHOWN_BYTES
    for segment in prepared.segments:
        if isinstance(segment, FileReference):
            pieces.append(_file(segment.file_name))
            continue
        pieces.append(_bytes(segment[:left], "json" if media_type.is_json else ""))
        left -= len(segment)
        if left <= 0:
            pieces.append(_more(-left))
            break
    return "".join(pieces)


def _bytes(content: bytes, syntax: str) -> str:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(content) - 3 or not content:
            return _binary(content)
        text = content[: error.start].decode("utf-8")
    return highlight(text, syntax) if syntax else escape(text)


def _binary(content: bytes) -> str:
    """Text as far as it is text, and the size of what is not."""
    head, _blank, rest = content.partition(b"\r\n\r\n")
    if head.startswith(b"--") and rest:
        shown = escape(head.decode("utf-8", "replace")) + "\n\n"
        return shown + format_html('<span class="placeholder">{}</span>', _("{size} bytes").format(size=len(rest)))
    return format_html('<span class="placeholder">{}</span>', _("{size} bytes").format(size=len(content)))


def _file(name: str) -> str:
    return format_html('<span class="placeholder">{}</span>', _("the bytes of {name}").format(name=name))


def _more(size: int) -> str:
    return (
        ""
        if size == 0
        else format_html('\n<span class="placeholder">{}</span>', _("… {size} more bytes").format(size=size))
    )


def mark_variables(html: str, scopes: Scopes) -> str:
    """Each ``{{name}}`` that is still in the HTML, marked as set (a secret) or not."""
    if "{{" not in html:
        return html

    def mark(match: re.Match[str]) -> str:
        if is_dynamic(match[1]):
            title = escape(_("made when the request is sent"))
            return f'<span class="variable" data-set="true" data-made="true" title="{title}">{match[0]}</span>'
        value = scopes.get(match[1])
        if value is None:
            return f'<span class="variable" data-set="false">{match[0]}</span>'
        secret = isinstance(value, Secret)
        title = escape(f"{value.ends} · {value.fingerprint}" if isinstance(value, Secret) else value[:200])
        mark = ' data-secret="true"' if secret else ""
        return f'<span class="variable" data-set="true"{mark} title="{title}">{match[0]}</span>'

    return _IN_HTML.sub(mark, html)
