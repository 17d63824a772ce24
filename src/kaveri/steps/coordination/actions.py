"""Use cases of coordination and who may carry them out."""

from django.db.models import Q

from kaveri.casebook.cases.actions import by_relation
from kaveri.casebook.cases.domain import Act
from kaveri.foundation.access import policy
from kaveri.foundation.access.policy import NOTHING, Rule
from kaveri.foundation.accounts.selectors import accounts, works_in
from kaveri.foundation.base.actor import Actor, Role
from kaveri.steps.coordination.domain import HandoverState


class CoordinationAction(policy.Action):
    """What can be done to keep somebody carrying."""

    READ = "coordination.people.read"
    READ_CASE_PARTS = "coordination.parts.read"
    DECIDE = "coordination.coordinating.decide"
    OFFER_HANDOVER = "coordination.handover.offer"
    ANSWER_HANDOVER = "coordination.handover.answer"
    WITHDRAW_HANDOVER = "coordination.handover.withdraw"
    READ_OFFERS = "coordination.offers.read"
    NAME_PAIR = "coordination.pair.name"
    REMOVE_PAIR = "coordination.pair.remove"
    BEGIN_WAIT = "coordination.wait.begin"
    CHANGE_WAIT = "coordination.wait.change"
    END_WAIT = "coordination.wait.end"
    KEEP_CONTACT = "coordination.contact.keep"
    READ_ABSENCES = "coordination.absences.read"
    RECORD_ABSENCE = "coordination.absence.record"
    CHANGE_SUBSTITUTE = "coordination.substitute.change"
    END_ABSENCE = "coordination.absence.end"
    READ_RISEN = "coordination.risen.read"
    REASSIGN_CASE = "coordination.case.reassign"
    REASSIGN_CONTACT = "coordination.contact.reassign"


def _at_work(actor: Actor) -> bool:
    return bool(actor.roles & {Role.PROFESSIONAL, Role.MANAGER})


def _own_or_of_my_unit(field: str) -> Rule:
    """A worker's own row, or one of a worker in a unit that the actor manages."""

    def rows(actor: Actor) -> Q:
        if actor.account_id is None or not _at_work(actor):
            return NOTHING
        own = Q(**{field: actor.account_id})
        if not actor.managed_unit_ids:
            return own
        return own | _in_units(field, actor)

    return Rule("the worker, or the manager of the worker's unit", rows, _at_work)


def _in_units(field: str, actor: Actor) -> Q:
    theirs = accounts().filter(works_in(actor.managed_unit_ids))
    return Q(**{f"{field}__in": theirs.values("pk")})


def _asked() -> Rule:
    """The colleague an open offer names; nothing of the case comes with it."""

    def rows(actor: Actor) -> Q:
        if actor.account_id is None:
            return NOTHING
        return Q(to_account_id=actor.account_id, state=HandoverState.OFFERED)

    return Rule("the one who is asked to take over", rows, _at_work)


RULES = {
    CoordinationAction.READ: [by_relation(Act.CASE_HEADER_READ, case="pk")],
    CoordinationAction.READ_CASE_PARTS: [by_relation(Act.CASE_HEADER_READ)],
    CoordinationAction.DECIDE: [by_relation(Act.CASE_STATE_CHANGE, case="pk")],
    CoordinationAction.OFFER_HANDOVER: [by_relation(Act.CASE_HAND_OVER, case="pk")],
    CoordinationAction.WITHDRAW_HANDOVER: [by_relation(Act.CASE_HAND_OVER)],
    CoordinationAction.ANSWER_HANDOVER: [_asked()],
    CoordinationAction.READ_OFFERS: [_asked()],
    CoordinationAction.NAME_PAIR: [by_relation(Act.CASE_PAIR_NAME, case="pk")],
    CoordinationAction.REMOVE_PAIR: [by_relation(Act.CASE_PAIR_NAME, case="pk")],
    CoordinationAction.BEGIN_WAIT: [by_relation(Act.CASE_WAIT_RECORD, case="pk")],
    CoordinationAction.CHANGE_WAIT: [by_relation(Act.CASE_WAIT_RECORD)],
    CoordinationAction.END_WAIT: [by_relation(Act.CASE_WAIT_RECORD)],
    CoordinationAction.KEEP_CONTACT: [by_relation(Act.CASE_NOTE_WRITE, case="pk")],
    CoordinationAction.READ_ABSENCES: [_own_or_of_my_unit("account_id")],
    CoordinationAction.RECORD_ABSENCE: [_own_or_of_my_unit("pk")],
    CoordinationAction.CHANGE_SUBSTITUTE: [_own_or_of_my_unit("account_id")],
    CoordinationAction.END_ABSENCE: [_own_or_of_my_unit("account_id")],
    CoordinationAction.READ_RISEN: [
        policy.manages_unit("case__unit_id"),
        policy.manages_unit("contact__unit_id"),
    ],
    CoordinationAction.REASSIGN_CASE: [policy.manages_unit("unit_id")],
    CoordinationAction.REASSIGN_CONTACT: [policy.manages_unit("unit_id")],
}
policy.declare(RULES)
