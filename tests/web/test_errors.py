"""Pages of errors that come before anybody asks who is there."""

from __future__ import annotations

import pytest
from django.test import Client


@pytest.mark.parametrize("path", ["/", "/environments/", "/static/css/none.css"])
def test_an_address_that_is_not_of_this_site_is_a_bad_request(client: Client, path: str) -> None:
    answer = client.get(path, headers={"host": "elsewhere.test"})
    assert answer.status_code == 400
    page = answer.content.decode()
    assert '<main id="main"' in page and "elsewhere.test" not in page
