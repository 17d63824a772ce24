"""Registration."""

from django.apps import AppConfig


class OtherPlansConfig(AppConfig):
    """Steps: the support plan among the client's other plans."""

    name = "kaveri.steps.other_plans"
    label = "other_plans"

    def ready(self) -> None:
        """Declare who may do what."""
        from kaveri.steps.other_plans import actions  # noqa: F401
