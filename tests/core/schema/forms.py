"""What a browser does with a form."""

from __future__ import annotations

from playground.core.schema.control import LEAVES


def every(control):
    """A control and everything below it."""
    yield control
    for child in control.children:
        yield from every(child)


def posted(control, **edits):
    """The pairs that a browser posts for a form, with CRLF for line ends; ``edits`` are by input name."""
    pairs = {}
    for each in every(control):
        if each.kind in LEAVES:
            pairs[each.input_name] = each.value.replace("\r\n", "\n").replace("\n", "\r\n")
        if each.options:
            pairs[each.switch_name] = str(each.chosen.index)
        if each.renamable:
            pairs[each.key_name] = each.name
    return pairs | edits
