from django.urls import path

from playground.history import list_views, views

app_name = "history"

urlpatterns = [
    path("", list_views.run_list, name="run_list"),
    path("clear", list_views.runs_clear, name="runs_clear"),
    path("chosen", list_views.runs_chosen, name="runs_chosen"),
    path("retention", list_views.retention_choose, name="retention_choose"),
    path("<uuid:number>/describe", list_views.run_describe, name="run_describe"),
    path("<uuid:number>/", views.run_read, name="run_read"),
    path("<uuid:number>/delete", list_views.run_delete, name="run_delete"),
    path("<uuid:number>/content", views.content_read, name="content_read"),
    path("<uuid:number>/content/page", views.content_page, name="content_page"),
    path("<uuid:number>/rest", views.rest_read, name="rest_read"),
    path("<uuid:number>/told", views.told_read, name="told_read"),
    path("<uuid:number>/content/tree", views.content_tree, name="content_tree"),
    path("<uuid:number>/content/part", views.content_part, name="content_part"),
    path("<uuid:number>/content/find", views.content_find, name="content_find"),
    path("<uuid:number>/content/font.css", views.font_style, name="font_style"),
    path("<uuid:number>/har", list_views.har_read, name="har_read"),
]
