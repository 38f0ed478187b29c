"""Kotlin with OkHttp (4 and 5)."""

from __future__ import annotations

from playground.core.messages import FileReference
from playground.core.snippets.base import Code, Draft, Piece, Target, Variable
from playground.core.snippets.literals import kotlin, okhttp


def generate(draft: Draft) -> Code:
    has_body = okhttp.has_body(draft)
    steps = "".join([f"        {step}\n" for step in _steps(draft, has_body)])
    code = [
        _imports(draft, has_body),
        "\nfun main() {\n",
        _body(draft) if has_body else "",
        _unsafe_headers(draft) if okhttp.is_unsafe(draft) else "",
        f"    val request = Request.Builder()\n{steps}        .build()\n\n",
        _CLIENT,
        _STREAMING if draft.streams else _SENDING,
        _STATUS,
    ]
    return Code("".join(code), tuple(okhttp.warnings(draft)))


def _imports(draft: Draft, has_body: bool) -> str:
    names = (
        ("java.io.File", has_body and bool(draft.files)),
        ("java.io.IOException", True),
        ("java.time.Duration", True),
        ("java.util.Base64", has_body and any(isinstance(piece, bytes) for piece in draft.body)),
        ("okhttp3.Headers", okhttp.is_unsafe(draft)),
        ("okhttp3.OkHttpClient", True),
        ("okhttp3.Request", True),
        ("okhttp3.RequestBody.Companion.toRequestBody", has_body),
    )
    return "".join([f"import {name}\n" for name, is_used in names if is_used])


def _steps(draft: Draft, has_body: bool) -> list[str]:
    steps = [f".url({kotlin.text(draft.url)})"]
    if okhttp.is_unsafe(draft):
        steps.append(".headers(headers)")
    else:
        repeated = okhttp.repeated(draft)
        for name, value in draft.fields:
            verb = "addHeader" if name.lower() in repeated else "header"
            steps.append(f".{verb}({kotlin.string(name)}, {kotlin.text(value)})")
    if draft.method != "GET":
        body = "body.toRequestBody()" if has_body else "null"
        steps.append(f".method({kotlin.string(draft.method)}, {body})")
    return steps


def _unsafe_headers(draft: Draft) -> str:
    """Fields beyond ASCII, which go as UTF-8."""
    rows = [
        f"        .addUnsafeNonAscii({kotlin.string(name)}, {kotlin.text(value)})\n" for name, value in draft.fields
    ]
    return f"    val headers = Headers.Builder()\n{''.join(rows)}        .build()\n\n"


# Content


def _body(draft: Draft) -> str:
    return f"    val body = {_bytes(draft)}\n\n"


def _bytes(draft: Draft) -> str:
    if not draft.body or draft.body == ("",):
        return "ByteArray(0)"
    if draft.text is not None:
        return _encoded(kotlin.block_text(draft.text))
    return " +\n        ".join([_piece(piece) for piece in draft.body])


def _encoded(expression: str) -> str:
    is_sum = " +\n" in expression and not expression.startswith('"""')
    return f"({expression}).toByteArray()" if is_sum else f"{expression}.toByteArray()"


def _piece(piece: Piece) -> str:
    if isinstance(piece, FileReference):
        return f"File({kotlin.string(piece.file_name)}).readBytes()"
    if isinstance(piece, bytes):
        return kotlin.base64(piece)
    return _encoded(kotlin.look_up(piece.identifier) if isinstance(piece, Variable) else kotlin.block(piece))


# Answer

_CLIENT = """\
    val client = OkHttpClient.Builder().readTimeout(Duration.ofMinutes(2)).build()
    client.newCall(request).execute().use { response ->
"""

_SENDING = """\
        println(response.body?.string())
"""

_STREAMING = """\
        val source = response.body!!.source()
        while (true) {
            println(source.readUtf8Line() ?: break)
        }
"""

_STATUS = """\
        if (!response.isSuccessful) throw IOException("HTTP ${response.code}")
    }
}
"""


TARGET = Target("kotlin_okhttp", "kotlin", "OkHttp", "Kotlin", "kotlin", "kt", generate, is_default=False)
