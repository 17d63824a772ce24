"""Registration."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """Casebook: services and where they are."""

    name = "kaveri.casebook.directory"
    label = "directory"

    def ready(self) -> None:
        """Declare who may do what."""
        from kaveri.casebook.directory import actions  # noqa: F401
