"""Failures in the language of the page: for each documented code its title and what to do."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from playground.core.messages import Failure

Sentence = str | Promise

#: code → (title, hint), in the words of ``transport.failures`` and ``history.services`` (a test holds them together).
SENTENCES: dict[str, tuple[Sentence, Sentence]] = {
    "invalid_address": (
        _("The address cannot be sent to."),
        _("Write it in full, like https://api.example.com/v1/models."),
    ),
    "invalid_request": (
        _("The request cannot be sent as it is."),
        _("Look for a line break or another control character in the method, a header name or a header value."),
    ),
    "missing_file": (
        _("A file was not chosen."),
        _("Choose the file again, or take its row out of the body."),
    ),
    "request_too_large": (
        _("The request is larger than this site sends."),
        _("Send less in one request, or ask the operator of this site to raise the limit."),
    ),
    "refused_scheme": (
        _("Only http and https can be sent to."),
        _("Begin the address with https:// or http://."),
    ),
    "refused_port": (
        _("Nothing is sent to this port."),
        _("It belongs to another protocol than HTTP. Serve the API on another port."),
    ),
    "refused_host": (
        _("Nothing is sent to this host."),
        _("The operator of this site has excluded it."),
    ),
    "refused_address": (
        _("Nothing is sent to an address that is not public."),
        _("Use an address that is reachable from the internet, or run the playground on your own machine."),
    ),
    "name_not_found": (
        _("The host name was not found."),
        _("Check the spelling of the host name."),
    ),
    "name_timed_out": (
        _("Looking up the host name took too long."),
        _("Try again; the name server does not answer."),
    ),
    "connection_refused": (
        _("The server refused the connection."),
        _("Check host and port, and that the server is running."),
    ),
    "connection_timed_out": (
        _("The server did not accept the connection in time."),
        _("Check host and port; a firewall may be dropping the connection."),
    ),
    "unreachable": (
        _("The server cannot be reached from here."),
        _("Check the address; there is no way to its network."),
    ),
    "certificate_untrusted": (
        _("The certificate of the server is not trusted."),
        _("Have the certificate repaired, or accept an untrusted certificate for this run if you know the server."),
    ),
    "tls_failed": (
        _("No secure connection could be made."),
        _("Check that the port speaks TLS, or use http:// where it does not."),
    ),
    "idle_timed_out": (
        _("The server fell silent."),
        _("Try again, or ask for a streamed answer if the server takes long to think."),
    ),
    "total_timed_out": (
        _("The exchange took longer than allowed."),
        _("Raise the time limit of the request, or ask for less."),
    ),
    "stopped": (
        _("Stopped before an answer came."),
        _("Send it again when you are ready."),
    ),
    "connection_lost": (
        _("The connection was lost."),
        _("Try again; if it stays so, look into the log of the server."),
    ),
    "response_headers_too_large": (
        _("The headers of the answer are too large."),
        _("Ask the operator of the server to send fewer or shorter headers."),
    ),
    "malformed_response": (
        _("The answer is not HTTP/1.1."),
        _("Check that the port speaks HTTP, and that https:// and http:// are not mixed up."),
    ),
    "truncated_response": (
        _("The answer ended before its end."),
        _("What arrived is kept. Try again; a proxy on the way may have cut it."),
    ),
    "bad_encoding": (
        _("The content is not encoded as its Content-Encoding says."),
        _("What could be decoded is kept. Send Accept-Encoding: identity to get it as it is."),
    ),
    "too_many_redirects": (
        _("The server redirects again and again."),
        _("Look at the hops; switch following of redirects off to see the first answer."),
    ),
    "redirect_refused": (
        _("The redirect cannot be followed."),
        _("Switch following of redirects off to see the answer that redirects."),
    ),
    "interrupted": (
        _("The run was interrupted."),
        _("Send the request again."),
    ),
    "not_sent": (
        _("The request was not sent."),
        _("Send the request again."),
    ),
}

#: Why content ends before its end.
CUTS: dict[str, Sentence] = {
    "size": _("Cut at the size limit: what came before it is kept."),
    "time": _("Cut at the time limit: what came before it is kept."),
    "stopped": _("Stopped: what came before is kept."),
    "broken": _("The answer broke off: what came before is kept."),
}


def translated(failure: Failure) -> Failure:
    """The failure with title and hint in the language of the page; as stored where nobody translated it.

    A hint that differs from that of the table was written for this one case, and stays.
    """
    if failure.code not in SENTENCES:
        return failure
    title, hint = SENTENCES[failure.code]
    known = _english(hint) == failure.hint or not failure.hint
    return Failure(failure.code, str(title), failure.detail, str(hint) if known else failure.hint)


def _english(sentence: Sentence) -> str:
    with override("en"):
        return str(sentence)
