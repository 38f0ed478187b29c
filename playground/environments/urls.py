from django.urls import path

from playground.environments import views

app_name = "environments"

urlpatterns = [
    path("", views.environment_list, name="environment_list"),
    path("add/", views.environment_add, name="environment_add"),
    path("choose/", views.environment_choose, name="environment_choose"),
    path("names/", views.names_read, name="names_read"),
    path("<str:key>/", views.environment_edit, name="environment_edit"),
    path("<str:key>/duplicate/", views.environment_duplicate, name="environment_duplicate"),
    path("<str:key>/delete/", views.environment_delete, name="environment_delete"),
]
