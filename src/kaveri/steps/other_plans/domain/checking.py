"""What the law asks of a plan, and what a plan lacks of it (the chapter on the plan, table 1).

Only a line whose source has been read may say that something is missing. Of any other line the
answer is "check": it is a proposal, and nobody is told that the law asks for it.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kaveri.steps.planning.domain import GoalLevel, PlanForm, RowState, Topic


class PlanKind(StrEnum):
    """The plans of picture 1 and table 1, the support plan first."""

    SUPPORT = "support"
    ACTIVATION = "activation"
    MULTISECTORAL = "multisectoral"
    EMPLOYMENT = "employment"
    REHABILITATION = "rehabilitation"
    CLIENT = "client"
    DISABILITY = "disability"
    CARE = "care"
    INTEGRATION = "integration"


class Answer(StrEnum):
    """What is said of one line about one plan."""

    PRESENT = "present"
    MISSING = "missing"
    CHECK = "check"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing a plan of this kind holds; `only_if` names the condition under which it does."""

    key: str
    names: Mapping[str, str]
    source: str
    verified: bool
    only_if: str = ""
    # Of the support plan, which of its eight parts.
    part: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a kind of plan holds from a day on, by which law and on whose word."""

    kind: PlanKind
    version: int
    order: int
    effective_from: dt.date
    names: Mapping[str, str]
    laws: Mapping[str, str]
    source: str
    verified: bool
    lines: tuple[Line, ...]
    # Each condition, in the words that say why a line is not asked for without it.
    without: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One line, the answer, and why it is not asked for when it is not."""

    line: Line
    answer: Answer
    reasons: Mapping[str, str] | None = None


def in_force(files: Iterable[Contents], *, on: dt.date) -> dict[PlanKind, Contents]:
    """The version of each kind that holds on the day, in the order of the kinds."""
    found: dict[PlanKind, Contents] = {}
    for each in sorted(files, key=lambda file: (file.order, file.effective_from, file.version)):
        if each.effective_from <= on:
            found[each.kind] = each
    return found


def check(
    contents: Contents,
    *,
    held: Collection[str],
    does_not_apply: Collection[str] = (),
    whole: bool = True,
) -> list[Checked]:
    """Every line answered: there, missing with a source that was read, to check, or not asked for.

    `held` are the keys of the lines that the plan holds; `does_not_apply` the conditions that do not
    hold for it. What is there counts also where it was not asked for. Where something of the plan is
    kept from the reader (`whole` is no), nothing is missing: it is to be checked.
    """
    return [_checked(contents, line, held, does_not_apply, whole=whole) for line in contents.lines]


def _checked(
    contents: Contents,
    line: Line,
    held: Collection[str],
    does_not_apply: Collection[str],
    *,
    whole: bool,
) -> Checked:
    if line.key in held:
        return Checked(line=line, answer=Answer.PRESENT)
    if line.only_if and line.only_if in does_not_apply:
        reasons = contents.without[line.only_if]
        return Checked(line=line, answer=Answer.NOT_APPLICABLE, reasons=reasons)
    return Checked(line=line, answer=Answer.MISSING if line.verified and whole else Answer.CHECK)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFacts:
    """A row of the support plan, as the check sees it."""

    state: str
    has_day: bool
    has_responsible: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportFacts:
    """What the support plan holds on the day it is checked."""

    form: str
    own_words: bool
    levels: frozenset[str]
    topics: frozenset[str]
    rows: tuple[RowFacts, ...]
    has_coordinator: bool
    has_follow_up: bool
    keeping_said: bool


def held_by_support_plan(facts: SupportFacts) -> frozenset[str]:
    """The keys of the lines of the eight parts that are there."""
    to_come = [row for row in facts.rows if row.state in {RowState.PLANNED, RowState.BEGUN}]
    rows = bool(facts.rows)
    there = {
        "own_words": facts.own_words,
        "main_goal": GoalLevel.MAIN in facts.levels,
        "sub_goal": GoalLevel.SUB in facts.levels,
        "career_goal": GoalLevel.CAREER in facts.levels,
        "situation": bool(facts.topics & {Topic.LIFE_SITUATION, Topic.WORK_ABILITY}),
        "earlier_support": Topic.EARLIER_SUPPORT in facts.topics,
        "education": facts.topics >= {Topic.EDUCATION, Topic.WORK_HISTORY},
        "strengths": bool(facts.topics & {Topic.STRENGTH, Topic.RESOURCE})
        and Topic.CHALLENGE in facts.topics,
        "services": rows,
        "timetable": rows and all(row.has_day for row in to_come),
        "responsible": rows and all(row.has_responsible for row in to_come),
        "coordinator": facts.has_coordinator,
        "follow_up": facts.has_follow_up,
        "keeping": facts.keeping_said,
    }
    return frozenset(key for key, holds in there.items() if holds)


def conditions_without(form: str) -> frozenset[str]:
    """The conditions of the support plan that do not hold: a note is asked for less."""
    return frozenset() if form == PlanForm.FULL else frozenset({"full"})
