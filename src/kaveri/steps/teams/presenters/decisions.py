"""One case at a time, as the meeting sees it."""

import datetime as dt
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse

from kaveri.foundation.ui.forms import KaveriForm
from kaveri.steps.teams.models import AgendaItem, Decision
from kaveri.steps.teams.presenters.meetings import ItemLine, whole

if TYPE_CHECKING:
    from kaveri.steps.teams.presenters.minutes import MinutesLine


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLine:
    """Who does what, by when."""

    what: str
    owner: str
    due_on: dt.date
    # Where it is put into the plan, for who may and as long as it is not there.
    to_plan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkPage:
    """A case as it is talked about: no form before the meeting is opened, or for who may not write."""

    row: ItemLine
    decisions: tuple[DecisionLine, ...]
    form: KaveriForm | None
    is_opened: bool
    has_lost: bool
    minutes: "MinutesLine | None"
    write: str
    back: str
    before: str
    after: str


def talk_page(
    row: AgendaItem,
    order: Sequence[UUID],
    rows: Iterable[Decision],
    form: KaveriForm | None,
    *,
    minutes: "MinutesLine | None",
    is_opened: bool,
) -> TalkPage:
    """The case, what is decided in it, and the way to the one before and after."""
    here = order.index(row.pk) if row.pk in order else -1
    before = order[here - 1] if here > 0 else None
    after = order[here + 1] if 0 <= here < len(order) - 1 else None
    return TalkPage(
        row=whole(row, {}),
        decisions=decision_lines(rows),
        form=form,
        is_opened=is_opened,
        has_lost=row.ground_lost_at is not None,
        minutes=minutes,
        # Who may write down a decision may write the minutes too.
        write=reverse("teams:minutes", args=[row.pk]) if form is not None else "",
        back=reverse("teams:meeting", args=[row.meeting_id]),
        before=reverse("teams:talk", args=[before]) if before else "",
        after=reverse("teams:talk", args=[after]) if after else "",
    )


def decision_lines(rows: Iterable[Decision]) -> tuple[DecisionLine, ...]:
    """Who does what, by when."""
    return tuple(
        DecisionLine(what=each.what, owner=each.owner.full_name, due_on=each.due_on)
        for each in rows
    )


def decided_in(
    rows: Iterable[Decision], case_id: UUID, can_take: Container[UUID]
) -> dict[UUID, list[DecisionLine]]:
    """The decisions of each meeting, and which of them can be put into the plan."""
    found: dict[UUID, list[DecisionLine]] = {}
    for row in rows:
        found.setdefault(row.item_id, []).append(
            DecisionLine(
                what=row.what,
                owner=row.owner.full_name,
                due_on=row.due_on,
                to_plan=reverse("planning:take", args=[case_id, row.task_id])
                if row.task_id in can_take
                else "",
            )
        )
    return found
