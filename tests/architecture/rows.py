"""Checks over the tables: keys, foreign keys, homes."""

from collections.abc import Iterable

from django.db import models

# What a row hangs on when it is about somebody.
ABOUT_SOMEBODY = ("cases.Case", "clients.Client", "contacts.Contact")


def without_uuid(tables: Iterable[type[models.Model]]) -> list[str]:
    """Tables whose key can be guessed or counted."""
    return [
        table._meta.label
        for table in tables
        if not isinstance(_root(table._meta.pk), models.UUIDField)
    ]


def _root(field: models.Field) -> models.Field:
    while field.remote_field is not None:
        field = field.target_field
    return field


def deleting(tables: Iterable[type[models.Model]]) -> list[str]:
    """Foreign keys that let a row go because another went."""
    return [
        f"{table._meta.label}.{field.name}"
        for table in tables
        for field in table._meta.get_fields()
        if isinstance(field, models.ForeignKey)
        and field.remote_field.on_delete is not models.PROTECT
    ]


def homeless(tables: Iterable[type[models.Model]], home: type[models.Model]) -> list[str]:
    """Tables about somebody whose rows do not know whose record they are."""
    return [
        table._meta.label
        for table in tables
        if not issubclass(table, home)
        and any(
            isinstance(field, models.ForeignKey)
            and field.related_model._meta.label in ABOUT_SOMEBODY
            for field in table._meta.get_fields()
        )
    ]


def worded(tables: Iterable[type[models.Model]]) -> list[str]:
    """Fields whose words would need a migration to change."""
    return [
        f"{table._meta.label}.{field.name}"
        for table in tables
        for field in table._meta.get_fields()
        if getattr(field, "choices", None)
    ]
