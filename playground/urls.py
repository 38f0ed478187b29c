"""Which address leads to which room."""

from django.contrib import admin
from django.urls import include, path

from playground.accounts import views as accounts
from playground.api.api import api
from playground.catalog import views as catalog
from playground.web import views as web

urlpatterns = [
    path("admin/login/", accounts.admin_sign_in, name="admin_sign_in"),
    path("admin/", admin.site.urls),
    path("healthz", web.health, name="health"),
    path("llms.txt", catalog.llms, name="llms"),
    path("api/v1/", api.urls),
    path("mock/", include("playground.mock.urls")),
    path("preferences/", web.preferences_save, name="preferences_save"),
    path("preferences/panes/<str:panes>.css", web.panes_style, name="panes_style"),
    path("history/", include("playground.history.urls")),
    path("library/", include("playground.library.urls")),
    path("runs/", include("playground.runs.urls")),
    path("search/", catalog.search, name="search"),
    path("account/", include("playground.accounts.urls")),
    path("", include("playground.catalog.urls")),
    path("environments/", include("playground.environments.urls")),
    path("", include("playground.sharing.urls")),
    path("", include("playground.workbench.urls")),
]

handler400 = "playground.web.views.bad_request"
handler404 = "playground.web.views.not_found"
handler500 = "playground.web.views.server_error"
