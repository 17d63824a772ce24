"""What clients and those who represent them do on their own pages."""

from django.db.models import Q

from kaveri.casebook.cases.actions import by_relation
from kaveri.casebook.cases.domain import Act
from kaveri.foundation.access import policy
from kaveri.foundation.base.actor import Actor, Role


class PortalAction(policy.Action):
    """What can be done on the client's own pages."""

    HOME = "portal.home.read"
    CASE = "portal.case.read"
    MESSAGES = "portal.messages.read"
    TOLD = "portal.told.read"
    ACCEPT_STEP = "portal.step.accept"
    DECLINE_STEP = "portal.step.decline"
    DO_PART = "portal.part.do"
    WRITE_MESSAGE = "portal.message.write"
    PLAN = "portal.plan.read"
    TASKS = "portal.tasks.read"
    ANSWERS = "portal.answers.read"


def _new(_actor: Actor) -> Q:
    """What one says is one's own."""
    return policy.EVERYTHING


def _own_part(_actor: Actor) -> Q:
    return Q(client_part=True)


def _steps(_actor: Actor) -> Q:
    return Q(client_part=False)


RULES = {
    # The page opens to every client; the case on it by the rule below.
    PortalAction.HOME: [policy.with_role(Role.CLIENT)],
    PortalAction.CASE: [by_relation(Act.CASE_NEXT_STEP_READ, case="pk")],
    PortalAction.MESSAGES: [by_relation(Act.CASE_NEXT_STEP_READ, case="pk")],
    PortalAction.TOLD: [by_relation(Act.CASE_NEXT_STEP_READ, case="pk")],
    PortalAction.ACCEPT_STEP: [by_relation(Act.CASE_NOTE_WRITE, own=_steps)],
    PortalAction.DECLINE_STEP: [by_relation(Act.CASE_NOTE_WRITE, own=_steps)],
    PortalAction.DO_PART: [by_relation(Act.TASK_COMPLETE, own=_own_part)],
    PortalAction.WRITE_MESSAGE: [by_relation(Act.CASE_NOTE_WRITE, case="pk", own=_new)],
    PortalAction.PLAN: [by_relation(Act.PLAN_READ, case="pk")],
    PortalAction.TASKS: [by_relation(Act.TASK_READ, case="pk")],
    PortalAction.ANSWERS: [by_relation(Act.CASE_ITEMS_READ, case="pk")],
}
policy.declare(RULES)
