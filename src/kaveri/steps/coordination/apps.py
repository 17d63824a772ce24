"""Registration."""

from django.apps import AppConfig

from kaveri.foundation.careful import who_is_known


class CoordinationConfig(AppConfig):
    """Steps: one who carries."""

    name = "kaveri.steps.coordination"
    label = "coordination"

    def ready(self) -> None:
        """Declare who may do what."""
        from kaveri.steps.coordination import actions  # noqa: F401
        from kaveri.steps.coordination.selectors.around import known_near

        who_is_known(known_near)
