"""Words that are looked up: the editor's own, as `frontend/phrases.json` lists them (a test holds the two together),
and the kinds of part of a message.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

PHRASES = {
    "Find": _("Find"),
    "Replace": _("Replace"),
    "next": _("Next"),
    "previous": _("Previous"),
    "all": _("All"),
    "match case": _("Match case"),
    "regexp": _("Regular expression"),
    "by word": _("Whole words"),
    "replace": _("Replace"),
    "replace all": _("Replace all"),
    "close": _("Close"),
    "current match": _("Current match"),
    "on line": _("on line"),
    "replaced match on line $": _("Replaced the match on line $"),
    "replaced $ matches": _("Replaced $ matches"),
    "Go to line": _("Go to line"),
    "go": _("Go"),
    "Fold line": _("Fold these lines"),
    "Unfold line": _("Unfold these lines"),
    "Folded lines": _("Folded lines"),
    "Unfolded lines": _("Unfolded lines"),
    "to": _("to"),
    "folded code": _("Folded lines"),
    "unfold": _("Unfold"),
    "Diagnostics": _("Problems"),
    "No diagnostics": _("No problems"),
    "Control character": _("Control character"),
    "Selection deleted": _("Selection deleted"),
    "Completions": _("Completions"),
    "This variable has no value": _("This variable has no value"),
    "Tab indents while you edit. Press Escape, then Tab to leave.": _(
        "Tab indents while you edit. Press Escape, then Tab to leave."
    ),
    "Nothing follows this comma: remove it": _("Nothing follows this comma: remove it"),
    "A comma or “}” is missing here": _("A comma or “}” is missing here"),
    "A comma or “]” is missing here": _("A comma or “]” is missing here"),
    "A colon is missing after the name": _("A colon is missing after the name"),
    "A name in double quotes is missing here": _("A name in double quotes is missing here"),
    "A value is missing here": _("A value is missing here"),
    "This bracket is never closed": _("This bracket is never closed"),
    "This string is not closed on its line (a line break is written \\n)": _(
        "This string is not closed on its line (a line break is written \\n)"
    ),
    "A tab or control character in a string is written \\t or \\u0000": _(
        "A tab or control character in a string is written \\t or \\u0000"
    ),
    "A backslash is written \\\\": _("A backslash is written \\\\"),
    "Text takes double quotes; without them JSON knows true, false and null": _(
        "Text takes double quotes; without them JSON knows true, false and null"
    ),
    "Strings take straight double quotes": _("Strings take straight double quotes"),
    "This is not a number in JSON": _("This is not a number in JSON"),
    "JSON has no comments": _("JSON has no comments"),
    "Nothing may follow the value": _("Nothing may follow the value"),
    "This name stands here twice: only the last one counts": _("This name stands here twice: only the last one counts"),
}

#: What the kinds of part are called, by the constants and members that the families use for them.
PARTS = {
    **dict.fromkeys(("text", "input_text", "output_text"), _("Text")),
    **dict.fromkeys(("image", "image_url", "input_image"), _("Image")),
    **dict.fromkeys(("audio", "input_audio"), _("Audio")),
    **dict.fromkeys(("file", "document", "input_file", "inlineData", "inline_data"), _("File")),
    **dict.fromkeys(("fileData", "file_data"), _("File at an address")),
    **dict.fromkeys(("function", "tool_use", "functionCall", "function_call"), _("Tool call")),
    **dict.fromkeys(("tool_result", "functionResponse", "function_call_output"), _("Tool result")),
    **dict.fromkeys(("thinking",), _("Thinking")),
}
