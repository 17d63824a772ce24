"""From an answer to a contact in one step."""

from dataclasses import dataclass
from uuid import UUID

from kaveri.casebook.contacts.domain import Channel
from kaveri.casebook.contacts.services import receive
from kaveri.casebook.directory import selectors as directory
from kaveri.casebook.measures.domain import AskedBy
from kaveri.casebook.measures.services import add_answer
from kaveri.casebook.records.domain import Register, ServiceTask
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Denied, refuse_if
from kaveri.foundation.usecase.acting import acting
from kaveri.steps.identification.actions import IdentificationAction
from kaveri.steps.identification.domain import Asked, obstacles_to_contact

# By the kind of the organisation the worker acts for; inside the county the register decides.
_CHANNELS = {
    "employment_authority": Channel.EMPLOYMENT_SERVICES,
    "kela": Channel.KELA,
    "criminal_sanctions": Channel.CRIMINAL_SANCTIONS,
    "prisoner_health": Channel.PRISONER_HEALTH,
    "debt_counselling": Channel.DEBT_COUNSELLING,
    "education": Channel.STUDY_COUNSELLOR,
    "youth_work": Channel.YOUTH_WORK,
    "occupational_health": Channel.OCCUPATIONAL_HEALTH,
    "third_sector": Channel.ORGANISATION,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What the worker tells the person: the reference, and who gets in touch by when."""

    contact_id: UUID
    reference: str
    owner: str
    due_on: object


def make_contact(
    *,
    actor: Actor,
    asked: Asked,
    name: str,
    phone: str,
    email: str,
    municipality_id: UUID,
    language: str,
    agreed: bool,
    message: str = "",
    sending: UUID | None = None,
) -> Made:
    """The person wants to be contacted: somebody owns the contact at once, and the answer goes with it."""
    with acting(IdentificationAction.MAKE_CONTACT, actor=actor, sending=sending) as act:
        act.allow()
        municipality = directory.municipalities().filter(pk=municipality_id).first()
        if municipality is None:
            raise Denied(act.action)
        unit = municipality.receiving_unit
        owner_id = directory.worker_on_duty(unit.id)
        refuse_if(obstacles_to_contact(agreed=agreed, phone=phone, email=email, owner_id=owner_id))
        assert owner_id is not None  # noqa: S101 - refused above
        sender = people.accounts().select_related("organisation").get(pk=actor.person_id)
        contact = receive(
            act,
            owner_id=owner_id,
            channel=_channel(sender),
            unit=unit,
            controller_id=unit.organisation_id,
            register=unit.register,
            service_task=ServiceTask.WORKING_AGE,
            name=name,
            phone=phone,
            email=email,
            municipality=municipality,
            language=language,
            message=message,
            sender=sender,
            sender_name=sender.full_name,
            sender_organisation=getattr(sender.organisation, "name_sv", ""),
            sender_phone=sender.phone,
            sender_email=sender.email,
        )
        add_answer(
            act,
            contact,
            answer=asked.answer,
            score=asked.score,
            asked_by=AskedBy.PROFESSIONAL,
            language=language,
            last_work=asked.last_work,
            now_words=asked.now_words,
            wished=asked.wished,
        )
        act.record(contact, facts={"channel": contact.channel, "answer": asked.answer})
    return Made(
        contact_id=contact.id,
        reference=contact.reference,
        owner=people.accounts().get(pk=owner_id).full_name,
        due_on=contact.due_on,
    )


def _channel(sender: object) -> Channel:
    organisation = getattr(sender, "organisation", None)
    found = _CHANNELS.get(getattr(organisation, "kind", ""))
    if found:
        return found
    health = getattr(sender, "register", "") == Register.HEALTH
    return Channel.HEALTH_CARE if health else Channel.SOCIAL_CARE
