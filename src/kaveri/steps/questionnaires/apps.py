"""Registration."""

from django.apps import AppConfig


class QuestionnairesConfig(AppConfig):
    """Steps: structured questions, their answers and scores."""

    name = "kaveri.steps.questionnaires"
    label = "questionnaires"

    def ready(self) -> None:
        """Declare who may do what."""
        from kaveri.steps.questionnaires import actions  # noqa: F401
