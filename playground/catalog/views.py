"""Documentation to read: pages that anybody may see, and that are the same for everybody of one language."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from playground.catalog import guides, samples, searching, services, tree
from playground.catalog.documentation import address, branch, documentation
from playground.catalog.names import SHIPPED, api_of, key_of, name_of
from playground.catalog.pages import navigation_html, parts
from playground.catalog.tree import Drawing
from playground.core.errors import InvalidDocument
from playground.core.openapi.document import pointer_tokens
from playground.core.openapi.writing import to_openapi, to_yaml
from playground.web.origin import own_origin
from playground.web.preferences import preferences, remember

P = ParamSpec("P")
View = Callable[..., HttpResponse]

_ID = re.compile(r"[a-z0-9-]{1,120}")


def _page(view: Callable[Concatenate[HttpRequest, P], HttpResponse]) -> View:
    """A GET that answers 404 for what the catalog does not have."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except (ObjectDoesNotExist, InvalidDocument) as error:
            raise Http404(str(error)) from None

    return require_safe(guarded)


def _language() -> str:
    return get_language() or "en"


@_page
def index(request: HttpRequest, api: str) -> HttpResponse:
    listed = services.listed(api)
    context = {
        "listed": listed,
        "title": listed.title_in(_language()),
        "count": sum(node.count for node in listed.navigation),
        "navigation": navigation_html(Drawing(_language(), folded=False), api=api),
    }
    return render(request, "catalog/index.html", context)


@_page
def group(request: HttpRequest, api: str) -> HttpResponse:
    """What stands below the group ``?kind=&key=``: its entries for a tree on a page, else a page with them."""
    listed, name = services.listed(api), (request.GET.get("kind", ""), request.GET.get("key", ""))
    if not (node := tree.index(listed).nodes.get(name)) or not node.children:
        raise Http404("There is no such group.")
    drawing = Drawing(_language(), forms=request.GET.get("in") == "try")
    if _is_part(request):
        response = HttpResponse(tree.group(listed, drawing, name))
    else:
        whole = replace(drawing, folded=False)
        context: dict[str, object] = {
            "title": node.title.get(_language()),
            "description": node.description.get(_language()),
        }
        navigation = navigation_html(Drawing(_language()), api=api)
        context |= {"listed": listed, "entries": tree.group(listed, whole, name), "navigation": navigation}
        response = render(request, "catalog/group.html", context)
    patch_vary_headers(response, ["HX-Request"])
    return response


@_page
def forms_tree(request: HttpRequest, api: str) -> HttpResponse:
    """The tree of the forms, of a large description as one types into its filter ``?q=``."""
    listed, drawing = services.listed(api), Drawing(_language(), forms=True)
    query = request.GET.get("q", "").strip().lower()
    return HttpResponse(tree.filtered(listed, drawing, query) if query else tree.tree(listed, drawing))


@_page
def operation(request: HttpRequest, key: str) -> HttpResponse:
    response = render(request, "catalog/operation.html", _context(request, key) | {"navigation": _tree(key)})
    return _remember_target(request, response)


@_page
def operation_fragment(request: HttpRequest, key: str) -> HttpResponse:
    """The article by itself; asked for by the composer, without the title that stands there already."""
    context = _context(request, key) | {"in_composer": _is_part(request)}
    response = render(request, "catalog/_operation.html", context)
    patch_vary_headers(response, ["HX-Request"])
    return response


@_page
def operation_code(request: HttpRequest, key: str) -> HttpResponse:
    """The sample code by itself, in the language that ``?code=`` names."""
    return _remember_target(request, render(request, "catalog/_code.html", _code(request, key)))


def _context(request: HttpRequest, key: str) -> dict[str, object]:
    language = _language()
    doc = documentation(key, language, _origin(request, key))
    return {"doc": doc, "parts": parts(key, language)} | _code(request, key)


def _code(request: HttpRequest, key: str) -> dict[str, object]:
    wanted = (request.GET.get("code", ""), preferences(request).target)
    return {"key": key, "api": api_of(key), "sample": samples.sample_code(key, wanted, _origin(request, key))}


def _remember_target(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The language that a person chose is that of the next page."""
    chosen = request.GET.get("code", "")
    if samples.is_known(chosen):
        remember(response, "target", chosen)
    return response


def _is_part(request: HttpRequest) -> bool:
    """Whether htmx asks, to put the answer into a page."""
    return request.headers.get("HX-Request") == "true"


def _tree(key: str) -> str:
    return navigation_html(Drawing(_language()), key_of(key), api_of(key))


def _origin(request: HttpRequest, key: str) -> str:
    """Where the document of an operation came from, as far as that is known: of our own API it is this site."""
    return own_origin(request) if services.is_own(key) else ""


@_page
def operation_structure(request: HttpRequest, key: str) -> HttpResponse:
    """The tree below the place ``?at=``, which the page left out: a fragment for htmx, else a page."""
    id, place = request.GET.get("id", "s"), request.GET.get("at", "")
    tree = branch(key, place, id if _ID.fullmatch(id) else "s", _language())
    context = {"entry": tree, "key": key, "api": api_of(key)}
    if _is_part(request):
        return render(request, "catalog/_structure.html", context)
    context |= {
        "doc": documentation(key, _language()),
        "name": tree.title or (pointer_tokens(place) or ("",))[-1] or tree.type_label,
    }
    return render(request, "catalog/structure.html", context | {"navigation": _tree(key)})


@_page
def operation_markdown(request: HttpRequest, key: str) -> HttpResponse:
    """The operation for people who paste documentation into a language model."""
    fragment, listed, language = services.page(key), services.listed_of(key), _language()
    item = fragment.operation
    title = listed.title_in(language)
    yaml = to_yaml(to_openapi(fragment, title, listed.version, language))
    context = {
        "title": " ".join(str(item.title.get(language)).split()),
        "description": item.description.get(language),
        "method": item.method,
        "url": address(item, _origin(request, key)),
        "page_url": request.build_absolute_uri(request.path.removesuffix(".md") + "/"),
        "yaml": yaml,
        "fence": _fence(yaml),
    }
    return _text(render_to_string("catalog/operation.md", context), "text/markdown")


def _fence(text: str) -> str:
    """More backticks than any line of the text has, so that none of them ends the block (CommonMark §4.5)."""
    return "`" * max(3, *(len(run) + 1 for run in re.findall("`+", text)), 3)


@_page
def llms(request: HttpRequest, api: str = SHIPPED) -> HttpResponse:
    """What there is to read of an API, as https://llmstxt.org describes it, and where that of the others is."""
    listed, language = services.listed(api), _language()
    context = {
        "title": listed.title_in(language),
        "sections": [
            (
                node.title.get(language),
                [(name_of(api, leaf.key), leaf, leaf.title.get(language)) for leaf in tree.leaves([node])],
            )
            for node in listed.navigation
            if node.count
        ],
        "guides": guides.listed(listed.navigation, language),
        "others": [(one.key, one.title_in(language)) for one in services.published() if one.key != api],
        "origin": request.build_absolute_uri("/").rstrip("/"),
    }
    return _text(render_to_string("catalog/llms.txt", context), "text/plain")


def _text(content: str, media_type: str) -> HttpResponse:
    return HttpResponse(content, content_type=f"{media_type}; charset=utf-8")


@_page
def guide(request: HttpRequest, id: str) -> HttpResponse:
    """A short document of the navigation."""
    found = guides.read(id, _language())
    if found is None:
        raise Http404(f"There is no guide {id}.")
    return render(
        request, "catalog/guide.html", {"guide": found, "navigation": navigation_html(Drawing(_language()), id)}
    )


@_page
def guide_markdown(request: HttpRequest, id: str) -> HttpResponse:
    """The same as it was written."""
    text = guides.source(id, _language())
    if text is None:
        raise Http404(f"There is no guide {id}.")
    return _text(text, "text/markdown")


#: Pages that a list of results holds: beside what is typed, and on a page of its own.
_AT_ONCE, _ON_A_PAGE = 20, 100


@_page
def search(request: HttpRequest) -> HttpResponse:
    """Pages that have the words of ``?q=``: the list alone for htmx, else a page. ``?in=try`` leads to the forms."""
    is_part = _is_part(request)
    query = request.GET.get("q", "")[: searching.MAX_LENGTH]
    limit = _AT_ONCE if is_part else _ON_A_PAGE
    api = services.published_or_shipped(request.GET.get("api", SHIPPED))
    found = searching.search(api, query, _language(), limit)
    context = {"found": found, "in_forms": request.GET.get("in") == "try", "api": api}
    response = render(request, "catalog/_found.html" if is_part else "catalog/search.html", context)
    patch_vary_headers(response, ["HX-Request"])
    return response
