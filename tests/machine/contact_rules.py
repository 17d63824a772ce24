"""What can happen to a contact."""

import datetime as dt

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from kaveri.casebook.contacts.domain import WORKERS_REASONS, AttemptWay, Channel, ContactState
from kaveri.casebook.directory.models import Municipality
from kaveri.casebook.tasks.domain import Told
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.steps.referral.domain.contacts import Asked, Sent, Writer
from kaveri.steps.referral.models import ContactOffer
from kaveri.steps.referral.services import (
    TakenOn,
    advise_contact,
    answer_offer,
    close_contact,
    confirm_contact,
    pass_on_contact,
    receive_contact,
    record_attempt,
    record_contact,
    take_on_contact,
)
from tests.factories import cast
from tests.machine.world import one

PLACE = st.integers(0, 1000)


def has_contacts(machine):
    return bool(machine.world.open_contacts())


def has_unconfirmed(machine):
    return any(c.state == ContactState.TO_BE_CONFIRMED for c in machine.world.open_contacts())


def has_offers(machine):
    return ContactOffer.objects.filter(answered_at=None).exists()


class ContactRules:
    """Arriving, being handled, being handed on."""

    @rule(place=PLACE, for_other=st.booleans())
    def somebody_asks(self, place, for_other):
        towns = list(Municipality.objects.order_by("key"))
        asked = Asked(
            name="Minna Rautio",
            phone="+358405550102",
            municipality_id=one(towns, 0 if place % 4 else 1).id,
            message="Jag orkar inte.",
        )
        writer = (
            Writer(name="Maria", phone="+358405550103") if for_other and place % 3 == 0 else None
        )
        with clock.standing_at(self.world.now):
            self.world.carry_out(
                "contact on behalf" if writer else "contact",
                lambda: receive_contact(actor=self.world.visitor, asked=asked, writer=writer),
            )

    @rule(place=PLACE, agrees=st.booleans())
    def a_professional_writes(self, place, agrees):
        with clock.standing_at(self.world.now):
            asked = Asked(
                name="Elias Nygård",
                phone="+358405550104",
                municipality_id=self.world.municipality.id,
            )
            sent = Sent(
                channel=Channel.HEALTH_CARE, agrees=agrees, name="Sara", ground="Har sagt ja."
            )
            self.world.carry_out(
                "contact by a professional",
                lambda: record_contact(actor=cast.as_actor(cast.sara()), asked=asked, sent=sent),
            )

    @precondition(has_unconfirmed)
    @rule(place=PLACE, agrees=st.integers(0, 4))
    def the_person_is_asked(self, place, agrees):
        with clock.standing_at(self.world.now):
            waiting = [
                c for c in self.world.open_contacts() if c.state == ContactState.TO_BE_CONFIRMED
            ]
            contact = one(waiting, place)
            if contact is not None:
                self.world.carry_out(
                    "confirm",
                    lambda: confirm_contact(
                        actor=self.world.owner(contact),
                        contact_id=contact.id,
                        version=contact.version,
                        agrees=agrees > 0,
                        told=Told.PHONE,
                    ),
                )

    @precondition(has_contacts)
    @rule(place=PLACE)
    def somebody_is_called_in_vain(self, place):
        with clock.standing_at(self.world.now):
            contact = one(self.world.open_contacts(), place)
            if contact is not None:
                self.world.carry_out(
                    "attempt",
                    lambda: record_attempt(
                        actor=self.world.owner(contact),
                        contact_id=contact.id,
                        how=AttemptWay.PHONE,
                        at=clock.now(),
                        reached=False,
                    ),
                )

    @precondition(has_contacts)
    @rule(place=PLACE, days=st.integers(0, 10))
    def a_contact_is_taken_on(self, place, days):
        with clock.standing_at(self.world.now):
            contact = one(self.world.open_contacts(), place)
            colleagues = [
                w for w in self.world.present() if w.id == getattr(contact, "owner_id", None)
            ]
            if contact is None:
                return
            manager = one(colleagues, 0) or one(self.world.present(), place)
            if manager is None:
                return
            how = TakenOn(
                first_name="Minna",
                last_name="Rautio",
                manager_id=manager.id,
                first_meeting_on=clock.today() + dt.timedelta(days=days),
                told=Told.PHONE if place % 2 else None,
            )
            self.world.carry_out(
                "take on",
                lambda: take_on_contact(
                    actor=self.world.owner(contact),
                    contact_id=contact.id,
                    version=contact.version,
                    how=how,
                ),
            )

    @precondition(has_contacts)
    @rule(place=PLACE)
    def a_contact_is_passed_on(self, place):
        with clock.standing_at(self.world.now):
            contact = one(self.world.open_contacts(), place)
            others = [
                w
                for w in [*self.world.present(), cast.petra()]
                if contact and w.id != contact.owner_id
            ]
            if contact is not None and others:
                self.world.carry_out(
                    "pass on",
                    lambda: pass_on_contact(
                        actor=self.world.owner(contact),
                        contact_id=contact.id,
                        version=contact.version,
                        to_id=one(others, place).id,
                        why="Bor hos er.",
                    ),
                )

    @precondition(has_offers)
    @rule(place=PLACE, accepts=st.booleans())
    def an_offer_is_answered(self, place, accepts):
        with clock.standing_at(self.world.now):
            offer = one(
                list(ContactOffer.objects.filter(answered_at=None).order_by("offered_at", "id")),
                place,
            )
            if offer is not None:
                receiver = Account.objects.get(pk=offer.to_id)
                self.world.carry_out(
                    "passed on: accepted" if accepts else "passed on: declined",
                    lambda: answer_offer(
                        actor=cast.as_actor(receiver),
                        offer_id=offer.id,
                        accepts=accepts,
                        reason="" if accepts else "Hör inte hit.",
                    ),
                )

    @precondition(has_contacts)
    @rule(place=PLACE)
    def a_contact_is_answered_with_advice(self, place):
        with clock.standing_at(self.world.now):
            contact = one(self.world.open_contacts(), place)
            if contact is not None and place % 2 == 0:
                self.world.carry_out(
                    "advise",
                    lambda: advise_contact(
                        actor=self.world.owner(contact),
                        contact_id=contact.id,
                        version=contact.version,
                        answer="Ring FPA.",
                        told=Told.PHONE,
                    ),
                )

    @precondition(has_contacts)
    @rule(place=PLACE, reason=st.sampled_from(WORKERS_REASONS))
    def a_contact_is_closed(self, place, reason):
        with clock.standing_at(self.world.now):
            contact = one(self.world.open_contacts(), place)
            if contact is not None and place % 2 == 0:
                self.world.carry_out(
                    f"close: {reason}",
                    lambda: close_contact(
                        actor=self.world.owner(contact),
                        contact_id=contact.id,
                        version=contact.version,
                        reason=reason,
                    ),
                )
