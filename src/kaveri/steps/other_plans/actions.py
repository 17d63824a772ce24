"""Use cases of the plan among other plans; what the law asks is read by whoever reads the plan."""

from kaveri.casebook.cases.actions import by_relation
from kaveri.casebook.cases.domain import Act
from kaveri.foundation.access import policy


class OtherPlansAction(policy.Action):
    """What can be done about the plan's place among other plans."""

    CHECK = "other_plans.contents.read"


RULES = {OtherPlansAction.CHECK: [by_relation(Act.PLAN_READ, case="pk")]}
policy.declare(RULES)
