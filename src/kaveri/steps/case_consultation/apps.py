"""Registration."""

from django.apps import AppConfig


class CaseConsultationConfig(AppConfig):
    """Steps: asking a colleague about a client."""

    name = "kaveri.steps.case_consultation"
    label = "case_consultation"

    def ready(self) -> None:
        """Declare who may do what."""
        from kaveri.steps.case_consultation import actions  # noqa: F401
