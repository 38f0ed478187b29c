"""Which variables hold the keys of a description: one for each scheme, and none shared between descriptions."""

from __future__ import annotations

import pytest

from playground.catalog.services import SHIPPED, load, page
from playground.core.openapi.keys import alternatives, key_variables, server_values
from tests.workbench.secured import SECURED

pytestmark = pytest.mark.django_db


def test_another_description_has_variables_of_its_own() -> None:
    load(SHIPPED, SECURED)
    load("4-pets", SECURED)
    assert key_variables(page("one").operation) == {"token"}
    assert key_variables(page("4-pets/one").operation) == {"_4-pets.token"}
    assert server_values(page("4-pets/one").operation) == {"_4-pets.region": "eu", "_4-pets.base": "v1"}
    servers = [server.address for server in page("4-pets/one").operation.servers]
    assert servers[1] == "https://{{_4-pets.region}}.example.com/{{_4-pets.base}}"


def test_a_scheme_has_the_name_that_an_example_writes_wherever_it_is_asked_for() -> None:
    load(SHIPPED, SECURED)
    assert key_variables(page("listed").operation) == {"MY_KEY", "token"}
    assert [[item.value for item in added] for added in alternatives(page("listed").operation)] == [[], ["{{token}}"]]


@pytest.mark.usefixtures("catalog")
def test_the_shipped_catalog_has_one_key_for_all_but_one_of_its_schemes() -> None:
    assert key_variables(page("create-message").operation) == {"YOUR_API_KEY"}
    assert key_variables(page("gemini-generate").operation) == {"YOUR_API_KEY"}
    assert key_variables(page("mj-imagine").operation) == {"YOUR_API_KEY", "mjSecret"}
