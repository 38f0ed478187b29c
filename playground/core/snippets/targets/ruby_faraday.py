"""Ruby with Faraday 2 on its own adapter (net/http)."""

from __future__ import annotations

import re

from playground.core.snippets.base import Code, Draft, Target, Text, shown
from playground.core.snippets.literals import ruby, web
from playground.core.snippets.losses import Loss, loss, method_respelled

#: Faraday takes a query apart, sorts it and writes it anew, but for the simplest.
_SIMPLE_QUERY = re.compile(r"(?:\?[A-Za-z0-9_]+=[A-Za-z0-9_.\-]+)?\Z")

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"})


def generate(draft: Draft) -> Code:
    exact = _exact(draft)
    method = f":{draft.method.lower()}" if draft.method in _METHODS else ":get"
    text = "".join(
        (
            'require "faraday"\n\n',
            exact,
            "$stdout.sync = true\n" if draft.streams else "",
            _connection(draft, bool(exact)),
            f"response = connection.run_request({method}, nil, nil, nil) do |request|\n",
            _fields(draft),
            f"  request.body = {ruby.content(draft)}\n" if draft.body else "",
            "  request.options.on_data = proc { |chunk, _| print chunk }\n" if draft.streams else "",
            "end\n\n",
            "" if draft.streams else "puts response.body\n",
            'abort "HTTP status #{response.status}" unless response.success?\n',
        )
    )
    return Code(text, _losses(draft))


def _exact(draft: Draft) -> str:
    """A middleware that puts in what Faraday would change."""
    rows: list[str] = []
    if draft.method not in _METHODS:
        rows.append(f"    env[:method] = {ruby.string(draft.method)}\n")
    if not _is_simple(draft):
        target = ruby.string(draft.address.target) if draft.address is not None else _late_target(draft)
        rows.append(f"    env[:url].define_singleton_method(:request_uri) {{ {target} }}\n")
    if not rows:
        return ""
    return (
        "# Sends the request line as it is written.\n"
        "class ExactRequestLine < Faraday::Middleware\n"
        f"  def call(env)\n{''.join(rows)}    @app.call(env)\n  end\nend\n\n"
    )


def _is_simple(draft: Draft) -> bool:
    url = shown(draft.url)
    return draft.is_normal and _SIMPLE_QUERY.fullmatch(url[len(url.partition("?")[0]) :]) is not None


def _late_target(draft: Draft) -> str:
    return f'{ruby.line(draft.url)}.sub(%r{{\\A\\w+://[^/?]*/?}}, "/")'


def _connection(draft: Draft, exact: bool) -> str:
    address = draft.address
    url = _origin(draft)
    if address is not None and ":" in address.host:
        # Given to Faraday.new, an IPv6 address trips its look-up of proxies.
        use = " { |builder| builder.use ExactRequestLine }" if exact else ""
        return f"connection = Faraday.new{use}\nconnection.url_prefix = {url}\n"
    if exact:
        return f"connection = Faraday.new({url}) {{ |builder| builder.use ExactRequestLine }}\n"
    return f"connection = Faraday.new({url})\n"


def _origin(draft: Draft) -> str:
    """The address, or as much of it as Faraday reads without respelling it."""
    if _is_simple(draft):
        return ruby.line(draft.url)
    if draft.address is not None:
        return ruby.string(draft.address.origin)
    return f"{ruby.line(draft.url)}[%r{{\\A\\w+://[^/?]*}}]"


def _fields(draft: Draft) -> str:
    grouped: dict[str, tuple[str, list[Text]]] = {}
    for name, value in draft.fields:
        grouped.setdefault(name.lower(), (name, []))[1].append(value)
    return "".join(f"  request.headers[{ruby.string(name)}] = {_values(values)}\n" for name, values in grouped.values())


def _values(values: list[Text]) -> str:
    written = [ruby.field(value) for value in values]
    return written[0] if len(written) == 1 else f"[{', '.join(written)}]"


def _losses(draft: Draft) -> tuple[Loss, ...]:
    losses = [*web.joined_losses(draft, "Faraday"), *method_respelled("Faraday", draft.method)]
    if draft.get("content-type") is None and (draft.body or draft.method.upper() in {"POST", "PUT", "PATCH"}):
        losses.append(loss("header_added", client="Faraday", name="Content-Type"))
    return tuple(losses)


TARGET = Target("ruby_faraday", "ruby", "Faraday", "Ruby", "ruby", "rb", generate)
