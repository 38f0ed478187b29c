"""Which targets have all that their code needs on this machine."""

from __future__ import annotations

import importlib.util
import shutil

from playground.core.snippets import registry
from playground.core.snippets.base import Target
from tests.core.snippets import runners
from tests.core.snippets.runners.node import MODULES

#: What each SDK needs: a module of Python, a package of npm.
SDKS = {
    "python_openai": "openai",
    "python_anthropic": "anthropic",
    "python_google_genai": "google.genai",
    "javascript_openai": "openai",
    "javascript_anthropic": "@anthropic-ai/sdk",
    "javascript_google_genai": "@google/genai",
}


def has_sdk(target: Target) -> bool:
    need = SDKS[target.key]
    if target.language == "python":
        return all(importlib.util.find_spec(name) is not None for name in dict.fromkeys((need.partition(".")[0], need)))
    return shutil.which("node") is not None and (MODULES / need).is_dir()


def absent() -> dict[str, str]:
    """Targets that cannot be run here, and what is missing for each."""
    clients = {key: runner.missing(key) for runner in runners.RUNNERS for key in runner.targets}
    sdks = {target.key: "" if has_sdk(target) else SDKS[target.key] for target in registry.TARGETS if target.suits}
    return {key: what for key, what in (clients | sdks).items() if what}


def sentence() -> str:
    """One line on what is not run here; "" where everything is."""
    listed = ", ".join(f"{key} ({what})" for key, what in sorted(absent().items()))
    return f"snippets that are not run on this machine, for `make toolchains` to mend: {listed}" if listed else ""
