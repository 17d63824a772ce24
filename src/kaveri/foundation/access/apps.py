"""Registration."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Foundation: who may do what."""

    name = "kaveri.foundation.access"
    label = "access"
