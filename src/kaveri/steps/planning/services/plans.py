"""Starting the plan, growing it, the client's words, and beginning a new version."""

from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.records.models import home_of
from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.services import require_next_step
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.planning.actions import PlanAction
from kaveri.steps.planning.domain import (
    FollowUpTerms,
    PlanForm,
    PlanObstacle,
    PlanState,
    RowTerms,
    holding,
)
from kaveri.steps.planning.models import OwnWords, Plan
from kaveri.steps.planning.selectors import current_plan, own_words
from kaveri.steps.planning.services import parts
from kaveri.steps.planning.services.following import agree_follow_up
from kaveri.steps.planning.services.rows import write_row


def start_plan(
    *,
    actor: Actor,
    case_id: UUID,
    form: PlanForm,
    words: str = "",
    row: RowTerms | None = None,
    next_step: bool = False,
    follow_up: FollowUpTerms | None = None,
    instead_because: str = "",
    sending: UUID | None = None,
) -> Plan:
    """A plan begins, as a note or in full; a note can be written whole at once.

    Where there is a plan already, it is left for this one only with a reason, and stays readable.
    """
    with acting(PlanAction.START, actor=actor, sending=sending) as act:
        case = act.fetch(cases.cases(), case_id)
        act.concerns(case.client_id)
        former = current_plan(case.id)
        # What was said about a plan is answered there; a plan that was left is not answered in.
        waiting = (
            former is not None
            and tasks.open_tasks().filter(kind=TaskKind.ANSWER_REMARK, source_id=former.pk).exists()
        )
        refuse_if(
            holding(
                {
                    PlanObstacle.CASE_ENDED: case.state != CaseState.OPEN,
                    PlanObstacle.PLAN_EXISTS: former is not None and not instead_because.strip(),
                    PlanObstacle.REMARKS_WAIT: waiting,
                }
            )
        )
        if former is not None:
            parts.count_up(
                act, former, closed_at=clock.now(), closed_reason=instead_because.strip()
            )
        plan = Plan.objects.create(
            case=case,
            form=form,
            started_at=clock.now(),
            started_by_id=actor.person_id,
            **home_of(case),
        )
        if words.strip():
            _write_words(act, plan, words)
        if row is not None:
            write_row(act, plan, row, next_step=next_step)
        if follow_up is not None:
            agree_follow_up(act, plan, follow_up)
        require_next_step(case)
        act.record(plan, facts={"form": form})
    return plan


def grow_plan(
    *, actor: Actor, plan_id: UUID, version: int | None = None, sending: UUID | None = None
) -> Plan:
    """The note becomes the full form; all that is written stays, and it is agreed anew."""
    with acting(PlanAction.GROW, actor=actor, sending=sending) as act:
        plan = parts.fetch_plan(act, plan_id, version=version)
        refuse_if(
            holding(
                {
                    PlanObstacle.PLAN_CLOSED: plan.closed_at is not None,
                    PlanObstacle.FULL_ALREADY: plan.form == PlanForm.FULL,
                }
            )
        )
        parts.count_up(act, plan, form=PlanForm.FULL, state=PlanState.DRAFT)
        require_next_step(plan.case)
        act.record(plan)
    return plan


def set_own_words(
    *,
    actor: Actor,
    plan_id: UUID,
    words: str,
    seen: UUID | None = None,
    sending: UUID | None = None,
) -> OwnWords:
    """What the client wants, in their words; `seen` is the row the person had before them."""
    with acting(PlanAction.SET_OWN_WORDS, actor=actor, sending=sending) as act:
        plan = parts.fetch_plan(act, plan_id)
        now = own_words().filter(plan=plan).first()
        parts.as_seen(act, now, seen)
        parts.edit(plan)
        refuse_if([] if words.strip() else [PlanObstacle.NO_OWN_WORDS])
        row = _write_words(act, plan, words, replaces=now)
        parts.count_up(act, plan)
        require_next_step(plan.case)
        act.record(row)
    return row


def revise_plan(
    *, actor: Actor, plan_id: UUID, version: int | None = None, sending: UUID | None = None
) -> Plan:
    """A new draft begins from what was agreed; the agreed version stands until the next one."""
    with acting(PlanAction.REVISE, actor=actor, sending=sending) as act:
        plan = parts.fetch_plan(act, plan_id, version=version)
        refuse_if(
            holding(
                {
                    PlanObstacle.PLAN_CLOSED: plan.closed_at is not None,
                    PlanObstacle.NOT_AGREED_YET: plan.state != PlanState.AGREED,
                }
            )
        )
        parts.count_up(act, plan, state=PlanState.DRAFT)
        require_next_step(plan.case)
        act.record(plan)
    return plan


def _write_words(act: Act, plan: Plan, words: str, *, replaces: OwnWords | None = None) -> OwnWords:
    return OwnWords.objects.create(text=words.strip(), replaces=replaces, **parts.piece(act, plan))
