"""Text of no particular kind, and text of a language that a highlighter knows."""

from __future__ import annotations

from playground.core.viewers.base import Position, Subject, View, Viewer, text_view

#: Media type → name of a Pygments lexer.
LANGUAGES = {
    "text/css": "css",
    "text/javascript": "javascript",
    "application/javascript": "javascript",
    "application/x-javascript": "javascript",
    "text/markdown": "markdown",
    "text/yaml": "yaml",
    "text/x-yaml": "yaml",
    "application/yaml": "yaml",
    "application/x-yaml": "yaml",
    "application/toml": "toml",
    "application/graphql": "graphql",
    "application/sql": "sql",
    "text/x-python": "python",
}


def accepts(what: Subject) -> bool:
    return not what.is_binary


def view(what: Subject, start: Position, limit: int) -> View:
    return text_view("text", what, start, limit, language=LANGUAGES.get(what.declared.essence, ""))


VIEWER = Viewer("text", accepts, view)
