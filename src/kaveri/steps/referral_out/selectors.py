"""Reading referrals out: those of a case, those under way, the one behind a link."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from kaveri.foundation.base import clock
from kaveri.steps.referral_out.domain import OPEN_STATES, fingerprint
from kaveri.steps.referral_out.models import ReferralEvent, ReferralOut


def referrals() -> QuerySet[ReferralOut]:
    """Every referral out, newest first; narrow by permission before use."""
    return ReferralOut.objects.select_related(
        "case__client", "service__organisation", "service__unit", "sender", "receiver"
    ).order_by("-sent_at", "id")


def of_case(case_id: UUID) -> QuerySet[ReferralOut]:
    """The referrals of one case."""
    return referrals().filter(case_id=case_id)


def open_referrals(case_ids: Iterable[UUID]) -> QuerySet[ReferralOut]:
    """What is still under way in these cases; for use inside a use case."""
    return referrals().filter(case_id__in=list(case_ids), state__in=sorted(OPEN_STATES))


def under_way(case_id: UUID, service_id: UUID) -> ReferralOut | None:
    """The open referral to the same service, when there is one."""
    return open_referrals([case_id]).filter(service_id=service_id).first()


def history(referral_id: UUID) -> QuerySet[ReferralEvent]:
    """What has happened in the loop, in order."""
    return (
        ReferralEvent.objects.filter(referral_id=referral_id)
        .select_related("by")
        .order_by("at", "id")
    )


def behind(secret: str) -> Q:
    """The referral a link opens: alive, and not yet at its end."""
    return Q(
        link_fingerprint=fingerprint(secret),
        link_until__gt=clock.now(),
        state__in=sorted(OPEN_STATES),
    )
