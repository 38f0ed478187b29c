"""Java with OkHttp (3.13 and later, 4 and 5 included; Java 17 and later).

The order of arguments of ``RequestBody.create`` changed between versions; a body of one's own compiles with all.
"""

from __future__ import annotations

from base64 import b64encode

from playground.core.messages import FileReference
from playground.core.snippets.base import Code, Draft, Piece, Target, Variable
from playground.core.snippets.literals import java, okhttp


def generate(draft: Draft) -> Code:
    has_body = okhttp.has_body(draft)
    chain = "".join([f"            {step}\n" for step in _steps(draft, has_body)])
    code = [
        _imports(draft, has_body),
        "\npublic class Main {\n    public static void main(String[] args) throws IOException {\n",
        _body(draft) if has_body else "",
        _unsafe_headers(draft) if okhttp.is_unsafe(draft) else "",
        f"        Request request = new Request.Builder()\n{chain}            .build();\n\n",
        _CLIENT,
        _STREAMING if draft.streams else _SENDING,
        _STATUS,
    ]
    return Code("".join(code), tuple(okhttp.warnings(draft)))


def _imports(draft: Draft, has_body: bool) -> str:
    names = (
        ("java.io.IOException", True),
        ("java.nio.file.Files", has_body and bool(draft.files)),
        ("java.nio.file.Path", has_body and bool(draft.files)),
        ("java.time.Duration", True),
        ("okhttp3.Headers", okhttp.is_unsafe(draft)),
        ("okhttp3.MediaType", has_body),
        ("okhttp3.OkHttpClient", True),
        ("okhttp3.Request", True),
        ("okhttp3.RequestBody", has_body),
        ("okhttp3.Response", True),
        ("okio.Buffer", has_body and len(draft.body) > 1 and draft.text is None),
        ("okio.BufferedSink", has_body),
        ("okio.BufferedSource", draft.streams),
        ("okio.ByteString", has_body),
    )
    return "".join([f"import {name};\n" for name, is_used in names if is_used])


def _steps(draft: Draft, has_body: bool) -> list[str]:
    steps = [f".url({java.text(draft.url)})"]
    if okhttp.is_unsafe(draft):
        steps.append(".headers(headers)")
    else:
        repeated = okhttp.repeated(draft)
        for name, value in draft.fields:
            verb = "addHeader" if name.lower() in repeated else "header"
            steps.append(f'.{verb}("{name}", {java.text(value)})')
    if draft.method != "GET":
        steps.append(f'.method("{draft.method}", {"requestBody" if has_body else "null"})')
    return steps


def _unsafe_headers(draft: Draft) -> str:
    """Fields beyond ASCII, which go as UTF-8."""
    steps = [f'            .addUnsafeNonAscii("{name}", {java.text(value)})\n' for name, value in draft.fields]
    return f"        Headers headers = new Headers.Builder()\n{''.join(steps)}            .build();\n\n"


# Content


def _body(draft: Draft) -> str:
    return f"        ByteString body = {_bytes(draft)};\n{_REQUEST_BODY}"


_REQUEST_BODY = """\
        RequestBody requestBody = new RequestBody() {
            @Override
            public MediaType contentType() {
                return null;
            }

            @Override
            public long contentLength() {
                return body.size();
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                sink.write(body);
            }
        };

"""


def _bytes(draft: Draft) -> str:
    if not draft.body or draft.body == ("",):
        return "ByteString.EMPTY"
    if draft.text is not None:
        return f"ByteString.encodeUtf8({java.block_text(draft.text)})"
    if len(draft.body) == 1:
        return _byte_string(draft.body[0])
    writes = "".join([f"            {_write(piece)}\n" for piece in draft.body])
    return f"new Buffer()\n{writes}            .readByteString()"


def _byte_string(piece: Piece) -> str:
    if isinstance(piece, FileReference):
        return f"ByteString.of(Files.readAllBytes(Path.of({java.string(piece.file_name)})))"
    return _base64(piece) if isinstance(piece, bytes) else f"ByteString.encodeUtf8({java.text((piece,))})"


def _base64(content: bytes) -> str:
    return f"ByteString.decodeBase64({java.string(b64encode(content).decode('ascii'))})"


def _write(piece: Piece) -> str:
    if isinstance(piece, FileReference):
        return f".write(Files.readAllBytes(Path.of({java.string(piece.file_name)})))"
    if isinstance(piece, bytes):
        return f".write({_base64(piece)})"
    return f".writeUtf8({java.look_up(piece.identifier) if isinstance(piece, Variable) else java.block(piece)})"


# Answer

_CLIENT = """\
        OkHttpClient client = new OkHttpClient.Builder().readTimeout(Duration.ofMinutes(2)).build();
        try (Response response = client.newCall(request).execute()) {
"""

_SENDING = """\
            System.out.println(response.body().string());
"""

_STREAMING = """\
            BufferedSource source = response.body().source();
            String line;
            while ((line = source.readUtf8Line()) != null) {
                System.out.println(line);
            }
"""

_STATUS = """\
            if (!response.isSuccessful()) {
                throw new IOException("HTTP " + response.code());
            }
        }
    }
}
"""


TARGET = Target("java_okhttp", "java", "OkHttp", "Java", "java", "java", generate)
