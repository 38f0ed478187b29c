"""By which charset content is read: what was declared, else a byte order mark, else UTF-8, else Latin-1."""

from __future__ import annotations

import codecs

#: Python's names of those encodings of the WHATWG Encoding standard (and a few of their kin) that it has. Others are
#: not looked at: some of Python's codecs are no charsets at all, and some decode in quadratic time.
KNOWN = frozenset(
    {
        *("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "ascii"),
        *(f"iso8859-{number}" for number in range(1, 17) if number != 12),
        *(f"cp125{number}" for number in range(9)),
        *("cp866", "cp874", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "tis-620"),
        *("gbk", "gb18030", "gb2312", "big5", "big5hkscs", "cp950"),
        *("shift_jis", "cp932", "euc_jp", "iso2022_jp", "euc_kr", "cp949"),
    }
)

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def find(label: str) -> str:
    """Python's name of a charset, "" for one that is not known here."""
    try:
        name = codecs.lookup(label.strip().lower()).name
    except (LookupError, ValueError):  # ValueError: a NUL inside
        return ""
    return name if name in KNOWN else ""


def decode(content: bytes, declared: str = "") -> tuple[str, str]:
    """The charset that was taken, and the text; a byte order mark is left out. Never raises.

    A character that the content ends within becomes U+FFFD: it was cut, which is no reason to doubt the charset.
    """
    for charset in (_mark(content), find(declared) if declared else "", "utf-8"):
        text = _strictly(content, charset) if charset else None
        if text is not None:
            return charset, text.removeprefix("\ufeff")
    return "iso8859-1", content.decode("latin-1")


def decoder(declared: str = "") -> codecs.IncrementalDecoder:
    """A decoder for content that is still arriving; what does not fit becomes U+FFFD."""
    return codecs.getincrementaldecoder(find(declared) or "utf-8")(errors="replace")


def _mark(content: bytes) -> str:
    return next((charset for mark, charset in _MARKS if content.startswith(mark)), "")


def _strictly(content: bytes, charset: str) -> str | None:
    reader = codecs.getincrementaldecoder(charset)()
    try:
        text = reader.decode(content)
    except UnicodeError:
        return None
    unfinished = bool(reader.getstate()[0])
    return text + "\ufffd" if unfinished else text
