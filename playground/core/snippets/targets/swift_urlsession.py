"""Swift with URLSession (Swift 5.7 and later, macOS 12 and later, iOS 15 and later)."""

from __future__ import annotations

from base64 import b64encode

from playground.core.messages import FileReference
from playground.core.snippets.base import Code, Draft, Piece, Target, Variable
from playground.core.snippets.literals import swift, urlsession
from playground.core.snippets.literals.percent import respelled
from playground.core.snippets.losses import Loss, loss

_CLIENT = "URLSession"

_OPENING = """\
import Foundation
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

"""


def generate(draft: Draft) -> Code:
    warnings: list[Loss] = []
    url = swift.text(respelled(draft.url, _CLIENT, warnings))
    body = _body(draft, warnings)
    request = f"var request = URLRequest(url: URL(string: {url})!)\n"
    if draft.method != "GET":
        request += f'request.httpMethod = "{draft.method}"\n'
    headers = _headers(draft, warnings)
    return Code(f"{_OPENING}{request}{headers}{body}\n{_printing(draft)}", tuple(warnings))


def _headers(draft: Draft, warnings: list[Loss]) -> str:
    return "".join(
        f'request.{verb}({swift.text(value)}, forHTTPHeaderField: "{name}")\n'
        for verb, name, value in urlsession.fields(draft, _CLIENT, warnings)
    )


# Content


def _body(draft: Draft, warnings: list[Loss]) -> str:
    if not draft.body or draft.body == ("",):
        return ""
    if draft.method in urlsession.WITHOUT_CONTENT:
        warnings.append(loss("body_dropped", client=_CLIENT, method=draft.method))
        return ""
    if draft.text is not None:
        return f"\nlet body = {swift.block_text(draft.text)}\nrequest.httpBody = Data(body.utf8)\n"
    if len(draft.body) == 1:
        return f"request.httpBody = {_data(draft.body[0])}\n"
    appended = "".join([f"body.append({_data(piece)})\n" for piece in draft.body])
    return f"\nvar body = Data()\n{appended}request.httpBody = body\n"


def _data(piece: Piece) -> str:
    if isinstance(piece, FileReference):
        return f"try Data(contentsOf: URL(fileURLWithPath: {swift.string(piece.file_name)}))"
    if isinstance(piece, bytes):
        return f'Data(base64Encoded: "{b64encode(piece).decode("ascii")}")!'
    written = swift.look_up(piece.identifier) if isinstance(piece, Variable) else swift.block(piece)
    return f"Data(({written}).utf8)" if "\n    + " in written else f"Data({written}.utf8)"


# Answer

_SENDING = """\
let (data, response) = try await URLSession.shared.data(for: request)
print(String(decoding: data, as: UTF8.self))
"""

_STREAMING = """\
let (bytes, response) = try await URLSession.shared.bytes(for: request)
for try await line in bytes.lines {
    print(line)
}
"""

_STATUS = """\
if let status = (response as? HTTPURLResponse)?.statusCode, !(200...299).contains(status) {
    print("HTTP \\(status)")
    exit(1)
}
"""


def _printing(draft: Draft) -> str:
    return (_STREAMING if draft.streams else _SENDING) + _STATUS


TARGET = Target("swift_urlsession", "swift", _CLIENT, "Swift", "swift", "swift", generate, is_default=True)
