"""Registration."""

from django.apps import AppConfig


class CrossingsConfig(AppConfig):
    """Steps: reaching over steps."""

    name = "kaveri.steps.crossings"
    label = "crossings"

    def ready(self) -> None:
        """Declare who may do what."""
        from kaveri.steps.crossings import actions  # noqa: F401
