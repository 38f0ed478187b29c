from django.urls import path

from playground.catalog import names, views  # noqa: F401  # names: the converters

app_name = "catalog"

urlpatterns = [
    path("<docs:api>/", views.index, name="index"),
    path("<docs:api>/llms.txt", views.llms, name="llms"),
    path("<docs:api>/groups", views.group, name="group"),
    path("<docs:api>/tree", views.forms_tree, name="forms_tree"),
    path("docs/guides/<slug:id>.md", views.guide_markdown, name="guide_markdown"),
    path("docs/guides/<slug:id>/", views.guide, name="guide"),
    path("<page:key>.md", views.operation_markdown, name="operation_markdown"),
    path("<page:key>/", views.operation, name="operation"),
    path("<page:key>/fragment", views.operation_fragment, name="operation_fragment"),
    path("<page:key>/code", views.operation_code, name="operation_code"),
    path("<page:key>/structure", views.operation_structure, name="operation_structure"),
]
