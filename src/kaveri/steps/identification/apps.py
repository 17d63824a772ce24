"""Registration."""

from django.apps import AppConfig


class IdentificationConfig(AppConfig):
    """Steps: seeing the need early."""

    name = "kaveri.steps.identification"
    label = "identification"

    def ready(self) -> None:
        """Declare who may do what."""
        from kaveri.steps.identification import actions  # noqa: F401
