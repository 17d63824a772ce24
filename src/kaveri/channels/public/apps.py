"""Registration."""

from django.apps import AppConfig


class PublicConfig(AppConfig):
    """Channel: pages anyone reads."""

    name = "kaveri.channels.public"
    label = "public"

    def ready(self) -> None:
        """Declare who may do what."""
        from kaveri.channels.public import actions  # noqa: F401
