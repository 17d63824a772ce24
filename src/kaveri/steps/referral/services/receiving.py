"""Receiving a contact: from the public form, and recorded by a professional."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from kaveri.casebook.contacts.domain import OWN_CHANNELS, Channel
from kaveri.casebook.contacts.services import receive, save_contact
from kaveri.casebook.records.domain import ServiceTask
from kaveri.casebook.tasks.domain import Told
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.referral.actions import ContactAction
from kaveri.steps.referral.domain.contacts import (
    Asked,
    ContactObstacle,
    Sent,
    Writer,
    obstacles_to_receiving,
)
from kaveri.steps.referral.selectors.receipts import fingerprint, receipt_key
from kaveri.steps.referral.selectors.receiving import (
    Receiving,
    may_keep,
    receiving_for,
    receiving_unit_ids,
)
from kaveri.steps.referral.services.telling import tell_of_arrival

if TYPE_CHECKING:
    from kaveri.casebook.contacts.models import Contact

_TOLD_ON_THE_SPOT = {Channel.SELF_PHONE: Told.PHONE, Channel.SELF_WALK_IN: Told.MEETING}


def receive_contact(
    *, actor: Actor, asked: Asked, writer: Writer | None = None, sending: UUID | None = None
) -> "Contact":
    """Somebody asks for help, for themself or for a close person who is then asked first."""
    with acting(ContactAction.RECEIVE, actor=actor, sending=sending) as act:
        act.allow()
        texts = [asked.name, asked.message, *([writer.name] if writer else [])]
        ways = [asked.phone, asked.email, *([writer.phone, writer.email] if writer else [])]
        refuse_if(
            obstacles_to_receiving(
                name=asked.name if writer is None else writer.name and asked.name,
                reachable=any(ways),
                texts=texts,
            )
        )
        receiving = _receiving(asked.municipality_id)
        contact = receive(
            act,
            owner_id=receiving.owner.id,
            told=Told.RECEIPT,
            channel=Channel.CLOSE_PERSON if writer else Channel.SELF_WEB,
            unit=receiving.unit,
            **_home(receiving),
            **_person(asked),
            **(_writer(writer) if writer else {}),
        )
        _give_receipt(act, contact, to_writer=writer is not None)
        tell_of_arrival(contact)
        act.record(contact, facts={"channel": contact.channel})
    return contact


def record_contact(
    *, actor: Actor, asked: Asked, sent: Sent, sending: UUID | None = None
) -> "Contact":
    """A professional writes down who needs help: by phone, on a visit, or sent from their own work."""
    with acting(ContactAction.RECORD, actor=actor, sending=sending) as act:
        act.allow()
        agrees = sent.agrees or sent.channel in OWN_CHANNELS
        receiving = _receiving(asked.municipality_id)
        texts = [asked.name, asked.message, sent.ground, sent.tried]
        refuse_if(
            [
                *obstacles_to_receiving(
                    name=asked.name,
                    reachable=bool(asked.phone or asked.email or sent.phone or sent.email),
                    texts=texts,
                ),
                *([ContactObstacle.CANNOT_KEEP] if sent.keeps and not may_keep(actor) else []),
            ]
        )
        contact = receive(
            act,
            owner_id=actor.account_id if sent.keeps and actor.account_id else receiving.owner.id,
            told=_told(asked, sent, agrees=agrees),
            channel=sent.channel,
            unit_id=_own_unit(actor) if sent.keeps else receiving.unit.id,
            **(_own_home(actor) if sent.keeps else _home(receiving)),
            **_person(asked),
            **_sender(actor, sent, owner_id=receiving.owner.id, agrees=agrees),
        )
        if agrees:
            _give_receipt(act, contact, to_writer=False)
            tell_of_arrival(contact)
        act.record(contact, facts={"channel": contact.channel, "agrees": agrees})
    return contact


def _receiving(municipality_id: UUID | None) -> Receiving:
    found = receiving_for(municipality_id)
    refuse_if([] if found else [ContactObstacle.NOBODY_RECEIVES])
    return found  # type: ignore[return-value]


def _person(asked: Asked) -> dict[str, Any]:
    return {
        "name": asked.name.strip(),
        "phone": asked.phone,
        "email": asked.email,
        "municipality_id": asked.municipality_id,
        "language": asked.language,
        "message": asked.message.strip(),
    }


def _writer(writer: Writer) -> dict[str, Any]:
    return {
        "on_behalf": True,
        "person_knows": writer.knows,
        "sender_name": writer.name.strip(),
        "sender_phone": writer.phone,
        "sender_email": writer.email,
    }


def _sender(actor: Actor, sent: Sent, *, owner_id: UUID, agrees: bool) -> dict[str, Any]:
    keeps_it = sent.keeps or owner_id == actor.account_id
    return {
        "born_on": sent.born_on,
        "on_behalf": not agrees,
        "confirmed_at": clock.now() if agrees else None,
        "sender_id": None if keeps_it else actor.account_id,
        "sender_name": sent.name.strip(),
        "sender_organisation": sent.organisation.strip(),
        "sender_phone": sent.phone,
        "sender_email": sent.email,
        "sending_ground": sent.ground.strip(),
        "tried": sent.tried.strip(),
    }


def _told(asked: Asked, sent: Sent, *, agrees: bool) -> Told | None:
    """The person knows when the worker who answers stands before them, or when a receipt is on its way."""
    if sent.keeps and sent.channel in _TOLD_ON_THE_SPOT:
        return _TOLD_ON_THE_SPOT[sent.channel]
    return Told.RECEIPT if agrees and asked.email else None


def _home(receiving: Receiving) -> dict[str, Any]:
    # The owner's register, so that whoever receives can also read.
    return {
        "controller_id": receiving.owner.organisation_id,
        "register": receiving.owner.register,
        "service_task": ServiceTask.WORKING_AGE,
    }


def _own_home(actor: Actor) -> dict[str, Any]:
    return {
        "controller_id": actor.organisation_id,
        "register": actor.register,
        "service_task": ServiceTask.WORKING_AGE,
    }


def _own_unit(actor: Actor) -> UUID:
    return min(actor.unit_ids & receiving_unit_ids())


def _give_receipt(act: Act, contact: "Contact", *, to_writer: bool) -> None:
    kept = fingerprint(receipt_key(contact.id, of_writer=to_writer))
    save_contact(
        act, contact, **{"sender_fingerprint" if to_writer else "receipt_fingerprint": kept}
    )
