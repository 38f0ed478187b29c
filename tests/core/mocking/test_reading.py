"""How the mock reads: routes, contents, preferences, credentials."""

import pytest

from playground.core.errors import InvalidBody
from playground.core.fields import Fields
from playground.core.messages import FormBody, MultipartBody, Parameter, Part, RequestSpec
from playground.core.mocking import contents, preferences
from playground.core.mocking.checks import MockRequest, is_authorised, parameter_findings
from playground.core.mocking.routing import Router
from playground.core.openapi.document import Document
from playground.core.openapi.operations import MediaTypeDoc, Operation, ParameterDoc
from playground.core.openapi.security import SecurityScheme
from playground.core.prepare import prepare

NOTHING = Document({})


def operation(method, path, **fields):
    return Operation(f"{method} {path}", method, path, **fields)


ROUTER = Router(
    [
        operation("GET", "/v1/models/{model}"),
        operation("GET", "/v1/models/mine"),
        operation("POST", "/v1/models/{model}:generate"),
        operation("POST", "/v1/models/{model}:stream"),
        operation("POST", "/jimeng/"),
        operation("GET", "/a/{x}/b/{y}", path_variants={"templates": ["/fast{path}", "/other"]}),
        operation("GET", "/dots.and+plus"),
    ]
)


@pytest.mark.parametrize(
    ("method", "path", "template", "params"),
    [
        ("GET", "/v1/models/gpt-4o", "/v1/models/{model}", {"model": "gpt-4o"}),
        ("HEAD", "/v1/models/gpt-4o", "/v1/models/{model}", {"model": "gpt-4o"}),
        ("GET", "/v1/models/mine", "/v1/models/mine", {}),
        ("POST", "/v1/models/a.b:generate", "/v1/models/{model}:generate", {"model": "a.b"}),
        ("POST", "/v1/models/a:b:stream", "/v1/models/{model}:stream", {"model": "a:b"}),
        ("POST", "/jimeng", "/jimeng/", {}),
        ("GET", "/a/1/b/2", "/a/{x}/b/{y}", {"x": "1", "y": "2"}),
        ("GET", "/fast/a/1/b/2", "/a/{x}/b/{y}", {"x": "1", "y": "2"}),
        ("GET", "/other", "/a/{x}/b/{y}", {}),
        ("GET", "/dots.and+plus", "/dots.and+plus", {}),
    ],
)
def test_routes(method, path, template, params):
    match = ROUTER.find(method, path)
    assert [item.path_template for item in match.operations] == [template]
    assert match.path_params == params


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        ("GET", "/v1/models/"),
        ("GET", "/v1/models/a/b"),
        ("POST", "/v1/models/a"),
        ("GET", "/dotsxandplus"),
    ],
)
def test_what_is_not_a_route(method, path):
    assert ROUTER.find(method, path) is None


def test_methods_and_near_paths():
    assert ROUTER.methods("/v1/models/mine") == ("GET",)
    assert ROUTER.methods("/nowhere") == ()
    assert ROUTER.near("/v1/modles/mine")[0] == "/v1/models/mine"


SCHEMA = {
    "properties": {
        "n": {"type": "integer"},
        "on": {"type": "boolean"},
        "list[]": {"type": "array", "items": {"type": "integer"}},
        "names": {"type": "array", "items": {"type": "string"}},
        "object": {"type": "object"},
        "text": {"type": "string"},
    }
}
READ = {
    "n": 5, "on": True, "list[]": [1, 2], "names": ["one"], "object": {"a": 1}, "text": "7", "other": "x",
}  # fmt: skip
ROWS = [
    ("n", "5"),
    ("on", "true"),
    ("list", "1"),
    ("list", "2"),
    ("names", "one"),
    ("object", '{"a": 1}'),
    ("text", "7"),
    ("other", "x"),
]


@pytest.mark.parametrize(
    "body",
    [
        MultipartBody(tuple(Part(name, value) for name, value in ROWS)),
        FormBody(tuple(Parameter(name, value) for name, value in ROWS)),
    ],
)
def test_forms_are_read_as_the_schema_says(body):
    prepared = prepare(RequestSpec("POST", "http://x.test/", body=body))
    media_type = prepared.fields.get("Content-Type")
    assert contents.read(prepared.content, media_type, MediaTypeDoc(media_type, SCHEMA), NOTHING) == READ


def test_files_and_odd_names_in_multipart():
    parts = (Part('a "b"', b"\r\n--not\x00", "文件.png", "image/png"), Part("文", "值"))
    prepared = prepare(RequestSpec("POST", "http://x.test/", body=MultipartBody(parts)))
    read = contents.read(
        prepared.content, prepared.fields.get("Content-Type"), MediaTypeDoc("multipart/form-data"), NOTHING
    )
    assert read == {"a %22b%22": "…", "文": "值"}


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"{", "application/json"),
        (b'{"a": NaN}', "application/json"),
        (b"\xff", "application/json"),
        (b"x", "multipart/form-data"),
        (b"--b\r\n\r\nx", "multipart/form-data; boundary=b"),
        (b"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--", "multipart/form-data; boundary=b"),
    ],
)
def test_contents_that_cannot_be_read(content, media_type):
    with pytest.raises(InvalidBody):
        contents.read(content, media_type, MediaTypeDoc(media_type), NOTHING)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (["code=404"], {"code": 404}),
        (["code=404, example=a-b", "dynamic=true"], {"code": 404, "example": "a-b", "dynamic": True}),
        (['example="two words"; delay=250'], {"example": "two words", "delay": 250}),
        (["rate-limit"], {"rate_limit": 3}),
        (["rate-limit=60, cut=2, malformed=1, pace=0"], {"rate_limit": 60, "cut": 2, "malformed": True, "pace": 0}),
        (["status=99, delay=x, code=, unknown=1, respond-async"], {}),
        (["delay=99999999"], {"delay": preferences.MAX_DELAY}),
        (["code=404, code=500"], {"code": 404}),
        (["malformed=0"], {"malformed": False}),
        ([], {}),
    ],
)
def test_preferences(field, expected):
    read = preferences.parse(field)
    for name, value in expected.items():
        assert getattr(read, name) == value
    if not expected:
        assert read == preferences.Preferences()


INTEGERS = {"type": "array", "items": {"type": "integer"}}

BEARER = SecurityScheme("b", "http", "bearer")
BASIC = SecurityScheme("basic", "http", "basic")
COOKIE = SecurityScheme("c", "apiKey", name="sid", location="cookie")
HEADER = SecurityScheme("h", "apiKey", name="X-Key", location="header")


@pytest.mark.parametrize(
    ("security", "fields", "accepted"),
    [
        ((), [], True),
        (((),), [], True),
        (((BEARER,),), [], False),
        (((BEARER,),), [("authorization", "bearer x")], True),
        (((BEARER,),), [("Authorization", "Bearer ")], False),
        (((BEARER,),), [("Authorization", "Basic eDp5")], False),
        (((BEARER,),), [("Authorization", "Bearer sk-refused")], False),
        (((BASIC,),), [("Authorization", "Basic dTpw")], True),
        (((BASIC,),), [("Authorization", "Basic dTpzay1yZWZ1c2Vk")], False),
        (((BASIC,),), [("Authorization", "Basic %%%")], False),
        (((COOKIE,),), [("Cookie", "a=b; sid=1")], True),
        (((HEADER, COOKIE),), [("x-key", "1")], False),
        (((HEADER, COOKIE), (BEARER,)), [("Authorization", "Bearer x")], True),
    ],
)
def test_credentials(security, fields, accepted):
    request = MockRequest("GET", "/", fields=Fields(fields))
    assert is_authorised(operation("GET", "/", security=security), request) == accepted


@pytest.mark.parametrize(
    ("parameter", "query", "details"),
    [
        (ParameterDoc("n", "query", schema={"type": "integer"}), [("n", "5")], []),
        (ParameterDoc("n", "query", schema={"type": "integer"}), [("n", "five")], ["Should be integer, not string."]),
        (ParameterDoc("n", "query", required=True), [], ["n is required."]),
        (ParameterDoc("n", "query"), [], []),
        (
            ParameterDoc("l", "query", schema=INTEGERS, style="form", explode=True),
            [("l", "1"), ("l", "x")],
            ["Should be integer, not string."],
        ),
        (ParameterDoc("l", "query", schema=INTEGERS, style="form"), [("l", "1,2")], []),
        (ParameterDoc("l", "query", schema=INTEGERS, style="pipeDelimited"), [("l", "1|2")], []),
        (
            ParameterDoc("d", "query", schema={"type": "string", "format": "date"}),
            [("d", "2025-13-01")],
            ["Should have the format date."],
        ),
        (ParameterDoc("Accept", "header", required=True), [], []),
        (ParameterDoc("X-A", "header", required=True), [], ["X-A is required."]),
    ],
)
def test_parameters(parameter, query, details):
    request = MockRequest("GET", "/", query=tuple(query))
    found = parameter_findings(operation("GET", "/", parameters=(parameter,)), request, {}, NOTHING)
    assert [finding.detail for finding in found] == details
