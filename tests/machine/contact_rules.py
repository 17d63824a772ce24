"""What can happen to a contact."""

import datetime as dt

from hypothesis import strategies as st

from kaveri.casebook.contacts.domain import WORKERS_REASONS, AttemptWay, Channel
from kaveri.casebook.directory.models import Municipality
from kaveri.casebook.tasks.domain import Told
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.steps.referral.domain.contacts import ATTEMPT_DAYS, Asked, Sent, Writer
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
from tests.machine.world import PLACE, happens, one


class ContactRules:
    """Arriving, being handled, being handed on."""

    @happens(for_other=st.booleans(), town=st.sampled_from(["abo", "abo", "abo", "reso"]))
    def somebody_asks(self, for_other, town):
        asked = Asked(
            name="Minna Rautio",
            phone="+358405550102",
            municipality_id=Municipality.objects.get(key=town).id,
            message="Jag orkar inte.",
        )
        writer = Writer(name="Maria", phone="+358405550103") if for_other else None
        self.world.carry_out(
            "contact on behalf" if writer else "contact",
            lambda: receive_contact(actor=self.world.visitor, asked=asked, writer=writer),
        )

    @happens(agrees=st.booleans())
    def a_professional_writes(self, agrees):
        asked = Asked(
            name="Elias Nygård",
            phone="+358405550104",
            municipality_id=self.world.municipality.id,
        )
        sent = Sent(channel=Channel.HEALTH_CARE, agrees=agrees, name="Sara", ground="Har sagt ja.")
        self.world.carry_out(
            "contact by a professional",
            lambda: record_contact(actor=cast.as_actor(self.world.sara), asked=asked, sent=sent),
        )

    @happens(to="unconfirmed")
    def the_person_agrees(self, contact):
        self._is_asked(contact, agrees=True)

    @happens(to="unconfirmed")
    def the_person_does_not_want(self, contact):
        self._is_asked(contact, agrees=False)

    def _is_asked(self, contact, *, agrees):
        self.world.carry_out(
            "confirm: agrees" if agrees else "confirm: does not want",
            lambda: confirm_contact(
                actor=self.world.owner(contact),
                contact_id=contact.id,
                version=contact.version,
                agrees=agrees,
                told=Told.PHONE,
            ),
        )

    @happens(to="contacts")
    def somebody_is_called_in_vain(self, contact):
        self.world.carry_out("attempt", lambda: self._call_in_vain(contact))

    def _call_in_vain(self, contact):
        return record_attempt(
            actor=self.world.owner(contact),
            contact_id=contact.id,
            how=AttemptWay.PHONE,
            at=clock.now(),
            reached=False,
        )

    @happens(to="agreed", other=PLACE, days=st.integers(0, 10), told=st.booleans())
    def a_contact_is_taken_on(self, contact, other, days, told):
        if contact.unit_id == self.world.unit.id:
            here = {worker.id for worker in self.world.there.present}
            manager_id = contact.owner_id
            if manager_id not in here and here:
                manager_id = one(self.world.there.present, other).id
        else:
            manager_id = self.world.petra.id
        how = TakenOn(
            first_name="Minna",
            last_name="Rautio",
            manager_id=manager_id,
            first_meeting_on=clock.today() + dt.timedelta(days=days),
            told=Told.PHONE if told else None,
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

    @happens(to="kept", other=PLACE)
    def a_contact_is_passed_on(self, contact, other):
        colleagues = [*self.world.there.present, self.world.petra]
        others = [worker for worker in colleagues if worker.id != contact.owner_id]
        if not others:
            return
        self.world.carry_out(
            "pass on",
            lambda: pass_on_contact(
                actor=self.world.owner(contact),
                contact_id=contact.id,
                version=contact.version,
                to_id=one(others, other).id,
                why="Bor hos er.",
            ),
        )

    @happens(to="offers", accepts=st.booleans())
    def a_colleague_who_was_asked_answers(self, offer, accepts):
        self._is_answered(offer, accepts=accepts)

    @happens(to="offers")
    def an_offer_is_accepted(self, offer):
        self._is_answered(offer, accepts=True)

    @happens(to="offers")
    def an_offer_is_declined(self, offer):
        self._is_answered(offer, accepts=False)

    def _is_answered(self, offer, *, accepts):
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

    @happens(to="agreed")
    def a_contact_is_answered_with_advice(self, contact):
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

    @happens(to="contacts", reason=st.sampled_from(WORKERS_REASONS))
    def a_contact_is_closed(self, contact, reason):
        if reason == "not_reached":
            for _day in range(ATTEMPT_DAYS):
                with clock.standing_at(self.world.now):
                    self._call_in_vain(contact)
                self.world.pass_time(1)
            contact.refresh_from_db()
        with clock.standing_at(self.world.now):
            self.world.carry_out(
                f"close: {reason}",
                lambda: close_contact(
                    actor=self.world.owner(contact),
                    contact_id=contact.id,
                    version=contact.version,
                    reason=reason,
                ),
            )
