"""Contacts "in this state", made the way the services make them."""

import datetime as dt
from typing import Any

from kaveri.casebook.contacts.domain import AttemptWay, Channel, Knows
from kaveri.casebook.contacts.models import Contact
from kaveri.foundation.accounts.models import Absence, Account
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import VISITOR
from kaveri.steps.referral import services
from kaveri.steps.referral.domain.contacts import Asked, Sent, Writer
from kaveri.steps.referral.models import ContactOffer
from tests.factories import cast

MINNA_BORN = dt.date(1979, 5, 4)


def five_things(**known: Any) -> Asked:
    """What Minna from Åbo writes."""
    if "municipality_id" not in known:
        known["municipality_id"] = cast.abo().id
    details = {
        "name": "Minna Rautio",
        "phone": "+358405550102",
        "email": "minna@example.org",
        "language": "sv",
        "message": "Jag orkar inte med jobbsökningen.",
        **known,
    }
    return Asked(**details)


def from_the_form(**known: Any) -> Contact:
    """Minna has written through the public form; Kerstin owns it."""
    return services.receive_contact(actor=VISITOR, asked=five_things(**known))


def by_a_sister(**known: Any) -> Contact:
    """Minna's sister has written for her; Minna is to be asked."""
    writer = Writer(name="Liisa Rautio", email="liisa@example.org", knows=Knows.KNOWS)
    return services.receive_contact(actor=VISITOR, asked=five_things(**known), writer=writer)


def sent_by_kalle(*, agrees: bool = True, **known: Any) -> Contact:
    """Kalle at Kela has sent Minna's matter."""
    sent = Sent(
        channel=Channel.KELA,
        agrees=agrees,
        name="Kalle Korhonen",
        organisation="FPA",
        ground="Samtycke 2.11.2026",
        tried="Rehabilitering 2024",
        born_on=MINNA_BORN,
    )
    return services.record_contact(
        actor=cast.as_actor(cast.kalle()), asked=five_things(**known), sent=sent
    )


def kept_by(account: Account, **known: Any) -> Contact:
    """The worker has answered the phone and keeps the contact."""
    cast.abo()
    sent = Sent(channel=Channel.SELF_PHONE, keeps=True, born_on=known.pop("born_on", None))
    return services.record_contact(
        actor=cast.as_actor(account), asked=five_things(**known), sent=sent
    )


def offered_to(account: Account, contact: Contact) -> ContactOffer:
    """The owner has asked the worker to take the contact."""
    contact.refresh_from_db()
    return services.pass_on_contact(
        actor=cast.as_actor(contact.owner),
        contact_id=contact.id,
        version=contact.version,
        to_id=account.id,
        why="Personen bor i Reso.",
    )


def away(account: Account, substitute: Account) -> Absence:
    """The worker is away today and another stands in."""
    return Absence.objects.create(
        account=account, substitute=substitute, from_on=clock.today(), until_on=clock.today()
    )


def on(contact, account=None, **known):
    """What every act of the owner is called with."""
    contact.refresh_from_db()
    return {
        "actor": cast.as_actor(account or cast.kerstin()),
        "contact_id": contact.id,
        "version": contact.version,
        **known,
    }


def tried(contact, *, days=0, reached=False):
    """Kerstin has tried to call, so many days from now."""
    with clock.standing_at(clock.now() + dt.timedelta(days=days)):
        return services.record_attempt(
            actor=cast.as_actor(cast.kerstin()),
            contact_id=contact.id,
            how=AttemptWay.PHONE,
            at=clock.now(),
            reached=reached,
        )
