"""The four fields every record carries from the first migration."""

from typing import Any

from django.db import models
from django.db.models import Q

from kaveri.casebook.records.domain import Category, Register, ServiceTask


class Homed(models.Model):
    """A record that knows whose it is: controller, register, service task, category."""

    controller = models.ForeignKey("accounts.Organisation", models.PROTECT, related_name="+")
    register = models.CharField(max_length=20)
    service_task = models.CharField(max_length=30)
    category = models.CharField(max_length=30)

    class Meta:
        """The codes are the declared ones."""

        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(register__in=[code.value for code in Register])
                & Q(service_task__in=[code.value for code in ServiceTask])
                & Q(category__in=[code.value for code in Category]),
                name="%(app_label)s_%(class)s_has_a_home",
            )
        ]


def home_of(row: Homed, category: Category | None = None) -> dict[str, Any]:
    """The same home for a new row that belongs with this one, with its own category."""
    return {
        "controller_id": row.controller_id,
        "register": row.register,
        "service_task": row.service_task,
        "category": category or row.category,
    }


class Series(models.Model):
    """The last number given in a series of readable references, as "K" of 2026."""

    prefix = models.CharField(max_length=4)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        """One series for each letter and year."""

        constraints = [models.UniqueConstraint(fields=["prefix", "year"], name="series_is_one")]
