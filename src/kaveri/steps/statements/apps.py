"""Registration."""

from django.apps import AppConfig


class StatementsConfig(AppConfig):
    """Steps: statements on a case."""

    name = "kaveri.steps.statements"
    label = "statements"

    def ready(self) -> None:
        """Declare who may do what."""
        from kaveri.steps.statements import actions  # noqa: F401
