"""Giving readable references, as K-2026-00421."""

from django.db.models import F

from kaveri.casebook.records.models import Series
from kaveri.foundation.base import clock
from kaveri.foundation.usecase.acting import Act


def next_reference(_act: Act, prefix: str) -> str:
    """The next reference of the series, inside the use case that needs it; no number is given twice."""
    year = clock.today().year
    Series.objects.get_or_create(prefix=prefix, year=year)
    Series.objects.filter(prefix=prefix, year=year).update(last=F("last") + 1)
    number = Series.objects.values_list("last", flat=True).get(prefix=prefix, year=year)
    return f"{prefix}-{year}-{number:05d}"
