"""C with libcurl (7.55 and later), as clang-format leaves it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from playground.core.messages import FileReference
from playground.core.snippets.base import Code, Draft, Piece, Target, Text, Variable, is_latin_1, plain
from playground.core.snippets.literals import c
from playground.core.snippets.losses import Loss, loss

#: Beyond this many bytes libcurl asks with ``Expect: 100-continue`` before it sends.
_EXPECT_THRESHOLD = 1024 * 1024

_JOIN = """\
/* Joins strings into a new one. The last argument is NULL. */
static char *join(const char *first, ...) {
  size_t size = 1;
  va_list arguments;
  va_start(arguments, first);
  for (const char *piece = first; piece; piece = va_arg(arguments, const char *))
    size += strlen(piece);
  va_end(arguments);

  char *joined = calloc(size, 1);
  if (!joined) {
    perror("calloc");
    exit(EXIT_FAILURE);
  }
  char *end = joined;
  va_start(arguments, first);
  for (const char *piece = first; piece; piece = va_arg(arguments, const char *)) {
    size_t length = strlen(piece);
    memcpy(end, piece, length);
    end += length;
  }
  va_end(arguments);
  return joined;
}

"""

_VARIABLE = """\
static const char *variable(const char *name) {
  const char *value = getenv(name);
  if (!value) {
    fprintf(stderr, "%s is not set\\n", name);
    exit(EXIT_FAILURE);
  }
  return value;
}

"""

_BUFFER = """\
struct buffer {
  char *data;
  size_t size;
};

static void append(struct buffer *buffer, const char *data, size_t size) {
  char *grown = realloc(buffer->data, buffer->size + size + 1);
  if (!grown) {
    perror("realloc");
    exit(EXIT_FAILURE);
  }
  memcpy(grown + buffer->size, data, size);
  buffer->data = grown;
  buffer->size += size;
}

#define APPEND(buffer, literal) append(buffer, literal, sizeof(literal) - 1)

"""

_FILE = """\
static void append_file(struct buffer *buffer, const char *name) {
  FILE *file = fopen(name, "rb");
  if (!file) {
    perror(name);
    exit(EXIT_FAILURE);
  }
  char chunk[65536];
  size_t size;
  while ((size = fread(chunk, 1, sizeof chunk, file)) > 0)
    append(buffer, chunk, size);
  fclose(file);
}

"""

_PRINT = """\
static size_t print(char *data, size_t size, size_t count, void *unused) {
  (void)unused;
  fwrite(data, size, count, stdout);
  fflush(stdout);
  return size * count;
}

"""


def generate(draft: Draft) -> Code:
    warnings: list[Loss] = []
    if draft.method == "HEAD" and draft.body not in {(), ("",)}:
        warnings.append(loss("body_dropped", client="libcurl", method="HEAD"))
        draft = replace(draft, body=())
    body, size = _body(draft)
    headers = _headers(draft)
    main = (
        f"int main(void) {{\n{body}{headers}  CURL *curl = curl_easy_init();\n"
        f"  if (!curl)\n    return EXIT_FAILURE;\n{_options(draft, size, bool(headers))}\n{_performing(bool(headers))}"
    )
    return Code(_preamble(draft, size) + main, tuple(warnings))


def _preamble(draft: Draft, size: str) -> str:
    """Includes, and the functions that this request needs."""
    has_buffer = size == "body.size"
    texts = [draft.url, *(value for _, value in draft.fields)]
    joins = size == "strlen(body)" or any(_is_joined(text) for text in texts)
    includes = "#include <curl/curl.h>\n"
    includes += "#include <stdarg.h>\n" if joins else ""
    includes += "#include <stdio.h>\n#include <stdlib.h>\n"
    includes += "#include <string.h>\n" if joins or has_buffer else ""
    functions = (
        (_JOIN, joins),
        (_VARIABLE, bool(draft.identifiers)),
        (_BUFFER, has_buffer),
        (_FILE, bool(draft.files)),
        (_PRINT, draft.streams),
    )
    return f"{includes}\n" + "".join([code for code, is_used in functions if is_used])


def _is_joined(text: Text) -> bool:
    written = plain(text)
    return written is None or not c.fits(written)


# Content


def _body(draft: Draft) -> tuple[str, str]:
    """Statements that make the content, and the expression of its size; "" where there is none."""
    if not draft.body or draft.body == ("",):
        return "", "0" if _has_length(draft) else ""
    only = draft.body[0]
    if len(draft.body) == 1 and isinstance(only, str) and c.fits(only):
        return f"  static const char body[] =\n      {c.by_line(only, '      ')};\n", "sizeof body - 1"
    if len(draft.body) == 1 and isinstance(only, bytes) and c.fits(only):
        return f"  static const char body[] = {c.binary(only)};\n", "sizeof body - 1"
    if draft.text is not None and not any("\0" in piece for piece in draft.text if isinstance(piece, str)):
        return f"  char *body = {_joined(draft.text)};\n", "strlen(body)"
    return "  struct buffer body = {NULL, 0};\n" + "".join([_append(piece) for piece in draft.body]), "body.size"


def _has_length(draft: Draft) -> bool:
    """Whether an empty content is said by ``Content-Length: 0``."""
    return bool(draft.body) or draft.method in {"POST", "PUT", "PATCH"}


def _joined(text: Text) -> str:
    quoted = _pieces(text, lambda piece: c.by_line(piece, " " * 20))
    return "join({}, NULL)".format(",\n                    ".join(quoted))


def _pieces(text: Text, quote: Callable[[str], str]) -> list[str]:
    """The arguments of ``join``, none too long for a compiler."""
    pieces: list[str] = []
    for piece in text:
        if isinstance(piece, Variable):
            pieces.append(f'variable("{piece.identifier}")')
        else:
            pieces += [quote(part) for part in c.pieces(piece)]
    return pieces


def _append(piece: Piece) -> str:
    if isinstance(piece, FileReference):
        return f"  append_file(&body, {c.string(piece.file_name)});\n"
    if isinstance(piece, Variable):
        value = f'variable("{piece.identifier}")'
        return f"  append(&body, {value}, strlen({value}));\n"
    if isinstance(piece, bytes):
        return "".join([f"  APPEND(&body, {c.binary(part)});\n" for part in c.binary_pieces(piece)])
    return "".join([f"  APPEND(&body, {c.by_line(part, ' ' * 16)});\n" for part in c.pieces(piece)])


# Header fields


def _headers(draft: Draft) -> str:
    lines = [_header(name, value) for name, value in draft.fields]
    if _has_length(draft) and draft.get("content-type") is None:
        lines.append('"Content-Type:"')
    if draft.get("expect") is None and _size(draft) > _EXPECT_THRESHOLD:
        lines.append('"Expect:"')
    if not lines:
        return ""
    appended = "".join([f"  headers = curl_slist_append(headers, {line});\n" for line in lines])
    return f"  struct curl_slist *headers = NULL;\n{appended}\n"


def _size(draft: Draft) -> int:
    """Bytes of the content at most; a file may be large."""
    if draft.files:
        return _EXPECT_THRESHOLD + 1
    return sum(4 * len(piece) for piece in draft.body if isinstance(piece, str | bytes))


def _header(name: str, value: Text) -> str:
    written = plain(value)
    quote = c.latin_1 if is_latin_1(value) else c.string
    if written is None or not c.fits(written):
        return f'join("{name}: ", {", ".join(_pieces(value, quote))}, NULL)'
    if not written:
        return f'"{name};"'
    return f'"{name}: {quote(written)[1:]}'


# Options


def _options(draft: Draft, size: str, has_headers: bool) -> str:
    options = [("URL", _url(draft.url))]
    if not draft.is_normal:
        options.append(("PATH_AS_IS", "1L"))
    options += _method(draft, size)
    if size:
        options.append(("POSTFIELDSIZE_LARGE", f"(curl_off_t)({size})" if " " in size else f"(curl_off_t){size}"))
        options.append(("POSTFIELDS", {"0": '""', "body.size": "body.data"}.get(size, "body")))
    if has_headers:
        options.append(("HTTPHEADER", "headers"))
    if draft.streams:
        options.append(("WRITEFUNCTION", "print"))
    return "".join([f"  curl_easy_setopt(curl, CURLOPT_{name}, {value});\n" for name, value in options])


def _url(url: Text) -> str:
    written = plain(url)
    return c.string(written) if written is not None and c.fits(written) else _joined(url)


def _method(draft: Draft, size: str) -> list[tuple[str, str]]:
    implied = "POST" if size else "GET"
    if draft.method == implied:
        return []
    if draft.method == "HEAD" and not size:
        return [("NOBODY", "1L")]
    return [("CUSTOMREQUEST", f'"{draft.method}"')]


def _performing(has_headers: bool) -> str:
    free = "  curl_slist_free_all(headers);\n" if has_headers else ""
    return f"""\
  CURLcode result = curl_easy_perform(curl);
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  if (result != CURLE_OK)
    fprintf(stderr, "%s\\n", curl_easy_strerror(result));
  else if (status < 200 || status > 299)
    fprintf(stderr, "HTTP %ld\\n", status);

{free}  curl_easy_cleanup(curl);
  return result == CURLE_OK && status >= 200 && status <= 299 ? EXIT_SUCCESS : EXIT_FAILURE;
}}
"""


TARGET = Target("c_libcurl", "c", "libcurl", "C", "c", "c", generate, is_default=True)
