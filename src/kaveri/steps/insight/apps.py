"""Registration."""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    """Steps: insight into one's own record."""

    name = "kaveri.steps.insight"
    label = "insight"

    def ready(self) -> None:
        """Declare who may do what."""
        from kaveri.steps.insight import actions  # noqa: F401
