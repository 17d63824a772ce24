"""Reading answers about work ability."""

from django.db.models import QuerySet

from kaveri.casebook.measures.models import WorkAbility


def answers() -> QuerySet[WorkAbility]:
    """Every answering, newest first; narrow by permission before use."""
    return WorkAbility.objects.select_related("recorded_by").order_by("-answered_at", "id")
