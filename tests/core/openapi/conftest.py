"""The shipped catalog, read once."""

from functools import cache
from pathlib import Path

import pytest

from playground.core.openapi.document import Document, load

CATALOG = Path(__file__).parents[3] / "playground" / "catalog" / "data" / "openapi.yaml"


@cache
def shipped() -> Document:
    return load(CATALOG.read_bytes())


@pytest.fixture
def catalog() -> Document:
    return shipped()
