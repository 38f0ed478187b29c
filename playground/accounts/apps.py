from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "playground.accounts"
    verbose_name = _("People")

    def ready(self) -> None:
        from playground.accounts import limits

        limits.follow()
