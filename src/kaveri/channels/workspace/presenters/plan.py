"""The plan in one line, the case manager's six duties, and the plans that wait in my day."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kaveri.casebook.tasks.selectors import CaseHead
from kaveri.channels.workspace.presenters.words import address, day_in_list, shortened
from kaveri.channels.workspace.selectors.case_page import CARRIES, CaseView, DutiesView
from kaveri.channels.workspace.selectors.my_day import Day
from kaveri.steps.planning.domain import CommentKind, DutyLine, Missing, PlanStatus
from kaveri.steps.planning.domain import Duty as DutyKind
from kaveri.steps.planning.labels import COMMENT_KINDS, DUTIES, MISSING, STATUSES
from kaveri.steps.planning.selectors import PlanStanding

_TAGS = {
    PlanStatus.NONE: ("neutral", "file-text"),
    PlanStatus.NOTE: ("info", "pencil"),
    PlanStatus.DRAFT: ("info", "pencil"),
    PlanStatus.WAITING: ("warning", "hourglass"),
    PlanStatus.AGREED: ("ok", "file-check"),
    PlanStatus.OUT_OF_DATE: ("danger", "clock-alert"),
}
# What my day asks for, the worst first: out of date, to be approved, to be agreed.
_WAITS = (PlanStatus.OUT_OF_DATE, PlanStatus.WAITING, PlanStatus.DRAFT, PlanStatus.NOTE)
_LATE = frozenset({Missing.NEXT_STEP_OVERDUE, Missing.ROWS_OVERDUE, Missing.FOLLOW_UP_PASSED})
MOST_PLANS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One of the six duties: done, late or missing, and what it lacks."""

    state: str
    title: Any
    note: str
    # Where it is done, and what is done there.
    href: str
    verb: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCard:
    """Where the plan stands, on the overview."""

    kind: str
    icon: str
    state: str
    follow_up: str
    href: str
    # Empty for those whose duties they are not.
    duties_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DutiesPage:
    """The six duties on a page of their own."""

    head: CaseHead
    duties: list[Duty]
    done: str
    plan_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """A plan that waits for something."""

    kind: str
    icon: str
    state: str
    name: str
    href: str
    fact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToAgree:
    """Something of a plan that waits for the reader: their yes, their word that they know, an answer."""

    name: str
    what: str
    when: str
    href: str


def to_agree(day: Day) -> list[ToAgree]:
    """What the reader is asked to say yes to, by day."""
    return [
        ToAgree(
            name=row.client,
            what=", ".join(words for words in (row.service, row.text) if words),
            when=day_in_list(row.day) if row.day else "",
            href=address("planning:row_agree", case_id=row.case_id, row_id=row.id),
        )
        for row in day.calls.to_agree
    ]


def to_confirm(day: Day) -> list[ToAgree]:
    """The plans the reader took part in and is to say that they know, the oldest first."""
    return [
        ToAgree(
            name=row.client,
            what=_("Version %(number)d of the plan") % {"number": row.number},
            when=day_in_list(row.day) if row.day else "",
            href=address("planning:version", case_id=row.case_id, version_id=row.id) + "#known",
        )
        for row in day.calls.to_confirm
    ]


def to_answer(day: Day) -> list[ToAgree]:
    """What others have said about plans, a proposal or a comment, the oldest first."""
    return [
        ToAgree(
            name=row.client,
            what=_("%(kind)s by %(name)s: %(text)s")
            % {
                "kind": capfirst(str(COMMENT_KINDS[CommentKind(row.said)])),
                "name": row.by,
                "text": shortened(row.text),
            },
            when=day_in_list(row.day) if row.day else "",
            href=address("planning:comment_answer", case_id=row.case_id, comment_id=row.id),
        )
        for row in day.calls.to_answer
    ]


def plan_card(view: CaseView) -> PlanCard | None:
    """The plan of the case in a line, for whoever may open it."""
    if view.plan is None:
        return None
    kind, sign = _TAGS[view.plan.status]
    return PlanCard(
        kind=kind,
        icon=sign,
        state=_state(view.plan),
        follow_up=_follow_up(view.plan),
        href=address("planning:plan", case_id=view.head.case_id),
        duties_href=address("workspace:duties", case_id=view.head.case_id)
        if view.head.relations & CARRIES
        else "",
    )


def duties_page(view: DutiesView) -> DutiesPage:
    """The six duties, and how many are in order."""
    return DutiesPage(
        head=view.head,
        duties=duties(view.duties, view.head.case_id, view.version_id),
        done=_("%(done)d of %(all)d in order")
        % {"done": sum(line.met for line in view.duties), "all": len(view.duties)},
        plan_href=address("planning:plan", case_id=view.head.case_id),
    )


# Where a duty is done: the page, its part, and what is done there.
_DONE_AT = {
    DutyKind.CONSENT: ("permission:consents", "", gettext_lazy("Go to the consents")),
    DutyKind.ARRANGEMENTS: ("coordination:tasks", "", gettext_lazy("Go to the tasks")),
    DutyKind.NETWORK: ("coordination:network", "", gettext_lazy("Go to the network")),
    DutyKind.RECORDED: ("planning:plan", "", gettext_lazy("Open the plan")),
    DutyKind.KNOWN: ("planning:plan", "#roles", gettext_lazy("See who has agreed")),
    DutyKind.FOLLOWED: ("planning:plan", "#follow-up", gettext_lazy("Go to the follow-up")),
}


def duties(lines: Iterable[DutyLine], case_id: UUID, version_id: UUID | None) -> list[Duty]:
    """The six duties in the order of the source, each with all that it lacks and where it is done."""
    return [_duty(line, case_id, version_id) for line in lines]


def _duty(line: DutyLine, case_id: UUID, version_id: UUID | None) -> Duty:
    name, part, words = _DONE_AT[line.duty]
    verb: Any = words
    href = address(name, case_id=case_id) + part
    if line.missing == (Missing.ROWS_OVERDUE,):
        href, verb = address("planning:plan", case_id=case_id) + "#timetable", _("Open the plan")
    if line.missing == (Missing.NOT_CONFIRMED,) and version_id:
        href = address("planning:version", case_id=case_id, version_id=version_id) + "#known"
        verb = _("See who knows the plan")
    return Duty(
        state="done" if line.met else "late" if set(line.missing) <= _LATE else "missing",
        title=DUTIES[line.duty],
        note=" ".join(str(MISSING[what]) for what in line.missing),
        href=href,
        verb=verb,
    )


def plan_rows(day: Day) -> tuple[list[PlanRow], str]:
    """The plans that wait for whoever carries the case, the worst first; and how many more."""
    found = [
        (standing, case_id)
        for case_id, standing in day.plans.items()
        if standing.status in _WAITS and case_id in day.cases
    ]
    found.sort(key=lambda pair: _worst_first(pair, day))
    more = len(found) - MOST_PLANS
    words = ngettext("%(number)d more", "%(number)d more", more) % {"number": more}
    return [_row(standing, case_id, day) for standing, case_id in found[:MOST_PLANS]], (
        words if more > 0 else ""
    )


def _worst_first(pair: tuple[PlanStanding, UUID], day: Day) -> tuple[int, str, str]:
    standing, case_id = pair
    follow_up = standing.follow_up_on.isoformat() if standing.follow_up_on else "9999"
    return _WAITS.index(standing.status), follow_up, day.cases[case_id].client.full_name


def _row(standing: PlanStanding, case_id: UUID, day: Day) -> PlanRow:
    kind, sign = _TAGS[standing.status]
    return PlanRow(
        kind=kind,
        icon=sign,
        state=_state(standing),
        name=day.cases[case_id].client.full_name,
        href=address("planning:plan", case_id=case_id),
        fact=_follow_up(standing),
    )


def _state(standing: PlanStanding) -> str:
    words = str(STATUSES[standing.status])
    return words[:1].upper() + words[1:]


def _follow_up(standing: PlanStanding) -> str:
    if standing.follow_up_on is None:
        return ""
    day = {"day": day_in_list(standing.follow_up_on)}
    if standing.status is PlanStatus.OUT_OF_DATE:
        return _("The follow-up was to be on %(day)s") % day
    return _("Follow-up on %(day)s") % day
