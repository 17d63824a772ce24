"""Registration."""

from django.apps import AppConfig


class ContactsConfig(AppConfig):
    """Casebook: somebody asks for help."""

    name = "kaveri.casebook.contacts"
    label = "contacts"
