"""Use cases of the special competence team and who may carry them out."""

from django.db.models import Q

from kaveri.casebook.cases.actions import by_relation
from kaveri.casebook.cases.domain import Act
from kaveri.foundation.access import policy
from kaveri.foundation.access.policy import NOTHING, Rule
from kaveri.foundation.base.actor import Actor, Role
from kaveri.steps.special_team.domain import State


class SpecialAction(policy.Action):
    """What can be done about a referral to the special competence team."""

    OF_CASE = "special_team.case.read"
    READ = "special_team.referral.read"
    REFER = "special_team.referral.send"
    COMPLETE = "special_team.referral.complete"
    WITHDRAW = "special_team.referral.withdraw"
    QUEUE = "special_team.queue.read"
    ANSWER = "special_team.referral.answer"
    CALL = "special_team.team.call"
    AGREE = "special_team.follow_up.agree"


def _asked() -> Rule:
    """The coordinator of the team whom an open referral names, until it is answered."""

    def rows(actor: Actor) -> Q:
        if actor.account_id is None or Role.PROFESSIONAL not in actor.roles:
            return NOTHING
        waits = (State.SENT, State.MORE_ASKED)
        return Q(coordinator_id=actor.account_id, state__in=waits)

    return Rule("the coordinator of the team who is asked", rows, lambda _actor: False)


def _queue() -> Rule:
    """What is in the hands of the team's coordinator."""

    def rows(actor: Actor) -> Q:
        if actor.account_id is None:
            return NOTHING
        return Q(coordinator_id=actor.account_id, closed_at=None)

    return Rule(
        "the coordinator of the team who is asked",
        rows,
        lambda actor: Role.PROFESSIONAL in actor.roles,
    )


def coordinates(actor: Actor) -> Q:
    """What the actor coordinates in the team."""
    return Q(coordinator_id=actor.account_id)


RULES = {
    SpecialAction.OF_CASE: [by_relation(Act.CASE_ITEMS_READ, case="pk")],
    SpecialAction.READ: [by_relation(Act.CASE_ITEMS_READ)],
    SpecialAction.REFER: [by_relation(Act.SPECIAL_TEAM_REFER, case="pk")],
    SpecialAction.COMPLETE: [by_relation(Act.SPECIAL_TEAM_REFER)],
    SpecialAction.WITHDRAW: [by_relation(Act.SPECIAL_TEAM_REFER)],
    # Before the team has taken the case it has no relation: the row names who is asked, as an offer does.
    SpecialAction.QUEUE: [_queue()],
    SpecialAction.ANSWER: [_asked()],
    # What the team does with a case it has taken goes with what it writes about it.
    SpecialAction.CALL: [by_relation(Act.STATEMENT_WRITE, own=coordinates)],
    SpecialAction.AGREE: [by_relation(Act.STATEMENT_WRITE, own=coordinates)],
}
policy.declare(RULES)
