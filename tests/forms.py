"""Fields of a form in a page, as a browser without JavaScript would post them."""

from __future__ import annotations

from html.parser import HTMLParser

Pair = tuple[str, str]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pairs: list[Pair] = []
        self.select: list[str | None] | None = None
        self.area: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        name = values.get("name") or ""
        if tag == "input" and name:
            self._input(name, values)
        elif tag == "select":
            self.select = [name, None]
        elif tag == "option" and self.select and (self.select[1] is None or "selected" in values):
            self.select[1] = values.get("value") or ""
        elif tag == "textarea":
            self.area = [name, ""]

    def _input(self, name: str, values: dict[str, str | None]) -> None:
        kind = values.get("type")
        if kind in {"file", "submit"} or (kind in {"radio", "checkbox"} and "checked" not in values):
            return
        self.pairs.append((name, values.get("value", "on" if kind in {"radio", "checkbox"} else "") or ""))

    def handle_data(self, data: str) -> None:
        if self.area:
            self.area[1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "select" and self.select:
            self.pairs.append((self.select[0] or "", self.select[1] or ""))
            self.select = None
        elif tag == "textarea" and self.area:
            self.pairs.append((self.area[0], self.area[1].removeprefix("\n")))
            self.area = None


def fields(html: str) -> dict[str, list[str]]:
    """Names and values of everything that the page's inputs hold."""
    reader = _Reader()
    reader.feed(html)
    found: dict[str, list[str]] = {}
    for name, value in reader.pairs:
        found.setdefault(name, []).append(value)
    return found
