"""Perl with LWP (libwww-perl 6)."""

from __future__ import annotations

import re

from playground.core.snippets.base import Code, Draft, Target, shown
from playground.core.snippets.literals import perl

_READ_FILE = """\
sub read_file {
    my ($name) = @_;
    open my $file, '<:raw', $name or die "$name: $!";
    local $/ = undef;
    return scalar <$file>;
}

"""


def generate(draft: Draft) -> Code:
    text = "".join(
        (
            "use strict;\nuse warnings;\n\nuse HTTP::Request;\nuse LWP::UserAgent;\n\n",
            _READ_FILE if draft.files else "",
            "$| = 1;\n" if draft.streams else "",
            _underscores(draft),
            f"{perl.content(draft)}\n" if draft.body else "",
            f"my $request = HTTP::Request->new({perl.literal(draft.method)} => {perl.line(draft.url)});\n",
            _exact(draft),
            *(f"$request->push_header({perl.literal(name)} => {perl.field(value)});\n" for name, value in draft.fields),
            "$request->content($content);\n" if draft.body else "",
            _length(draft),
            "\n",
            _sending(draft),
            'die $response->status_line, "\\n" if $response->is_error;\n',
        )
    )
    return Code(text)


def _exact(draft: Draft) -> str:
    """Brackets put in behind the back of URI, which would escape them."""
    if not re.search(r"[\[\]]", shown(draft.url).partition("?")[2]):
        return ""
    return f"# Sends the address as it is written.\n${{$request->uri}} = {perl.line(draft.url)};\n"


def _underscores(draft: Draft) -> str:
    if not any("_" in name for name, _ in draft.fields):
        return ""
    return "# Header names keep their underscores.\n$HTTP::Headers::TRANSLATE_UNDERSCORE = 0;\n\n"


def _length(draft: Draft) -> str:
    if draft.body or draft.method not in {"POST", "PUT", "PATCH"}:
        return ""
    return "$request->header('Content-Length' => 0);\n"


def _sending(draft: Draft) -> str:
    # LWP adds TE to Connection, unless it is told not to.
    own = ", send_te => 0" if draft.get("connection") is not None or draft.get("te") is not None else ""
    agent = f"my $agent = LWP::UserAgent->new(timeout => 600{own});\n"
    if draft.streams:
        return f"{agent}my $response = $agent->request($request, sub {{ print $_[0] }});\n"
    return f'{agent}my $response = $agent->request($request);\nprint $response->content, "\\n";\n'


TARGET = Target("perl_lwp", "perl", "LWP", "Perl", "perl", "pl", generate, refuses=frozenset({"CONNECT"}))
