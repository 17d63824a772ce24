"""Registration."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Casebook: whose record it is."""

    name = "kaveri.casebook.records"
    label = "records"
