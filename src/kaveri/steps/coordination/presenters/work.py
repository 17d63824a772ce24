"""Tasks, handovers, waits, absences and what has risen."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kaveri.casebook.records.selectors import amount_kept, is_verified
from kaveri.casebook.tasks.domain import WITH_A_WAY_OF_THEIR_OWN, TaskKind, TaskState
from kaveri.casebook.tasks.labels import TASK_KINDS, TASK_STATES, step_words
from kaveri.foundation.accounts.models import Absence
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import FilterForm, KaveriForm
from kaveri.foundation.ui.paging import Pager
from kaveri.steps.coordination.labels import (
    HANDOVER_STATES,
    PLAN_STANDINGS,
    WAIT_OUTCOMES,
)
from kaveri.steps.coordination.models import Handover, Wait
from kaveri.steps.coordination.selectors import RisenLine
from kaveri.steps.referral.retention import RULE

if TYPE_CHECKING:
    from kaveri.casebook.tasks.models import Task


from kaveri.foundation.ui.tags import Tag
from kaveri.steps.coordination.presenters.parts import language, local_day


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """Something to do, or done."""

    id: UUID
    what: str
    words_language: str
    who: str
    day: dt.date
    closed_on: dt.date | None
    outcome: str
    tag: Tag
    done: str
    verb: Any
    change: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TasksPage:
    """The tasks of a case."""

    filter: FilterForm
    lines: list[TaskLine]
    pager: Pager
    may_create: bool


def task_lines(
    rows: Iterable["Task"], *, mine: set[UUID], client: str, language: str
) -> list[TaskLine]:
    """Tasks as a list reads them; `mine` are those the reader may finish, `language` the client's."""
    return [
        _task_line(row, may_finish=row.id in mine, client=client, language=language) for row in rows
    ]


def _task_line(row: "Task", *, may_finish: bool, client: str, language: str) -> TaskLine:
    is_open = row.state == TaskState.OPEN
    by_hand = is_open and may_finish and row.kind not in WITH_A_WAY_OF_THEIR_OWN
    return TaskLine(
        id=row.id,
        what=step_words(row.kind, row.what) or str(TASK_KINDS[TaskKind(row.kind)]),
        words_language=language if row.what else "",
        who=client if row.client_part else row.owner.full_name,
        day=row.due_on,
        closed_on=local_day(row.closed_at) if row.closed_at else None,
        outcome=row.outcome,
        tag=_task_tag(row),
        done=own_way(row) or (reverse("coordination:step_done", args=[row.id]) if by_hand else ""),
        verb=_OWN_VERBS.get(row.kind) or _("Done"),
        change=reverse("coordination:step_change", args=[row.id]) if by_hand else "",
    )


_OWN_VERBS: Mapping[str, Any] = {
    TaskKind.KEEP_CONTACT: gettext_lazy("Note a contact"),
    TaskKind.HANDOVER_ANSWER: gettext_lazy("See the handover"),
    TaskKind.REFERRAL_ANSWER: gettext_lazy("See the referral"),
    TaskKind.REFERRAL_FIRST_DATE: gettext_lazy("See the referral"),
    TaskKind.REFERRAL_FOLLOW: gettext_lazy("See the referral"),
    TaskKind.ASSESSMENT: gettext_lazy("See the assessment"),
    TaskKind.APPOINTMENT: gettext_lazy("Note what came of it"),
    TaskKind.WRITE_STATEMENT: gettext_lazy("See the statement"),
    TaskKind.INFORMATION_ANSWER: gettext_lazy("See what was asked for"),
    TaskKind.ANSWER_REMARK: gettext_lazy("Answer"),
    TaskKind.COLLEAGUE_ANSWER: gettext_lazy("See the question"),
    TaskKind.HEALTH_CHECK: gettext_lazy("See the health check"),
}


# Where a step is carried out that follows something else: a page of the case, or of what it follows.
_CASE_PAGES: Mapping[str, str] = {
    TaskKind.KEEP_CONTACT: "coordination:keep_contact",
    TaskKind.HANDOVER_ANSWER: "coordination:handover",
    TaskKind.INFORMATION_ANSWER: "assessment:information",
    TaskKind.ANSWER_REMARK: "planning:plan",
}
_SOURCE_PAGES: Mapping[str, str] = {
    TaskKind.REFERRAL_ANSWER: "referral_out:follow",
    TaskKind.REFERRAL_FIRST_DATE: "referral_out:follow",
    TaskKind.REFERRAL_FOLLOW: "referral_out:follow",
    TaskKind.ASSESSMENT: "assessment:follow",
}
# The same, where the address names only the row that it follows.
_ROW_PAGES: Mapping[str, str] = {
    TaskKind.APPOINTMENT: "appointments:note",
    TaskKind.WRITE_STATEMENT: "statements:statement",
    TaskKind.BEFORE_VISIT: "pre_visit:background",
    TaskKind.COLLEAGUE_ANSWER: "case_consultation:question",
    TaskKind.HEALTH_CHECK: "health_checks:check",
}


def own_way(row: "Task") -> str:
    """Where a step with a way of its own is carried out; nothing for what is done by saying so."""
    if row.state != TaskState.OPEN:
        return ""
    if row.kind in _SOURCE_PAGES:
        return reverse(_SOURCE_PAGES[row.kind], args=[row.case_id, row.source_id])
    if row.kind in _ROW_PAGES:
        return reverse(_ROW_PAGES[row.kind], args=[row.source_id])
    if row.kind in _CASE_PAGES:
        return reverse(_CASE_PAGES[row.kind], args=[row.case_id])
    return ""


def _task_tag(row: "Task") -> Tag:
    if row.state == TaskState.OPEN and row.due_on < clock.today():
        late = dates.in_days((clock.today() - row.due_on).days, language())
        return Tag(kind="danger", icon="clock-alert", word=_("%(days)s late") % {"days": late})
    kind, icon = {
        TaskState.OPEN: ("neutral", "calendar"),
        TaskState.DONE: ("ok", "check"),
        TaskState.DROPPED: ("neutral", "archive"),
    }[TaskState(row.state)]
    return Tag(kind=kind, icon=icon, word=TASK_STATES[TaskState(row.state)])


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferLine:
    """An offer as the one who is asked sees it: no client."""

    id: UUID
    reference: str
    sender: str
    phone: str
    offered_at: dt.datetime
    step: str
    due_on: dt.date
    supports_on: str
    plan: str
    agreed: str
    state: str
    reason: str
    receiver: str


def offer_line(row: Handover) -> OfferLine:
    """The three answers, the sender, the reference; nothing else."""
    return OfferLine(
        id=row.id,
        reference=row.case.reference,
        sender=row.from_account.full_name,
        phone=row.from_account.phone,
        offered_at=row.offered_at,
        step=row.step,
        due_on=row.due_on,
        supports_on=row.supports_on,
        plan=str(PLAN_STANDINGS[row.plan]),  # type: ignore[index]
        agreed=row.agreed,
        state=str(HANDOVER_STATES[row.state]),  # type: ignore[index]
        reason=row.answer_reason,
        receiver=row.to_account.full_name,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferPage:
    """An offer with its two answers; the case is where one goes when it has been taken over."""

    case_id: UUID
    offer: OfferLine
    accept: KaveriForm
    decline: KaveriForm


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverPage:
    """The offer that waits, or the form for a new one, and earlier ones."""

    form: KaveriForm | None
    waiting: OfferLine | None
    earlier: list[OfferLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitLine:
    """What is waited for and how contact is kept."""

    id: UUID
    what: str
    since_on: dt.date
    supporter: str
    rhythm: str
    next_on: dt.date | None
    is_late: bool
    outcome: str
    ended_on: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingPage:
    """What the client waits for now and has waited for."""

    now: list[WaitLine]
    earlier: list[WaitLine]
    may_record: bool


def wait_lines(rows: Iterable[Wait], due: Mapping[UUID, dt.date]) -> list[WaitLine]:
    """Waits with the day of the next contact."""
    today = clock.today()
    return [
        WaitLine(
            id=row.id,
            what=row.what,
            since_on=row.since_on,
            supporter=row.supporter.full_name,
            rhythm=ngettext("every day", "every %(days)d days", row.every_days)
            % {"days": row.every_days},
            next_on=due.get(row.id),
            is_late=row.id in due and due[row.id] < today,
            outcome=str(WAIT_OUTCOMES[row.outcome]) if row.outcome else "",  # type: ignore[index]
            ended_on=local_day(row.ended_at) if row.ended_at else None,
        )
        for row in rows
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceLine:
    """Who is away, when, and who stands in."""

    id: UUID
    who: str
    substitute: str
    from_on: dt.date
    until_on: dt.date | None
    may_change: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsencesPage:
    """Absences going on and to come, and those in which the reader stands in."""

    lines: list[AbsenceLine]
    stands_in: list[AbsenceLine]
    pager: Pager


def absence_lines(rows: Iterable[Absence], *, may_change: bool) -> list[AbsenceLine]:
    """Absences as a list reads them."""
    return [
        AbsenceLine(
            id=row.id,
            who=row.account.full_name,
            substitute=row.substitute.full_name,
            from_on=row.from_on,
            until_on=row.until_on,
            may_change=may_change,
        )
        for row in rows
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class RisenRow:
    """One thing that has risen, by reference."""

    reference: str
    owner: str
    since: str
    kind: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RisenPage:
    """What has risen in the units the reader manages."""

    rows: list[RisenRow]
    pager: Pager
    erased_soon: str


def erased_soon(number: int) -> str:
    """How many contacts are erased within a month, and that nobody has checked the period."""
    if not number:
        return ""
    months = amount_kept(RULE)
    words = ngettext(
        "%(number)d contact that never became a case is erased within a month.",
        "%(number)d contacts that never became a case are erased within a month.",
        number,
    ) % {"number": number}
    kept = ngettext(
        "They are kept %(months)d month from the closing.",
        "They are kept %(months)d months from the closing.",
        months,
    ) % {"months": months}
    check = "" if is_verified(RULE) else _("The county has not checked this period yet.")
    return " ".join(part for part in (words, kept, check) if part)


def risen_rows(lines: Sequence[RisenLine]) -> list[RisenRow]:
    """The manager's list."""
    return [
        RisenRow(
            reference=line.reference,
            owner=line.owner,
            since=dates.in_days(line.days, language()),
            kind=str(TASK_KINDS[TaskKind(line.kind)]),
            href=reverse("coordination:reassign_case", args=[line.case_id])
            if line.case_id
            else reverse("coordination:reassign_contact", args=[line.contact_id]),
        )
        for line in lines
    ]
