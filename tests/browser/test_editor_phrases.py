"""Every word that the editor shows can be translated."""

from __future__ import annotations

import json
import re
from pathlib import Path

FRONTEND = Path(__file__).resolve().parents[2] / "frontend"
PHRASES = json.loads((FRONTEND / "phrases.json").read_text())
PACKAGES = ("view", "language", "commands", "search", "lint", "autocomplete")


def test_the_packages_ask_for_no_phrase_that_is_not_listed(editor_packages: Path) -> None:
    sources = [(editor_packages / "@codemirror" / name / "dist" / "index.js").read_text() for name in PACKAGES]
    asked = [call for source in sources for call in re.findall(r"\bphrase\(([^()]*)", source)]
    phrases = {phrase for call in asked for phrase in re.findall(r'"([^"]+)"', call)}
    assert {"Find", "go", "Unfold line", "Diagnostics"} <= phrases
    assert phrases <= set(PHRASES)


def test_the_editor_s_own_words_are_listed() -> None:
    own = "".join((FRONTEND / name).read_text() for name in ("json_problems.js", "variables.js", "editor.js"))
    source = "\n".join(line for line in own.splitlines() if not line.lstrip().startswith(("//", "*", "/*")))
    sentences = {
        json.loads(f'"{text}"') for text in re.findall(r'"([A-Z](?:[^"\\\n]|\\.)* (?:[^"\\\n]|\\.)*)"', source)
    }
    assert len(sentences) > 15
    assert sentences <= set(PHRASES)
