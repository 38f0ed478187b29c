"""Writes the golden files anew: ``python -m tests.core.snippets.write_goldens [TARGET …]``. Then read the diff."""

from __future__ import annotations

import sys

from playground.core.snippets import registry
from tests.core.snippets import goldens


def main(keys: list[str]) -> None:
    for target in registry.TARGETS:
        if keys and target.key not in keys:
            continue
        for case in goldens.KEPT:
            path = goldens.path_of(target, case)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(goldens.content_of(target, case), encoding="utf-8", newline="")
    listed = {target.key for target in registry.TARGETS}
    for path in set(goldens.ROOT.rglob("*.*")) - goldens.expected_files():
        if path.parent.name in listed:
            path.unlink()


if __name__ == "__main__":
    main(sys.argv[1:])
