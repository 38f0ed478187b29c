"""Writes the golden files anew: ``python -m tests.core.snippets.write_goldens [TARGET …]``. Then read the diff."""

from __future__ import annotations

import sys

from playground.core.snippets import registry
from tests.core.snippets import goldens


def main(keys: list[str]) -> None:
    for target in registry.TARGETS:
        if keys and target.key not in keys:
            continue
        files = goldens.files_of(target)
        for path in goldens.kept_files(target) - set(files):
            path.unlink()
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode("utf-8"))


if __name__ == "__main__":
    main(sys.argv[1:])
