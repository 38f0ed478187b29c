"""Whatever is asked: no bug of ours, and answers as the API describes them. By schemathesis."""

from __future__ import annotations

import json
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from playground.accounts.models import ApiToken, Person
from playground.api.api import api
from playground.environments.models import Environment, Variable
from playground.history import services as history
from playground.library import services as library
from playground.library.models import Draft
from playground.sharing import services as sharing
from playground.wsgi import application
from tests.history.recorded import recorded

pytestmark = pytest.mark.django_db

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]

schema = schemathesis.openapi.from_dict(json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/v1/"))))
schema.app = application


@pytest.fixture
def token(settings: Any) -> str:
    """Of somebody who has a little of everything, under no limit but that of time."""
    settings.PLAYGROUND_CONNECT_SECONDS = settings.PLAYGROUND_TOTAL_SECONDS = 1
    settings.PLAYGROUND_API_PER_MINUTE = 10**6
    settings.PLAYGROUND_RUNS_PER_MINUTE = settings.PLAYGROUND_DESTINATION_PER_MINUTE = 10**6
    person = Person.objects.create()
    run = recorded(person)
    saved = library.save_request(person, history.spec_of(run), folder=library.add_folder(person, "Mine"))
    library.add_response(saved, history.entry_of(run))
    sharing.share_run(person, run)
    Draft.objects.create(person=person, operation="create-structured-output", request=saved.request)
    environment = Environment.objects.create(person=person, name="Staging")
    Variable.objects.create(person=person, environment=environment, name="region", stored="eu-1")
    return ApiToken.issue(person)


@schema.parametrize()
@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_no_answer_is_a_bug(case: schemathesis.Case, token: str) -> None:
    case.call_and_validate(headers={"Authorization": f"Bearer {token}", "Accept-Encoding": "identity"}, checks=CHECKS)
