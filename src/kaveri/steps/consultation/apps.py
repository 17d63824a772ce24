"""Registration."""

from django.apps import AppConfig


class ConsultationConfig(AppConfig):
    """Steps: asking a colleague."""

    name = "kaveri.steps.consultation"
    label = "consultation"

    def ready(self) -> None:
        """Declare who may do what."""
        from kaveri.steps.consultation import actions  # noqa: F401
