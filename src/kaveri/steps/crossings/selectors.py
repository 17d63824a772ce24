"""Everything a worker carries, by reference; and what is known of a person from before."""

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count, QuerySet
from django.utils.translation import get_language

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState, RelationKind
from kaveri.casebook.contacts import selectors as contacts
from kaveri.casebook.contacts.domain import OPEN_STATES
from kaveri.casebook.directory import selectors as directory
from kaveri.casebook.measures.selectors import answers
from kaveri.casebook.tasks import selectors as tasks
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.ui import dates
from kaveri.steps.assessment.selectors import any_statement, what_was_said
from kaveri.steps.coordination import selectors as coordination
from kaveri.steps.coordination.domain import HandoverState
from kaveri.steps.crossings.domain import Burden, Carried
from kaveri.steps.referral.selectors.handling import open_offers

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case
    from kaveri.casebook.measures.models import WorkAbility
    from kaveri.steps.assessment.models import Statement


def burdens(account_id: UUID) -> list[Burden]:
    """What would be left behind if this worker went now."""
    return [
        *_cases(account_id),
        *_contacts(account_id),
        *_pairs(account_id),
        *_tasks(account_id),
        *_promises(account_id),
        *_substitutions(account_id),
        *_offers(account_id),
        *_contact_offers(account_id),
        *_turns(account_id),
        *_absences(account_id),
    ]


def _counts(account_id: UUID, key: str) -> dict[UUID, int]:
    rows = tasks.open_tasks().filter(owner_id=account_id).order_by()
    return {row[key]: row["n"] for row in rows.values(key).annotate(n=Count("pk")) if row[key]}


def _cases(account_id: UUID) -> list[Burden]:
    counts = _counts(account_id, "case_id")
    rows = cases.cases().filter(case_manager_id=account_id, state=CaseState.OPEN)
    return [
        Burden(kind=Carried.CASE, id=row.id, reference=row.reference, tasks=counts.get(row.id, 0))
        for row in rows.order_by("reference")
    ]


def _contacts(account_id: UUID) -> list[Burden]:
    counts = _counts(account_id, "contact_id")
    rows = contacts.contacts().filter(owner_id=account_id, state__in=OPEN_STATES)
    return [
        Burden(
            kind=Carried.CONTACT, id=row.id, reference=row.reference, tasks=counts.get(row.id, 0)
        )
        for row in rows.order_by("reference")
    ]


def _pairs(account_id: UUID) -> list[Burden]:
    counts = _counts(account_id, "case_id")
    rows = cases.relations().filter(
        account_id=account_id, kind=RelationKind.PAIR, case__state=CaseState.OPEN
    )
    return [
        Burden(
            kind=Carried.PAIR,
            id=row.case_id,
            reference=row.case.reference,
            tasks=counts.get(row.case_id, 0),
        )
        for row in rows.select_related("case").order_by("case__reference")
        if row.case is not None and row.case_id is not None
    ]


def _tasks(account_id: UUID) -> list[Burden]:
    """Cases in which the worker has something to do without being case manager or pair."""
    counts = _counts(account_id, "case_id")
    apart = (*_cases(account_id), *_pairs(account_id), *_promises(account_id))
    known = {burden.id for burden in apart}
    rows = cases.cases().filter(pk__in=counts.keys() - known).order_by("reference")
    return [
        Burden(kind=Carried.TASKS, id=row.id, reference=row.reference, tasks=counts[row.id])
        for row in rows
    ]


def _promises(account_id: UUID) -> list[Burden]:
    """Ended cases of the worker in which somebody is still promised a contact."""
    counts = _counts(account_id, "case_id")
    rows = cases.cases().filter(
        case_manager_id=account_id, state=CaseState.ENDED, pk__in=counts.keys()
    )
    return [
        Burden(kind=Carried.PROMISE, id=row.id, reference=row.reference, tasks=counts[row.id])
        for row in rows.order_by("reference")
    ]


def _substitutions(account_id: UUID) -> list[Burden]:
    return [
        Burden(kind=Carried.SUBSTITUTION, id=row.id, reference=row.account.full_name)
        for row in people.stands_in(account_id)
    ]


def _offers(account_id: UUID) -> list[Burden]:
    rows = coordination.handovers().filter(to_account_id=account_id, state=HandoverState.OFFERED)
    return [Burden(kind=Carried.OFFER, id=row.id, reference=row.case.reference) for row in rows]


def _contact_offers(account_id: UUID) -> list[Burden]:
    rows = open_offers().filter(to_id=account_id).select_related("contact")
    return [
        Burden(kind=Carried.CONTACT_OFFER, id=row.id, reference=row.contact.reference)
        for row in rows
    ]


def _turns(account_id: UUID) -> list[Burden]:
    return [
        Burden(
            kind=Carried.DUTY,
            id=row.id,
            reference=getattr(row.unit, f"name_{dates.known_language(get_language())}"),
        )
        for row in directory.duty_turns(account_id)
    ]


def _absences(account_id: UUID) -> list[Burden]:
    return [
        Burden(kind=Carried.ABSENCE, id=row.id, reference="")
        for row in people.absences_to_come(account_id)
    ]


def earlier_cases(case: "Case") -> QuerySet["Case"]:
    """The person's ended cases in the same record: same controller, same register."""
    return (
        cases.cases()
        .filter(
            client_id=case.client_id,
            state=CaseState.ENDED,
            controller_id=case.controller_id,
            register=case.register,
        )
        .exclude(pk=case.pk)
        .order_by("-ended_at")
    )


def earlier_statements(client_id: UUID, case_id: UUID) -> QuerySet["Statement"]:
    """What was known in the person's other cases, in its newest wording."""
    return (
        any_statement()
        .filter(case__client_id=client_id, replaced_by=None)
        .exclude(case_id=case_id)
        .order_by("-said_on", "-written_at", "id")
    )


def earlier_answers(client_id: UUID, case_id: UUID) -> QuerySet["WorkAbility"]:
    """What the person answered about work ability in their other cases."""
    return answers().filter(case__client_id=client_id).exclude(case_id=case_id)


def carried_over(
    case_id: UUID, said: "Iterable[Statement]", measured: "Iterable[WorkAbility]"
) -> set[UUID]:
    """Which of these earlier rows stand in this case already, in the same words and of the same day."""
    here = {what_was_said(row) for row in any_statement().filter(case_id=case_id)}
    answered = {(row.answered_at, row.answer) for row in answers().filter(case_id=case_id)}
    found = {row.id for row in said if what_was_said(row) in here}
    return found | {row.id for row in measured if (row.answered_at, row.answer) in answered}
