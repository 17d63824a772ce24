"""Who is responsible, and who should coordinate."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _

from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import FilterForm, KaveriForm
from kaveri.steps.coordination.domain import Instance, Proposal, deviates_from_social_welfare_act
from kaveri.steps.coordination.labels import (
    INSTANCES,
    WHY,
)
from kaveri.steps.coordination.models import CoordinatingDecision, Handover
from kaveri.steps.coordination.selectors import RuleSource

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Relation, Responsibility


from kaveri.steps.coordination.presenters.parts import language, local_day


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """Somebody responsible: name, role, telephone, deputy when away."""

    id: UUID
    name: str
    role: str
    about: str
    phone: str
    away: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """When somebody was case manager."""

    name: str
    from_on: dt.date
    until_on: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePage:
    """Who is responsible, now and before."""

    manager: PersonLine
    pairs: list[PersonLine]
    periods: list[Period]
    decision: str
    supporter: str
    offer: Handover | None
    may_hand_over: bool
    may_pair: bool


def people(
    *,
    manager: Account,
    pairs: Iterable["Relation"],
    periods: Iterable["Responsibility"],
    away: Mapping[UUID, Account],
    decision: CoordinatingDecision | None,
    offer: Handover | None,
    may_hand_over: bool,
    may_pair: bool,
) -> PeoplePage:
    """The page of responsible people."""
    rows = list(periods)
    since = local_day(rows[0].from_at) if rows else None
    return PeoplePage(
        manager=_person(manager, _("case manager"), since, away),
        pairs=[
            _person(pair.account, _("working pair"), local_day(pair.from_at), away)
            for pair in pairs
        ],
        periods=[
            Period(
                name=row.account.full_name,
                from_on=local_day(row.from_at),
                until_on=local_day(row.until_at) if row.until_at else None,
            )
            for row in rows
        ],
        decision=str(INSTANCES[Instance(decision.chosen)]) if decision else "",
        supporter=decision.supporter if decision else "",
        offer=offer,
        may_hand_over=may_hand_over,
        may_pair=may_pair,
    )


def _person(
    account: Account, role: str, since: dt.date | None, away: Mapping[UUID, Account]
) -> PersonLine:
    deputy = away.get(account.id)
    return PersonLine(
        id=account.id,
        name=account.full_name,
        role=role,
        about=dates.since(since, clock.today(), language()) if since else "",
        phone=account.phone,
        away=_("Away. %(name)s answers.") % {"name": deputy.full_name} if deputy else "",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchLine:
    """A rule that fits, why, and where it comes from."""

    instance: str
    why: str
    source: str
    check: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CoordinatingPage:
    """What is known, what fits, what is proposed, what has been decided."""

    needs: FilterForm
    form: KaveriForm | None
    matches: list[MatchLine]
    proposed: str
    flag: bool
    decisions: list["DecisionLine"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLine:
    """A decision, with what it left aside."""

    chosen: str
    by: str
    at: dt.datetime
    reason: str
    proposed: str
    deviates_from_social_welfare_act: bool
    supporter: str


def match_lines(found: Proposal, sources: Mapping[str, RuleSource]) -> list[MatchLine]:
    """Every rule that fits, in the order they are weighed."""
    code = language()
    return [
        MatchLine(
            instance=str(INSTANCES[match.instance]),
            why=str(WHY[match.key]),
            source=sources[match.key].source[code],
            check=not sources[match.key].verified,
        )
        for match in found.matches
    ]


def proposed(found: Proposal | None) -> str:
    """Who is proposed."""
    return str(INSTANCES[found.instance]) if found else ""


def flagged(found: Proposal | None, needs: Iterable[Any]) -> bool:
    """Whether the proposal itself leaves section 42 aside."""
    return found is not None and deviates_from_social_welfare_act(needs, found.instance)


def decision_lines(rows: Iterable[CoordinatingDecision]) -> list[DecisionLine]:
    """What has been decided, newest first."""
    return [
        DecisionLine(
            chosen=str(INSTANCES[Instance(row.chosen)]),
            by=row.by.full_name if row.by else "",
            at=row.at,
            reason=row.reason,
            proposed=str(INSTANCES[Instance(row.proposed)]) if row.deviates else "",
            deviates_from_social_welfare_act=row.deviates_from_social_welfare_act,
            supporter=row.supporter,
        )
        for row in rows
    ]
