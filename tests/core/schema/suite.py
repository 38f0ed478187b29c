"""The JSON-Schema-Test-Suite, as jsonschema's source distribution carries it.

``python -m tests.core.schema.suite`` fetches that package with pip into ``var/``, once.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[3] / "var" / "json-schema-test-suite"
DRAFT = "/json/tests/draft2020-12/"


def archive() -> Path:
    """The source distribution of the jsonschema that is installed."""
    path = FOLDER / f"jsonschema-{version('jsonschema')}.tar.gz"
    if not path.exists():
        package = f"jsonschema=={version('jsonschema')}"
        command = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "-q",
            "--no-deps",
            "--no-binary",
            ":all:",
            package,
            "-d",
            FOLDER,
        ]
        subprocess.run(command, check=True, timeout=100)
    return path


def groups() -> list[tuple[str, dict[str, Any]]]:
    """``(file name without .json, group of tests with one schema)`` of the draft's files, optional ones included."""
    found = []
    with tarfile.open(archive()) as files:
        for member in files.getmembers():
            if DRAFT in member.name and member.name.endswith(".json"):
                content = files.extractfile(member)
                assert content is not None
                name = member.name.partition(DRAFT)[2].removesuffix(".json")
                found += [(name, group) for group in json.load(content)]
    return found


if __name__ == "__main__":
    print(archive())
