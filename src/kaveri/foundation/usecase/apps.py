"""Registration."""

from django.apps import AppConfig


class UsecaseConfig(AppConfig):
    """Foundation: how anything is done or looked at."""

    name = "kaveri.foundation.usecase"
    label = "usecase"
