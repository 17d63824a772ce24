"""The client's home: what happens next, my part, who takes care of it."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.selectors import CaseHead
from kaveri.channels.portal.presenters.links import LinkRow, links_of, other_case
from kaveri.channels.portal.presenters.words import Message, address, language, message_of
from kaveri.channels.portal.selectors import HomeView
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates, phones
from kaveri.steps.appointments.domain import Way
from kaveri.steps.appointments.labels import WAYS

if TYPE_CHECKING:
    from kaveri.casebook.tasks.models import Task
    from kaveri.steps.appointments.selectors import Next
    from kaveri.steps.coordination.models import Wait

DAYS_OF_A_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Who does what next, by when: said to the client."""

    who: str
    what: str
    by: dt.date
    more: str
    missing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """The two buttons, when the step can be answered."""

    accept: str
    decline: str
    version: int
    accepted: bool
    declined: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Something the client does."""

    what: str
    due_on: dt.date
    done: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What the client waits for, since when, and who keeps in touch meanwhile."""

    what: str
    since_on: dt.date
    support: str
    next_time: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """The next meeting: what about, when, how and where."""

    about: str
    day: dt.date
    time: str
    way: Any
    place: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Carer:
    """Who takes care, and who does when they are away."""

    name: str
    title: str
    since: str
    call: str
    number: str
    write: str
    deputy: str
    deputy_phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The client's home."""

    greeting: str
    acting_for: str
    has_case: bool
    is_open: bool
    ended: str
    come_back: str
    band: Band | None
    fit: Fit | None
    meeting: Meeting | None
    waits: list[Waiting]
    parts: list[Part]
    carer: Carer | None
    message: Message | None
    wish: str
    own_words: str
    voice_label: str
    # Where the plan is approved, when it waits for that.
    plan_waits: str
    # Where it is read that something one has said about the plan is answered.
    answered: str
    # Where a background for a doctor is read, when it waits for that.
    background: str
    links: list[LinkRow]
    others: list[LinkRow]


def home(view: HomeView, first_name: str) -> Home:
    """Four answers in thumb order: what happens next, my part, who, what I have told."""
    head = view.head
    greeting = _("Hello %(name)s") % {"name": first_name}
    come_back = address("public:how_to_come") or address("public:start")
    if head is None:
        return Home(
            greeting=greeting,
            acting_for="",
            has_case=False,
            is_open=False,
            ended="",
            come_back=come_back,
            band=None,
            fit=None,
            meeting=None,
            waits=[],
            parts=[],
            carer=None,
            message=None,
            wish="",
            own_words="",
            voice_label="",
            plan_waits="",
            answered="",
            background="",
            links=[],
            others=[],
        )
    own = RelationKind.SELF in head.relations
    code = language()
    return Home(
        greeting=greeting,
        acting_for=""
        if own
        else _("You act for %(name)s. You see what your authorisation covers.")
        % {"name": head.client},
        has_case=True,
        is_open=head.is_open,
        ended=_("The service ended on %(day)s.") % {"day": dates.plain_date(head.ended_on, code)}
        if head.ended_on
        else "",
        come_back=come_back,
        band=band_of(head),
        fit=_fit(view, head),
        meeting=_meeting(view.meeting, head) if view.meeting else None,
        waits=[_waiting(wait, view.contact_by.get(wait.id)) for wait in view.waits],
        parts=[_part(task) for task in view.parts] if head.is_open else [],
        carer=carer_of(head) if head.is_open else None,
        message=message_of(view.message) if view.message else None,
        wish=view.wish,
        own_words=head.own_words,
        voice_label=_("Your words")
        if own
        else _("In %(name)s's own words") % {"name": head.first_name},
        plan_waits=reverse("portal:plan_approve", args=[head.case_id, view.to_approve])
        if view.to_approve
        else "",
        answered=reverse("portal:plan_whole", args=[head.case_id]) if view.has_answers else "",
        background=reverse("pre_visit:own", args=[head.case_id, view.background])
        if view.background
        else "",
        links=links_of(view, head),
        others=[other_case(other) for other in view.others],
    )


def band_of(head: CaseHead) -> Band | None:
    """Who does what next, as the band says it."""
    step = head.step
    if step is None:
        return None
    more = ""
    if step.is_overdue:
        more = _("The day has passed. Call if you have not heard anything.")
    elif step.deputy_for:
        more = _("Stands in for %(name)s, who is away.") % {"name": step.deputy_for}
    return Band(who=step.who, what=step.what, by=step.due_on, more=more, missing=step.is_missing)


def _fit(view: HomeView, head: CaseHead) -> Fit | None:
    step = head.step
    if step is None or step.task_id is None or step.kind == TaskKind.ANSWER_MESSAGE:
        return None
    return Fit(
        accept=reverse("portal:accept_step", args=[head.case_id, step.task_id]),
        decline=reverse("portal:decline_step", args=[head.case_id, step.task_id]),
        version=view.step_version,
        accepted=view.step_fits,
        declined=_("You have said that this does not fit. You get an answer by %(day)s")
        % {"day": dates.sentence_date(view.answered_by, clock.today(), language())}
        if view.answered_by
        else "",
    )


def _part(task: "Task") -> Part:
    return Part(
        what=task.what,
        due_on=task.due_on,
        done=reverse("portal:do_part", args=[task.case_id, task.id]),
    )


def _meeting(found: "Next", head: CaseHead) -> Meeting:
    starts_at = found.starts_at.astimezone(clock.HELSINKI)
    return Meeting(
        about=found.about,
        day=starts_at.date(),
        time=dates.list_time(starts_at, language()),
        way=WAYS[Way(found.way)],
        place=found.place,
        href=address("appointments:mine", case_id=head.case_id),
    )


def _waiting(wait: "Wait", contact_by: dt.date | None) -> Waiting:
    return Waiting(
        what=wait.what,
        since_on=wait.since_on,
        support=_rhythm(wait.supporter.full_name, wait.every_days),
        next_time=_next_time(contact_by) if contact_by else "",
    )


def _next_time(contact_by: dt.date) -> str:
    today = clock.today()
    if contact_by < today:
        return _("The day has passed. Call if you have not heard anything.")
    return _("You hear from us next time by %(day)s") % {
        "day": dates.sentence_date(contact_by, today, language())
    }


def _rhythm(name: str, days: int) -> str:
    said = {"name": name, "days": days}
    if days == DAYS_OF_A_WEEK:
        return _("%(name)s gets in touch every week.") % said
    if days == 2 * DAYS_OF_A_WEEK:
        return _("%(name)s gets in touch every other week.") % said
    return (
        ngettext(
            "%(name)s gets in touch every day.", "%(name)s gets in touch every %(days)s days.", days
        )
        % said
    )


def carer_of(head: CaseHead) -> Carer:
    """Who takes care of the whole, and who does when they are away."""
    code = language()
    manager = next(
        (person for person in head.people if person.kind == RelationKind.CASE_MANAGER), None
    )
    deputy = next(
        (person for person in head.people if person.kind == RelationKind.SUBSTITUTE), None
    )
    since = dates.plain_date(manager.from_on, code) if manager else ""
    return Carer(
        name=head.manager,
        title=manager.title if manager else "",
        since=_("Takes care of your matter since %(day)s.") % {"day": since} if since else "",
        call=_tel(head.manager_phone),
        number=phones.shown_phone(head.manager_phone, code) if head.manager_phone else "",
        write=reverse("portal:messages", args=[head.case_id]),
        deputy=_("%(name)s is away. Until then you can call %(deputy)s.")
        % {"name": head.manager, "deputy": deputy.name}
        if deputy
        else "",
        deputy_phone=deputy.phone if deputy else "",
    )


def _tel(number: str) -> str:
    try:
        return f"tel:{phones.read_phone(number)}" if number else ""
    except phones.NotANumber:
        return ""
