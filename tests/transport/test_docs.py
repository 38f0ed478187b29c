"""docs/security.md says what the code does: nothing may be missing there."""

from __future__ import annotations

import ast
import re
from dataclasses import fields
from pathlib import Path

import pytest

from playground.transport import blocks, failures
from playground.transport.guard import Policy
from playground.transport.limits import MIB, Limits

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
SOURCES = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "playground" / "transport").glob("*.py")}


@pytest.mark.parametrize("code", failures.FAILURES)
def test_every_failure_code(code):
    title, hint = failures.FAILURES[code]
    assert f"| `{code}` | {title} | {hint} |" in DOCUMENT


@pytest.mark.parametrize("block", blocks.NOT_PUBLIC, ids=str)
def test_every_block_with_its_source(block):
    assert f"| `{block.network}` | {block.purpose} | {block.source} |" in DOCUMENT


@pytest.mark.parametrize("port", blocks.BAD_PORTS)
def test_every_refused_port(port):
    listed = DOCUMENT.partition("## 4.")[2].partition("## 5.")[0]
    assert re.search(rf"\b{port} \({re.escape(blocks.BAD_PORTS[port])}\)", listed)


@pytest.mark.parametrize("name", [field.name for field in fields(Policy)])
def test_every_part_of_the_policy(name):
    setting = f"`PLAYGROUND_{name.upper()}`"
    assert setting in DOCUMENT or f"`{name}`" in DOCUMENT


def test_every_limit():
    limits = Limits()
    rows = [line for line in DOCUMENT.partition("## 6.")[2].partition("## 7.")[0].splitlines() if line.startswith("| ")]
    stated = [
        f"{limits.connect_s} s", f"{limits.idle_s} s", f"{limits.total_s} s", f"{limits.response_bytes // MIB} MiB",
        f"{limits.header_bytes // 1024} KiB", f"{limits.request_bytes // MIB} MiB", f"{limits.redirects}",
    ]  # fmt: skip
    assert [row.split("|")[2].strip() for row in rows[1:]] == stated


def raised_codes(source: str) -> set[str]:
    """The first argument of every ``Fault(…)``."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    faults = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "Fault"]
    return {call.args[0].value for call in faults if isinstance(call.args[0], ast.Constant)}


def test_every_code_that_is_raised_is_in_the_table_and_the_other_way_round():
    raised = set().union(*map(raised_codes, SOURCES.values()))
    assert raised == set(failures.FAILURES)
