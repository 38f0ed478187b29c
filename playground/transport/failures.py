"""Why an exchange failed: a table of stable codes, each with a title and a hint (English; the page translates by code).

A failure of the outside world is data: inside this room it travels as ``Fault`` from where it is found to
``client.exchange``, which turns it into one ``ExchangeFailed`` event. No ``Fault`` leaves the room.
"""

from __future__ import annotations

from playground.core.messages import Failure

#: code → (title, hint). Every code stands in docs/security.md; a test holds it.
FAILURES: dict[str, tuple[str, str]] = {
    # Before anything leaves
    "invalid_address": (
        "The address cannot be sent to.",
        "Write it in full, like https://api.example.com/v1/models.",
    ),
    "invalid_request": (
        "The request cannot be sent as it is.",
        "Look for a line break or another control character in the method, a header name or a header value.",
    ),
    "missing_file": ("A file was not chosen.", "Choose the file again, or take its row out of the body."),
    "request_too_large": (
        "The request is larger than this site sends.",
        "Send less in one request, or ask the operator of this site to raise the limit.",
    ),
    "refused_scheme": ("Only http and https can be sent to.", "Begin the address with https:// or http://."),
    "refused_port": (
        "Nothing is sent to this port.",
        "It belongs to another protocol than HTTP. Serve the API on another port.",
    ),
    "refused_host": ("Nothing is sent to this host.", "The operator of this site has excluded it."),
    "refused_address": (
        "Nothing is sent to an address that is not public.",
        "Use an address that is reachable from the internet, or run the playground on your own machine.",
    ),
    # On the way to a connection
    "name_not_found": ("The host name was not found.", "Check the spelling of the host name."),
    "name_timed_out": ("Looking up the host name took too long.", "Try again; the name server does not answer."),
    "connection_refused": (
        "The server refused the connection.",
        "Check host and port, and that the server is running.",
    ),
    "connection_timed_out": (
        "The server did not accept the connection in time.",
        "Check host and port; a firewall may be dropping the connection.",
    ),
    "unreachable": ("The server cannot be reached from here.", "Check the address; there is no way to its network."),
    "certificate_untrusted": (
        "The certificate of the server is not trusted.",
        "Have the certificate repaired, or accept an untrusted certificate for this run if you know the server.",
    ),
    "tls_failed": (
        "No secure connection could be made.",
        "Check that the port speaks TLS, or use http:// where it does not.",
    ),
    # Time
    "idle_timed_out": (
        "The server fell silent.",
        "Try again, or ask for a streamed answer if the server takes long to think.",
    ),
    "total_timed_out": (
        "The exchange took longer than allowed.",
        "Raise the time limit of the request, or ask for less.",
    ),
    "stopped": ("Stopped before an answer came.", "Send it again when you are ready."),
    # The answer
    "connection_lost": ("The connection was lost.", "Try again; if it stays so, look into the log of the server."),
    "response_headers_too_large": (
        "The headers of the answer are too large.",
        "Ask the operator of the server to send fewer or shorter headers.",
    ),
    "malformed_response": (
        "The answer is not HTTP/1.1.",
        "Check that the port speaks HTTP, and that https:// and http:// are not mixed up.",
    ),
    "truncated_response": (
        "The answer ended before its end.",
        "What arrived is kept. Try again; a proxy on the way may have cut it.",
    ),
    "bad_encoding": (
        "The content is not encoded as its Content-Encoding says.",
        "What could be decoded is kept. Send Accept-Encoding: identity to get it as it is.",
    ),
    # Redirects
    "too_many_redirects": (
        "The server redirects again and again.",
        "Look at the hops; switch following of redirects off to see the first answer.",
    ),
    "redirect_refused": (
        "The redirect cannot be followed.",
        "Switch following of redirects off to see the answer that redirects.",
    ),
}


class Fault(Exception):
    """Something outside went wrong. ``code`` is a key of ``FAILURES``; ``hint`` overrides that of the table."""

    def __init__(self, code: str, detail: str = "", hint: str = "") -> None:
        super().__init__(detail or FAILURES[code][0])
        self.code = code
        self.detail = detail
        self.hint = hint

    def as_failure(self) -> Failure:
        """What is told of it outside of this room."""
        title, hint = FAILURES[self.code]
        return Failure(self.code, title, self.detail, self.hint or hint)
