"""Passing a contact on to a named receiver; the sender owns it until they accept."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from kaveri.casebook.contacts import selectors as contacts
from kaveri.casebook.contacts.domain import ContactState, next_working_day
from kaveri.casebook.contacts.services import give_to, public_holidays
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.casebook.tasks.domain import TaskKind, TaskState, Told
from kaveri.casebook.tasks.selectors import open_tasks
from kaveri.casebook.tasks.services import (
    change_task,
    close_tasks_of,
    set_task,
    tell_client,
)
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.referral.actions import ContactAction
from kaveri.steps.referral.domain.contacts import (
    ContactObstacle,
    OfferState,
    obstacles_to_answering_offer,
    obstacles_to_passing_on,
)
from kaveri.steps.referral.models import ContactOffer
from kaveri.steps.referral.selectors.handling import (
    handled,
    offers,
    open_offers,
    receivers,
    unit_of,
)
from kaveri.steps.referral.selectors.receiving import is_away
from kaveri.steps.referral.services.telling import tell_of_change

if TYPE_CHECKING:
    from kaveri.casebook.contacts.models import Contact

_SOURCE = "contact_offer"


def pass_on_contact(
    *,
    actor: Actor,
    contact_id: UUID,
    version: int,
    to_id: UUID,
    why: str,
    sending: UUID | None = None,
) -> ContactOffer:
    """The contact is offered to a named worker, who answers by a day; the sender carries it meanwhile."""
    with acting(ContactAction.PASS_ON, actor=actor, sending=sending) as act:
        contact = act.fetch(contacts.contacts(), contact_id, version=version)
        refuse_if(
            obstacles_to_passing_on(
                handled(contact),
                why=why,
                to_oneself=to_id == contact.owner_id,
                receiver_within=receivers(contact, but=None).filter(pk=to_id).exists(),
                receiver_away=is_away(to_id),
            )
        )
        offer = ContactOffer.objects.create(
            contact=contact,
            by_id=contact.owner_id,
            to_id=to_id,
            why=why.strip(),
            offered_at=clock.now(),
            **home_of(contact),
        )
        tomorrow = next_working_day(clock.today(), holidays=public_holidays(clock.today()))
        set_task(
            act,
            contact,
            kind=TaskKind.ANSWER_PASSED_ON,
            owner_id=to_id,
            # Never before the owner's own day: until the answer comes, the owner is who gets in touch.
            due_on=max(contact.due_on, tomorrow),
            category=Category.IDENTITY_CONTACT,
            source_type=_SOURCE,
            source_id=offer.id,
        )
        act.record(offer, facts={"contact": str(contact.id), "to": str(to_id)})
    return offer


def answer_offer(
    *,
    actor: Actor,
    offer_id: UUID,
    accepts: bool,
    reason: str = "",
    sending: UUID | None = None,
) -> ContactOffer:
    """The receiver takes the contact and owns it from this moment, or says why not."""
    with acting(ContactAction.ANSWER_OFFER, actor=actor, sending=sending) as act:
        offer = act.fetch(offers(), offer_id)
        contact = contacts.contacts().get(pk=offer.contact_id)
        refuse_if(
            obstacles_to_answering_offer(
                offer_state=OfferState(offer.state),
                state=ContactState(contact.state),
                accepts=accepts,
                reason=reason,
            )
        )
        _answer(offer, OfferState.ACCEPTED if accepts else OfferState.DECLINED, reason)
        close_tasks_of(act, offer.id)
        if accepts:
            # The contact is from now on counted where its owner works.
            _hand_to(act, contact, offer.to_id, unit_id=unit_of(actor, contact))
        act.record(offer, facts={"contact": str(contact.id), "accepts": accepts})
    return offer


def withdraw_offers(act: Act, contact: "Contact") -> None:
    """What was offered is no longer there to answer: the contact has been dealt with."""
    for offer in open_offers(contact.id):
        _answer(offer, OfferState.WITHDRAWN, "")
        close_tasks_of(act, offer.id, state=TaskState.DROPPED)


def move_contacts(act: Act, *, from_id: UUID, to_id: UUID) -> int:
    """Everything this worker carries of contacts goes to another: for absence and for leaving.

    Contacts keep their days; the persons are told by mail where there is an address. What was
    offered to the worker is from now on the other's to answer.
    """
    moved = 0
    to = people.accounts().get(pk=to_id)
    mine = contacts.contacts().filter(owner_id=from_id, closed_at=None).order_by("due_on", "id")
    for contact in mine:
        within = to.organisation_id == contact.controller_id and to.register == contact.register
        refuse_if([] if within else [ContactObstacle.RECEIVER_NOT_WITHIN])
        move_contact(act, contact, to_id=to_id)
        moved += 1
    for offer in open_offers().filter(to_id=from_id):
        redirect_offer(act, offer, to_id=to_id)
        moved += 1
    return moved


def move_contact(act: Act, contact: "Contact", *, to_id: UUID) -> None:
    """One contact goes to another owner; what stood offered to them is thereby accepted."""
    for offer in open_offers(contact.id).filter(to_id=to_id):
        _answer(offer, OfferState.ACCEPTED, "")
        close_tasks_of(act, offer.id)
    _hand_to(act, contact, to_id)


def redirect_offer(act: Act, offer: ContactOffer, *, to_id: UUID) -> None:
    """What was offered to one worker is from now on another's to answer."""
    if offer.contact.owner_id == to_id:
        _answer(offer, OfferState.WITHDRAWN, "")
        close_tasks_of(act, offer.id, state=TaskState.DROPPED)
        return
    offer.to_id = to_id
    offer.save(update_fields=["to"])
    for task in open_tasks().filter(source_id=offer.id):
        change_task(act, task, owner_id=to_id)


def _hand_to(act: Act, contact: "Contact", to_id: UUID, **changed: Any) -> None:
    give_to(act, contact, to_id=to_id, **changed)
    if tell_of_change(contact):
        for task in open_tasks().filter(contact_id=contact.id, kind=TaskKind.ANSWER_CONTACT):
            tell_client(act, task, how=Told.RECEIPT)


def _answer(offer: ContactOffer, state: OfferState, reason: str) -> None:
    offer.state, offer.answered_at, offer.reason = state, clock.now(), reason.strip()
    offer.save(update_fields=["state", "answered_at", "reason"])
