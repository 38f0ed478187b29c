from django.urls import path

from playground.history import views

app_name = "history"

urlpatterns = [
    path("", views.run_list, name="run_list"),
    path("clear", views.runs_clear, name="runs_clear"),
    path("<uuid:number>/", views.run_read, name="run_read"),
    path("<uuid:number>/delete", views.run_delete, name="run_delete"),
    path("<uuid:number>/content", views.content_read, name="content_read"),
    path("<uuid:number>/content/page", views.content_page, name="content_page"),
    path("<uuid:number>/har", views.har_read, name="har_read"),
]
