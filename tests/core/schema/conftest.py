"""The shipped catalog, loaded once, and what it has of request schemas with their examples."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import settings

# No deadline for one example: a busy machine is no failure.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

CATALOG = Path(__file__).parents[3] / "playground" / "catalog" / "data" / "openapi.yaml"


@cache
def catalog():
    return yaml.load(CATALOG.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@cache
def request_bodies():
    """``(page, media type, schema, {name: example})`` of every request body."""
    found = []
    for path, item in catalog()["paths"].items():
        for operation in item.values():
            if isinstance(operation, dict) and "requestBody" in operation:
                for media_type, media in operation["requestBody"]["content"].items():
                    examples = {name: example["value"] for name, example in media.get("examples", {}).items()}
                    if "example" in media:
                        examples[""] = media["example"]
                    found.append((path, media_type, media["schema"], examples))
    return found


@pytest.fixture(scope="session")
def document():
    return catalog()
