"""OCaml with cohttp-lwt-unix (4.0 and later), as ocamlformat leaves it."""

from __future__ import annotations

import re
from dataclasses import replace

from playground.core.messages import FileReference
from playground.core.snippets.base import Code, Draft, Piece, Target, Variable, for_looks
from playground.core.snippets.literals import ocaml
from playground.core.snippets.losses import Loss, loss

_CLIENT = "cohttp"

_METHODS = frozenset({"GET", "POST", "HEAD", "DELETE", "PATCH", "PUT", "OPTIONS", "TRACE", "CONNECT"})

#: Methods whose content the client does not send (``Request.has_body``).
_WITHOUT_CONTENT = frozenset({"GET", "HEAD", "CONNECT", "TRACE"})

#: Targets that ``Uri`` prints as it read them.
_SAFE = re.compile(
    r"/[A-Za-z0-9\-._~/:@]*(?:\?[A-Za-z0-9\-._~]+=[A-Za-z0-9\-._~]*(?:&[A-Za-z0-9\-._~]+=[A-Za-z0-9\-._~]*)*)?"
)

_AUTHORITY = re.compile(r"(?:https?://)?[^/?]*")


def generate(draft: Draft) -> Code:
    warnings: list[Loss] = []
    if draft.get("expect") is not None:  # the client would take the interim response for the final one
        warnings.append(loss("header_dropped", client=_CLIENT, name="Expect"))
        draft = replace(draft, fields=tuple(row for row in draft.fields if row[0].lower() != "expect"))
    target = _exact_target(draft)
    steps = [
        *_address(draft, target),
        *_body(draft),
        *_headers(draft, warnings),
        *(_exact_call(draft, target) if target else _call(draft)),
        *(_STREAMING if draft.streams else _SENDING),
        *_STATUS,
    ]
    listed = "\n     ".join(steps)
    return Code(f"{_OPENING}    ({listed})\n", tuple(warnings))


_OPENING = """\
open Lwt.Syntax
open Cohttp
open Cohttp_lwt_unix

let () =
  Lwt_main.run
"""


def _address(draft: Draft, target: str) -> list[str]:
    if draft.address is not None or not target:
        return [f"let uri = {_uri(draft)} in"]
    return [f"let url = {ocaml.text(draft.url)} in", "let uri = Uri.of_string url in", *_LATE_TARGET]


#: The request target of an address that is known when the code runs.
_LATE_TARGET = [
    "let rec after_host i =",
    "  if i >= String.length url || url.[i] = '/' || url.[i] = '?' then i",
    "  else after_host (i + 1)",
    "in",
    "let start = after_host 8 in",
    "let target = String.sub url start (String.length url - start) in",
    'let target = if target <> "" && target.[0] = \'/\' then target else "/" ^ target in',
]


def _uri(draft: Draft) -> str:
    """``Uri`` does not read an IPv6 address; it takes one as a part."""
    address = draft.address
    if address is None or ":" not in address.host:
        return f"Uri.of_string {_argument(ocaml.text(draft.url))}"
    port = "" if address.port is None else f" ~port:{address.port}"
    return f'Uri.make ~scheme:"{address.scheme}" ~host:"{address.host}"{port} ()'


def _argument(expression: str) -> str:
    """An expression as an argument of a function."""
    return expression if expression[0] in '"{' and " ^ " not in expression else f"({expression})"


def _exact_target(draft: Draft) -> str:
    """The target as an expression where ``Uri`` would respell it, "" otherwise."""
    address = draft.address
    if address is None:
        late = _AUTHORITY.sub("", for_looks(draft.url), count=1)
        is_late_read = not late or _SAFE.fullmatch(late)
        return "" if is_late_read and not _writes_length(draft) else "target"
    is_read = _SAFE.fullmatch(address.target) and ":" not in address.host
    return "" if is_read and not _writes_length(draft) else ocaml.string(address.target)


def _writes_length(draft: Draft) -> bool:
    """The client leaves out a content that it does not expect, unless its length is said."""
    return draft.method in _WITHOUT_CONTENT and draft.body not in {(), ("",)}


def _headers(draft: Draft, warnings: list[Loss]) -> list[str]:
    rows = [f'("{name}", {ocaml.field_value(value)})' for name, value in draft.fields]
    address = draft.address
    if address is not None and ":" in address.host and draft.get("host") is None:
        rows.insert(0, f'("Host", "{address.authority}")')
    if _writes_length(draft):
        rows.append('("Content-Length", string_of_int (String.length body))')
    if draft.repeats:
        names = [name.lower() for name, _ in draft.fields]
        repeated = {name.lower(): name for name, _ in draft.fields if names.count(name.lower()) > 1}
        warnings += [loss("headers_reordered", client=_CLIENT, name=name) for name in repeated.values()]
    return _list(rows) if rows else []


def _list(rows: list[str]) -> list[str]:
    listed = f"let headers = Header.of_list [ {'; '.join(rows)} ] in"
    if len(listed) <= 75:
        return [listed]
    separated = ";\n           ".join(rows)
    return ["let headers =", "  Header.of_list", f"    [ {separated} ]", "in"]


# Content


def _has_length(draft: Draft) -> bool:
    return bool(draft.body) or draft.method in {"POST", "PUT", "PATCH"}


def _body(draft: Draft) -> list[str]:
    if not _has_length(draft):
        return []
    reads: list[str] = []
    expressions = [_expression(piece, reads) for piece in draft.body or ("",)]
    joined = " ^ ".join(expressions)
    return [*reads, f"let body = {joined} in"]


def _expression(piece: Piece, reads: list[str]) -> str:
    if isinstance(piece, FileReference):
        name = f"file{len(reads) + 1}"
        reads.append(
            f"let* {name} = Lwt_io.with_file ~mode:Lwt_io.Input {ocaml.string(piece.file_name)} Lwt_io.read in"
        )
        return name
    if isinstance(piece, bytes):
        return ocaml.binary(piece)
    return ocaml.look_up(piece.identifier) if isinstance(piece, Variable) else ocaml.block(piece)


# Call


def _method(draft: Draft) -> str:
    return f"`{draft.method}" if draft.method in _METHODS else f'(`Other "{draft.method}")'


def _call(draft: Draft) -> list[str]:
    headers = "~headers " if draft.fields else ""
    if not _has_length(draft):
        return [f"let* response, body = Client.call {headers}{_method(draft)} uri in"]
    return [
        "let body = Cohttp_lwt.Body.of_string body in",
        f"let* response, body = Client.call {headers}~body ~chunked:false {_method(draft)} uri in",
    ]


def _has_headers(draft: Draft) -> bool:
    address = draft.address
    return bool(draft.fields) or _writes_length(draft) or (address is not None and ":" in address.host)


def _exact_call(draft: Draft, target: str) -> list[str]:
    """A request whose target is put in after ``Uri`` has read the address."""
    headers = "~headers " if _has_headers(draft) else ""
    length = "(Int64.of_int (String.length body))" if _has_length(draft) else "0L"
    body = "Cohttp_lwt.Body.of_string body" if _has_length(draft) else "Cohttp_lwt.Body.empty"
    return [
        "let request =",
        f"  Request.make_for_client {headers}~chunked:false ~body_length:{length} {_method(draft)} uri",
        "in",
        f"let request = {{ request with resource = {target} }} in",
        f"let* responses = Client.callv uri (Lwt_stream.of_list [ (request, {body}) ]) in",
        "let* response, body = Lwt_stream.next responses in",
    ]


# Answer

_SENDING = ["let* text = Cohttp_lwt.Body.to_string body in", "let* () = Lwt_io.print text in"]

_STREAMING = [
    "let* () =",
    "  Cohttp_lwt.Body.to_stream body",
    "  |> Lwt_stream.iter_s (fun chunk ->",
    "         let* () = Lwt_io.print chunk in",
    "         Lwt_io.flush Lwt_io.stdout)",
    "in",
]

_STATUS = [
    "let status = Code.code_of_status (Response.status response) in",
    "if not (Code.is_success status) then",
    '  let* () = Lwt_io.eprintlf "HTTP %d" status in',
    "  exit 1",
    "else Lwt.return_unit",
]


TARGET = Target("ocaml_cohttp", "ocaml", _CLIENT, "OCaml", "ocaml", "ml", generate, is_default=True)
