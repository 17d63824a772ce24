"""Receiving a contact: owner, day, task and relation in the same moment."""

import datetime as dt
from typing import Any
from uuid import UUID

import holidays

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.services import (
    close_relations,
    erase_relations,
    let_relations_end,
    open_relation,
)
from kaveri.casebook.contacts.domain import SENDER_SEES_DAYS, ContactState, answer_by
from kaveri.casebook.contacts.models import Contact, ContactAttempt
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.services import next_reference
from kaveri.casebook.tasks.domain import TaskKind, TaskState, Told
from kaveri.casebook.tasks.selectors import open_tasks
from kaveri.casebook.tasks.services import (
    change_task,
    close_task,
    erase_tasks,
    set_task,
    tell_client,
)
from kaveri.foundation.base import clock
from kaveri.foundation.usecase.acting import Act

# Tasks that are done when somebody has been helped; the others are dropped.
_ANSWERING = frozenset({TaskKind.ANSWER_CONTACT, TaskKind.CONFIRM_WISH})


def receive(act: Act, *, owner_id: UUID, told: Told | None = Told.RECEIPT, **known: Any) -> Contact:
    """A contact arrives: somebody owns it, a day stands, and its first task is set.

    `known` holds the columns of the contact, its unit and its home; `told` how the person came
    to know what happens next. A contact on behalf of somebody waits as "to be confirmed" until
    the person agrees, unless they have done so already (`confirmed_at`).
    """
    moment = clock.now()
    waits = bool(known.get("on_behalf")) and not known.get("confirmed_at")
    due_on = answer_by(clock.today(), holidays=public_holidays(clock.today()))
    contact = Contact.objects.create(
        reference=next_reference(act, "Y"),
        arrived_at=moment,
        due_on=due_on,
        owner_id=owner_id,
        state=ContactState.TO_BE_CONFIRMED if waits else ContactState.OPEN,
        category=Category.IDENTITY_CONTACT,
        **known,
    )
    open_relation(act, RelationKind.CONTACT_OWNER, account_id=owner_id, contact_id=contact.id)
    if contact.sender_id:
        open_relation(
            act, RelationKind.CONTACT_SENDER, account_id=contact.sender_id, contact_id=contact.id
        )
    task = set_task(
        act,
        contact,
        kind=TaskKind.CONFIRM_WISH if waits else TaskKind.ANSWER_CONTACT,
        owner_id=owner_id,
        due_on=due_on,
        category=Category.IDENTITY_CONTACT,
    )
    if told and not waits:
        tell_client(act, task, how=told)
    return contact


def save_contact(_act: Act, contact: Contact, **changed: Any) -> None:
    """Save what changed and count the version up, so that a late writer notices."""
    for field, value in changed.items():
        setattr(contact, field, value)
    contact.version += 1
    contact.save(update_fields=[*changed, "version"])


def settle(act: Act, contact: Contact, *, state: ContactState, **how: Any) -> None:
    """The contact has been dealt with: its tasks end, its owner steps back, its sender may still look."""
    moment = clock.now()
    save_contact(act, contact, state=state, closed_at=moment, **how)
    for task in open_tasks().filter(contact_id=contact.id):
        kept = state in (ContactState.TAKEN_ON, ContactState.ADVISED) and task.kind in _ANSWERING
        close_task(act, task, state=TaskState.DONE if kept else TaskState.DROPPED)
    close_relations(act, contact_id=contact.id, kind=RelationKind.CONTACT_OWNER)
    let_relations_end(
        act,
        at=moment + dt.timedelta(days=SENDER_SEES_DAYS),
        contact_id=contact.id,
        kind=RelationKind.CONTACT_SENDER,
    )


def give_to(act: Act, contact: Contact, *, to_id: UUID, **changed: Any) -> None:
    """Another worker owns the contact and its tasks from this moment; the days stay as they are."""
    former_id = contact.owner_id
    close_relations(act, contact_id=contact.id, kind=RelationKind.CONTACT_OWNER)
    open_relation(act, RelationKind.CONTACT_OWNER, account_id=to_id, contact_id=contact.id)
    for task in open_tasks().filter(contact_id=contact.id, owner_id=former_id):
        change_task(act, task, owner_id=to_id)
    save_contact(act, contact, owner_id=to_id, **changed)


def add_attempt(act: Act, contact: Contact, **what: Any) -> ContactAttempt:
    """A dated try to reach the person."""
    what["by_id"] = act.actor.account_id
    return ContactAttempt.objects.create(contact=contact, **what)


def public_holidays(day: dt.date) -> frozenset[dt.date]:
    """Finland's holidays of this year and the next."""
    return frozenset(holidays.country_holidays("FI", years=[day.year, day.year + 1]))


def erase(act: Act, contact: Contact) -> None:
    """The contact goes with its tries, tasks and relations; whoever calls has removed what is theirs."""
    erase_tasks(act, contact.id)
    erase_relations(act, contact.id)
    contact.attempts.all().delete()
    contact.delete()
