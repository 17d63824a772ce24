"""Registration."""

from django.apps import AppConfig


class ConsentConfig(AppConfig):
    """Casebook: what the client allows."""

    name = "kaveri.casebook.consent"
    label = "consent"
