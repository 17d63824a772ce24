"""Registration."""

from django.apps import AppConfig


class CoordinationConfig(AppConfig):
    """Steps: one who carries."""

    name = "kaveri.steps.coordination"
    label = "coordination"

    def ready(self) -> None:
        """Declare who may do what."""
        from kaveri.steps.coordination import actions  # noqa: F401
