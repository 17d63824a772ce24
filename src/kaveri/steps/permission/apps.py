"""Registration."""

from django.apps import AppConfig


class PermissionConfig(AppConfig):
    """Steps: what the client allows."""

    name = "kaveri.steps.permission"
    label = "permission"

    def ready(self) -> None:
        """Declare who may do what."""
        from kaveri.steps.permission import actions  # noqa: F401
