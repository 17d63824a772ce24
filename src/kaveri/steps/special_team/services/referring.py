"""The sender's side: referring, answering what the team asks, taking the referral back."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.cases.services import lock_case
from kaveri.casebook.consent.domain import spaced
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.services import require_next_step
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.coordination.services.carrying import notify
from kaveri.steps.planning.selectors import current_plan
from kaveri.steps.special_team.actions import SpecialAction
from kaveri.steps.special_team.domain import (
    ANSWER_WITHIN,
    STATEMENT,
    UNIT,
    Obstacle,
    State,
    Told,
    Written,
    in_days,
    missing_parts,
    obstacles_to_referring,
)
from kaveri.steps.special_team.models import SpecialReferral
from kaveri.steps.special_team.selectors import coordinators, referrals, under_way
from kaveri.steps.special_team.services.parts import (
    drop_tasks,
    follow,
    let_team_go,
    reach,
    tell,
)
from kaveri.steps.statements import selectors as statements
from kaveri.steps.statements.domain import State as StatementState
from kaveri.steps.statements.services import take_back
from kaveri.steps.teams.domain import GroundMissing, touched
from kaveri.steps.teams.services.ground import missing_ground


def refer(
    *,
    actor: Actor,
    case_id: UUID,
    coordinator_id: UUID,
    written: Written,
    categories: Collection[str] = (),
    sending: UUID | None = None,
) -> SpecialReferral:
    """Basic services refer; what is incomplete is refused with each missing part by name."""
    with acting(SpecialAction.REFER, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        to = next((row for row in coordinators() if row.pk == coordinator_id), None)
        refuse_if(
            obstacles_to_referring(
                case_open=case.state == CaseState.OPEN,
                from_basic_services=_basic(actor),
                under_way=under_way(case.id) is not None,
                somebody_there=to is not None,
            )
            + missing_parts(written, has_plan=current_plan(case.id) is not None)
        )
        require_ground(case, to, categories)
        answer_by = in_days(clock.today(), ANSWER_WITHIN)
        row = SpecialReferral.objects.create(
            case=case,
            sent_by_id=actor.person_id,
            sent_at=clock.now(),
            coordinator_id=coordinator_id,
            question=written.question.strip(),
            tried=written.tried.strip(),
            outcome=written.outcome.strip(),
            measures=written.measures.strip(),
            categories=spaced(touched(categories)),
            turn_id=coordinator_id,
            due_on=answer_by,
            **home_of(case, Category.FUNCTIONING),
        )
        follow(
            act,
            case,
            row,
            TaskKind.SPECIAL_TEAM_ANSWER,
            owner_id=case.case_manager_id,
            due_on=answer_by,
        )
        tell(act, case, row, Told.REFERRED)
        notify(act, coordinator_id)
        act.record(row, facts={"case": str(case.id)})
    return row


def complete_referral(
    *, actor: Actor, referral_id: UUID, version: int, more: str, sending: UUID | None = None
) -> SpecialReferral:
    """What the team asked for is added to what has been tried; the referral waits for the team again."""
    with acting(SpecialAction.COMPLETE, actor=actor, sending=sending) as act:
        row = act.fetch(referrals(), referral_id, version=version)
        case = lock_case(act, row.case_id)
        act.concerns(case.client_id)
        checks = {
            Obstacle.NOTHING_ASKED: row.state != State.MORE_ASKED,
            Obstacle.NO_OUTCOME: not more.strip(),
        }
        refuse_if([obstacle for obstacle, stands in checks.items() if stands])
        row.outcome = f"{row.outcome}\n\n{more.strip()}"
        answer_by = in_days(clock.today(), ANSWER_WITHIN)
        reach(act, row, State.SENT, turn_id=row.coordinator_id, due_on=answer_by)
        follow(
            act,
            case,
            row,
            TaskKind.SPECIAL_TEAM_ANSWER,
            owner_id=case.case_manager_id,
            due_on=answer_by,
        )
        tell(act, case, row, Told.COMPLETED)
        notify(act, row.coordinator_id)
        act.record(row, facts={"case": str(case.id)})
    return row


def withdraw_referral(
    *, actor: Actor, referral_id: UUID, version: int, reason: str, sending: UUID | None = None
) -> SpecialReferral:
    """The sender takes the referral back, with a reason; the team lets go at once."""
    with acting(SpecialAction.WITHDRAW, actor=actor, sending=sending) as act:
        row = act.fetch(referrals(), referral_id, version=version)
        case = lock_case(act, row.case_id)
        act.concerns(case.client_id)
        checks = {
            Obstacle.NOT_OPEN: row.closed_at is not None,
            Obstacle.NO_REASON: not reason.strip(),
        }
        refuse_if([obstacle for obstacle, stands in checks.items() if stands])
        _fall(act, case, row, reason)
        require_next_step(case)
        notify(act, row.coordinator_id)
        act.record(row, facts={"case": str(case.id)})
    return row


def let_fall(act: Act, case: Any) -> None:
    """The support ends: an open referral ends with it."""
    row = under_way(case.pk)
    if row is not None:
        _fall(act, case, row, "")


def require_ground(case: Any, who: Account | None, categories: Collection[str]) -> None:
    """Whoever gets to know has a ground for each kind of information, or is named with what is missing."""
    missing = missing_ground(case, case.client_id, [who] if who else [], [*categories, *_ALWAYS])
    if missing:
        raise GroundMissing(missing)


# What a referral always tells of, besides the life situation.
_ALWAYS = (Category.FUNCTIONING,)


def _fall(act: Act, case: Any, row: SpecialReferral, reason: str) -> None:
    row.reason = reason.strip()
    reach(act, row, State.WITHDRAWN)
    drop_tasks(act, row)
    waiting = statements.of_case(case.pk).filter(kind=STATEMENT, state=StatementState.ASKED)
    for asked in waiting:
        take_back(act, case, asked, reason=reason)
    let_team_go(act, row)
    tell(act, case, row, Told.WITHDRAWN)


def _basic(actor: Actor) -> bool:
    """Whether the sender works in the county's own services, and not in the team itself."""
    unit = people.units().select_related("organisation").filter(key=UNIT).first()
    return (
        unit is not None
        and actor.organisation_id == unit.organisation_id
        and unit.pk not in actor.unit_ids
    )
