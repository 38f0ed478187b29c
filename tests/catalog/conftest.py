"""The shipped catalog in the database, loaded once for all tests of this room."""

import pytest

from playground.catalog.services import SHIPPED, SHIPPED_FILE, load


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        load(SHIPPED, SHIPPED_FILE.read_bytes())


@pytest.fixture(autouse=True)
def storages(settings):
    """Static files under their own names: what the collected ones are called is not what these tests are about."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
