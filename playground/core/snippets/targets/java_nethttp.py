"""Java with java.net.http (Java 17 and later)."""

from __future__ import annotations

import re

from playground.core.messages import FileReference
from playground.core.snippets.base import Code, Draft, Piece, Target, Text, Variable, shown
from playground.core.snippets.literals import java, web
from playground.core.snippets.literals.percent import respelled
from playground.core.snippets.losses import Loss, loss

_CLIENT = "java.net.http"

#: Set only where this system property names them (``jdk.internal.net.http.common.Utils``).
_RESTRICTED = frozenset({"connection", "expect", "host", "upgrade"})


def generate(draft: Draft) -> Code:
    warnings: list[Loss] = []
    url = java.text(_url(draft.url, warnings))
    headers = "".join(_header(name, value, warnings) for name, value in draft.fields)
    body, publisher = _body(draft)
    method = _method(draft, publisher)
    version = "" if draft.plain_url and draft.plain_url.startswith("https:") else _HTTP_1_1
    imports = _imports(draft)
    opening = f"{imports}\npublic class Main {{\n    public static void main(String[] args) throws Exception {{\n"
    request = (
        f"        HttpRequest request = HttpRequest.newBuilder()\n"
        f"            .uri(URI.create({url}))\n{version}{headers}{method}            .build();\n\n"
    )
    warnings += [*web.cookie_losses(draft, _CLIENT), *_host_losses(draft)]
    return Code(f"{opening}{_permission(draft)}{body}{request}{_printing(draft)}", tuple(warnings))


#: Over http, the client would ask to go on in HTTP/2 with header fields of its own.
_HTTP_1_1 = "            .version(HttpClient.Version.HTTP_1_1)\n"


def _url(url: Text, warnings: list[Loss]) -> Text:
    """The URL as java.net.URI can hold it: it refuses a "%" that escapes nothing."""
    safe = respelled(url, _CLIENT, warnings)
    last = url[-1]
    if isinstance(last, str) and last.endswith("?"):
        warnings.append(loss("url_respelled", client=_CLIENT, part="an empty query"))
    return safe


#: Host names that java.net.URI reads as such (RFC 2396 §3.2.2); without one, the client refuses the address.
_HOST = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z](?:[a-z0-9-]*[a-z0-9])?\.?|[0-9]{1,3}(?:\.[0-9]{1,3}){3}|.*:.*",
    re.IGNORECASE,
)


def _host_losses(draft: Draft) -> tuple[Loss, ...]:
    if draft.address is None or _HOST.fullmatch(draft.address.host):
        return ()
    return (loss("host_refused", client=_CLIENT, host=draft.address.host),)


def _header(name: str, value: Text, warnings: list[Loss]) -> str:
    lower = name.lower()
    if lower == "expect" and shown(value).lower() == "100-continue":
        warnings.append(loss("header_value_changed", client=_CLIENT, name=name, instead="100-Continue"))
        return "            .expectContinue(true)\n"
    if lower.startswith("proxy-"):  # kept for proxies, and there is none
        warnings.append(loss("header_dropped", client=_CLIENT, name=name))
        return ""
    if not all(isinstance(piece, Variable) or piece.isascii() for piece in value):
        value = tuple(_question_marks(piece) if isinstance(piece, str) else piece for piece in value)
        warnings.append(loss("header_value_changed", client=_CLIENT, name=name, instead=shown(value)))
    return f'            .header("{name}", {java.text(value)})\n'


def _question_marks(text: str) -> str:
    """What the client makes of a text: everything beyond ASCII becomes a question mark."""
    return text.encode("ascii", "replace").decode("ascii")


def _permission(draft: Draft) -> str:
    names = [name.lower() for name, _ in draft.fields if name.lower() in _RESTRICTED]
    names = [name for name in dict.fromkeys(names) if name != "expect" or not _expects_continue(draft)]
    if not names:
        return ""
    return f'        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "{",".join(names)}");\n\n'


def _expects_continue(draft: Draft) -> bool:
    value = draft.get("expect")
    return value is not None and shown(value).lower() == "100-continue"


def _method(draft: Draft, publisher: str) -> str:
    if not publisher:
        if draft.method in {"GET", "DELETE"}:
            return f"            .{draft.method}()\n"
        publisher = "HttpRequest.BodyPublishers.noBody()"
    if draft.method in {"POST", "PUT"}:
        return f"            .{draft.method}({publisher})\n"
    return f'            .method("{draft.method}", {publisher})\n'


def _body(draft: Draft) -> tuple[str, str]:
    """Statements that make the content, and the publisher that sends it."""
    if not draft.body or draft.body == ("",):
        return "", ""
    text = draft.text
    if text is not None:
        statement = f"        String body = {java.block_text(text)};\n\n"
        return statement, "HttpRequest.BodyPublishers.ofString(body)"
    publishers = [_publisher(piece) for piece in draft.body]
    if len(publishers) == 1:
        return "", publishers[0]
    joined = ",\n                ".join(publishers)
    return "", f"HttpRequest.BodyPublishers.concat(\n                {joined})"


def _publisher(piece: Piece) -> str:
    if isinstance(piece, FileReference):
        return f"HttpRequest.BodyPublishers.ofFile(Path.of({java.string(piece.file_name)}))"
    if isinstance(piece, bytes):
        return f"HttpRequest.BodyPublishers.ofByteArray({java.base64(piece)})"
    if isinstance(piece, Variable):
        return f"HttpRequest.BodyPublishers.ofString({java.look_up(piece.identifier)})"
    return f"HttpRequest.BodyPublishers.ofString({java.block(piece)})"


def _imports(draft: Draft) -> str:
    names = ["java.net.URI", "java.net.http.HttpClient", "java.net.http.HttpRequest", "java.net.http.HttpResponse"]
    if draft.files:
        names.append("java.nio.file.Path")
    if any(isinstance(piece, bytes) for piece in draft.body):
        names.append("java.util.Base64")
    if draft.streams:
        names.append("java.util.stream.Stream")
    return "".join([f"import {name};\n" for name in names])


_SENDING = """\
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        System.out.println(response.body());
"""

_STREAMING = """\
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<Stream<String>> response = client.send(request, HttpResponse.BodyHandlers.ofLines());
        response.body().forEach(System.out::println);
"""

_STATUS = """\
        if (response.statusCode() / 100 != 2) {
            System.err.println("HTTP " + response.statusCode());
            System.exit(1);
        }
    }
}
"""


def _printing(draft: Draft) -> str:
    return (_STREAMING if draft.streams else _SENDING) + _STATUS


TARGET = Target(
    "java_nethttp", "java", _CLIENT, "Java", "java", "java", generate, is_default=True, refuses=frozenset({"CONNECT"})
)
