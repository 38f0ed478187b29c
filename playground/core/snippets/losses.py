"""What a client cannot say as the request has it: stable codes, English sentences, parameters to translate by."""

from __future__ import annotations

from collections.abc import Iterable

#: code → sentence. ``%(client)s`` is the library, as it calls itself.
TEMPLATES = {
    # From core.prepare.
    "content_length_computed": "Content-Length is computed from the body; the one that was written is left out.",
    "transfer_encoding_dropped": "Transfer-Encoding is left out: the client frames the body by its length.",
    # From the variables of a draft.
    "variable_in_query": "The value of %(name)s goes into the query as it is; give it percent-encoded.",
    "variable_in_form": "The value of %(name)s goes into the form as it is; give it percent-encoded.",
    "credentials_encoded": "%(name)s is the base64 of the user name, a colon and the password.",
    # From targets.
    "body_dropped": "%(client)s cannot send a body with %(method)s; the body is left out.",
    "method_unsupported": "%(client)s cannot send the method %(method)s; the code uses %(instead)s.",
    "method_respelled": "%(client)s writes the method %(method)s as %(instead)s.",
    "header_dropped": "%(client)s does not let code set the header %(name)s; it is left out.",
    "header_value_dropped": "%(client)s cannot send an empty value for the header %(name)s; it is left out.",
    "header_value_changed": "%(client)s cannot send the value of the header %(name)s as it is; it goes as %(instead)s.",
    "header_added": "%(client)s adds the header %(name)s, which the request does not have.",
    "header_removed_by_browser": "A browser sets the header %(name)s itself and ignores the one in the code.",
    "file_in_browser": "A browser cannot open %(name)s by its name; there, take it from an <input type=file>.",
    "headers_joined": "%(client)s sends the repeated header %(name)s as one, its values joined by a comma.",
    "headers_reordered": "%(client)s may send the values of the repeated header %(name)s in another order.",
    "url_respelled": "%(client)s respells the address: the server may see %(part)s in another spelling.",
    "bytes_unsupported": "%(client)s cannot carry these bytes in its source; the body is read from the file %(name)s.",
    "body_in_file": "%(client)s cannot hold this body on a command line; it is read from the file %(name)s.",
    "bytes_changed": "%(client)s cannot send this body to the byte: %(what)s.",
    "http_file_syntax": "Saved as a .http file, the body would be read otherwise: it begins with < or holds ### lines.",
    "stream_buffered": "%(client)s gives the event stream only when it has ended.",
    "variable_in_bytes": "The variable %(name)s stands among bytes that are not text and is not looked up.",
    "host_unsupported": "%(client)s cannot send the Host header %(value)s; it sends that of the address.",
    "host_refused": "%(client)s refuses the host name %(host)s: the program ends with an error. OkHttp takes it.",
    "shape_unsupported": "The request is not one that %(client)s can make; the code sends it without the SDK.",
}


#: Names for people of what ``base.odd_parts`` finds.
PARTS = {
    "dots": "the dot segments of the path",
    "escapes": "percent-escapes in lower case, or a percent sign that escapes nothing",
    "query": "brackets, or escapes that need not be, in the query",
    "empty query": "the empty query",
    "apostrophes": "the apostrophes of the query",
}


class Loss(str):
    """A sentence on what is lost, which also knows its ``code`` and ``parameters``."""

    __slots__ = ("code", "parameters")
    code: str
    parameters: dict[str, str]


def loss(code: str, **parameters: str) -> Loss:
    """The sentence of that code.

    Raises ``KeyError`` for a code or parameter that the table does not know.
    """
    sentence = Loss(TEMPLATES[code] % parameters)
    sentence.code = code
    sentence.parameters = parameters
    return sentence


def method_respelled(client: str, method: str) -> tuple[Loss, ...]:
    """The loss of a client that writes methods in capitals; none where it is in capitals."""
    upper = method.upper()
    return () if method == upper else (loss("method_respelled", client=client, method=method, instead=upper),)


def url_respelled(client: str, parts: Iterable[str]) -> tuple[Loss, ...]:
    """One loss for each part of an address that the client writes in another way."""
    return tuple(loss("url_respelled", client=client, part=PARTS[part]) for part in parts)
