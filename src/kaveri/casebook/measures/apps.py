"""Registration."""

from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    """Casebook: perceived work ability."""

    name = "kaveri.casebook.measures"
    label = "measures"

    def ready(self) -> None:
        """Declare who may do what."""
        from kaveri.casebook.measures import actions  # noqa: F401
