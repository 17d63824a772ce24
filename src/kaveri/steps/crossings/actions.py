"""Use cases that reach back over several steps, and who may carry them out."""

from django.db.models import Q

from kaveri.casebook.cases.actions import by_relation
from kaveri.casebook.cases.domain import Act
from kaveri.foundation.access import policy
from kaveri.foundation.access.policy import NOTHING, Rule
from kaveri.foundation.accounts.selectors import works_in
from kaveri.foundation.base.actor import Actor


class CrossingAction(policy.Action):
    """What reaches over several steps."""

    READ_LEAVING = "crossings.leaving.read"
    LEAVE = "crossings.service.leave"
    OPEN_EARLIER = "crossings.earlier.open"
    ASK_EARLIER = "crossings.earlier.ask"
    REUSE = "crossings.groundwork.reuse"


def _leads(actor: Actor) -> Q:
    """Workers of the units the actor manages; nobody closes their own account."""
    if not actor.managed_unit_ids:
        return NOTHING
    return works_in(actor.managed_unit_ids) & ~Q(pk=actor.account_id)


_MANAGER = Rule(
    "manager of the worker's unit: reference, owner, age, kind; never names or content",
    _leads,
    lambda actor: bool(actor.managed_unit_ids),
)

# Coming back is reopening: whoever may do that on the new case may carry the earlier work into it.
_COMING_BACK = by_relation(Act.CASE_REOPEN, case="pk")

RULES = {
    CrossingAction.READ_LEAVING: [_MANAGER],
    CrossingAction.LEAVE: [_MANAGER],
    CrossingAction.OPEN_EARLIER: [_COMING_BACK],
    CrossingAction.ASK_EARLIER: [_COMING_BACK],
    CrossingAction.REUSE: [_COMING_BACK],
}
policy.declare(RULES)
