"""Registration."""

from django.apps import AppConfig


class ParticipationConfig(AppConfig):
    """Steps: peer support."""

    name = "kaveri.steps.participation"
    label = "participation"

    def ready(self) -> None:
        """Declare who may do what."""
        from kaveri.steps.participation import actions  # noqa: F401
