from __future__ import annotations

import pytest

from tests.people import People
from tests.people import people as make_people


@pytest.fixture
def people(db: None) -> People:
    return make_people()
