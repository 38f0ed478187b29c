from django.urls import path

from playground.runs import views

app_name = "runs"

urlpatterns = [
    path("prices/", views.prices_edit, name="prices_edit"),
    path("<uuid:number>/events", views.events_read, name="events_read"),
    path("<uuid:number>/replay", views.replay_show, name="replay_show"),
    path("<uuid:number>/replay/events", views.replay_read, name="replay_read"),
    path("<uuid:number>/stop", views.run_stop, name="run_stop"),
    path("<uuid:number>/repeat", views.run_repeat, name="run_repeat"),
    path("<uuid:number>/values", views.values_keep, name="values_keep"),
    path("<uuid:number>/assertions", views.assertions_edit, name="assertions_edit"),
    path("<uuid:number>/checks", views.show_checks, name="show_checks"),
]
