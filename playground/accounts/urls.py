from django.urls import path

from playground.accounts import views

app_name = "accounts"

urlpatterns = [
    path("", views.account, name="account"),
    path("sign-up/", views.sign_up, name="sign_up"),
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("password/", views.password_change, name="password_change"),
    path("tokens/", views.token_add, name="token_add"),
    path("tokens/<int:number>/revoke/", views.token_revoke, name="token_revoke"),
    path("data.zip", views.data_download, name="data_download"),
    path("delete/", views.account_delete, name="account_delete"),
]
