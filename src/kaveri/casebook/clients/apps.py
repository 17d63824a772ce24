"""Registration."""

from django.apps import AppConfig


class ClientsConfig(AppConfig):
    """Casebook: the person."""

    name = "kaveri.casebook.clients"
    label = "clients"
