"""Registration."""

from django.apps import AppConfig


class TeamsConfig(AppConfig):
    """Steps: the team around the one who carries."""

    name = "kaveri.steps.teams"
    label = "teams"

    def ready(self) -> None:
        """Declare who may do what."""
        from kaveri.steps.teams import actions  # noqa: F401
