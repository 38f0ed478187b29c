"""The page on snippets is in step with the targets, and so is what the product says of how they are checked."""

from __future__ import annotations

from playground.core.snippets import registry
from playground.core.snippets.losses import TEMPLATES
from tests.core.snippets import runners, write_docs


def test_the_table_is_that_of_the_registry() -> None:
    written = write_docs.PAGE.read_text(encoding="utf-8")
    assert written == write_docs.page(written), "python -m tests.core.snippets.write_docs"


def test_the_page_names_every_warning() -> None:
    written = write_docs.PAGE.read_text(encoding="utf-8")
    assert [code for code in TEMPLATES if f"`{code}`" not in written] == []


def test_what_the_product_says_is_what_the_suite_does() -> None:
    said = {target.key: registry.check_of(target.key) for target in registry.TARGETS}
    done = {target.key: "parsed" if target.key in runners.NOT_RUN else "run" for target in registry.TARGETS}
    assert said == done


def test_every_target_that_is_run_has_a_runner() -> None:
    assert [key for key in (target.key for target in registry.TARGETS if target.suits is None) if _is_lost(key)] == []


def _is_lost(key: str) -> bool:
    return runners.runner_of(key) is None and key not in runners.NOT_RUN
