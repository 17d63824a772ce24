"""Use cases of the plan among other plans.

access.csv has no row for them: the register is read and written as the plan is. The holder of a plan, brought near
as a member of the network, changes that plan alone, and only with a ground for what having it tells.
"""

from django.db.models import Q

from kaveri.casebook.cases.actions import by_relation, with_ground
from kaveri.casebook.cases.domain import Act
from kaveri.foundation.access import policy
from kaveri.foundation.base.actor import Actor


class OtherPlansAction(policy.Action):
    """What can be done about the plan's place among other plans."""

    CHECK = "other_plans.contents.read"
    OF_CASE = "other_plans.register.read"
    READ = "other_plans.plan.read"
    ADD = "other_plans.plan.add"
    CHANGE = "other_plans.plan.change"
    END = "other_plans.plan.end"
    PUT_IN = "other_plans.support.put_in"
    TAKE_OUT = "other_plans.support.take_out"
    TICK = "other_plans.contents.tick"
    OWN = "other_plans.own.read"


_ground = with_ground(Act.PLAN_READ)


def _holds(actor: Actor) -> Q:
    """The plan one holds oneself, while there is a ground for what it tells."""
    return Q(holder_id=actor.account_id) & _ground(actor)


_edit = by_relation(Act.PLAN_EDIT, own=_holds)

RULES = {
    OtherPlansAction.CHECK: [by_relation(Act.PLAN_READ, case="pk")],
    OtherPlansAction.OF_CASE: [by_relation(Act.PLAN_READ, case="pk")],
    OtherPlansAction.READ: [by_relation(Act.PLAN_READ)],
    OtherPlansAction.ADD: [by_relation(Act.PLAN_EDIT, case="pk")],
    OtherPlansAction.CHANGE: [_edit],
    OtherPlansAction.END: [_edit],
    OtherPlansAction.PUT_IN: [_edit],
    OtherPlansAction.TAKE_OUT: [_edit],
    OtherPlansAction.TICK: [_edit],
    OtherPlansAction.OWN: [by_relation(Act.PLAN_APPROVE, case="pk")],
}
policy.declare(RULES)
