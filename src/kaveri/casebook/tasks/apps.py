"""Registration."""

from django.apps import AppConfig


class TasksConfig(AppConfig):
    """Casebook: who does what next."""

    name = "kaveri.casebook.tasks"
    label = "tasks"

    def ready(self) -> None:
        """Declare who may do what."""
        from kaveri.casebook.tasks import actions  # noqa: F401
