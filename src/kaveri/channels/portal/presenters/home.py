"""The client's home: what happens next, my part, who takes care of it."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.selectors import CaseHead
from kaveri.channels.portal.presenters.words import Message, address, language, message_of
from kaveri.channels.portal.selectors import HomeView, Other
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates, phones

if TYPE_CHECKING:
    from kaveri.casebook.tasks.models import Task
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
class LinkRow:
    """A page of one's own, with its latest fact."""

    href: str
    icon: str
    name: str
    fact: str


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
            waits=[],
            parts=[],
            carer=None,
            message=None,
            wish="",
            own_words="",
            voice_label="",
            plan_waits="",
            answered="",
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
        links=_links(view, head),
        others=[_other(other) for other in view.others],
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


def _links(view: HomeView, head: CaseHead) -> list[LinkRow]:
    answer = view.answer
    score = ""
    if answer is not None:
        day = dates.plain_date(answer.answered_at.astimezone(clock.HELSINKI).date(), language())
        score = _("latest answer %(day)s") % {"day": day}
    rows = [
        LinkRow(
            href=reverse("portal:plan", args=[head.case_id]),
            icon="route",
            name=_("My plan"),
            fact=_("waits for you") if view.to_approve else _("read, comment and propose"),
        ),
        LinkRow(
            href=reverse("portal:tasks", args=[head.case_id]),
            icon="list-checks",
            name=_("My tasks"),
            fact=_("what you have promised to do"),
        ),
        LinkRow(
            href=reverse("portal:answers", args=[head.case_id]),
            icon="activity",
            name=_("My answers over time"),
            fact=_("your work ability as you have seen it"),
        ),
        LinkRow(
            href=reverse("portal:told", args=[head.case_id]),
            icon="message-circle",
            name=_("What you have told"),
            fact=score or _("your own words and answers"),
        ),
        LinkRow(
            href=reverse("portal:messages", args=[head.case_id]),
            icon="mail",
            name=_("Messages"),
            fact=_("an answer has come") if view.message else _("write and read"),
        ),
    ]
    rows.append(
        LinkRow(
            href=address("coordination:network", case_id=head.case_id),
            icon="users",
            name=_("My people"),
            fact=_("who helps you, and what each may see"),
        )
    )
    if head.is_open:
        rows.append(
            LinkRow(
                href=reverse("portal:messages", args=[head.case_id]),
                icon="users",
                name=_("Peer support"),
                fact=_("Meet somebody who has been through the same. Write to %(name)s and ask.")
                % {"name": head.manager},
            )
        )
    rows += [
        LinkRow(
            href=address("insight:log", case_id=head.case_id),
            icon="history",
            name=_("Who has looked"),
            fact=_("and the log on paper, at once"),
        ),
        LinkRow(
            href=address("insight:who_sees", case_id=head.case_id),
            icon="eye",
            name=_("Who sees what about you"),
            fact=_("how it is right now"),
        ),
    ]
    rows.append(
        LinkRow(
            href=address("permission:own", case_id=head.case_id),
            icon="handshake",
            name=_("My consents"),
            fact=_("who may tell each other about you"),
        )
    )
    if view.has_summary:
        rows.append(
            LinkRow(
                href=address("ending:summary", case_id=head.case_id),
                icon="file-text",
                name=_("Your summary"),
                fact=_("what was done and what goes on"),
            )
        )
    if head.is_open:
        rows.append(
            LinkRow(
                href=address("identification:own_answer", case_id=head.case_id),
                icon="chart-line",
                name=_("Your work ability"),
                fact=_("answer yourself"),
            )
        )
    if head.is_open:
        rows.append(
            LinkRow(
                href=address("ending:ask", case_id=head.case_id),
                icon="flag",
                name=_("I want to end the support"),
                fact=_("we talk about it first"),
            )
        )
    return rows


def _other(other: Other) -> LinkRow:
    return LinkRow(
        href=reverse("portal:home_of", args=[other.case_id]),
        icon="folder" if other.is_own else "users",
        name=_("Your earlier time with us")
        if other.is_own and not other.is_open
        else _("Your matter %(reference)s") % {"reference": other.reference}
        if other.is_own
        else _("You act for %(name)s") % {"name": other.name},
        fact=other.reference,
    )


def _tel(number: str) -> str:
    try:
        return f"tel:{phones.read_phone(number)}" if number else ""
    except phones.NotANumber:
        return ""
