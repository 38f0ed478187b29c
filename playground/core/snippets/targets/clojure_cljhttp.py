"""Clojure with clj-http (2.3 and later)."""

from __future__ import annotations

import re
from dataclasses import replace

from playground.core.messages import FileReference
from playground.core.snippets.base import Code, Draft, Piece, Target, Text, shown
from playground.core.snippets.literals import clojure
from playground.core.snippets.literals.percent import respelled
from playground.core.snippets.losses import Loss, loss

_CLIENT = "clj-http"

_WITHOUT_CONTENT = frozenset({"HEAD", "OPTIONS"})

#: clj-http.core/http-request-for.
_METHODS = frozenset({"GET", "HEAD", "PUT", "POST", "DELETE", "MOVE", "COPY", "OPTIONS", "PATCH"})

_SCHEME = re.compile(r"\Ahttps?://")


def generate(draft: Draft) -> Code:
    warnings: list[Loss] = []
    if draft.method in _WITHOUT_CONTENT and draft.body not in {(), ("",)}:
        warnings.append(loss("body_dropped", client=_CLIENT, method=draft.method))
        draft = replace(draft, body=())
    entries = [
        f":method {_method(draft.method, warnings)}",
        f":url {clojure.text(_url(draft.url, warnings))}",
        *_headers(draft, warnings),
        *([f":body {_body(draft)}"] if draft.body or draft.method in {"POST", "PUT", "PATCH"} else []),
        *([":decompress-body false"] if draft.get("accept-encoding") is not None else []),
        *([":as :stream"] if draft.streams else []),
        ":throw-exceptions false",
    ]
    imports = "\n         '[clojure.java.io :as io]" if draft.files or draft.streams else ""
    listed = "\n                 ".join(entries)
    call = f"(let [response (http/request\n                {{{listed}}})]\n"
    start = f"(require '[clj-http.client :as http]{imports})\n{_SLURP if draft.files else ''}\n"
    return Code(f"{start}{call}{_STREAMING if draft.streams else _SENDING}", tuple(warnings))


def _method(method: str, warnings: list[Loss]) -> str:
    """A method is a keyword in small letters, which the client writes in capitals."""
    known = method.upper() if method.upper() in _METHODS else "POST"
    if known != method.upper():
        warnings.append(loss("method_unsupported", client=_CLIENT, method=method, instead=known))
    elif known != method:
        warnings.append(loss("method_respelled", client=_CLIENT, method=method, instead=known))
    return f":{known.lower()}"


def _url(url: Text, warnings: list[Loss]) -> Text:
    safe = respelled(url, _CLIENT, warnings)
    written = shown(url)
    if re.search(r"[\[\]]", written.partition("?")[2]):
        warnings.append(loss("url_respelled", client=_CLIENT, part="brackets in the query"))
    if "//" in _SCHEME.sub("", written).partition("?")[0]:
        warnings.append(loss("url_respelled", client=_CLIENT, part="a doubled slash"))
    return safe


def _headers(draft: Draft, warnings: list[Loss]) -> list[str]:
    values: dict[str, tuple[str, list[Text]]] = {}
    for name, value in draft.fields:
        if name.lower() == "connection":  # the client says "close" itself
            if shown(value).lower() != "close":
                warnings.append(loss("header_dropped", client=_CLIENT, name=name))
            continue
        values.setdefault(name.lower(), (name, []))[1].append(value)
        if not shown(value).isascii():
            instead = shown(value).encode("ascii", "replace").decode("ascii")
            warnings.append(loss("header_value_changed", client=_CLIENT, name=name, instead=instead))
    rows = [f"{clojure.string(name)} {_values(given)}" for name, given in values.values()]
    separated = "\n                           ".join(rows)
    return [f":headers {{{separated}}}"] if rows else []


def _values(values: list[Text]) -> str:
    written = [clojure.text(value) for value in values]
    return written[0] if len(written) == 1 else f"[{' '.join(written)}]"


# Content

_SLURP = """
(defn read-bytes [name]
  (java.nio.file.Files/readAllBytes (.toPath (io/file name))))
"""


def _body(draft: Draft) -> str:
    """The content as bytes: to a string the client would add a type."""
    if not draft.body or draft.body == ("",):
        return "(byte-array 0)"
    if draft.text is not None:
        return _encoded(clojure.text(draft.text))
    pieces = [_piece(piece) for piece in draft.body]
    if len(pieces) == 1:
        return pieces[0]
    return "(byte-array (concat {}))".format("\n                                           ".join(pieces))


def _piece(piece: Piece) -> str:
    if isinstance(piece, FileReference):
        return f"(read-bytes {clojure.string(piece.file_name)})"
    if isinstance(piece, bytes):
        return clojure.base64(piece)
    return _encoded(clojure.text((piece,)))


def _encoded(expression: str) -> str:
    return f'(.getBytes {expression} "UTF-8")'


# Answer

_SENDING = """\
  (println (:body response))
  (when-not (http/success? response)
    (throw (ex-info (str "HTTP " (:status response)) {}))))
"""

_STREAMING = """\
  (with-open [reader (io/reader (:body response))]
    (run! println (line-seq reader)))
  (when-not (http/success? response)
    (throw (ex-info (str "HTTP " (:status response)) {}))))
"""


TARGET = Target("clojure_cljhttp", "clojure", _CLIENT, "Clojure", "clojure", "clj", generate)
