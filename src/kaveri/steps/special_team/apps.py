"""Registration."""

from django.apps import AppConfig


class SpecialTeamConfig(AppConfig):
    """Steps: the special competence team."""

    name = "kaveri.steps.special_team"
    label = "special_team"

    def ready(self) -> None:
        """Declare who may do what."""
        from kaveri.steps.special_team import actions  # noqa: F401
