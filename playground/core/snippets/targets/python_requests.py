"""Python with requests (2.32 and later, on urllib3 2).

``requests.request`` sends most requests as they are. It respells addresses (RFC 3986 §6.2.2 and more), writes methods
in capitals and keeps one header of a name; where that would change the request, a prepared one is filled by hand, and
the request target is put in where the connection writes it.
"""

from __future__ import annotations

from playground.core.snippets.base import Code, Draft, Target
from playground.core.snippets.literals import python

_SHORT = frozenset({"GET", "OPTIONS", "HEAD", "POST", "PUT", "PATCH", "DELETE"})

_EXACT_TARGET = '''

class ExactTarget(requests.adapters.HTTPAdapter):
    """Sends the request target as it is written, which requests would respell."""

    def get_connection_with_tls_context(self, *args, **kwargs):
        pool = super().get_connection_with_tls_context(*args, **kwargs)

        class Connection(pool.ConnectionCls):
            def putrequest(self, method, url, **options):
                super().putrequest(method, target, **options)

        pool.ConnectionCls = Connection
        return pool


'''


def generate(draft: Draft) -> Code:
    by_hand = not draft.is_normal or draft.repeats or draft.method != draft.method.upper()
    parts = [
        python.imports(draft, *python.late_imports(draft), third_party=_third_party(draft)),
        _EXACT_TARGET if not draft.is_normal else "\n",
        python.declared("url", draft.url),
        _headers(draft),
        python.assignment("data", draft),
        "\n",
        _prepared(draft) if by_hand else "",
        _exchange(_sending(draft) if by_hand else _calling(draft), draft.streams),
    ]
    return Code("".join(parts))


def _third_party(draft: Draft) -> str:
    return "import requests\nfrom urllib3 import HTTPHeaderDict\n" if draft.repeats else "import requests\n"


def _headers(draft: Draft) -> str:
    if draft.repeats:
        return f"headers = {python.pairs(draft.fields)}\n"
    return python.mapping("headers", draft.fields) if draft.fields else ""


def _options(draft: Draft, *, headers: bool = True) -> str:
    named = ", headers=headers" if draft.fields and headers else ""
    return f"{named}, data=data" if draft.body else named


def _calling(draft: Draft) -> str:
    stream = ", stream=True" if draft.streams else ""
    if draft.method in _SHORT:
        return f"requests.{draft.method.lower()}(url{_options(draft)}{stream})"
    return f"requests.request({python.string(draft.method)}, url{_options(draft)}{stream})"


def _prepared(draft: Draft) -> str:
    method = python.string(draft.method)
    made = f"requests.Request({method}, url{_options(draft, headers=not draft.repeats)})"
    lines = [f"request = {made}.prepare()\n"]
    if draft.method != draft.method.upper():
        lines.append(f"request.method = {method}\n")
    if draft.repeats:
        lines.append("request.headers = HTTPHeaderDict([*request.headers.items(), *headers])\n")
    lines.append("session = requests.Session()\n")
    if not draft.is_normal:
        lines += _target_lines(draft)
    return "".join(lines)


def _target_lines(draft: Draft) -> list[str]:
    if draft.address is not None:
        target = f"target = {python.string(draft.address.target)}\n"
    else:
        target = python.late_target("url")
    return [target, 'session.mount("http://", ExactTarget())\n', 'session.mount("https://", ExactTarget())\n']


def _sending(draft: Draft) -> str:
    redirects = "" if draft.is_normal else ", allow_redirects=False"
    return f"session.send(request{', stream=True' if draft.streams else ''}{redirects})"


def _exchange(call: str, streams: bool) -> str:
    if streams:
        return (
            f"with {call} as response:\n"
            "    for line in response.iter_lines(chunk_size=1):\n"
            "        print(line.decode(), flush=True)\n"
            "    response.raise_for_status()\n"
        )
    return f'response = {call}\nresponse.encoding = "utf-8"\nprint(response.text)\nresponse.raise_for_status()\n'


TARGET = Target(
    "python_requests", "python", "requests", "Python", "python", "py", generate, is_default=True, has_native=True
)
