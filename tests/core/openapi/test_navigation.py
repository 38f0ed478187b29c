from playground.core.openapi.document import Document
from playground.core.openapi.navigation import Node, navigation
from playground.core.openapi.operations import operations
from tests.core.openapi.test_operations import SMALL


def walk(nodes):
    for node in nodes:
        yield node
        yield from walk(node.children)


def test_the_tree_of_the_original_site(catalog):
    tree = navigation(catalog)
    assert [node.title.get("zh-hans") for node in tree] == [
        "在线调试说明", "发出请求", "Chat模型", "文生图模型", "文生视频模型", "GPTs 相关", "文生音乐 Suno", "帮助中心",
    ]  # fmt: skip
    assert [node.title.get("en") for node in tree][2:4] == ["Chat models", "Text to image"]
    chat = next(node for node in walk(tree) if node.key == "openai-chat")
    assert chat.children[4].key == "create-chat-function-call" and chat.children[4].method == "POST"
    assert chat.description.get("en") == "Chat completions and their common scenarios"


def test_every_operation_stands_in_the_tree_once(catalog):
    keys = [node.key for node in walk(navigation(catalog)) if node.kind == "operation"]
    assert sorted(keys) == sorted(item.key for item in operations(catalog))
    assert sum(node.count for node in navigation(catalog)) == 107


def test_guides_to_client_software_and_unwritten_documents_are_left_out(catalog):
    keys = {node.key for node in walk(navigation(catalog)) if node.kind != "operation"}
    assert not {"beginners", "about", "clients", "generic-setup", "python"} & keys
    assert "about" in {node.key for node in navigation(catalog, docs=["about"])}


def test_a_document_without_a_tree_is_grouped_by_tags():
    paths = {
        "/a": {"get": {"tags": ["Two"], "responses": {}}},
        "/b": {"get": {"tags": ["One"], "responses": {}}},
        "/c": {"get": {"responses": {}}},
    }
    tags = [{"name": "One", "description": "first"}, {"name": "Empty"}]
    one, two, untagged = navigation(Document({"openapi": "3.1.0", "paths": paths, "tags": tags}))
    assert (one.kind, one.key, one.title.get(), one.description.get()) == ("tag", "one", "One", "first")
    assert (two.title.get(), two.children[0].path) == ("Two", "/a")
    assert (untagged.kind, untagged.path) == ("operation", "/c")
    assert [node.kind for node in navigation(Document(SMALL))] == ["operation"] * 3


def test_the_tree_survives_storage(catalog):
    for node in navigation(catalog):
        assert Node.from_plain(node.to_plain()) == node
