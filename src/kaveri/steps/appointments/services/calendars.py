"""A person's own calendar: its address, how it is stopped, and the reminder the day before."""

import datetime as dt
import secrets
from uuid import UUID

from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.messaging import outbox
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.appointments.actions import AppointmentAction
from kaveri.steps.appointments.domain import fingerprint
from kaveri.steps.appointments.models import Calendar


def make_address(*, actor: Actor, with_place: bool = False, sending: UUID | None = None) -> str:
    """A secret address of one's own; whoever had the one before reads no more. The secret is never shown again."""
    with acting(AppointmentAction.MAKE_ADDRESS, actor=actor, sending=sending) as act:
        act.allow()
        row = _own(act)
        secret = secrets.token_urlsafe(32)
        row.fingerprint = fingerprint(secret)
        row.made_at, row.fetched_on, row.with_place = clock.now(), None, with_place
        row.version += 1
        row.save(update_fields=["fingerprint", "made_at", "fetched_on", "with_place", "version"])
        act.record(row, facts={"place": with_place})
    return secret


def stop_address(*, actor: Actor, sending: UUID | None = None) -> None:
    """The address leads nowhere from now on."""
    with acting(AppointmentAction.STOP_ADDRESS, actor=actor, sending=sending) as act:
        row = act.fetch(Calendar.objects.all(), _own(act).pk)
        row.fingerprint, row.made_at, row.fetched_on = None, None, None
        row.version += 1
        row.save(update_fields=["fingerprint", "made_at", "fetched_on", "version"])
        act.record(row)


def choose_reminders(*, actor: Actor, wanted: bool, sending: UUID | None = None) -> Calendar:
    """Whether a mail comes the day before."""
    with acting(AppointmentAction.CHOOSE_REMINDERS, actor=actor, sending=sending) as act:
        act.allow()
        row = _own(act)
        row.wants_reminders = wanted
        row.version += 1
        row.save(update_fields=["wants_reminders", "version"])
        act.record(row, facts={"wanted": wanted})
    return row


def note_fetched(*, actor: Actor, calendar_id: UUID) -> bool:
    """Whether this is the first time today that the address is read: then the log says whose meetings it was about."""
    with acting(AppointmentAction.NOTE_FETCHED, actor=actor) as act:
        row = act.fetch(Calendar.objects.all(), calendar_id)
        first = row.fetched_on != clock.today()
        row.fetched_on = clock.today()
        row.save(update_fields=["fetched_on"])
        act.record(row)
    return first


def remind(*, actor: Actor, calendar_id: UUID, day: dt.date) -> bool:
    """A mail that says nothing but that there is a time tomorrow; once for each day."""
    with acting(AppointmentAction.REMIND, actor=actor) as act:
        row = act.fetch(Calendar.objects.select_related("account"), calendar_id)
        due = row.wants_reminders and row.reminded_for != day
        if due:
            row.reminded_for = day
            row.save(update_fields=["reminded_for"])
            outbox.put(
                address=row.account.email, language=row.account.language, about=outbox.TOMORROW
            )
        act.record(row)
    return due


def _own(act: Act) -> Calendar:
    account = people.accounts().get(pk=act.actor.person_id)
    row, _made = Calendar.objects.get_or_create(account=account)
    return row
