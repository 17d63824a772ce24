"""Reading meetings."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import RelationKind, works_on
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.selectors import CaseHead, may_know_place, open_tasks
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.foundation.usecase.looking import Look
from kaveri.steps.appointments.actions import AppointmentAction
from kaveri.steps.appointments.domain import State, fingerprint
from kaveri.steps.appointments.models import Appointment, Attendee, Calendar
from kaveri.steps.coordination import selectors as coordination

if TYPE_CHECKING:
    from kaveri.casebook.tasks.models import Task

_PERSONS = frozenset({RelationKind.SELF, RelationKind.REPRESENTATIVE})
# What the list asks for besides the meetings that stand.
PAST = "past"
# How long a meeting that has been stays in a calendar.
DAYS_BACK = 60
# A meeting is the next one until it has been going on for so long.
UNDER_WAY = dt.timedelta(hours=1)
_COLUMNS = ("about", "starts_at", "way", "place")


def states_before(case_id: UUID, moment: dt.datetime) -> list[str]:
    """What came of the meetings up to this moment, the newest first."""
    rows = Appointment.objects.filter(case_id=case_id, starts_at__lte=moment)
    noted = rows.exclude(state=State.AGREED).order_by("-starts_at", "-id")
    return list(noted.values_list("state", flat=True)[:20])


def can_take_part(case_id: UUID) -> list[Account]:
    """Workers near the case and members of the network who have an account."""
    near = cases.relations().filter(case_id=case_id, kind__in=works_on() - _PERSONS)
    found = people.accounts().filter(pk__in=near.values("account_id"), is_active=True)
    return list(found.order_by("last_name", "first_name", "id"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A meeting as far as the one who looks may know it."""

    row: Appointment
    # Names of those who take part and may be known to; `hidden` says that there is somebody besides.
    names: list[str]
    hidden: bool
    shows_place: bool


def appointments(case_id: UUID | None = None) -> QuerySet[Appointment]:
    """Every meeting, or those of one case; narrow by permission before use."""
    rows = Appointment.objects.all()
    return rows.filter(case_id=case_id) if case_id else rows


def wanted(rows: QuerySet[Appointment], *, when: str, words: str) -> QuerySet[Appointment]:
    """The meetings asked for: those that stand, soonest first; what was, the latest first."""
    if words:
        rows = rows.filter(Q(about__icontains=words) | Q(others__icontains=words))
    if when == PAST:
        return rows.exclude(state=State.AGREED).order_by("-starts_at", "-id")
    return rows.filter(state=State.AGREED).order_by("starts_at", "id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """The next meeting, as a home shows it."""

    about: str
    starts_at: dt.datetime
    way: str
    place: str


def meeting_columns(look: Look) -> dict[str, Subquery]:
    """What a task tells of its meeting, to whom the meeting is shown: read with the tasks, without a question more."""
    rows = look.rows(appointments(), AppointmentAction.READ).filter(
        pk=OuterRef("source_id"), state=State.AGREED, starts_at__gte=clock.now() - UNDER_WAY
    )
    return {f"meeting_{name}": Subquery(rows.values(name)[:1]) for name in _COLUMNS}


def next_of(look: Look, head: CaseHead, tasks: "Iterable[Task]") -> Next | None:
    """The soonest meeting among tasks read with `meeting_columns`."""
    ahead = [vars(task) for task in tasks if vars(task).get("meeting_starts_at")]
    if not ahead:
        return None
    first = min(ahead, key=lambda found: found["meeting_starts_at"])
    found = {name: first[f"meeting_{name}"] for name in _COLUMNS}
    return Next(**found | {"place": found["place"] if shows_place(look, head) else ""})


def shows_place(look: Look, head: CaseHead) -> bool:
    """Whether this person may know where: of a protected client those nearest by and the client."""
    own = RelationKind.SELF in head.relations
    return own or may_know_place(head, look.actor, protected=head.non_disclosure)


def seen(look: Look, head: CaseHead, rows: Iterable[Appointment]) -> list[Seen]:
    """Each meeting with those who take part whom this person may know to stand near, and the place or not.

    Who takes part tells what being a client of theirs does: who may not know that, sees that there is somebody.
    """
    found = list(rows)
    if not found:
        return []
    taking = list(
        Attendee.objects.filter(appointment__in=[row.pk for row in found])
        .select_related("account")
        .order_by("account__last_name", "account__first_name", "account_id")
    )
    known = _known(look, head, [each.account for each in taking])
    place = shows_place(look, head)
    return [
        Seen(
            row=row,
            names=[
                each.account.full_name
                for each in taking
                if each.appointment_id == row.pk and each.account_id in known
            ],
            hidden=any(
                each.appointment_id == row.pk and each.account_id not in known for each in taking
            ),
            shows_place=place,
        )
        for row in found
    ]


def _known(look: Look, head: CaseHead, accounts: list[Account]) -> set[UUID]:
    every = {account.pk for account in accounts}
    if head.relations & _PERSONS:
        return every
    case = cases.cases().get(pk=head.case_id)
    actor = look.actor
    if (actor.organisation_id, actor.register) == (case.controller_id, case.register):
        return every
    tells = coordination.told_by(accounts)
    may_know = coordination.telling_of(case, actor, coordination.in_force(case.client_id))
    return {
        account.pk
        for account in accounts
        if account.pk in {actor.account_id, case.case_manager_id}
        or tells.get(account.pk) in may_know
    }


def calendars() -> QuerySet[Calendar]:
    """Every account's calendar, of those who may still sign in."""
    return Calendar.objects.filter(account__is_active=True).select_related("account")


def behind(secret: str) -> Calendar | None:
    """Whose calendar this address opens."""
    return calendars().filter(fingerprint=fingerprint(secret)).first()


def in_calendar(account_id: UUID) -> QuerySet[Appointment]:
    """What comes in somebody's calendar: their own meetings, those they take part in, those that are theirs to hold."""
    takes_part = Attendee.objects.filter(account_id=account_id).values("appointment_id")
    holds = open_tasks().filter(owner_id=account_id, kind=TaskKind.APPOINTMENT).values("source_id")
    since = clock.start_of(clock.today() - dt.timedelta(days=DAYS_BACK))
    return (
        Appointment.objects.filter(
            Q(case__client__account_id=account_id) | Q(pk__in=takes_part) | Q(pk__in=holds),
            starts_at__gte=since,
        )
        .select_related("case__client")
        .order_by("starts_at", "id")
    )


def to_remind(day: dt.date) -> list[Calendar]:
    """Those who wish to be reminded, have not been, and have a meeting on this day."""
    on = Appointment.objects.filter(
        state=State.AGREED,
        starts_at__gte=clock.start_of(day),
        starts_at__lt=clock.start_of(day + dt.timedelta(days=1)),
    )
    near = cases.relations().filter(account_id=OuterRef("attendees__account_id"))
    mine = on.filter(case__client__account_id=OuterRef("account_id"))
    part = on.filter(
        Exists(near.filter(case_id=OuterRef("case_id"))),
        attendees__account_id=OuterRef("account_id"),
    )
    rows = calendars().filter(Exists(mine) | Exists(part), wants_reminders=True)
    return list(rows.exclude(reminded_for=day).order_by("id"))
