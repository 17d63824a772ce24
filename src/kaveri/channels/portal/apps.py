"""Registration."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Channels: the client's own pages."""

    name = "kaveri.channels.portal"
    label = "portal"

    def ready(self) -> None:
        """Declare who may do what."""
        from kaveri.channels.portal import actions  # noqa: F401
