from django.urls import path

from playground.catalog import names  # noqa: F401  # the converter of operations
from playground.workbench import keeping_views, views

app_name = "workbench"

urlpatterns = [
    path("", views.page_start, name="page_start"),
    path("apis/<slug:api>/", views.api_start, name="api_start"),
    path("<form:key>/", views.page, name="page"),
    path("<form:key>/live/", views.live, name="live"),
    path("<form:key>/problems/", views.problems, name="problems"),
    path("<form:key>/send/", views.send, name="send"),
    path("<form:key>/names/", views.names_read, name="names_read"),
    path("<form:key>/share/", views.share, name="share"),
    path("<form:key>/link/", views.link, name="link"),
    path("<form:key>/code/", views.code_download, name="code_download"),
    path("<form:key>/draft/", keeping_views.draft_keep, name="draft_keep"),
    path("<form:key>/draft/change/", keeping_views.draft_change, name="draft_change"),
    path("<form:key>/save/", keeping_views.request_save, name="request_save"),
    path("saved/runs/<uuid:number>/", keeping_views.run_save, name="run_save"),
    path("saved/import/", keeping_views.saved_import, name="saved_import"),
    path("variables/<str:name>/forget/", views.variable_forget, name="variable_forget"),
]
