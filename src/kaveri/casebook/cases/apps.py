"""Registration."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Casebook: one period of support."""

    name = "kaveri.casebook.cases"
    label = "cases"
