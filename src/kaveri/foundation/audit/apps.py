"""Registration."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Foundation: what was done, looked at and denied."""

    name = "kaveri.foundation.audit"
    label = "audit"
