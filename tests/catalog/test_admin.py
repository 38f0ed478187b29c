"""Operators publish an API description to everybody."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from playground.catalog.models import Description, OperationRow

pytestmark = pytest.mark.django_db

DOCUMENT = b"""
openapi: 3.1.0
info: {title: Small, version: '1'}
paths: {/things: {get: {operationId: listThings, responses: {'200': {description: OK}}}}}
"""


def _publish(client: Client, text: bytes) -> int:
    file = SimpleUploadedFile("openapi.yaml", text)
    return client.post("/admin/catalog/description/add/", {"key": "small", "document": file}).status_code


def test_a_description_is_published(client: Client) -> None:
    client.force_login(User.objects.create_superuser("root"))
    assert _publish(client, b"{") == 200 and not Description.objects.filter(key="small").exists()
    assert _publish(client, DOCUMENT) == 302
    assert [row.path for row in OperationRow.objects.filter(description__key="small")] == ["/things"]
    assert client.get("/admin/catalog/description/").status_code == 200


def test_nobody_else_publishes(client: Client) -> None:
    client.force_login(User.objects.create_user("ada"))
    assert _publish(client, DOCUMENT) == 302
    assert not Description.objects.filter(key="small").exists()
