"""C# with System.Net.Http.HttpClient (.NET 5 and later; what needs no more runs on .NET Core 3.1 and Mono too)."""

from __future__ import annotations

import re
from urllib.parse import quote

from playground.core.messages import FileReference
from playground.core.snippets.base import Code, Draft, Piece, Target, Text, Variable, shown
from playground.core.snippets.literals import csharp
from playground.core.snippets.losses import Loss, loss

_CLIENT = "HttpClient"

#: Fields that belong to the content (System.Net.Http.Headers.HttpContentHeaders).
_OF_CONTENT = frozenset(
    {
        "allow",
        "content-disposition",
        "content-encoding",
        "content-language",
        "content-length",
        "content-location",
        "content-md5",
        "content-range",
        "content-type",
        "expires",
        "last-modified",
    }
)

#: Written in capitals whatever the code says (System.Net.Http.HttpMethod.Normalize).
_KNOWN_METHODS = frozenset({"GET", "PUT", "POST", "DELETE", "HEAD", "OPTIONS", "TRACE", "PATCH", "CONNECT"})

#: Fields with parameters, which old versions read and write anew.
_PARSED = frozenset({"accept", "accept-charset", "accept-encoding", "accept-language", "content-type", "te"})

#: Lists, of which those versions leave out the empty ones (System.Net.Http.Headers.KnownHeaders).
_LISTS = _PARSED | {
    "allow",
    "cache-control",
    "connection",
    "content-encoding",
    "content-language",
    "if-match",
    "if-none-match",
    "pragma",
    "trailer",
    "upgrade",
    "via",
    "warning",
}

#: What stays as it is in a URI (RFC 3986 §2).
_OF_URIS = ":/?#[]@!$&'()*+,;=-._~%"

_SEMICOLON = re.compile(r"\s*;\s*")

_INDENTATION = " " * 12


def generate(draft: Draft) -> Code:
    warnings = _warnings(draft)
    body, content = _body(draft)
    code = [
        _imports(draft, bool(content)),
        _OPENING,
        _client(draft),
        _message(draft),
        "".join([_header(name, value, "Headers") for name, value in draft.fields if name.lower() not in _OF_CONTENT]),
        body,
        f"{_INDENTATION}request.Content = {content};\n" if content else "",
        "".join(
            [_header(name, value, "Content.Headers") for name, value in draft.fields if name.lower() in _OF_CONTENT]
        ),
        "\n" if draft.fields or content else "",
        _STREAMING if draft.streams else _SENDING,
        _STATUS,
    ]
    return Code("".join(code), tuple(warnings))


def _message(draft: Draft) -> str:
    method = f'new HttpMethod("{draft.method}")'
    return f"        using (var request = new HttpRequestMessage({method}, {_url(draft)}))\n        {{\n"


def _warnings(draft: Draft) -> list[Loss]:
    warnings: list[Loss] = []
    method = draft.method.upper()
    if method != draft.method and method in _KNOWN_METHODS:
        warnings.append(loss("method_respelled", client=_CLIENT, method=draft.method, instead=method))
    for name, value in draft.fields:
        warnings += _value_losses(name, shown(value))
    if draft.repeats:
        names = [name.lower() for name, _ in draft.fields]
        repeated = {name.lower(): name for name, _ in draft.fields if names.count(name.lower()) > 1}
        warnings += [loss("headers_joined", client=_CLIENT, name=name) for name in repeated.values()]
    return warnings


def _value_losses(name: str, value: str) -> tuple[Loss, ...]:
    """What .NET Core 3.1 and before do to values that they know how to read."""
    if not value and name.lower() in _LISTS:
        return (loss("header_value_dropped", client=_CLIENT, name=name),)
    respelled = value
    if name.lower() in _PARSED:
        respelled = _SEMICOLON.sub("; ", value)
    elif name.lower() == "referer":
        respelled = quote(value, safe=_OF_URIS)
    return () if respelled == value else (loss("header_value_changed", client=_CLIENT, name=name, instead=respelled),)


def _imports(draft: Draft, has_content: bool) -> str:
    names = ["System"]
    if draft.files or draft.streams:
        names.append("System.IO")
    if len(draft.body) > 1 and draft.text is None:
        names.append("System.Linq")
    names.append("System.Net.Http")
    if (draft.text is not None and has_content) or _encodes(draft):
        names.append("System.Text")
    names.append("System.Threading.Tasks")
    return "".join([f"using {name};\n" for name in names])


_OPENING = """
internal static class Program
{
    private static void Main() => RunAsync().GetAwaiter().GetResult();

    private static async Task RunAsync()
    {
"""


def _encodes(draft: Draft) -> bool:
    """Some header value or piece of content is turned into bytes by an encoding that the code names."""
    return not _is_ascii(draft) or any(isinstance(piece, str | Variable) for piece in draft.body if draft.body != ("",))


def _is_ascii(draft: Draft) -> bool:
    return all(shown(value).isascii() for _, value in draft.fields)


def _client(draft: Draft) -> str:
    if _is_ascii(draft):
        return "        using (var client = new HttpClient())\n"
    return (
        "        using (var handler = new SocketsHttpHandler { RequestHeaderEncodingSelector = "
        f"{_selector(draft)} }})\n        using (var client = new HttpClient(handler))\n"
    )


def _selector(draft: Draft) -> str:
    """Latin-1 for the fields that fit, UTF-8 for the others."""
    beyond = [name for name, value in draft.fields if max(shown(value), default="") > "\xff"]
    if not beyond:
        return "(name, _) => Encoding.Latin1"
    if all(name in beyond or shown(value).isascii() for name, value in draft.fields):
        return "(name, _) => Encoding.UTF8"
    tests = " || ".join([f'name == "{name}"' for name in dict.fromkeys(beyond)])
    return f"(name, _) => {tests} ? Encoding.UTF8 : Encoding.Latin1"


def _url(draft: Draft) -> str:
    written = csharp.text(draft.url)
    if draft.is_normal:
        return written
    return f"new Uri({written}, new UriCreationOptions {{ DangerousDisablePathAndQueryCanonicalization = true }})"


def _header(name: str, value: Text, owner: str) -> str:
    return f'{_INDENTATION}request.{owner}.TryAddWithoutValidation("{name}", {csharp.text(value)});\n'


# Content


def _body(draft: Draft) -> tuple[str, str]:
    """Statements that make the content, and the expression that gives it; "" where there is none."""
    if not draft.body or draft.body == ("",):
        return "", "new ByteArrayContent(new byte[0])" if _needs_content(draft) else ""
    if draft.text is not None:
        statement = f"{_INDENTATION}var body = {csharp.block_text(draft.text)};\n"
        return statement, "new ByteArrayContent(Encoding.UTF8.GetBytes(body))"
    if len(draft.body) == 1:
        return "", f"new ByteArrayContent({_bytes(draft.body[0])})"
    pieces = f",\n{_INDENTATION}    ".join([_bytes(piece) for piece in draft.body])
    listed = f"{_INDENTATION}var pieces = new[]\n{_INDENTATION}{{\n{_INDENTATION}    {pieces},\n{_INDENTATION}}};\n"
    return listed, "new ByteArrayContent(pieces.SelectMany(piece => piece).ToArray())"


def _needs_content(draft: Draft) -> bool:
    """Content-Length: 0 is to be said, or a field has no other place."""
    has_length = bool(draft.body) or draft.method in {"POST", "PUT", "PATCH"}
    return has_length or any(name.lower() in _OF_CONTENT for name, _ in draft.fields)


def _bytes(piece: Piece) -> str:
    if isinstance(piece, FileReference):
        return f"File.ReadAllBytes({csharp.string(piece.file_name)})"
    if isinstance(piece, bytes):
        return csharp.base64(piece)
    written = csharp.look_up(piece.identifier) if isinstance(piece, Variable) else csharp.block(piece)
    return f"Encoding.UTF8.GetBytes({written})"


# Answer

_SENDING = """\
            using (var response = await client.SendAsync(request))
            {
                Console.WriteLine(await response.Content.ReadAsStringAsync());
"""

_STREAMING = """\
            using (var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead))
            using (var reader = new StreamReader(await response.Content.ReadAsStreamAsync()))
            {
                string line;
                while ((line = await reader.ReadLineAsync()) != null)
                {
                    Console.WriteLine(line);
                }

"""

_STATUS = """\
                response.EnsureSuccessStatusCode();
            }
        }
    }
}
"""


TARGET = Target(
    "csharp_httpclient",
    "csharp",
    _CLIENT,
    "C#",
    "csharp",
    "cs",
    generate,
    is_default=True,
    refuses=frozenset({"CONNECT"}),
)
