"""The working pair: named and named off by the case manager."""

from typing import TYPE_CHECKING
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState, RelationKind
from kaveri.casebook.cases.services import close_relations, open_relation, uncover
from kaveri.casebook.tasks.services import require_next_step
from kaveri.casebook.timeline.domain import EntryKind, Source
from kaveri.casebook.timeline.services import add_entry
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.coordination import selectors
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.coordination.domain import PairObstacle, obstacles_to_pairing
from kaveri.steps.coordination.services.carrying import move_work, notify

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case, Relation


PAIR_NAMED = "coordination.pair_named"
PAIR_REMOVED = "coordination.pair_removed"


def name_pair(
    *, actor: Actor, case_id: UUID, account_id: UUID, sending: UUID | None = None
) -> "Relation":
    """A colleague shares the case; for now one who acts for the same controller and register."""
    with acting(CoordinationAction.NAME_PAIR, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        account = people.professionals().filter(pk=account_id).first()
        refuse_if(
            obstacles_to_pairing(
                is_open=case.state == CaseState.OPEN,
                is_active=account is not None,
                has_ground=selectors.has_ground(account, case),
                is_pair=selectors.pairs(case.id).filter(account_id=account_id).exists(),
                is_manager=case.case_manager_id == account_id,
            )
        )
        relation = open_relation(act, RelationKind.PAIR, account_id=account_id, case_id=case.id)
        _note(act, case, PAIR_NAMED, relation.id)
        notify(act, account_id)
        require_next_step(case)
        act.record(relation, facts={"case": str(case.id)})
    return relation


def remove_pair(
    *, actor: Actor, case_id: UUID, account_id: UUID, sending: UUID | None = None
) -> None:
    """The colleague no longer shares the case; what they had to do is the case manager's."""
    with acting(CoordinationAction.REMOVE_PAIR, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        named = selectors.pairs(case.id).filter(account_id=account_id).first()
        refuse_if([] if named else [PairObstacle.NOT_PAIR])
        part_with_pair(act, case, account_id=account_id, to_id=case.case_manager_id)
        require_next_step(case)
        act.record(named, facts={"case": str(case.id)})


def part_with_pair(act: Act, case: "Case", *, account_id: UUID, to_id: UUID) -> None:
    """The pair goes, and what they carried on the case moves with its days."""
    rows = selectors.pairs(case.id).filter(account_id=account_id)
    ids = [relation.id for relation in rows]
    close_relations(act, pk__in=ids)
    move_work(act, case, from_id=account_id, to_id=to_id)
    uncover(act, account_id=account_id, case_id=case.id)
    for pk in ids:
        _note(act, case, PAIR_REMOVED, pk)


def _note(act: Act, case: "Case", what: str, about_id: UUID) -> None:
    add_entry(
        act,
        case,
        kind=EntryKind.EVENT,
        source=Source.OWN_OBSERVATION,
        about_type=what,
        about_id=about_id,
    )
