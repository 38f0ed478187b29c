"""Templates keep to the content security policy, and fragments to their names."""

from __future__ import annotations

import re

import pytest

from tests.site import ROOT

TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))


def _names() -> list[str]:
    return [str(path.relative_to(ROOT / "templates")) for path in TEMPLATES]


@pytest.mark.parametrize("path", TEMPLATES, ids=_names())
def test_nothing_inline_that_the_policy_refuses(path) -> None:
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert re.findall(r"<style\b", text) == []
    assert re.findall(r"\sstyle\s*=", text) == []
    assert [tag for tag in re.findall(r"<script\b[^>]*>", text) if "src=" not in tag] == []
    assert re.findall(r"<[^>]*\s(on[a-z]+)\s*=", text) == []
    assert re.findall(r"\shx-on\b", text) == []
    assert re.findall(r"javascript:", text) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=_names())
def test_nothing_is_fetched_from_elsewhere(path) -> None:
    text = path.read_text(encoding="utf-8")
    for tag in re.findall(r"<(?:script|link|img|iframe|audio|video|source)\b[^>]*>", text):
        assert re.findall(r"(?:src|href)=[\"'](?:https?:)?//", tag) == []


@pytest.mark.parametrize("path", [path for path in TEMPLATES if path.name.startswith("_")], ids=lambda path: path.name)
def test_a_fragment_does_not_extend(path) -> None:
    assert "{% extends" not in path.read_text(encoding="utf-8")


def test_styles_and_scripts_load_nothing_from_elsewhere() -> None:
    for path in [*(ROOT / "static" / "css").glob("*.css"), *(ROOT / "static" / "js").glob("*.js")]:
        assert re.findall(r"(?:url\(|import\s*\(?)\s*[\"']?(?:https?:)?//", path.read_text(encoding="utf-8")) == [], (
            path.name
        )


def test_nothing_minified_or_taken_from_others_is_kept() -> None:
    for path in [*(ROOT / "static").glob("*/*"), *(ROOT / "frontend").glob("*.*js")]:
        if path.suffix in {".js", ".mjs", ".css"} and path.parent.name != "build":
            assert max(map(len, path.read_text(encoding="utf-8").splitlines()), default=0) < 400, path.name
            assert ".min." not in path.name
