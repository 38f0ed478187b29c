"""The documentation by itself, with empty rooms around it."""

from django.http import HttpResponse
from django.urls import include, path


def elsewhere(request, **kwargs):
    return HttpResponse("")


workbench = ([path("", elsewhere, name="page_start"), path("try/<slug:key>/", elsewhere, name="page")], "workbench")
history = ([path("", elsewhere, name="run_list")], "history")

urlpatterns = [
    path("docs/", include("playground.catalog.urls")),
    path("preferences/", elsewhere, name="preferences_save"),
    path("history/", include(history)),
    path("", include(workbench)),
]

handler404 = "playground.web.views.not_found"
