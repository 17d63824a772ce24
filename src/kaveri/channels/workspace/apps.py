"""Registration."""

from django.apps import AppConfig


class WorkspaceConfig(AppConfig):
    """Channels: the workers' pages."""

    name = "kaveri.channels.workspace"
    label = "workspace"

    def ready(self) -> None:
        """Declare who may do what."""
        from kaveri.channels.workspace import actions  # noqa: F401
