"""Registration."""

from django.apps import AppConfig


class PreVisitConfig(AppConfig):
    """Steps: what the doctor knows before the visit."""

    name = "kaveri.steps.pre_visit"
    label = "pre_visit"

    def ready(self) -> None:
        """Declare who may do what."""
        from kaveri.steps.pre_visit import actions  # noqa: F401
