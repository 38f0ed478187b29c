import pytest

from playground.core.errors import InvalidDocument, InvalidSaved, UnknownKey
from playground.core.openapi.document import Document, references
from playground.core.openapi.operations import Fragment, fragment, is_stream, operation, operations, slug
from tests.core.openapi.conftest import shipped

ALL = operations(shipped())


def test_every_page_of_the_catalog_is_there_once(catalog):
    assert len(ALL) == 107
    assert len({item.key for item in ALL}) == 107
    assert sum("#" in path for path in catalog.data["paths"]) > 30
    assert not any("#" in item.path_template for item in ALL)


@pytest.mark.parametrize("item", ALL, ids=lambda item: item.key)
def test_an_operation_is_complete_and_survives_storage(item):
    assert item.title.get("en") and item.title.get("zh-hans")
    assert item.title.get("en") != item.title.get("zh-hans") or item.title.get("en").isascii()
    assert item.responses and item.servers and item.tag
    stored = fragment(shipped(), item)
    back = Fragment.from_json(stored.to_json())
    assert back == stored
    assert back.operation == item
    for content in item.request_body.media_types if item.request_body else ():
        for reference in references([content.schema, stored.components]):
            assert back.document.look_up(reference) == shipped().look_up(reference)


def test_the_start_page(catalog):
    page = operation(catalog, "create-structured-output")
    assert (page.method, page.path_template) == ("POST", "/v1/chat/completions")
    assert page.title.get("zh-hans") == "创建结构化输出"
    assert page.modified == "2025-03-30T14:24:45"
    assert [item.name for item in page.parameters] == ["Content-Type", "Accept", "Authorization"]
    assert page.parameter("header", "authorization").examples[0].value == "Bearer {{YOUR_API_KEY}}"
    (content,) = page.request_body.media_types
    assert [example.name for example in content.examples] == ["default", "extraction"]
    assert page.stream == {"when": {"body": {"stream": True}}, "mediaType": "text/event-stream"}
    stream = next(media for media in page.responses[0].media_types if is_stream(media))
    assert stream.terminator == "[DONE]"
    assert stream.event_schema == {"$ref": "#/components/schemas/ChatCompletionChunk"}
    borrowed = operation(catalog, "create-chat-completion-stream").responses[0].media_types[0].examples
    assert stream.examples == borrowed and borrowed
    assert [response.status for response in page.responses] == ["200", "400", "401", "403", "429"]
    assert [scheme.carrier for scheme in page.security[0]] == [("header", "authorization")]


def test_an_unknown_key_is_said(catalog):
    with pytest.raises(UnknownKey, match="no operation nothing"):
        operation(catalog, "nothing")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("createStructuredOutput", "create-structured-output"),
        ("listAPIKeys", "list-api-keys"),
        ("get /v1/pets/{id}", "get-v1-pets-id"),
        ("snake_case_Name", "snake-case-name"),
        ("创建", "operation-cde2cd07"),
    ],
)
def test_slugs(name, key):
    assert slug(name) == key


def test_long_slugs_stay_apart():
    assert slug("a" * 300 + "b") != slug("a" * 300 + "c")
    assert len(slug("a" * 300)) <= 100


SMALL = {
    "openapi": "3.1.0",
    "info": {"title": "Small", "version": "1"},
    "servers": [{"url": "https://{region}.api.test/{v}", "variables": {"region": {"default": "eu"}, "v": {}}}],
    "paths": {
        "x-ignored": {},
        "/pets/{id}": {
            "parameters": [
                {"name": "id", "in": "path", "schema": {"type": "integer"}},
                {"name": "q", "in": "query", "description": "of the path"},
            ],
            "get": {
                "parameters": [{"name": "q", "in": "query", "description": "of the operation", "explode": False}],
                "responses": {"default": {"$ref": "#/components/responses/R"}},
            },
            "put": {"operationId": "dup", "responses": {}, "security": [{}, {"k": [], "gone": [], "odd": []}]},
            "delete": {"operationId": "dup", "responses": {}, "deprecated": True},
        },
    },
    "components": {
        "responses": {"R": {"description": "R", "headers": {"X-Left": {"schema": {"type": "integer"}}}}},
        "securitySchemes": {"k": {"type": "apiKey", "in": "cookie", "name": "sid"}, "odd": "none"},
    },
}


def test_a_document_without_extensions():
    get, put, delete = operations(Document(SMALL))
    assert [get.key, put.key, delete.key] == ["get-pets-id", "dup", "dup-2"]
    assert get.title.get("en") == "GET /pets/{id}"
    assert [(item.name, item.description.get("en"), item.required) for item in get.parameters] == [
        ("id", "", True),
        ("q", "of the operation", False),
    ]
    assert get.parameters[1].style == "form" and not get.parameters[1].explode
    assert get.responses[0].status == "default" and get.responses[0].headers[0].name == "X-Left"
    assert get.servers[0].default_url == "https://eu.api.test/"
    assert [len(alternative) for alternative in put.security] == [0, 1]
    assert put.security[1][0].carrier == ("cookie", "sid")
    assert delete.deprecated


def test_what_is_broken_says_where():
    broken = {"openapi": "3.1.0", "paths": {"/a": {"get": {"parameters": [{"in": "query"}], "responses": {}}}}}
    with pytest.raises(InvalidDocument) as caught:
        operations(Document(broken))
    assert caught.value.pointer == "#/paths/~1a/get"


def test_what_is_stored_badly_is_refused():
    with pytest.raises(InvalidSaved):
        Fragment.from_json('{"operation": {"key": "a", "parameters": [1]}}')


def test_the_cost_of_a_fragment_is_that_of_its_operation():
    schemas = {f"S{n}": {"$ref": f"#/components/schemas/S{n + 1}"} for n in range(5000)} | {"S5000": {"type": "string"}}
    media = {"application/json": {"schema": {"$ref": "#/components/schemas/S4998"}}}
    document = Document(
        {
            "openapi": "3.1.0",
            "paths": {"/": {"post": {"requestBody": {"content": media}}}},
            "components": {"schemas": schemas},
        }
    )
    (page,) = operations(document)
    assert set(fragment(document, page).components["schemas"]) == {"S4998", "S4999", "S5000"}
