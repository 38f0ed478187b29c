"""Any description of the catalog is answered, by its rows alone."""

import json

import pytest
from django.test import Client

from playground.catalog.models import Description, OperationRow
from playground.catalog.services import SHIPPED, load
from playground.core.openapi import document
from playground.mock import services

PETS = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1"},
    "paths": {
        "/pets/{id}": {"get": {"responses": {"200": {"description": "", "content": {"application/json": {
            "schema": {"$ref": "#/components/schemas/Pet"}}}}}}},
        "/pets/mine": {"get": {"responses": {"200": {"description": "", "content": {"application/json": {
            "example": {"name": "Mine"}}}}}}},
    },
    "components": {"schemas": {"Pet": {"type": "object", "required": ["name"], "properties": {
        "name": {"const": "Rex"}}}}},
}  # fmt: skip


def get(path):
    return Client().get(path).json()


def test_a_description_that_is_loaded_is_answered_at_its_key():
    load("pets", json.dumps(PETS).encode())
    assert get("/mock/pets/pets/7") == {"name": "Rex"}
    assert get("/mock/pets/pets/mine") == {"name": "Mine"}
    listed = get("/mock/pets/")["operations"]
    assert [item["url"] for item in listed] == [
        "http://testserver/mock/pets/pets/{id}",
        "http://testserver/mock/pets/pets/mine",
    ]


def test_a_description_that_changes_is_answered_as_it_is_now():
    load("pets", json.dumps(PETS).encode())
    assert get("/mock/pets/pets/7") == {"name": "Rex"}
    load("pets", json.dumps(PETS).replace("Rex", "Tom").encode())
    assert get("/mock/pets/pets/7") == {"name": "Tom"}
    Description.objects.filter(key="pets").delete()
    assert Client().get("/mock/pets/pets/7").status_code == 404


def test_no_document_is_read_and_no_operation_but_those_of_the_path(monkeypatch, django_assert_max_num_queries):
    get(f"/mock/{SHIPPED}/v1/models?warm")
    monkeypatch.setattr(document, "load", None)
    services.catalog._page.cache_clear()
    with django_assert_max_num_queries(4):  # of the digest, and of the operations that answer there
        response = Client().get(f"/mock/{SHIPPED}/v1/models", headers={"Authorization": "Bearer key"})
    assert response.status_code == 200


def test_what_routes_is_small():
    outlines = sum(len(json.dumps(row)) for row in OperationRow.objects.values_list("outline", flat=True))
    whole = sum(len(json.dumps(row)) for row in OperationRow.objects.values_list("data", flat=True))
    assert 0 < outlines * 20 < whole


@pytest.mark.parametrize("path", ["/mock/nothing/", "/mock/nothing/v1/models"])
def test_an_api_that_nobody_loaded_is_404(path):
    assert Client().get(path).status_code == 404
