"""Go with net/http (Go 1.19 and later)."""

from __future__ import annotations

from collections.abc import Iterable

from playground.core.messages import FileReference
from playground.core.snippets.base import Code, Draft, Piece, Target, Text, Variable, plain, shown
from playground.core.snippets.literals import golang
from playground.core.snippets.literals.percent import has_bare, respelled
from playground.core.snippets.losses import Loss, loss

_CLIENT = "net/http"

_FAIL = "\tif err != nil {\n\t\tlog.Fatal(err)\n\t}\n"


def generate(draft: Draft) -> Code:
    warnings: list[Loss] = []
    body, reader = _body(draft)
    url, address = _url(draft, warnings)
    request = f'\treq, err := http.NewRequest("{draft.method}", {url}, {reader})\n{_FAIL}{address}'
    headers = _headers(draft, warnings)
    main = f"func main() {{\n{body}{request}{headers}\n{_SENDING}{_printing(draft)}}}\n"
    return Code(f"package main\n\n{_imports(draft, reader)}{main}", tuple(warnings))


def _url(draft: Draft, warnings: list[Loss]) -> tuple[str, str]:
    """The URL to parse, and a statement that sets the target where ``url.Parse`` refuses it."""
    address = draft.address
    if not has_bare(shown(draft.url).partition("?")[0]):
        return golang.argument(draft.url), ""
    if address is None or address.target.startswith("//"):  # net/http would take what follows for a host
        return golang.argument(respelled(draft.url, _CLIENT, warnings)), ""
    return golang.string(f"{address.origin}/"), f"\treq.URL.Opaque = {golang.string(address.target)}\n"


# Header fields


def _headers(draft: Draft, warnings: list[Loss]) -> str:
    seen: set[str] = set()
    statements: list[str] = []
    for name, value in draft.fields:
        lower = name.lower()
        statements.append(_header(name, lower, value, lower in seen, warnings))
        seen.add(lower)
    return "".join(statements)


def _header(name: str, lower: str, value: Text, again: bool, warnings: list[Loss]) -> str:
    if lower == "host" and not again:
        return f"\treq.Host = {golang.field_value(value)}\n"
    if lower in {"host", "trailer"} or (lower == "user-agent" and again):
        warnings.append(loss("header_dropped", client=_CLIENT, name=name))
        return ""
    if lower == "user-agent" and plain(value) == "":
        warnings.append(loss("header_value_dropped", client=_CLIENT, name=name))
    return f'\treq.Header.{"Add" if again else "Set"}("{name}", {golang.field_argument(value)})\n'


# Content


def _body(draft: Draft) -> tuple[str, str]:
    """Statements that make the content, and the reader that gives it."""
    if not draft.body or draft.body == ("",):
        return "", "nil"
    text = draft.text
    if text is not None:
        return f"\tbody := {golang.block_text(text)}\n\n", "strings.NewReader(body)"
    if len(draft.body) == 1:
        return _only(draft.body[0])
    return "\tvar body bytes.Buffer\n" + "".join(_writes(draft.body)) + "\n", "&body"


def _only(piece: Piece) -> tuple[str, str]:
    if isinstance(piece, FileReference):
        return f"\tbody, err := os.ReadFile({golang.string(piece.file_name)})\n{_FAIL}\n", "bytes.NewReader(body)"
    return f"\tbody := {_expression(piece)}\n\n", "strings.NewReader(body)"


def _writes(body: Iterable[Piece]) -> Iterable[str]:
    first = True
    for piece in body:
        if isinstance(piece, FileReference):
            operator = ":=" if first else "="
            first = False
            yield f"\tfile, err {operator} os.ReadFile({golang.string(piece.file_name)})\n{_FAIL}\tbody.Write(file)\n"
        else:
            yield f"\tbody.WriteString({_expression(piece)})\n"


def _expression(piece: Piece) -> str:
    if isinstance(piece, bytes):
        return golang.binary(piece)
    if isinstance(piece, Variable):
        return golang.look_up(piece.identifier)
    return golang.block(str(piece))


# Answer

_SENDING = f"""\
	resp, err := http.DefaultClient.Do(req)
{_FAIL}	defer resp.Body.Close()

"""

_COPYING = """\
	if _, err := io.Copy(os.Stdout, resp.Body); err != nil {
		log.Fatal(err)
	}
"""

_SCANNING = """\
	events := bufio.NewScanner(resp.Body)
	events.Buffer(nil, 16<<20)
	for events.Scan() {
		fmt.Println(events.Text())
	}
	if err := events.Err(); err != nil {
		log.Fatal(err)
	}
"""

_STATUS = """\
	if resp.StatusCode < 200 || resp.StatusCode > 299 {
		log.Fatal(resp.Status)
	}
"""


def _printing(draft: Draft) -> str:
    return (_SCANNING if draft.streams else _COPYING) + _STATUS


def _imports(draft: Draft, reader: str) -> str:
    names = [
        name
        for name, is_used in (
            ("bufio", draft.streams),
            ("bytes", reader in {"&body", "bytes.NewReader(body)"}),
            ("fmt", draft.streams),
            ("io", not draft.streams),
            ("log", True),
            ("net/http", True),
            ("os", not draft.streams or bool(draft.identifiers) or bool(draft.files)),
            ("strings", reader == "strings.NewReader(body)"),
        )
        if is_used
    ]
    listed = "".join([f'\t"{name}"\n' for name in names])
    return f"import (\n{listed})\n\n"


TARGET = Target("go_nethttp", "go", _CLIENT, "Go", "go", "go", generate, is_default=True)
