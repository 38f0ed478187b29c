from django.urls import path

from playground.catalog import views

app_name = "catalog"

urlpatterns = [
    path("", views.index, name="index"),
    path("llms.txt", views.llms, name="llms"),
    path("groups", views.group, name="group"),
    path("tree", views.forms_tree, name="forms_tree"),
    path("guides/<slug:id>.md", views.guide_markdown, name="guide_markdown"),
    path("guides/<slug:id>/", views.guide, name="guide"),
    path("<slug:key>.md", views.operation_markdown, name="operation_markdown"),
    path("<slug:key>/", views.operation, name="operation"),
    path("<slug:key>/fragment", views.operation_fragment, name="operation_fragment"),
    path("<slug:key>/code", views.operation_code, name="operation_code"),
    path("<slug:key>/structure", views.operation_structure, name="operation_structure"),
]
