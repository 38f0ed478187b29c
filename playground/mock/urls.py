from __future__ import annotations

from django.urls import path

from playground.mock import views

app_name = "mock"

urlpatterns = [
    path("<slug:api>/", views.answer, name="root"),
    path("<slug:api>/<path:rest>", views.answer, name="answer"),
]
