"""Reading referrals to the special competence team."""

from uuid import UUID

from django.db.models import QuerySet

from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.models import Account
from kaveri.steps.special_team.domain import STATEMENT, UNIT
from kaveri.steps.special_team.models import Called, SpecialReferral
from kaveri.steps.statements import selectors as statements
from kaveri.steps.statements.domain import State as StatementState


def referrals() -> QuerySet[SpecialReferral]:
    """Every referral, the newest first; narrow by permission before use."""
    return SpecialReferral.objects.select_related(
        "case__client", "case__case_manager", "sent_by", "coordinator", "turn", "follows_up"
    ).order_by("-sent_at", "-id")


def of_case(case_id: UUID) -> QuerySet[SpecialReferral]:
    """The referrals of one case."""
    return referrals().filter(case_id=case_id)


def under_way(case_id: UUID) -> SpecialReferral | None:
    """The open referral of a case."""
    return of_case(case_id).filter(closed_at=None).first()


def queue() -> QuerySet[SpecialReferral]:
    """What is open, what is due first at the top, and what has waited longest."""
    return referrals().filter(closed_at=None).order_by("due_on", "sent_at", "id")


def coordinators() -> list[Account]:
    """Those who work in the team's unit, by name."""
    unit = people.units().filter(key=UNIT).first()
    if unit is None:
        return []
    return list(people.professionals(unit_id=unit.pk).order_by("last_name", "first_name", "id"))


def called(referral_ids: list[UUID]) -> dict[UUID, list[Called]]:
    """Who is called for each of these."""
    found: dict[UUID, list[Called]] = {}
    rows = Called.objects.filter(referral_id__in=referral_ids).select_related("account")
    for row in rows.order_by("called_at", "id"):
        found.setdefault(row.referral_id, []).append(row)
    return found


def has_statement(referral: SpecialReferral) -> bool:
    """Whether the team's statement on this referral is signed."""
    found = statements.of_case(referral.case_id).filter(
        kind=STATEMENT, state=StatementState.SIGNED, asked_at__gte=referral.taken_at
    )
    return referral.taken_at is not None and found.exists()
