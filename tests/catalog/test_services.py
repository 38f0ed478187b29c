"""What is worked out of a description when it is loaded, however odd it is."""

from __future__ import annotations

import json

import pytest

from playground.catalog import services

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("servers", [None, "https://a.test", [5, None, "x", {}], {"url": "https://a.test"}])
def test_servers_that_are_none_are_left_out(servers: object) -> None:
    text = json.dumps({"openapi": "3.1.0", "servers": servers, "paths": {"/a": {"get": {}}}})
    reading = services.read("odd", text.encode())
    assert reading.columns["servers"] == []
    assert [page.operation.path_template for page in reading.pages] == ["/a"]


def test_servers_are_listed_as_they_are_written() -> None:
    text = json.dumps({"openapi": "3.1.0", "servers": [{"url": "https://a.test/{v}"}, {"url": "/b"}], "paths": {}})
    assert services.read("odd", text.encode()).columns["servers"] == ["https://a.test/{v}", "/b"]
