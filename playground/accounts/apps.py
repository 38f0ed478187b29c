from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "playground.accounts"

    def ready(self) -> None:
        from playground.accounts import limits

        limits.follow()
