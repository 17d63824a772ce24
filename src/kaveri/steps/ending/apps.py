"""Registration."""

from django.apps import AppConfig


class EndingConfig(AppConfig):
    """Steps: a good ending."""

    name = "kaveri.steps.ending"
    label = "ending"

    def ready(self) -> None:
        """Declare who may do what."""
        from kaveri.steps.ending import actions  # noqa: F401
