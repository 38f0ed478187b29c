from django.apps import AppConfig


class EnvironmentsConfig(AppConfig):
    name = "playground.environments"
