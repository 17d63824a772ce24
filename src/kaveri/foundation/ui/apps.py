"""Registration."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Foundation: how pages look."""

    name = "kaveri.foundation.ui"
    label = "ui"
