"""Somebody may not open a case any more: they are told the day and no more, and the case is not left alone."""

import datetime as dt
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.services import close_relations, open_relation, save_case
from kaveri.casebook.tasks.actions import TaskAction
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.services import close_tasks_of, set_task
from kaveri.foundation.access import policy
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.foundation.usecase.context import told
from kaveri.steps.coordination import selectors
from kaveri.steps.coordination.actions import TELLING_ENDED, CoordinationAction
from kaveri.steps.coordination.domain import AGREE_WITHIN, ENDED_PART_DAYS
from kaveri.steps.coordination.models import EndedPart
from kaveri.steps.coordination.services.carrying import move_work, notify

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from kaveri.casebook.cases.models import Case

# What the relation of who sees to the case says as its source.
WITHOUT_GROUND = "coordination.without_ground"


def note_ended_parts(
    act: Act, case: "Case", account_ids: Iterable[UUID], *, on: dt.date | None = None
) -> None:
    """Their own day says for two weeks that their part has ended; not why, and no mail is sent."""
    day = on or clock.today()
    if day < clock.today() - dt.timedelta(days=ENDED_PART_DAYS):
        return
    with told(act.actor, TELLING_ENDED):
        EndedPart.objects.bulk_create(
            (
                EndedPart(account_id=account_id, reference=case.reference, ended_on=day)
                for account_id in set(account_ids)
            ),
            ignore_conflicts=True,
        )


def forget_ended_parts(*, actor: Actor) -> int:
    """What has been told for its time is kept no longer; how many lines they were."""
    with acting(CoordinationAction.FORGET_ENDED_PARTS, actor=actor) as act:
        act.allow()
        number, _of_each = _over(clock.today()).delete()
        act.record(facts={"number": number})
    return number


def _over(today: dt.date) -> "QuerySet[EndedPart]":
    return EndedPart.objects.filter(ended_on__lt=today - dt.timedelta(days=ENDED_PART_DAYS))


def see_that_somebody_carries(act: Act, case: "Case", *, without: Collection[UUID]) -> UUID:
    """The case manager may not open the case: somebody who may stands in, and agrees who carries on.

    The case follows to their unit, so that it rises to a manager whose workers can carry it. Where
    nobody is known, everything stays in the case manager's name and rises when its day has passed.
    """
    found = selectors.who_sees_to(case, without=without)
    if found is None:
        return case.case_manager_id
    relation = open_relation(
        act,
        RelationKind.SUBSTITUTE,
        account_id=found.id,
        case_id=case.id,
        source_type=WITHOUT_GROUND,
        source_id=case.case_manager_id,
    )
    units = people.units_of(found.id)
    if units and case.unit_id not in units:
        case.unit_id = units[0]
        save_case(case, "unit")
    set_task(
        act,
        case,
        kind=TaskKind.AGREE_WHO_CARRIES,
        owner_id=found.id,
        due_on=clock.today() + dt.timedelta(days=AGREE_WITHIN),
        source_type=WITHOUT_GROUND,
        source_id=relation.id,
    )
    move_work(act, case, from_id=case.case_manager_id, to_id=found.id)
    notify(act, found.id)
    return found.id


def carries_again(act: Act, case: "Case") -> None:
    """The case manager may open the case after all: nobody needs to see to it any more."""
    if not cases.relations().filter(case_id=case.id, source_type=WITHOUT_GROUND).exists():
        return
    manager = people.actor_of(case.case_manager)
    here = cases.cases().filter(pk=case.id)
    if policy.permitted(here, TaskAction.READ_HEAD, manager).exists():
        it_is_agreed_who_carries(act, case, to_id=case.case_manager_id)


def it_is_agreed_who_carries(act: Act, case: "Case", *, to_id: UUID) -> None:
    """There is a case manager who may open the case: whoever saw to it meanwhile has done so."""
    for relation in cases.relations().filter(case_id=case.id, source_type=WITHOUT_GROUND):
        close_tasks_of(act, relation.id)
        close_relations(act, pk=relation.id)
        if (case.id, relation.account_id) not in cases.related_accounts([case.id]):
            move_work(act, case, from_id=relation.account_id, to_id=to_id)
