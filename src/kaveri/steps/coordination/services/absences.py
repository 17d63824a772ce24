"""Absence and substitute: the substitute stands near everything the absent one carries."""

import datetime as dt
from typing import TYPE_CHECKING
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import ABSENCE, CaseState, RelationKind
from kaveri.casebook.cases.services import close_relations, cover
from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.domain import TaskObstacle, TaskState
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.models import Absence, Account
from kaveri.foundation.accounts.services import add_absence, finish_absence
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.coordination import selectors
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.coordination.domain import (
    AbsenceFacts,
    AbsenceObstacle,
    obstacles_to_absence,
)
from kaveri.steps.coordination.services.carrying import notify

if TYPE_CHECKING:
    pass


_CARRIES = (RelationKind.CASE_MANAGER, RelationKind.PAIR, RelationKind.COACH)


def record_absence(
    *,
    actor: Actor,
    account_id: UUID,
    substitute_id: UUID,
    from_on: dt.date,
    until_on: dt.date | None = None,
    sending: UUID | None = None,
) -> Absence:
    """A worker will be away; somebody who may see the same records answers for everything meanwhile."""
    with acting(CoordinationAction.RECORD_ABSENCE, actor=actor, sending=sending) as act:
        account = act.fetch(people.accounts(), account_id)
        facts = AbsenceFacts(from_on=from_on, until_on=until_on)
        own = selectors.absence_facts(people.absences_to_come(account.id))
        stands_in = selectors.absence_facts(people.stands_in(account.id))
        refuse_if(_obstacles(account, substitute_id, facts, own=own, stands_in=stands_in))
        absence = add_absence(
            act,
            account_id=account.id,
            substitute_id=substitute_id,
            from_on=from_on,
            until_on=until_on,
        )
        _cover_all(act, absence)
        notify(act, substitute_id)
        act.record(absence)
    return absence


def change_substitute(
    *, actor: Actor, absence_id: UUID, substitute_id: UUID, sending: UUID | None = None
) -> Absence:
    """Somebody else stands in for the rest of the absence."""
    with acting(CoordinationAction.CHANGE_SUBSTITUTE, actor=actor, sending=sending) as act:
        absence = act.fetch(Absence.objects.select_related("account"), absence_id)
        refuse_if(_over(absence))
        refuse_if(_obstacles(absence.account, substitute_id, _rest(absence), own=[], stands_in=[]))
        changed = pass_on_substitution(act, absence, to_id=substitute_id)
        act.record(changed)
    return changed


def pass_on_substitution(act: Act, absence: Absence, *, to_id: UUID) -> Absence:
    """The old substitute steps back as the new one steps in."""
    rest = _rest(absence)
    close_absence(act, absence)
    changed = add_absence(
        act,
        account_id=absence.account_id,
        substitute_id=to_id,
        from_on=rest.from_on,
        until_on=rest.until_on,
    )
    _cover_all(act, changed)
    notify(act, to_id)
    return changed


def end_absence(*, actor: Actor, absence_id: UUID, sending: UUID | None = None) -> Absence:
    """The worker is back; from the next request the substitute sees nothing of it."""
    with acting(CoordinationAction.END_ABSENCE, actor=actor, sending=sending) as act:
        absence = act.fetch(Absence.objects.all(), absence_id)
        refuse_if(_over(absence))
        close_absence(act, absence)
        act.record(absence)
    return absence


def close_absence(act: Act, absence: Absence) -> None:
    """The absence is over, and with it what it opened to the substitute."""
    finish_absence(act, absence)
    close_relations(act, source_type=ABSENCE, source_id=absence.id)


def _cover_all(act: Act, absence: Absence) -> None:
    """The substitute comes near every case and contact of the absent one, in force when the days are."""
    away = absence.account_id
    theirs = tasks.tasks().filter(owner_id=away, state=TaskState.OPEN)
    mine = cases.relations().filter(account_id=away)
    carried = set(mine.filter(kind__in=_CARRIES).values_list("case_id", flat=True))
    carried |= set(theirs.filter(case__isnull=False).values_list("case_id", flat=True))
    # Only what is owned: a contact offered to the absent one is not theirs to show.
    owned = mine.filter(kind=RelationKind.CONTACT_OWNER).exclude(source_type=ABSENCE)
    contacts = set(owned.values_list("contact_id", flat=True))
    for case in cases.cases().filter(pk__in=carried):
        act.concerns(case.client_id)
        cover(act, absence, case_id=case.id)
    for contact_id in sorted(contacts):
        cover(act, absence, contact_id=contact_id)
    _require_next_steps(carried)


def _require_next_steps(case_ids: set[UUID]) -> None:
    still_open = cases.cases().filter(pk__in=case_ids, state=CaseState.OPEN)
    answerable = dict(still_open.values_list("pk", "case_manager_id"))
    steps = tasks.next_steps(answerable)
    lost = any(step.is_fallback for step in steps.values())
    refuse_if([TaskObstacle.NO_NEXT_STEP] if lost else [])


def _obstacles(
    account: Account,
    substitute_id: UUID,
    facts: AbsenceFacts,
    *,
    own: list[AbsenceFacts],
    stands_in: list[AbsenceFacts],
) -> list[AbsenceObstacle]:
    substitute = people.professionals().filter(pk=substitute_id).first()
    same_record = substitute is not None and (
        (substitute.organisation_id, substitute.register)
        == (account.organisation_id, account.register)
    )
    return obstacles_to_absence(
        facts,
        today=clock.today(),
        own=own,
        substitutes=selectors.absence_facts(people.absences_to_come(substitute_id)),
        stands_in=stands_in,
        is_same=substitute_id == account.id,
        substitute_active=substitute is not None,
        has_ground=same_record,
    )


def _rest(absence: Absence) -> AbsenceFacts:
    return AbsenceFacts(from_on=max(absence.from_on, clock.today()), until_on=absence.until_on)


def _over(absence: Absence) -> list[AbsenceObstacle]:
    past = absence.until_on is not None and absence.until_on < clock.today()
    return [AbsenceObstacle.IS_OVER] if past or absence.ended_at else []
