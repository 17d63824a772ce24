"""A person decides who should coordinate; the proposal and the reason stay beside the choice."""

from collections.abc import Iterable
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.models import home_of
from kaveri.casebook.tasks.services import require_next_step
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import acting
from kaveri.steps.coordination.actions import CoordinationAction
from kaveri.steps.coordination.domain import (
    DecisionObstacle,
    Instance,
    Need,
    deviates_from_social_welfare_act,
    obstacles_to_deciding,
    proposal,
)
from kaveri.steps.coordination.models import CoordinatingDecision


def decide_coordinating(
    *,
    actor: Actor,
    case_id: UUID,
    needs: Iterable[Need],
    chosen: Instance,
    reason: str = "",
    lacks_expertise: bool = False,
    supporter: str = "",
    version: int | None = None,
    sending: UUID | None = None,
) -> CoordinatingDecision:
    """It is decided which instance coordinates, with the reason for another than the proposed one."""
    with acting(CoordinationAction.DECIDE, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id, version=version)
        act.concerns(case.client_id)
        known = sorted(set(needs))
        refuse_if(
            ([] if case.state == CaseState.OPEN else [DecisionObstacle.CASE_NOT_OPEN])
            + obstacles_to_deciding(
                needs=known,
                chosen=chosen,
                reason=reason,
                lacks_expertise=lacks_expertise,
                supporter=supporter,
            )
        )
        proposed = proposal(known).instance
        decision = CoordinatingDecision.objects.create(
            case=case,
            at=clock.now(),
            by_id=actor.account_id,
            needs=" ".join(known),
            proposed=proposed,
            chosen=chosen,
            deviates=chosen != proposed,
            deviates_from_social_welfare_act=deviates_from_social_welfare_act(known, chosen),
            reason=reason.strip(),
            lacks_expertise=lacks_expertise,
            supporter=supporter.strip() if lacks_expertise else "",
            **home_of(case, Category.SOCIAL_CARE),
        )
        require_next_step(case)
        act.record(decision, facts={"proposed": proposed, "chosen": chosen})
    return decision
