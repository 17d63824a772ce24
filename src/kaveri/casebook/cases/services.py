"""Opening, moving and ending a case, and opening and closing relations, inside a use case."""

import datetime as dt
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import connection
from django.db.models import F

from kaveri.casebook.cases.domain import ABSENCE, PREDECESSOR_DAYS, CaseState, RelationKind
from kaveri.casebook.cases.models import Case, Relation, Responsibility, StateChange
from kaveri.casebook.records.services import next_reference
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.models import Absence
from kaveri.foundation.base import clock
from kaveri.foundation.usecase.acting import Act

if TYPE_CHECKING:
    from kaveri.casebook.clients.models import Client


# Relations in which somebody carries work that must be done also while they are away.
_CARRYING = frozenset(
    {RelationKind.CASE_MANAGER, RelationKind.PAIR, RelationKind.COACH, RelationKind.CONTACT_OWNER}
)


def open_case(act: Act, *, client: "Client", manager_id: UUID, unit_id: UUID, **known: Any) -> Case:
    """A new period of support: the case manager from the first second, the client near it."""
    case = Case.objects.create(
        reference=next_reference(act, "K"),
        client=client,
        case_manager_id=manager_id,
        unit_id=unit_id,
        opened_at=clock.now(),
        **known,
    )
    _note_state(act, case)
    Responsibility.objects.create(case=case, account_id=manager_id, from_at=case.opened_at)
    open_relation(act, RelationKind.CASE_MANAGER, account_id=manager_id, case_id=case.id)
    if client.account_id:
        open_relation(act, RelationKind.SELF, account_id=client.account_id, case_id=case.id)
    act.concerns(client.id)
    return case


def lock_case(_act: Act, case_id: UUID) -> Case:
    """The case of a row already permitted, locked so that two use cases do not cross in it."""
    found = Case.objects.filter(pk=case_id)
    if connection.features.has_select_for_update:
        found = found.select_for_update()
    return found.get()


def change_manager(act: Act, case: Case, *, to_id: UUID) -> None:
    """One case manager goes out as the other comes in; the former one reads for 28 days.

    The case follows to a unit of the new one when the two do not share its unit.
    """
    moment, former_id = clock.now(), case.case_manager_id
    Responsibility.objects.filter(case=case, until_at=None).update(until_at=moment)
    Responsibility.objects.create(case=case, account_id=to_id, from_at=moment)
    close_relations(act, case_id=case.id, kind=RelationKind.CASE_MANAGER)
    open_relation(act, RelationKind.CASE_MANAGER, account_id=to_id, case_id=case.id)
    open_relation(
        act,
        RelationKind.PREDECESSOR,
        account_id=former_id,
        case_id=case.id,
        until_at=moment + dt.timedelta(days=PREDECESSOR_DAYS),
    )
    case.case_manager_id = to_id
    units = people.units_of(to_id)
    if units and case.unit_id not in units:
        case.unit_id = units[0]
    save_case(case, "case_manager", "unit")


def end_case(act: Act, case: Case, *, reason: str) -> None:
    """The period ends; relations that work on it close, the client's own stays."""
    case.state, case.ended_at = CaseState.ENDED, clock.now()
    save_case(case, "state", "ended_at")
    Responsibility.objects.filter(case=case, until_at=None).update(until_at=case.ended_at)
    _note_state(act, case, reason)


def reopen_case(act: Act, case: Case, *, manager_id: UUID, reason: str) -> None:
    """The same period goes on, with a case manager from the first second."""
    moment = clock.now()
    case.state, case.ended_at, case.case_manager_id = CaseState.OPEN, None, manager_id
    save_case(case, "state", "ended_at", "case_manager")
    Responsibility.objects.create(case=case, account_id=manager_id, from_at=moment)
    close_relations(act, case_id=case.id, kind=RelationKind.CASE_MANAGER)
    open_relation(act, RelationKind.CASE_MANAGER, account_id=manager_id, case_id=case.id)
    _note_state(act, case, reason)


def hand_on_ended(act: Act, case: Case, *, to_id: UUID) -> None:
    """An ended case gets another who answers for it: to keep a promise, or when the person comes back."""
    close_relations(act, case_id=case.id, kind=RelationKind.CASE_MANAGER)
    open_relation(act, RelationKind.CASE_MANAGER, account_id=to_id, case_id=case.id)
    case.case_manager_id = to_id
    save_case(case, "case_manager")


def save_case(case: Case, *fields: str) -> None:
    """Save what changed and count the version up, so that a late writer notices."""
    case.version = F("version") + 1
    case.save(update_fields=[*fields, "version"])
    case.refresh_from_db(fields=["version"])


def open_relation(
    act: Act,
    kind: RelationKind,
    *,
    account_id: UUID,
    case_id: UUID | None = None,
    contact_id: UUID | None = None,
    **known: Any,
) -> Relation:
    """Somebody comes to stand near a case or a contact; `source_*` say by which thing.

    Whoever stands in for a worker who carries it comes to stand near it too.
    """
    known.setdefault("from_at", clock.now())
    relation = Relation.objects.create(
        kind=kind, account_id=account_id, case_id=case_id, contact_id=contact_id, **known
    )
    if kind in _CARRYING and known.get("source_type") != ABSENCE:
        cover_absences(act, account_id=account_id, case_id=case_id, contact_id=contact_id)
    return relation


def cover_absences(
    act: Act, *, account_id: UUID, case_id: UUID | None = None, contact_id: UUID | None = None
) -> None:
    """Something is given to a worker who is away, or will be: the substitute can see it in that time."""
    for absence in people.absences_to_come(account_id):
        cover(act, absence, case_id=case_id, contact_id=contact_id)


def cover(
    act: Act, absence: Absence, *, case_id: UUID | None = None, contact_id: UUID | None = None
) -> None:
    """The substitute stands near one case or contact while the absence goes on."""
    which: dict[str, Any] = {
        "kind": RelationKind.SUBSTITUTE if case_id else RelationKind.CONTACT_OWNER,
        "account_id": absence.substitute_id,
        "case_id": case_id,
        "contact_id": contact_id,
        "source_type": ABSENCE,
        "source_id": absence.id,
    }
    if Relation.objects.filter(**which).exclude(until_at__lte=clock.now()).exists():
        return
    after = absence.until_on + dt.timedelta(days=1) if absence.until_on else None
    open_relation(
        act,
        from_at=max(clock.now(), clock.start_of(absence.from_on)),
        until_at=clock.start_of(after) if after else None,
        **which,
    )


def uncover(act: Act, *, account_id: UUID, case_id: UUID) -> None:
    """The worker has no part in the case any more, so nobody stands in for them there."""
    ids = [absence.id for absence in people.absences_to_come(account_id)]
    close_relations(act, source_type=ABSENCE, source_id__in=ids, case_id=case_id)


def close_relations(_act: Act, **which: Any) -> int:
    """Close the relations in force or to come that match; from the next request they are gone."""
    moment = clock.now()
    alive = Relation.objects.filter(**which).exclude(until_at__lte=moment)
    begun = alive.filter(from_at__lte=moment).update(until_at=moment)
    return begun + alive.filter(from_at__gt=moment).update(until_at=F("from_at"))


def let_relations_end(_act: Act, *, at: dt.datetime, **which: Any) -> int:
    """The relations in force that match end by themselves at this moment."""
    return Relation.objects.filter(until_at=None, **which).update(until_at=at)


def move_relations_end(_act: Act, *, at: dt.datetime, **which: Any) -> int:
    """The relations in force that match end by themselves at another moment than was said."""
    alive = Relation.objects.filter(**which).exclude(until_at__lte=clock.now())
    return alive.update(until_at=at)


def _note_state(act: Act, case: Case, reason: str = "") -> None:
    StateChange.objects.create(
        case=case, state=case.state, at=clock.now(), by_id=act.actor.account_id, reason=reason
    )


def erase_relations(_act: Act, contact_id: UUID) -> None:
    """Who stood near a contact goes when the contact is erased."""
    Relation.objects.filter(contact_id=contact_id).delete()
