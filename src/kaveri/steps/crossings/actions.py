"""Use cases that reach back over several steps, and who may carry them out."""

from django.db.models import Q

from kaveri.casebook.cases.actions import by_relation
from kaveri.casebook.cases.domain import Act
from kaveri.foundation.access import gates, policy
from kaveri.foundation.access.gates import Gate, tables
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

_LEAVING = "everything a worker carries is moved by their manager, who stands near nobody"
_BEFORE = "what was known before the person came back: the earlier cases, not yet opened to the one who asks"
gates.declare(
    {
        CrossingAction.READ_LEAVING: Gate(
            because=_LEAVING,
            reads=tables(
                "cases_case contacts_contact cases_relation tasks_task coordination_handover"
                " referral_contactoffer"
            ),
        ),
        CrossingAction.LEAVE: Gate(
            because=_LEAVING,
            reads=tables("clients_client"),
            writes=tables(
                "cases_case contacts_contact cases_relation cases_responsibility tasks_task"
                " coordination_handover coordination_member coordination_wait consent_limit"
                " planning_planrow referral_contactoffer timeline_entry"
            ),
        ),
        CrossingAction.OPEN_EARLIER: Gate(
            because=_BEFORE, reads=tables("cases_case assessment_statement measures_workability")
        ),
        CrossingAction.ASK_EARLIER: Gate(
            because=_BEFORE, reads=tables("cases_case"), writes=tables("cases_relation")
        ),
    }
)
