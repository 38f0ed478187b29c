"""The shipped catalog in the database, loaded once for all tests of a file."""

import pytest

from playground.catalog.models import Description
from playground.catalog.services import SHIPPED, SHIPPED_FILE, load


@pytest.fixture(scope="module", autouse=True)
def shipped_description(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        load(SHIPPED, SHIPPED_FILE.read_bytes())
        yield
        Description.objects.all().delete()
