"""The check of the support plan, and the other plans with their lines, in the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kaveri.casebook.tasks.domain import TaskState
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.steps.other_plans import labels
from kaveri.steps.other_plans.domain import (
    Answer,
    Checked,
    Contents,
    PlanKind,
    RowFacts,
    SupportFacts,
    check,
    conditions_without,
    held_by_support_plan,
    in_force,
)
from kaveri.steps.other_plans.selectors import contents
from kaveri.steps.planning.selectors import PlanHead, PlanParts

_LOOKS = {
    Answer.PRESENT: ("ok", "circle-check"),
    Answer.MISSING: ("danger", "circle-x"),
    Answer.CHECK: ("warning", "circle-question-mark"),
    Answer.NOT_APPLICABLE: ("neutral", "circle-dashed"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """One line of a plan with what is said of it."""

    title: str
    note: str
    answer: Any
    kind: str
    icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedLine:
    """One line of another kind of plan, and whether somebody has verified it."""

    name: str
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KindView:
    """A kind of plan: its law, and the lines it holds."""

    name: str
    law: str
    since: str
    lines: list[ListedLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsPage:
    """What the page shows."""

    has_plan: bool
    law: str
    summary: str
    columns: list[str]
    lines: list[AnswerLine]
    other_columns: list[str]
    others: list[KindView]


def contents_page(
    plan: PlanHead | None, parts: PlanParts | None, *, whole: bool, has_coordinator: bool
) -> ContentsPage:
    """Every line of the support plan answered, and the other kinds as they hold today.

    Who does not see the whole plan is never told that something is missing from it.
    """
    language = dates.known_language(get_language())
    kinds = in_force(contents(), on=clock.today())
    support = kinds.pop(PlanKind.SUPPORT)
    found = []
    if plan is not None and parts is not None:
        facts = _facts(plan, parts, has_coordinator=has_coordinator)
        found = check(
            support,
            held=held_by_support_plan(facts),
            does_not_apply=conditions_without(facts.form),
            whole=whole,
        )
    return ContentsPage(
        has_plan=plan is not None,
        law=support.laws[language],
        summary=_summary(found)
        if whole
        else _("A part of the plan is not shown to you. Ask the case manager what it holds."),
        columns=[_("What it holds"), _("How it stands")],
        lines=[answer_line(each, language) for each in found],
        other_columns=[_("What it holds"), _("Has it been verified?")],
        others=[_kind(each, language) for each in kinds.values()],
    )


def _facts(plan: PlanHead, parts: PlanParts, *, has_coordinator: bool) -> SupportFacts:
    return SupportFacts(
        form=plan.form,
        own_words=bool(plan.words.strip()),
        levels=frozenset(goal.level for goal in parts.goals),
        topics=frozenset(row.topic for row in parts.statements),
        rows=tuple(
            RowFacts(
                state=row.state,
                has_day=bool(_open_task(row) or row.due_on or row.from_on or row.until_on),
                has_responsible=bool(row.responsible_id or row.responsible_name or row.by_client),
            )
            for row in parts.rows
        ),
        has_coordinator=has_coordinator,
        has_follow_up=plan.follow_up is not None,
        # Section 8 is drawn from what holds now, for every plan.
        keeping_said=True,
    )


def _open_task(row: Any) -> bool:
    """Whether the day of a step still to come stands on its task; one that is done says nothing of the row."""
    return row.task is not None and row.task.state == TaskState.OPEN


def _summary(found: Iterable[Checked]) -> str:
    missing = sum(each.answer == Answer.MISSING for each in found)
    return (
        _("Lines that are missing: %(number)s") % {"number": missing}
        if missing
        else _("Nothing is missing of what has been verified.")
    )


def answer_line(each: Checked, language: str) -> AnswerLine:
    """One line with what is said of it, and why it is not asked for."""
    name = each.line.names[language]
    kind, icon = _LOOKS[each.answer]
    return AnswerLine(
        title=f"{each.line.part} {name}" if each.line.part else name,
        note=each.reasons[language] if each.reasons else "",
        answer=labels.ANSWERS[each.answer],
        kind=kind,
        icon=icon,
    )


def _kind(each: Contents, language: str) -> KindView:
    return KindView(
        name=each.names[language],
        law=each.laws[language],
        since=dates.plain_date(each.effective_from, language),
        lines=[
            ListedLine(
                name=line.names[language],
                mark=_("verified") if line.verified else _("check: nobody has verified this"),
            )
            for line in each.lines
        ],
    )
