"""Registration."""

from django.apps import AppConfig


class MessagingConfig(AppConfig):
    """Foundation: notices."""

    name = "kaveri.foundation.messaging"
    label = "messaging"
