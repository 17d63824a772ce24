"""The manager of the unit gives what has risen to another worker, by reference only."""

from typing import TYPE_CHECKING
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.contacts import selectors as contacts
from kaveri.casebook.contacts.domain import OPEN_STATES
from kaveri.casebook.contacts.services import give_to
from kaveri.casebook.records.models import Homed
from kaveri.casebook.tasks.services import require_next_step
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import acting
from kaveri.steps.coordination import selectors
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.coordination.domain import (
    HandoverObstacle,
    obstacles_of_receiver,
)
from kaveri.steps.coordination.services.carrying import notify, take_over, withdraw_open_offer
from kaveri.steps.coordination.services.ended import it_is_agreed_who_carries

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case
    from kaveri.casebook.contacts.models import Contact


def reassign_case(
    *, actor: Actor, case_id: UUID, to_id: UUID, sending: UUID | None = None
) -> "Case":
    """A case whose case manager cannot carry it goes to another worker of the unit, days and all."""
    with acting(CoordinationAction.REASSIGN_CASE, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        refuse_if(
            ([] if case.state == CaseState.OPEN else [HandoverObstacle.CASE_NOT_OPEN])
            + _obstacles(case, case.unit_id, to_id, now_id=case.case_manager_id)
        )
        withdraw_open_offer(act, case)
        former_id = case.case_manager_id
        take_over(act, case, to_id=to_id, told=None, about_id=case.id)
        it_is_agreed_who_carries(act, case, to_id=to_id)
        notify(act, to_id)
        require_next_step(case)
        act.record(case, facts={"from": str(former_id), "to": str(to_id)})
    return case


def reassign_contact(
    *, actor: Actor, contact_id: UUID, to_id: UUID, sending: UUID | None = None
) -> "Contact":
    """A contact whose owner cannot answer goes to another worker of the unit; the day stands."""
    with acting(CoordinationAction.REASSIGN_CONTACT, actor=actor, sending=sending) as act:
        contact = act.fetch(contacts.contacts(), contact_id)
        still_open = contact.state in OPEN_STATES
        refuse_if(
            ([] if still_open else [HandoverObstacle.CASE_NOT_OPEN])
            + _obstacles(contact, contact.unit_id, to_id, now_id=contact.owner_id)
        )
        former_id = contact.owner_id
        give_to(act, contact, to_id=to_id)
        notify(act, to_id)
        act.record(contact, facts={"from": str(former_id), "to": str(to_id)})
    return contact


def _obstacles(home: Homed, unit_id: UUID, to_id: UUID, *, now_id: UUID) -> list[HandoverObstacle]:
    found = obstacles_of_receiver(selectors.receiver_facts(home, to_id, now_id=now_id))
    elsewhere = unit_id not in people.units_of(to_id)
    return found + ([HandoverObstacle.NOT_IN_UNIT] if elsewhere else [])
