"""Reading cases and relations; every caller passes through a look or an act of its own."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from kaveri.casebook.cases.actions import current
from kaveri.casebook.cases.domain import ABSENCE, RelationKind, works_on
from kaveri.casebook.cases.models import Case, Relation, Responsibility
from kaveri.foundation.accounts import selectors as people


def cases() -> QuerySet[Case]:
    """Every case, with its client and case manager; narrow by permission before use."""
    return Case.objects.select_related("client", "case_manager", "unit")


def relations() -> QuerySet[Relation]:
    """Relations in force now."""
    return Relation.objects.filter(current()).select_related("account")


def relations_of(account_id: UUID | None) -> QuerySet[Relation]:
    """How this account stands to cases and contacts now; a visitor stands nowhere."""
    return relations().filter(account_id=account_id) if account_id else Relation.objects.none()


def related_accounts(case_ids: Iterable[UUID]) -> set[tuple[UUID, UUID]]:
    """Which accounts work on which cases now, as (case, account); who only reads does not count."""
    rows = Relation.objects.filter(current(), case_id__in=list(case_ids), kind__in=works_on())
    return {
        (case_id, account_id)
        for case_id, account_id in rows.values_list("case_id", "account_id")
        if case_id
    }


def stands_in_for(case_id: UUID, account_id: UUID) -> UUID | None:
    """For whom the account stands near the case, when it does so only as a substitute."""
    here = Relation.objects.filter(current(), case_id=case_id, kind__in=works_on())
    mine = list(here.filter(account_id=account_id))
    if not mine or any(row.kind != RelationKind.SUBSTITUTE for row in mine):
        return None
    sources = [row.source_id for row in mine if row.source_id and row.source_type == ABSENCE]
    away = people.every_absence().filter(pk__in=sources)
    near = dict(here.values_list("account_id", "kind"))
    found = [absence.account_id for absence in away if absence.account_id in near]
    found.sort(key=lambda who: near[who] != RelationKind.CASE_MANAGER)
    return found[0] if found else None


def has_relation(account_id: UUID, case_id: UUID, *kinds: RelationKind) -> bool:
    """Whether the account stands in one of these relations to the case now."""
    return Relation.objects.filter(
        current(), account_id=account_id, case_id=case_id, kind__in=kinds
    ).exists()


def responsibilities(case_id: UUID) -> QuerySet[Responsibility]:
    """Who has been case manager and when, newest first."""
    return (
        Responsibility.objects.filter(case_id=case_id)
        .select_related("account")
        .order_by("-from_at", "id")
    )
