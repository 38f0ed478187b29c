"""Node.js with axios.

axios takes the address apart and puts it together again as the URL standard has it, and writes the method in capitals;
where that would change the request, a transport of our own gives Node.js what is written.
"""

from __future__ import annotations

from playground.core.snippets.base import Code, Draft, Target
from playground.core.snippets.literals import axios, javascript, web


def generate(draft: Draft) -> Code:
    declared, content = javascript.node_content(draft) if draft.body else ("", "")
    exact = bool(javascript.respelled(draft)) or draft.method != draft.method.upper()
    text = "".join(
        (
            _imports(draft, exact),
            declared.replace("const body", "const data", 1),
            _transport(draft) if exact else "",
            axios.call(
                draft,
                "data" if content == "body" else content,
                javascript.NODE_BYTES,
                "stream" if draft.streams else "text",
                draft.method,
                "  transport,\n  maxRedirects: 0,\n" if exact else "",
            ),
            "for await (const chunk of response.data) {\n  process.stdout.write(chunk);\n}\n"
            if draft.streams
            else "console.log(response.data);\n",
            axios.FAILURE,
        )
    )
    return Code(text, web.cookie_losses(draft, "axios"))


def _imports(draft: Draft, exact: bool) -> str:
    files = javascript.READ_FILE if draft.files else ""
    if not exact:
        return f'{files}import axios from "axios";\n\n'
    if draft.address is not None:
        return (
            f'{files}import {draft.address.scheme} from "node:{draft.address.scheme}";\nimport axios from "axios";\n\n'
        )
    return f'{files}import http from "node:http";\nimport https from "node:https";\nimport axios from "axios";\n\n'


def _transport(draft: Draft) -> str:
    address = draft.address
    path = javascript.member("path", _target(draft), "      ") if javascript.respelled(draft) else ""
    module = address.scheme if address is not None else '(options.protocol === "https:" ? https : http)'
    method = ""
    if draft.method != draft.method.upper():
        method = f"    request.method = {javascript.string(draft.method)};\n"
    exact = f"{{\n      ...options,\n{path}    }}" if path else "options"
    return (
        "// Sends the request line as it is written.\n"
        "const transport = {\n"
        "  request(options, callback) {\n"
        f"    const exact = {exact};\n"
        f"    const request = {module}.request(exact, callback);\n"
        f"{method}"
        "    return request;\n"
        "  },\n"
        "};\n\n"
    )


def _target(draft: Draft) -> str:
    if draft.address is not None:
        return javascript.string(draft.address.target)
    return javascript.late_target(javascript.line(draft.url))


TARGET = Target(
    "node_axios",
    "node",
    "axios",
    "Node.js",
    "javascript",
    "mjs",
    generate,
    has_native=True,
    refuses=frozenset({"CONNECT"}),
)
