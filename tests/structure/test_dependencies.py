"""What the program imports is what it says it needs; the tools of the suite are not there when it runs."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions, requires

from tests.site import ROOT

#: ``compression`` is part of Python from 3.14 on, and asked for with something to fall back on.
OURS = sys.stdlib_module_names | {"playground", "compression"}

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def _name(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement)[0].lower().replace("_", "-")


def _declared() -> set[str]:
    """The runtime dependencies and what their named extras bring."""
    direct = PROJECT["dependencies"]
    extras = {_name(item): item for item in direct if "[" in item}
    brought = [needed for name in extras for needed in requires(name) or () if "extra ==" in needed]
    return {_name(item) for item in [*direct, *brought]}


def _imported() -> dict[str, str]:
    """Top-level modules from elsewhere that the program imports, each with a file that does."""
    found: dict[str, str] = {}
    for path in (ROOT / "playground").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                names = [node.module]
            for name in names:
                found.setdefault(name.split(".")[0], str(path.relative_to(ROOT)))
    return {name: path for name, path in found.items() if name not in OURS}


def test_every_import_is_a_declared_dependency() -> None:
    distributions = packages_distributions()
    # pydantic is part of what django-ninja offers: its schemas are pydantic models.
    declared = _declared() | {"pydantic"}
    missing = {
        name: path
        for name, path in _imported().items()
        if not {item.lower().replace("_", "-") for item in distributions.get(name, [name])} & declared
    }
    assert missing == {}
