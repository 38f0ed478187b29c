"""Ruby with net/http (Ruby 3)."""

from __future__ import annotations

from playground.core.snippets.base import Address, Code, Draft, Target
from playground.core.snippets.literals import ruby

_CLASSES = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"})

_WHOLE = """\
  http.request(request)
end
puts response.body
response.value
"""

_EVENTS = """\
  http.request(request) do |response|
    response.read_body { |chunk| print chunk }
  end
end
response.value
"""


_TYPELESS = """\
# No Content-Type is sent, rather than the one that net/http would choose.
def request.supply_default_content_type = nil
"""

_REPEATS = """\
# A line for each value, rather than one that joins them.
def request.each_capitalized
  @header.each { |name, values| values.each { |value| yield capitalize(name), value } }
end
"""


def generate(draft: Draft) -> Code:
    # A path is sent as it is written; URI() refuses some that are legal, and respells others.
    address = None if draft.is_normal and draft.method in _CLASSES and not _is_ipv6(draft) else draft.address
    text = "".join(
        (
            'require "net/http"\n\n',
            "$stdout.sync = true\n" if draft.streams else "",
            _opened(draft, address),
            _fields(draft),
            _body(draft),
            "\n",
            f"response = Net::HTTP.start({_place(draft, address)}) do |http|\n",
            _EVENTS if draft.streams else _WHOLE,
        )
    )
    return Code(text)


def _is_ipv6(draft: Draft) -> bool:
    return draft.address is not None and ":" in draft.address.host


def _opened(draft: Draft, address: Address | None) -> str:
    if address is None:
        uri, place = _late(draft)
    else:
        uri, place = "", ruby.string(address.target)
    if draft.method in _CLASSES:
        return f"{uri}request = Net::HTTP::{draft.method.capitalize()}.new({place})\n"
    has_answer = "false" if draft.method.upper() == "HEAD" else "true"
    arguments = f"{ruby.string(draft.method)}, {str(bool(draft.body)).lower()}, {has_answer}, {place}"
    return f"{uri}request = Net::HTTPGenericRequest.new({arguments})\n"


def _late(draft: Draft) -> tuple[str, str]:
    """What reads an address that is known when the code runs, and what the request is made of."""
    if draft.is_normal:
        return f"uri = URI({ruby.line(draft.url)})\n", "uri"
    # URI() respells, or refuses, what follows the authority.
    authority = "uri = URI(url[%r{\\A\\w+://[^/?]*}])\n"
    return f"url = {ruby.line(draft.url)}\n{authority}", 'url.sub(%r{\\A\\w+://[^/?]*/?}, "/")'


def _place(draft: Draft, address: Address | None) -> str:
    if address is None:
        known = draft.address
        secure = 'uri.scheme == "https"' if known is None else ("true" if known.scheme == "https" else "")
        return f"uri.hostname, uri.port{f', use_ssl: {secure}' if secure else ''}"
    port = address.port or (443 if address.scheme == "https" else 80)
    return f"{ruby.string(address.host)}, {port}{', use_ssl: true' if address.scheme == 'https' else ''}"


def _fields(draft: Draft) -> str:
    rows: list[str] = []
    if _is_ipv6(draft) and draft.address is not None and draft.get("host") is None:
        rows.append(f'request["Host"] = {ruby.string(draft.address.authority)}\n')
    seen: set[str] = set()
    for name, value in draft.fields:
        if name.lower() in seen:
            rows.append(f"request.add_field({ruby.string(name)}, {ruby.field(value)})\n")
        else:
            rows.append(f"request[{ruby.string(name)}] = {ruby.field(value)}\n")
        seen.add(name.lower())
    return "".join(rows) + (_REPEATS if draft.repeats else "")


def _body(draft: Draft) -> str:
    written = f"request.body = {ruby.content(draft)}\n" if draft.body else ""
    expects_body = bool(draft.body) or draft.method in {"POST", "PUT", "PATCH", "PROPFIND"}
    return written + _TYPELESS if expects_body and draft.get("content-type") is None else written


TARGET = Target("ruby_nethttp", "ruby", "net/http", "Ruby", "ruby", "rb", generate, is_default=True)
