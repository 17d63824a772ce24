"""Registration."""

from django.apps import AppConfig


class HealthChecksConfig(AppConfig):
    """Steps: health checks for unemployed people."""

    name = "kaveri.steps.health_checks"
    label = "health_checks"

    def ready(self) -> None:
        """Declare who may do what."""
        from kaveri.steps.health_checks import actions  # noqa: F401
