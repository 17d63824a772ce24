"""Registration."""

from django.apps import AppConfig


class AppointmentsConfig(AppConfig):
    """Steps: the meetings of a case."""

    name = "kaveri.steps.appointments"
    label = "appointments"

    def ready(self) -> None:
        """Declare who may do what."""
        from kaveri.steps.appointments import actions  # noqa: F401
