"""Reading the timeline."""

from django.db.models import Q, QuerySet

from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.base.actor import Actor


def entries() -> QuerySet[Entry]:
    """Every entry, newest first; narrow by permission before use."""
    return Entry.objects.select_related("author").order_by("-at", "-written_at", "id")


def open_to(actor: Actor) -> Q:
    """The writer's mark "not to others" narrows: the writer, the case manager and the client still see."""
    return (
        Q(not_to_others=False)
        | Q(author_id=actor.account_id)
        | Q(case__case_manager_id=actor.account_id)
        | Q(case__client__account_id=actor.account_id, case__client__account_id__isnull=False)
    )
