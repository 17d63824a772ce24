"""Use cases of the plan, and who may carry them out."""

from django.db.models import F, Q

from kaveri.casebook.cases.actions import by_relation, own_ground
from kaveri.casebook.cases.domain import Act, RelationKind
from kaveri.casebook.cases.selectors import relations_of
from kaveri.foundation.access import policy
from kaveri.foundation.base.actor import Actor, Role


class PlanAction(policy.Action):
    """What can be done with a plan, its parts and its versions."""

    OPEN = "plan.page.open"
    READ = "plan.item.read"
    READ_VERSION = "plan.version.read"
    START = "plan.plan.start"
    GROW = "plan.plan.grow"
    SET_OWN_WORDS = "plan.own_words.set"
    ADD_GOAL = "plan.goal.add"
    CHANGE_GOAL = "plan.goal.change"
    CLOSE_GOAL = "plan.goal.close"
    ADD_STATEMENT = "plan.statement.add"
    REUSE_STATEMENT = "plan.statement.reuse"
    ADD_ROW = "plan.row.add"
    TAKE_TASK = "plan.row.take_task"
    CHANGE_ROW = "plan.row.change"
    MARK_ROW = "plan.row.mark"
    REORDER_ROWS = "plan.row.reorder"
    AGREE_ROW = "plan.row.agree"
    RECORD_ROW_AGREEMENT = "plan.row.record_agreement"
    SET_FOLLOW_UP = "plan.follow_up.set"
    COMMENT = "plan.comment.add"
    ANSWER_COMMENT = "plan.comment.answer"
    SEE_ANSWERS = "plan.comment.see_answers"
    AGREE = "plan.version.agree"
    APPROVE = "plan.version.approve"
    RECORD_APPROVAL = "plan.approval.record"
    CONFIRM = "plan.version.confirm"
    RECORD_CONFIRMATION = "plan.confirmation.record"
    REVIEW = "plan.review.record"
    REVISE = "plan.plan.revise"
    PRINT = "plan.version.print"


_CLIENT_SIDE = (RelationKind.SELF, RelationKind.REPRESENTATIVE)


def _is_client(actor: Actor) -> bool:
    return Role.CLIENT in actor.roles


def _adds(actor: Actor) -> Q:
    """What one adds is one's own: the client's anywhere, a worker's in the record they write into."""
    return policy.EVERYTHING if _is_client(actor) else own_ground(actor)


def _clients(actor: Actor) -> Q:
    """What is the client's alone: their words."""
    return policy.EVERYTHING if _is_client(actor) else policy.NOTHING


def _written_by(actor: Actor) -> Q:
    return Q(written_by_id=actor.account_id)


def _responsible(actor: Actor) -> Q:
    """The row one has said one does; the client's own part is the client's, and who acts for them."""
    theirs = Q(by_client=True) | Q(responsible=F("case__client__account"))
    near = relations_of(actor.account_id).filter(kind__in=_CLIENT_SIDE)
    return Q(responsible_id=actor.account_id) | theirs & Q(case_id__in=near.values("case_id"))


def _own_row(actor: Actor) -> Q:
    return _written_by(actor) | _responsible(actor)


_edit = by_relation(Act.PLAN_EDIT)
_on_paper = by_relation(Act.PLAN_APPROVAL_RECORD_ON_PAPER)

RULES = {
    PlanAction.OPEN: [by_relation(Act.PLAN_READ, case="pk")],
    PlanAction.READ: [by_relation(Act.PLAN_READ)],
    PlanAction.READ_VERSION: [by_relation(Act.PLAN_READ)],
    PlanAction.START: [by_relation(Act.PLAN_EDIT, case="pk")],
    PlanAction.GROW: [_edit],
    PlanAction.SET_OWN_WORDS: [by_relation(Act.PLAN_EDIT, own=_clients)],
    PlanAction.ADD_GOAL: [by_relation(Act.PLAN_EDIT, own=_adds)],
    PlanAction.CHANGE_GOAL: [by_relation(Act.PLAN_EDIT, own=_written_by)],
    PlanAction.CLOSE_GOAL: [by_relation(Act.PLAN_EDIT, own=_written_by)],
    PlanAction.ADD_STATEMENT: [by_relation(Act.PLAN_EDIT, own=_adds)],
    PlanAction.REUSE_STATEMENT: [by_relation(Act.PLAN_EDIT, own=_adds)],
    PlanAction.ADD_ROW: [by_relation(Act.PLAN_EDIT, own=_adds)],
    # What others have promised is taken by who writes the plan as a whole.
    PlanAction.TAKE_TASK: [_edit],
    PlanAction.CHANGE_ROW: [by_relation(Act.PLAN_EDIT, own=_own_row)],
    PlanAction.MARK_ROW: [by_relation(Act.PLAN_EDIT, own=_own_row)],
    PlanAction.REORDER_ROWS: [_edit],
    PlanAction.AGREE_ROW: [by_relation(Act.PLAN_ROW_AGREE, own=_responsible)],
    PlanAction.RECORD_ROW_AGREEMENT: [_on_paper],
    PlanAction.SET_FOLLOW_UP: [_edit],
    PlanAction.COMMENT: [by_relation(Act.PLAN_COMMENT)],
    PlanAction.ANSWER_COMMENT: [_edit],
    PlanAction.SEE_ANSWERS: [by_relation(Act.PLAN_COMMENT)],
    PlanAction.AGREE: [by_relation(Act.PLAN_AGREE)],
    PlanAction.APPROVE: [by_relation(Act.PLAN_APPROVE)],
    PlanAction.RECORD_APPROVAL: [_on_paper],
    # Whoever may speak about the plan may say that they know it.
    PlanAction.CONFIRM: [by_relation(Act.PLAN_COMMENT)],
    PlanAction.RECORD_CONFIRMATION: [_on_paper],
    PlanAction.REVIEW: [_edit],
    PlanAction.REVISE: [_edit],
    PlanAction.PRINT: [by_relation(Act.PLAN_PRINT)],
}
policy.declare(RULES)
