"""The whole plan, in calm sections."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.timeline.domain import Source
from kaveri.casebook.timeline.labels import SOURCES
from kaveri.channels.portal.presenters.plan import (
    AHEAD,
    Head,
    at,
    follow_up_about,
    follow_up_on,
    voice_label,
    what_of,
    when_of,
    who_of,
)
from kaveri.channels.portal.presenters.words import language
from kaveri.channels.portal.selectors import WholeView
from kaveri.foundation.ui import dates
from kaveri.steps.planning import labels
from kaveri.steps.planning.domain import (
    CommentKind,
    GoalLevel,
    GoalState,
    Part,
    PlanState,
    RowKind,
    RowState,
    Topic,
    Wish,
)
from kaveri.steps.planning.selectors import PlanContents

if TYPE_CHECKING:
    from kaveri.steps.planning.models import Comment, Goal, PlanRow

SITUATION = (Topic.LIFE_SITUATION, Topic.WORK_ABILITY, Topic.EARLIER_SUPPORT)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """A goal in the client's words."""

    level: str
    words: str
    wording: str
    state: str
    icon: str
    say: str
    comments: list["Said"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """Something known of the situation, and from where."""

    topic: str
    text: str
    effect: str
    source: str
    say: str
    comments: list["Said"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRowCard:
    """A row: what, my view beside the recommendation, who does it when."""

    what: str
    view: str
    view_words: str
    view_label: str
    recommendation: str
    who: str
    when: str
    part: str
    state: str
    agreed: str
    view_url: str
    agree: str
    say: str
    comments: list["Said"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A comment or a proposal, and what came of it."""

    kind: str
    by: str
    own: bool
    text: str
    at: dt.datetime
    answer: str
    # Answered, and not read before now.
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WholePlan:
    """Everything in the plan, in calm sections."""

    back: str
    is_own: bool
    can_write: bool
    words: str
    words_label: str
    goals: list[GoalLine]
    add_goal: str
    situation: list[StatementLine]
    competence: list[StatementLine]
    services: list[PlanRowCard]
    steps: list[PlanRowCard]
    follow_up: str
    follow_up_about: str
    follow_up_say: str
    keeping: str
    comments: list[Said]
    comment: str
    propose: str


def whole_plan(view: WholeView) -> WholePlan:
    """The parts of the plan, each with what one may say about it."""
    head, contents = view.head, view.contents
    said = _sorted_comments(contents) if contents else {}
    statements = list(contents.statements) if contents else []
    cards = [_card(row, view, said) for row in (contents.rows if contents else [])]
    kinds = [row.kind for row in (contents.rows if contents else [])]
    follow_up = contents.follow_up if contents else None
    open_to_writing = bool(head.is_open and view.plan)
    return WholePlan(
        back=at("plan", head),
        is_own=RelationKind.SELF in head.relations,
        can_write=open_to_writing,
        words=contents.words.text if contents and contents.words else "",
        words_label=voice_label(head),
        goals=[_goal(goal, head, said) for goal in _in_order(contents.goals)] if contents else [],
        add_goal=at("plan_goal", head)
        if open_to_writing and view.plan and view.plan.state == PlanState.DRAFT
        else "",
        situation=[_statement(row, head, said) for row in statements if row.topic in SITUATION],
        competence=[
            _statement(row, head, said) for row in statements if row.topic not in SITUATION
        ],
        services=[card for card, kind in zip(cards, kinds, strict=True) if kind != RowKind.STEP],
        steps=[card for card, kind in zip(cards, kinds, strict=True) if kind == RowKind.STEP],
        follow_up=follow_up_on(follow_up),
        follow_up_about=follow_up_about(follow_up),
        follow_up_say=_say(head, Part.FOLLOW_UP, follow_up.pk) if follow_up else "",
        keeping=at("plan_keeping", head) if view.plan else "",
        comments=said.get(None, []),
        comment=at("plan_say", head, CommentKind.COMMENT),
        propose=at("plan_say", head, CommentKind.PROPOSAL),
    )


def _in_order(goals: "list[Goal]") -> "list[Goal]":
    order = list(GoalLevel)
    return sorted(goals, key=lambda goal: order.index(GoalLevel(goal.level)))


def _goal(goal: "Goal", head: Head, said: dict[Any, list[Said]]) -> GoalLine:
    state = GoalState(goal.state)
    return GoalLine(
        level=capfirst(str(labels.LEVELS[GoalLevel(goal.level)])),
        words=goal.own_words,
        wording=goal.wording,
        state="" if state is GoalState.AHEAD else capfirst(str(labels.GOAL_STATES[state])),
        icon="circle-check" if state is GoalState.ATTAINED else "minus",
        say=_say(head, Part.GOAL, goal.pk),
        comments=said.get(goal.pk, []),
    )


def _statement(row: Any, head: Head, said: dict[Any, list[Said]]) -> StatementLine:
    source = row.said_by or capfirst(str(SOURCES[Source(row.source)]))
    if row.source == Source.CLIENT and RelationKind.SELF in head.relations:
        source = _("You yourself")
    day = dates.plain_date(row.said_on, language())
    return StatementLine(
        topic=capfirst(str(labels.TOPICS[Topic(row.topic)])),
        text=row.text,
        effect=row.effect,
        source=f"{source}, {day}",
        say=_say(head, Part.STATEMENT, row.pk),
        comments=said.get(row.pk, []),
    )


def _card(row: "PlanRow", view: WholeView, said: dict[Any, list[Said]]) -> PlanRowCard:
    head, contents = view.head, view.contents
    agreed = contents.agreements.get(row.pk) if contents else None
    state = RowState(row.state)
    ahead = state in AHEAD and head.is_open
    return PlanRowCard(
        what=what_of(row),
        view=wish_words(row.wish, own=RelationKind.SELF in head.relations),
        view_words=row.client_words,
        view_label=_("In your own words")
        if RelationKind.SELF in head.relations
        else _("In %(name)s's own words") % {"name": head.first_name},
        recommendation=row.recommendation,
        who=who_of(row, head),
        when=when_of(row),
        part=row.client_part,
        state=capfirst(str(labels.ROW_STATES[state])),
        agreed=_("Agreed on %(day)s") % {"day": dates.plain_date(agreed, language())}
        if agreed
        else "",
        view_url=at("plan_row_view", head, row.pk) if ahead else "",
        agree=at("plan_row_agree", head, row.pk) if ahead and row.pk in view.to_agree else "",
        say=_say(head, Part.ROW, row.pk) if head.is_open else "",
        comments=said.get(row.pk, []),
    )


def wish_words(wish: str, *, own: bool) -> str:
    """The client's view, said to the one who reads."""
    if not own:
        return capfirst(str(labels.WISHES[Wish(wish)]))
    return {
        Wish.NOT_ASKED: _("You have not been asked yet."),
        Wish.WANTS: _("You want this."),
        Wish.UNSURE: _("You are unsure."),
        Wish.DOES_NOT_WANT: _("You do not want this."),
    }[Wish(wish)]


def _sorted_comments(contents: PlanContents) -> dict[Any, list[Said]]:
    found: dict[Any, list[Said]] = {}
    for comment in contents.comments:
        found.setdefault(comment.item_id, []).append(_said(comment))
    return found


def _said(comment: "Comment") -> Said:
    own = comment.written_by_id == comment.case.client.account_id
    answer = ""
    if comment.answer:
        answer = _("%(name)s: %(answer)s. %(words)s") % {
            "name": comment.answered_by.full_name if comment.answered_by else "",
            "answer": labels.TAKEN[comment.answer],  # type: ignore[index]
            "words": comment.answer_words,
        }
    return Said(
        kind=capfirst(str(labels.COMMENT_KINDS[CommentKind(comment.kind)])),
        by=comment.written_by.full_name,
        own=own,
        text=comment.text,
        at=comment.written_at,
        answer=answer,
        is_new=own and bool(answer) and comment.answer_seen_at is None,
    )


def _say(head: Head, part: Part, item_id: UUID) -> str:
    return at("plan_say_about", head, CommentKind.COMMENT, part, item_id) if head.is_open else ""
