from django.urls import path

from playground.library import views

app_name = "library"

urlpatterns = [
    path("", views.tree_read, name="tree_read"),
    path("new", views.folder_add, name="folder_add"),
    path("export/<slug:key>", views.library_export, name="library_export"),
    path("folders/<uuid:number>/export/<slug:key>", views.folder_export, name="folder_export"),
    path("requests/<uuid:number>/assertions/delete", views.assertion_delete, name="assertion_delete"),
    path("requests/<uuid:number>/responses/<uuid:response>/", views.response_read, name="response_read"),
    path("requests/<uuid:number>/responses/<uuid:response>/delete", views.response_delete, name="response_delete"),
    path("<slug:kind>/<uuid:number>/", views.item_edit, name="item_edit"),
    path("<slug:kind>/<uuid:number>/move", views.item_move, name="item_move"),
    path("<slug:kind>/<uuid:number>/duplicate", views.item_duplicate, name="item_duplicate"),
    path("<slug:kind>/<uuid:number>/delete", views.item_delete, name="item_delete"),
    path("<slug:kind>/<uuid:number>/restore", views.item_restore, name="item_restore"),
]
