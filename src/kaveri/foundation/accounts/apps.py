"""Registration."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Foundation: people who sign in."""

    name = "kaveri.foundation.accounts"
    label = "accounts"
