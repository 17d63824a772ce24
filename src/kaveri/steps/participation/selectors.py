"""Reading answers about peer support."""

from django.db.models import QuerySet

from kaveri.steps.participation.models import PeerSupport


def peer_support() -> QuerySet[PeerSupport]:
    """Every answer, newest first; narrow by permission before use."""
    return PeerSupport.objects.select_related("by").order_by("-at", "-id")
