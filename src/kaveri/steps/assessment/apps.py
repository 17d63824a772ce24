"""Registration."""

from django.apps import AppConfig


class AssessmentConfig(AppConfig):
    """Steps: mapping the situation and assessing work ability."""

    name = "kaveri.steps.assessment"
    label = "assessment"

    def ready(self) -> None:
        """Declare who may do what."""
        from kaveri.steps.assessment import actions  # noqa: F401
