from django.urls import path

from playground.workbench import keeping_views, views

app_name = "workbench"

urlpatterns = [
    path("", views.page_start, name="page_start"),
    path("try/<slug:key>/", views.page, name="page"),
    path("try/<slug:key>/live/", views.live, name="live"),
    path("try/<slug:key>/problems/", views.problems, name="problems"),
    path("try/<slug:key>/send/", views.send, name="send"),
    path("try/<slug:key>/names/", views.names_read, name="names_read"),
    path("try/<slug:key>/share/", views.share, name="share"),
    path("try/<slug:key>/link/", views.link, name="link"),
    path("try/<slug:key>/code/", views.code_download, name="code_download"),
    path("try/<slug:key>/draft/", keeping_views.draft_keep, name="draft_keep"),
    path("try/<slug:key>/draft/change/", keeping_views.draft_change, name="draft_change"),
    path("try/<slug:key>/save/", keeping_views.request_save, name="request_save"),
    path("saved/runs/<uuid:number>/", keeping_views.run_save, name="run_save"),
    path("saved/import/", keeping_views.saved_import, name="saved_import"),
    path("variables/<str:name>/forget/", views.variable_forget, name="variable_forget"),
]
