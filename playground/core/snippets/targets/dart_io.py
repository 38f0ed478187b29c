"""Dart with dart:io's HttpClient (Dart 3)."""

from __future__ import annotations

from base64 import b64encode

from playground.core.messages import FileReference
from playground.core.snippets.base import Code, Draft, Piece, Target, Variable, shown
from playground.core.snippets.literals import dart
from playground.core.snippets.losses import Loss, loss

_CLIENT = "dart:io"


def generate(draft: Draft) -> Code:
    warnings: list[Loss] = []
    if not draft.is_normal:
        warnings.append(loss("url_respelled", client=_CLIENT, part="escapes and dot segments"))
    has_body = draft.body not in {(), ("",)}
    code = [
        "import 'dart:convert';\nimport 'dart:io';\n\nFuture<void> main() async {\n",
        f"  final body = {_body(draft)};\n" if has_body else "",
        "  final client = HttpClient();\n",
        f"  final request = await client.openUrl({dart.string(draft.method)}, Uri.parse({dart.text(draft.url)}));\n",
        _headers(draft, warnings),
        _length(draft, has_body),
        _STREAMING if draft.streams else _SENDING,
        _STATUS,
    ]
    return Code("".join(code), tuple(warnings))


def _headers(draft: Draft, warnings: list[Loss]) -> str:
    names = [name.lower() for name, _ in draft.fields]
    repeated = dict.fromkeys(name for name in names if draft.repeats and names.count(name) > 1)
    statements = [f"  request.headers.noFolding({dart.string(name)});\n" for name in repeated]
    seen: set[str] = set()
    for name, value in draft.fields:
        if not shown(value).isascii():
            warnings.append(loss("header_dropped", client=_CLIENT, name=name))
            continue
        verb = "add" if name.lower() in seen else "set"
        statements.append(
            f"  request.headers.{verb}({dart.string(name)}, {dart.text(value)}, preserveHeaderCase: true);\n"
        )
        seen.add(name.lower())
    return "".join(statements)


def _length(draft: Draft, has_body: bool) -> str:
    if has_body:
        return "  request.contentLength = body.length;\n  request.add(body);\n"
    return "  request.contentLength = 0;\n" if draft.body or draft.method in {"POST", "PUT", "PATCH"} else ""


def _body(draft: Draft) -> str:
    if draft.text is not None:
        return f"utf8.encode({dart.block_text(draft.text)})"
    if len(draft.body) == 1:
        return _bytes(draft.body[0])
    listed = "".join([f"    ...{_bytes(piece)},\n" for piece in draft.body])
    return f"[\n{listed}  ]"


def _bytes(piece: Piece) -> str:
    if isinstance(piece, FileReference):
        return f"await File({dart.string(piece.file_name)}).readAsBytes()"
    if isinstance(piece, bytes):
        return f"base64.decode('{b64encode(piece).decode('ascii')}')"
    written = dart.look_up(piece.identifier) if isinstance(piece, Variable) else dart.block(piece)
    return f"utf8.encode({written})"


_SENDING = """\

  final response = await request.close();
  print(await response.transform(utf8.decoder).join());
"""

_STREAMING = """\

  final response = await request.close();
  await response.transform(utf8.decoder).transform(const LineSplitter()).forEach(print);
"""

_STATUS = """\
  if (response.statusCode < 200 || response.statusCode > 299) {
    stderr.writeln('HTTP ${response.statusCode}');
    exitCode = 1;
  }
  client.close();
}
"""


TARGET = Target("dart_io", "dart", _CLIENT, "Dart", "dart", "dart", generate)
