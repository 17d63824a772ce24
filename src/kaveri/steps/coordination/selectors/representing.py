"""Who acts for the client in a case."""

from uuid import UUID

from django.db.models import Q, QuerySet

from kaveri.foundation.base import clock
from kaveri.steps.coordination.models import Mandate


def mandates(case_id: UUID | None = None) -> QuerySet[Mandate]:
    """Every mandate, or those of one case, the newest first; narrow by permission before use."""
    rows = Mandate.objects.select_related(
        "case", "case__client", "case__case_manager", "representative", "representative__account"
    ).order_by("-added_at", "id")
    return rows.filter(case_id=case_id) if case_id else rows


def mandates_of(case_id: UUID) -> QuerySet[Mandate]:
    """Those that hold, wait for an account or are to come: not what has ended or run out."""
    last = Q(representative__until_on=None) | Q(representative__until_on__gte=clock.today())
    return mandates(case_id).filter(last, ended_at=None)


def behind_mandate_link(fingerprint: str) -> Q:
    """The mandate a link opens: alive, and not used."""
    return Q(
        link_fingerprint=fingerprint,
        link_until__gt=clock.now(),
        representative__account=None,
        ended_at=None,
    )


def acts_already(case_id: UUID, email: str) -> bool:
    """Whether somebody with this address acts for the client in the case, or is about to."""
    return mandates_of(case_id).filter(representative__email__iexact=email).exists()
