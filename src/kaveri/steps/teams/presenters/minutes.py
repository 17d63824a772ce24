"""What came of the team's meeting: the page of the minutes, and what the client reads."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.directory.selectors import in_language
from kaveri.casebook.tasks.selectors import CaseHead
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.foundation.ui.paging import Pager
from kaveri.steps.teams.domain import ClientCame, MeetingState
from kaveri.steps.teams.labels import ATTENDANCES, CLIENT_CAME
from kaveri.steps.teams.models import AgendaItem
from kaveri.steps.teams.presenters.decisions import DecisionLine, decision_lines
from kaveri.steps.teams.presenters.meetings import ItemLine, whole


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesLine:
    """The minutes as they stand."""

    outcome: str
    said: str
    came: Any
    present: tuple[str, ...]
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesPage:
    """Writing the minutes of one case."""

    row: ItemLine
    form: KaveriForm
    back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLine:
    """One meeting about the client, as the client reads of it."""

    team: str
    at: dt.datetime
    is_to_come: bool
    attendance: Any
    client_words: str
    question: str
    minutes: MinutesLine | None
    not_talked_about: bool
    decisions: tuple[DecisionLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPage:
    """What the team has said about the client's matter."""

    acting_for: str
    lines: tuple[OwnLine, ...]
    pager: Pager


def minutes_page(row: AgendaItem, form: KaveriForm) -> MinutesPage:
    """The case above, the form below."""
    return MinutesPage(row=whole(row, {}), form=form, back=reverse("teams:talk", args=[row.pk]))


def minutes_of(row: AgendaItem, people: Mapping[UUID, Account]) -> MinutesLine | None:
    """Nothing before they are written."""
    if row.minuted_at is None or row.minuted_by is None:
        return None
    there = (people.get(UUID(one)) for one in row.present)
    return MinutesLine(
        outcome=row.outcome,
        said=row.said,
        came=CLIENT_CAME[ClientCame(row.client_came)],
        present=tuple(one.full_name for one in there if one),
        by=row.minuted_by.full_name,
        at=row.minuted_at.astimezone(clock.HELSINKI),
    )


def own_page(
    rows: Sequence[AgendaItem], people: Mapping[UUID, Account], pager: Pager, head: CaseHead
) -> OwnPage:
    """The newest meeting first."""
    own = RelationKind.SELF in head.relations
    return OwnPage(
        acting_for=""
        if own
        else _("You act for %(name)s. You see what your authorisation covers.")
        % {"name": head.client},
        lines=tuple(_own_line(row, people) for row in rows),
        pager=pager,
    )


def _own_line(row: AgendaItem, people: Mapping[UUID, Account]) -> OwnLine:
    return OwnLine(
        team=in_language(row.meeting.unit, "name"),
        at=row.meeting.starts_at.astimezone(clock.HELSINKI),
        is_to_come=row.meeting.state == MeetingState.PLANNED,
        attendance=ATTENDANCES[row.attendance],
        client_words=row.client_words,
        question=row.question,
        minutes=minutes_of(row, people),
        not_talked_about=row.ground_lost_at is not None,
        decisions=decision_lines(row.decisions.all()),
    )
