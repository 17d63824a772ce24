"""Registration."""

from django.apps import AppConfig


class TimelineConfig(AppConfig):
    """Casebook: what happened."""

    name = "kaveri.casebook.timeline"
    label = "timeline"

    def ready(self) -> None:
        """Declare who may do what."""
        from kaveri.casebook.timeline import actions  # noqa: F401
