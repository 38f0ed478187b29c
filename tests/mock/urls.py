"""The mock alone, at the place where the site has it."""

from django.urls import include, path

urlpatterns = [path("mock/", include("playground.mock.urls"))]
