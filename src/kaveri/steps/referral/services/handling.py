"""Trying to reach the person, their own word, advice, and closing."""

import datetime as dt
from typing import TYPE_CHECKING
from uuid import UUID

from kaveri.casebook.contacts import selectors as contacts
from kaveri.casebook.contacts.domain import (
    AttemptWay,
    ClosingReason,
    ContactState,
    next_working_day,
)
from kaveri.casebook.contacts.services import (
    add_attempt,
    public_holidays,
    save_contact,
    settle,
)
from kaveri.casebook.records.domain import Category
from kaveri.casebook.tasks.domain import TaskKind, Told
from kaveri.casebook.tasks.selectors import open_tasks
from kaveri.casebook.tasks.services import close_task, set_task, tell_client
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.referral.actions import ContactAction
from kaveri.steps.referral.domain.contacts import (
    obstacles_to_advising,
    obstacles_to_closing,
    obstacles_to_confirming,
    obstacles_to_taking_back,
    obstacles_to_trying,
)
from kaveri.steps.referral.selectors.handling import handled
from kaveri.steps.referral.selectors.receipts import (
    contacts_with_key,
    fingerprint,
    is_writers,
    receipt_key,
)
from kaveri.steps.referral.services.offering import withdraw_offers
from kaveri.steps.referral.services.telling import tell_of_change

if TYPE_CHECKING:
    from kaveri.casebook.contacts.models import Contact, ContactAttempt


def record_attempt(
    *,
    actor: Actor,
    contact_id: UUID,
    how: AttemptWay,
    at: dt.datetime,
    reached: bool,
    note: str = "",
    sending: UUID | None = None,
) -> "ContactAttempt":
    """Somebody tried to reach the person; a missed call ends nothing."""
    with acting(ContactAction.ATTEMPT, actor=actor, sending=sending) as act:
        contact = act.fetch(contacts.contacts(), contact_id)
        refuse_if(
            obstacles_to_trying(
                handled(contact), at=at, arrived_at=contact.arrived_at, now=clock.now()
            )
        )
        attempt = add_attempt(act, contact, how=how, at=at, reached=reached, note=note.strip())
        act.record(attempt, facts={"contact": str(contact.id), "reached": reached})
    return attempt


def confirm_contact(
    *,
    actor: Actor,
    contact_id: UUID,
    version: int,
    agrees: bool,
    told: Told | None = None,
    sending: UUID | None = None,
) -> "Contact":
    """The person has been asked: they want this, and it is answered; or they do not, and it ends."""
    with acting(ContactAction.CONFIRM, actor=actor, sending=sending) as act:
        contact = act.fetch(contacts.contacts(), contact_id, version=version)
        refuse_if(obstacles_to_confirming(handled(contact)))
        if agrees:
            _agreed(act, contact, told)
            tell_of_change(contact)
        else:
            _settle_without_case(act, contact, ClosingReason.DOES_NOT_WANT)
        act.record(contact, facts={"agrees": agrees})
    return contact


def advise_contact(
    *,
    actor: Actor,
    contact_id: UUID,
    version: int,
    answer: str,
    told: Told,
    sending: UUID | None = None,
) -> "Contact":
    """The question is answered with advice, and the person has been told."""
    with acting(ContactAction.ADVISE, actor=actor, sending=sending) as act:
        contact = act.fetch(contacts.contacts(), contact_id, version=version)
        refuse_if(obstacles_to_advising(handled(contact), answer=answer))
        _tell_of_step(act, contact, told)
        withdraw_offers(act, contact)
        settle(act, contact, state=ContactState.ADVISED, answer=answer.strip())
        tell_of_change(contact)
        act.record(contact, facts={"told": told})
    return contact


def close_contact(
    *,
    actor: Actor,
    contact_id: UUID,
    version: int,
    reason: ClosingReason,
    sending: UUID | None = None,
) -> "Contact":
    """The contact ends because the person does not want it, or was not reached on several days."""
    with acting(ContactAction.CLOSE, actor=actor, sending=sending) as act:
        contact = act.fetch(contacts.contacts(), contact_id, version=version)
        refuse_if(obstacles_to_closing(handled(contact), reason=reason))
        _settle_without_case(act, contact, reason)
        act.record(contact, facts={"reason": reason})
    return contact


def take_back(*, actor: Actor, key: str, sending: UUID | None = None) -> "Contact":
    """Whoever holds the receipt takes the message back; nobody gets in touch any more."""
    with acting(ContactAction.TAKE_BACK, actor=actor, sending=sending) as act:
        with_key = contacts_with_key(key)
        contact = act.fetch(with_key, with_key.values_list("pk", flat=True).first() or _NOBODY)
        refuse_if(obstacles_to_taking_back(handled(contact), by_writer=is_writers(contact, key)))
        _settle_without_case(act, contact, ClosingReason.TAKEN_BACK)
        act.record(contact, facts={"by_writer": is_writers(contact, key)})
    return contact


# No row has this key; a receipt that is not there and one that is not yours look the same.
_NOBODY = UUID(int=0)


def _agreed(act: Act, contact: "Contact", told: Told | None) -> None:
    today = clock.today()
    due_on = contact.due_on
    if due_on < today:
        due_on = next_working_day(today, holidays=public_holidays(today))
    for task in open_tasks().filter(contact_id=contact.id, kind=TaskKind.CONFIRM_WISH):
        close_task(act, task)
    save_contact(
        act,
        contact,
        state=ContactState.OPEN,
        confirmed_at=clock.now(),
        due_on=due_on,
        receipt_fingerprint=fingerprint(receipt_key(contact.id)),
    )
    task = set_task(
        act,
        contact,
        kind=TaskKind.ANSWER_CONTACT,
        owner_id=contact.owner_id,
        due_on=due_on,
        category=Category.IDENTITY_CONTACT,
    )
    if told:
        tell_client(act, task, how=told)


def _settle_without_case(act: Act, contact: "Contact", reason: ClosingReason) -> None:
    # A person who never agreed hears nothing of what somebody else wrote.
    waits = contact.state == ContactState.TO_BE_CONFIRMED
    withdraw_offers(act, contact)
    settle(act, contact, state=ContactState.CLOSED, closing_reason=reason)
    tell_of_change(contact, person=not waits)


def _tell_of_step(act: Act, contact: "Contact", told: Told) -> None:
    for task in open_tasks().filter(contact_id=contact.id, kind=TaskKind.ANSWER_CONTACT):
        tell_client(act, task, how=told)
