"""Dart with package:http (1.0 and later, Dart 3)."""

from __future__ import annotations

from base64 import b64encode

from playground.core.messages import FileReference
from playground.core.snippets.base import Code, Draft, Piece, Target, Text, Variable, shown
from playground.core.snippets.literals import dart
from playground.core.snippets.losses import Loss, loss

_CLIENT = "http"


def generate(draft: Draft) -> Code:
    warnings: list[Loss] = []
    if not draft.is_normal:
        warnings.append(loss("url_respelled", client=_CLIENT, part="escapes and dot segments"))
    method = dart.string(draft.method)
    code = [
        _imports(draft),
        "Future<void> main() async {\n",
        f"  final request = http.Request({method}, Uri.parse({dart.text(draft.url)}));\n",
        _headers(draft, warnings),
        _body(draft),
        _STREAMING if draft.streams else _SENDING,
        _STATUS,
    ]
    return Code("".join(code), tuple(warnings))


def _imports(draft: Draft) -> str:
    converts = draft.streams or _has_content(draft)
    convert = "import 'dart:convert';\n" if converts else ""
    return f"{convert}import 'dart:io';\n\nimport 'package:http/http.dart' as http;\n\n"


def _has_content(draft: Draft) -> bool:
    return any(not isinstance(piece, FileReference) for piece in draft.body) and draft.body != ("",)


# Header fields


def _headers(draft: Draft, warnings: list[Loss]) -> str:
    statements = [
        f"  request.headers[{dart.string(name)}] = {value};\n" for name, value in joined_fields(draft, warnings)
    ]
    return "".join(statements)


def joined_fields(draft: Draft, warnings: list[Loss]) -> list[tuple[str, str]]:
    """Names and values as expressions, each name once; what is beyond ASCII is left out."""
    fields: dict[str, tuple[str, Text]] = {}
    for name, value in draft.fields:
        lower = name.lower()
        if not shown(value).isascii():
            warnings.append(loss("header_dropped", client=_CLIENT, name=name))
        elif lower in fields:
            separator = "; " if lower == "cookie" else ", "
            fields[lower] = (fields[lower][0], (*fields[lower][1], separator, *value))
            warnings.append(loss("headers_joined", client=_CLIENT, name=name))
        else:
            fields[lower] = (name, value)
    return [(name, dart.text(_merged(value))) for name, value in fields.values()]


def _merged(text: Text) -> Text:
    """Neighbouring strings put together."""
    merged: list[str | Variable] = []
    for piece in text:
        if merged and isinstance(piece, str) and isinstance(merged[-1], str):
            merged[-1] = merged[-1] + piece
        else:
            merged.append(piece)
    return tuple(merged)


# Content


def _body(draft: Draft) -> str:
    if not draft.body or draft.body == ("",):
        return ""
    if draft.text is not None:
        return f"  request.bodyBytes = utf8.encode({dart.block_text(draft.text)});\n"
    if len(draft.body) == 1:
        return f"  request.bodyBytes = {_bytes(draft.body[0])};\n"
    listed = "".join([f"    ...{_bytes(piece)},\n" for piece in draft.body])
    return f"  request.bodyBytes = [\n{listed}  ];\n"


def _bytes(piece: Piece) -> str:
    if isinstance(piece, FileReference):
        return f"await File({dart.string(piece.file_name)}).readAsBytes()"
    if isinstance(piece, bytes):
        return f"base64.decode('{b64encode(piece).decode('ascii')}')"
    written = dart.look_up(piece.identifier) if isinstance(piece, Variable) else dart.block(piece)
    return f"utf8.encode({written})"


# Answer

_SENDING = """\

  final response = await http.Response.fromStream(await request.send());
  print(response.body);
"""

_STREAMING = """\

  final response = await request.send();
  await response.stream.transform(utf8.decoder).transform(const LineSplitter()).forEach(print);
"""

_STATUS = """\
  if (response.statusCode < 200 || response.statusCode > 299) {
    stderr.writeln('HTTP ${response.statusCode}');
    exitCode = 1;
  }
}
"""


TARGET = Target("dart_http", "dart", _CLIENT, "Dart", "dart", "dart", generate, is_default=True)
