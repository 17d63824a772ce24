"""My day: a sentence that sums it up, then what hurts the client first."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeGuard

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kaveri.casebook.contacts.domain import ContactState
from kaveri.casebook.contacts.labels import CHANNELS, CONTACT_STATES
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.labels import step_words
from kaveri.channels.workspace.domain import URGENT, Harm, Row
from kaveri.channels.workspace.labels import HARM_ICONS, HARMS
from kaveri.channels.workspace.presenters.caseload import (
    Bar,
    bars_of,
    facts_of,
    risen_words,
    statement_words,
    unseen_words,
)
from kaveri.channels.workspace.presenters.offers import Offer, offers
from kaveri.channels.workspace.presenters.plan import (
    PlanRow,
    ToAgree,
    plan_rows,
    to_agree,
    to_answer,
    to_confirm,
)
from kaveri.channels.workspace.presenters.words import (
    about_person,
    address,
    day_in_list,
    in_days,
    language,
    one_stop,
    shortened,
    since_words,
    week_line,
)
from kaveri.channels.workspace.selectors.my_day import Day
from kaveri.foundation.ui import dates

if TYPE_CHECKING:
    from kaveri.casebook.contacts.models import Contact
    from kaveri.casebook.tasks.models import Task

# Rows whose own sentence says what is the matter.
_SAID_BY_THE_ROW = frozenset({Harm.NOBODY_RESPONSIBLE, Harm.WITHOUT_CONTACT})
MOST_FIRST, MOST_STEPS, MOST_CONTACTS = 12, 8, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkRow:
    """One row of what comes first."""

    kind: str
    icon: str
    reason: Any
    since: str
    name: str
    href: str
    about: str
    why: str
    said: str
    said_language: str
    words: str
    verb: str
    verb_href: str
    filled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRow:
    """A new contact by the day it is to be answered."""

    name: str
    href: str
    note: str
    came_from: Any
    arrived_at: dt.datetime
    due: str
    due_kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """One of my next steps, and whether the client knows of it."""

    due_on: dt.date
    name: str
    href: str
    what: str
    words_language: str
    knows: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MyDay:
    """The page."""

    above: str
    summary: str
    # What has risen to a manager, and where it stands.
    risen: str
    risen_href: str
    unseen: str
    first: list[WorkRow]
    more: str
    more_href: str
    calm: str
    calm_step: StepRow | None
    contacts: list[ContactRow]
    contacts_note: str
    contacts_href: str
    steps: list[StepRow]
    steps_note: str
    offers: list[Offer]
    ended: list[str]
    plans: list[PlanRow]
    plans_more: str
    to_agree: list[ToAgree]
    to_confirm: list[ToAgree]
    to_answer: list[ToAgree]
    referrals: str
    referrals_href: str
    statements: str
    statements_href: str
    bars: list[Bar]
    bars_width: int
    caseload: str
    facts: list[tuple[str, str, str]]
    cases_href: str
    new_contact: str


def my_day(day: Day, account_id: Any) -> MyDay:
    """Everything a worker carries, as it is read from the top."""
    rows = [_work(row, day) for row in day.first]
    steps = _steps(day, account_id)
    bars = bars_of(day)
    plans, plans_more = plan_rows(day)
    carried = len(day.steps)
    return MyDay(
        above=week_line(day.today),
        summary=_summary(day),
        risen=risen_words(day.risen),
        risen_href=address("coordination:risen"),
        unseen=unseen_words(day.unseen),
        first=rows[:MOST_FIRST],
        more=ngettext("%(number)d more", "%(number)d more", len(rows) - MOST_FIRST)
        % {"number": len(rows) - MOST_FIRST}
        if len(rows) > MOST_FIRST
        else "",
        more_href=address("workspace:cases"),
        calm=_calm(steps, day),
        calm_step=steps[0] if steps else None,
        contacts=[
            _contact(contact, day) for contact in list(day.contacts.values())[:MOST_CONTACTS]
        ],
        contacts_note=_("All %(number)d") % {"number": len(day.contacts)},
        contacts_href=address("referral:inbox"),
        steps=steps[:MOST_STEPS],
        steps_note=_this_week(steps, day.today),
        offers=offers(day),
        ended=[
            _("Your part of %(reference)s ended on %(day)s.")
            % {"reference": row.reference, "day": dates.plain_date(row.ended_on, language())}
            for row in day.ended
        ],
        plans=plans,
        plans_more=plans_more,
        to_agree=to_agree(day),
        to_confirm=to_confirm(day),
        to_answer=to_answer(day),
        referrals=ngettext(
            "%(number)d referral to you is under way",
            "%(number)d referrals to you are under way",
            len(day.referrals),
        )
        % {"number": len(day.referrals)}
        if day.referrals
        else "",
        referrals_href=address("referral_out:mine"),
        statements=statement_words(*day.statements, day.today),
        statements_href=address("statements:to_write"),
        bars=bars,
        bars_width=max(len(bars) * 10, 120),
        caseload=ngettext("My %(number)d case", "My %(number)d cases", carried)
        % {"number": carried},
        facts=facts_of(day, bars),
        cases_href=address("workspace:cases"),
        new_contact=address("workspace:search"),
    )


def _summary(day: Day) -> str:
    harmed = sum(row.harm in URGENT for row in day.first)
    today = sum(contact.due_on <= day.today for contact in day.contacts.values())
    unaware = sum(row.harm is Harm.DOES_NOT_KNOW for row in day.first)
    sentences = []
    if harmed:
        sentences.append(
            ngettext(
                "%(number)d person may be harmed by waiting longer.",
                "%(number)d people may be harmed by waiting longer.",
                harmed,
            )
            % {"number": harmed}
        )
    if today:
        sentences.append(
            ngettext(
                "%(number)d contact should be answered today.",
                "%(number)d contacts should be answered today.",
                today,
            )
            % {"number": today}
        )
    if unaware and not harmed:
        sentences.append(
            ngettext(
                "%(number)d person does not know what happens next.",
                "%(number)d people do not know what happens next.",
                unaware,
            )
            % {"number": unaware}
        )
    if day.first and not sentences:
        # What stands first must not be denied by the sentence over it.
        return _("Nobody is harmed today, but somebody waits for an answer.")
    if day.risen and not sentences:
        return _("Nobody waits for an answer of yours today, but steps in your units are late.")
    return " ".join(sentences) or str(_("Nobody is left waiting today."))


def _calm(steps: list[StepRow], day: Day) -> str:
    """The good empty: nothing is urgent, and what comes next."""
    if not steps:
        return _("Nothing is urgent.") if day.steps else ""
    first = steps[0]
    return _("Nothing is urgent. Next is %(name)s, %(day)s:") % {
        "name": first.name,
        "day": day_in_list(first.due_on),
    }


def _work(row: Row, day: Day) -> WorkRow:
    if row.facts.is_contact:
        return _unanswered_contact(row, day)
    case = day.cases[row.about_id]
    task = day.tasks.get(row.facts.task_id) if row.facts.task_id else None
    line = day.lines.get(row.about_id)
    who = line.who if line and (task is None or line.task_id == task.id) else ""
    who = who or (task.owner.full_name if task else "")
    verb, href = _verb(row)
    return WorkRow(
        kind="danger" if row.harm in URGENT else "warning",
        icon=HARM_ICONS[row.harm],
        reason=HARMS[row.harm],
        since=_since(row, day),
        name=case.client.full_name,
        href=address("workspace:case", case_id=case.id),
        about=about_person(case.client.born_on, case.client.language, case.client.interpreter),
        why=_why(row, who, task, line.due_on if line else None),
        said=task.what if _quotes(task, row) else "",
        said_language=case.client.language,
        words="",
        verb=verb,
        verb_href=href or address("workspace:case", case_id=case.id),
        filled=row.harm in URGENT,
    )


def _since(row: Row, day: Day) -> str:
    if row.since is None:
        return ""
    if row.harm in {Harm.UNDONE, Harm.DOES_NOT_KNOW}:
        return since_words(row.since)
    return in_days(row.days(day.today))


def _why(row: Row, who: str, task: "Task | None", due_on: dt.date | None) -> str:
    what = step_words(task.kind, "").rstrip(".") if task else ""
    words = {"who": who, "what": what, "day": day_in_list(due_on) if due_on else ""}
    if row.harm is Harm.NOBODY_RESPONSIBLE:
        return _("Nobody has the next step. %(who)s answers until somebody takes it.") % words
    if row.harm is Harm.WITHOUT_CONTACT:
        return _("Waits, and the agreed day of contact has passed. %(who)s keeps contact.") % words
    if row.harm is Harm.DOES_NOT_KNOW and _quotes(task, row):
        return one_stop(_("Nobody has told it yet. %(who)s does this by %(day)s:") % words)
    if row.harm is Harm.DOES_NOT_KNOW:
        return one_stop(_("%(who)s %(what)s, by %(day)s. Nobody has told it yet.") % words)
    if _quotes(task, row):
        return _("%(who)s was to do this:") % words
    return _("%(who)s %(what)s.") % words


def _quotes(task: "Task | None", row: Row) -> TypeGuard["Task"]:
    """Whether the row quotes what somebody wrote for the client to read."""
    return bool(task and task.what) and row.harm not in _SAID_BY_THE_ROW


def _verb(row: Row) -> tuple[str, str]:
    case_id, task_id = row.about_id, row.facts.task_id
    match row.harm:
        case Harm.WITHOUT_CONTACT:
            return _("Note a contact"), address("coordination:keep_contact", case_id=case_id)
        case Harm.NOBODY_RESPONSIBLE:
            return _("Give a next step"), address("coordination:step_new", case_id=case_id)
        case Harm.DOES_NOT_KNOW:
            return _("Tell"), address("coordination:step_tell", task_id=task_id)
        case Harm.UNANSWERED_REFERRAL:
            return _("Ask for the answer"), address("referral_out:of_case", case_id=case_id)
        case Harm.UNANSWERED:
            about_plan = row.facts.kind == TaskKind.ANSWER_REMARK
            page = "planning:plan" if about_plan else "workspace:message_write"
            return _("Answer"), address(page, case_id=case_id)
    return _("Do or change"), address("coordination:step_done", task_id=task_id)


def _unanswered_contact(row: Row, day: Day) -> WorkRow:
    contact = day.contacts[row.about_id]
    return WorkRow(
        kind="warning",
        icon=HARM_ICONS[row.harm],
        reason=HARMS[row.harm],
        since=in_days(row.days(day.today)),
        name=contact.name,
        href=address("referral:contact", contact_id=contact.id),
        about=about_person(contact.born_on, contact.language, ""),
        why="" if contact.message else _came(contact),
        said="",
        said_language="",
        words=shortened(contact.message),
        verb=_("Answer"),
        verb_href=address("referral:contact", contact_id=contact.id),
        filled=False,
    )


def _contact(contact: "Contact", day: Day) -> ContactRow:
    left = (contact.due_on - day.today).days
    unsure = contact.state == ContactState.TO_BE_CONFIRMED
    return ContactRow(
        name=contact.name,
        href=address("referral:contact", contact_id=contact.id),
        note=str(CONTACT_STATES[ContactState.TO_BE_CONFIRMED]) if unsure else "",
        came_from=CHANNELS.get(contact.channel, contact.channel),  # type: ignore[call-overload]
        arrived_at=contact.arrived_at,
        due=day_in_list(contact.due_on),
        due_kind="danger" if left < 0 else "warning" if left == 0 else "neutral",
    )


def _came(contact: "Contact") -> str:
    channel = CHANNELS.get(contact.channel, contact.channel)  # type: ignore[call-overload]
    return _("Came by: %(channel)s.") % {"channel": channel}


def _steps(day: Day, account_id: Any) -> list[StepRow]:
    """What lies ahead: each open step of mine, also behind one that is late, and what I stand in for."""
    stands_in = {line.task_id for line in day.lines.values() if line.who_id == account_id}
    mine = [
        (task, task.case)
        for task in day.tasks.values()
        if task.case and not task.client_part and task.due_on >= day.today
        if task.owner_id == account_id or task.id in stands_in
    ]
    mine.sort(key=lambda pair: (pair[0].due_on, pair[0].made_at, pair[0].id))
    return [
        StepRow(
            due_on=task.due_on,
            name=case.client.full_name,
            href=address("workspace:case", case_id=case.id),
            what=step_words(task.kind, task.what),
            words_language=case.client.language if task.what else "",
            knows=task.told_on is not None,  # type: ignore[attr-defined]
        )
        for task, case in mine
    ]


def _this_week(steps: list[StepRow], today: dt.date) -> str:
    last = today + dt.timedelta(days=6 - today.weekday())
    number = sum(step.due_on <= last for step in steps)
    if not number:
        return ""
    return ngettext("%(number)d this week", "%(number)d this week", number) % {"number": number}
