from django.urls import path

from playground.sharing import own_views, views

app_name = "sharing"

urlpatterns = [
    path("shares/", own_views.share_list, name="share_list"),
    path("shares/run/<uuid:number>/", own_views.run_share, name="run_share"),
    path("shares/<slug:key>/", own_views.share_edit, name="share_edit"),
    path("shares/<slug:key>/revoke", own_views.share_revoke, name="share_revoke"),
    path("s/<slug:key>/", views.share_read, name="share_read"),
    path("s/<slug:key>/code", views.share_code, name="share_code"),
    path("s/<slug:key>/content", views.share_content, name="share_content"),
    path("s/<slug:key>/tree", views.share_tree, name="share_tree"),
    path("s/<slug:key>/part", views.share_part, name="share_part"),
    path("s/<slug:key>/embed", views.share_embed, name="share_embed"),
    path("s/<slug:key>/badge.svg", views.share_badge, name="share_badge"),
]
