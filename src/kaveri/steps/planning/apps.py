"""Registration."""

from django.apps import AppConfig


class PlanningConfig(AppConfig):
    """Steps: the work ability support plan."""

    name = "kaveri.steps.planning"
    label = "planning"

    def ready(self) -> None:
        """Declare who may do what."""
        from kaveri.steps.planning import actions  # noqa: F401
