"""Taking a contact on: a client, a case with its case manager, and a first meeting by a day."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from kaveri.casebook.cases.services import open_case
from kaveri.casebook.clients import selectors as clients
from kaveri.casebook.clients.services import add_client, change_client
from kaveri.casebook.contacts import selectors as contacts
from kaveri.casebook.contacts.domain import OWN_CHANNELS, Channel, ContactState
from kaveri.casebook.contacts.services import settle
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.casebook.tasks.domain import TaskKind, Told
from kaveri.casebook.tasks.services import require_next_step, set_task, tell_client
from kaveri.casebook.timeline.domain import EntryKind, Source
from kaveri.casebook.timeline.services import add_entry
from kaveri.foundation.access.sealed import unseal_from
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.referral.actions import ContactAction
from kaveri.steps.referral.domain.contacts import Manager, obstacles_to_taking_on
from kaveri.steps.referral.domain.knowing import CheckBy
from kaveri.steps.referral.models import KnownCheck
from kaveri.steps.referral.selectors.handling import colleagues, handled, unit_of
from kaveri.steps.referral.selectors.knowing import checks, earlier_of
from kaveri.steps.referral.selectors.receiving import is_away
from kaveri.steps.referral.services.offering import withdraw_offers
from kaveri.steps.referral.services.telling import tell_of_change

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case
    from kaveri.casebook.clients.models import Client
    from kaveri.casebook.contacts.models import Contact

# Whose information the sender's words are.
_SOURCES = {
    Channel.CLOSE_PERSON: Source.CLOSE_PERSON,
    Channel.SOCIAL_CARE: Source.SOCIAL_CARE,
    Channel.HEALTH_CARE: Source.HEALTH_CARE,
    Channel.OCCUPATIONAL_HEALTH: Source.HEALTH_CARE,
    Channel.PRISONER_HEALTH: Source.HEALTH_CARE,
    Channel.EMPLOYMENT_SERVICES: Source.EMPLOYMENT_SERVICES,
    Channel.MUNICIPAL_EMPLOYMENT: Source.EMPLOYMENT_SERVICES,
    Channel.KELA: Source.KELA,
    Channel.ORGANISATION: Source.ORGANISATION,
}


# Only what was said by word of mouth has been written down by a worker of ours.
_BY_WORD_OF_MOUTH = frozenset({Channel.SELF_PHONE, Channel.SELF_WALK_IN})


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOn:
    """How the contact is taken on; `goes_on` answers whether the earlier record is used."""

    first_name: str
    last_name: str
    manager_id: UUID
    first_meeting_on: dt.date
    told: Told | None = None
    goes_on: bool | None = None


def take_on_contact(
    *, actor: Actor, contact_id: UUID, version: int, how: TakenOn, sending: UUID | None = None
) -> "Case":
    """The person becomes a client: somebody is case manager from this second and meets them by a day."""
    with acting(ContactAction.TAKE_ON, actor=actor, sending=sending) as act:
        contact = act.fetch(contacts.contacts(), contact_id, version=version)
        by_code = checks(contact.id).filter(asked_by=CheckBy.CODE).first()
        found = by_code.client if by_code else None
        refuse_if(
            obstacles_to_taking_on(
                handled(contact),
                first_meeting_on=how.first_meeting_on,
                today=clock.today(),
                manager=_manager(actor, how.manager_id),
                earlier=earlier_of(contact, found),
                goes_on=how.goes_on,
            )
        )
        client = _client(act, contact, how, by_code)
        case = open_case(
            act,
            client=client,
            manager_id=how.manager_id,
            unit_id=unit_of(actor, contact),
            own_words=contact.message,
            came_by=contact.channel,
            **home_of(contact),
        )
        _carry_over(act, contact, case)
        step = set_task(
            act,
            case,
            kind=TaskKind.FIRST_MEETING,
            owner_id=how.manager_id,
            due_on=how.first_meeting_on,
            source_type="contact",
            source_id=contact.id,
        )
        withdraw_offers(act, contact)
        settle(act, contact, state=ContactState.TAKEN_ON, case=case)
        told = how.told
        if tell_of_change(contact):
            told = told or Told.RECEIPT
        if told:
            tell_client(act, step, how=told)
        require_next_step(case)
        act.record(
            case,
            subjects=[client.id],
            facts={"contact": str(contact.id), "reused": client == found},
        )
    return case


def _manager(actor: Actor, manager_id: UUID) -> Manager:
    if not colleagues(actor).filter(pk=manager_id).exists():
        return Manager.ELSEWHERE
    return Manager.AWAY if is_away(manager_id) else Manager.PRESENT


def _client(act: Act, contact: "Contact", how: TakenOn, by_code: KnownCheck | None) -> "Client":
    """The earlier record when the worker chose to go on from it, else a new one."""
    known = {
        "first_name": how.first_name.strip(),
        "last_name": how.last_name.strip(),
        "language": contact.language,
        **{
            field: getattr(contact, field)
            for field in ("phone", "email", "municipality_id", "born_on")
            if getattr(contact, field)
        },
    }
    if by_code is None:
        return add_client(act, **known, **home_of(contact))
    if how.goes_on and by_code.client is not None:
        return change_client(act, by_code.client, **known)
    code = unseal_from(by_code, "code_sealed")
    by_code.code_sealed = ""
    by_code.save(update_fields=["code_sealed"])
    holder = clients.with_code(code).first()
    if holder is None:
        return add_client(act, code=code, **known, **home_of(contact))
    # The code stands on a record that is not opened from here; only the protection follows along,
    # so that a new record never shows what the earlier one hides.
    act.concerns(holder.id)
    return add_client(act, **known, non_disclosure=holder.non_disclosure, **home_of(contact))


def _carry_over(act: Act, contact: "Contact", case: "Case") -> None:
    """What the contact said goes with the case, so that nobody has to tell it again."""
    source = _SOURCES.get(Channel(contact.channel), Source.OTHER_AUTHORITY)
    own = contact.channel in OWN_CHANNELS
    if contact.message:
        add_entry(
            act,
            case,
            kind=EntryKind.MESSAGE,
            source=Source.CLIENT if own else source,
            text=contact.message,
            in_own_words=own,
            category=Category.LIFE_SITUATION,
            at=contact.arrived_at,
            author_id=act.actor.account_id if contact.channel in _BY_WORD_OF_MOUTH else None,
        )
    for text in (contact.sending_ground, contact.tried):
        if text:
            add_entry(
                act,
                case,
                kind=EntryKind.NOTE,
                source=source,
                text=text,
                category=Category.LIFE_SITUATION,
                at=contact.arrived_at,
            )
