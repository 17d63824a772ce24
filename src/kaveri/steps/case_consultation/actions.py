"""Use cases of questions about a client, and who may carry them out.

access.csv has no row for them: a question is sent, read and answered as a referral is (ADR 0034). Who is asked reads it
only while they have a ground for what it tells of.
"""

from django.db.models import Q

from kaveri.casebook.cases.actions import by_relation, with_ground
from kaveri.casebook.cases.domain import Act, CaseState
from kaveri.foundation.access import policy
from kaveri.foundation.base.actor import Actor
from kaveri.steps.case_consultation.domain import QuestionState


class QuestionAction(policy.Action):
    """What can be done about a question to a colleague."""

    LIST = "case_consultation.case.read"
    READ = "case_consultation.question.read"
    ASK = "case_consultation.question.ask"
    TAKE_BACK = "case_consultation.question.take_back"
    MINE = "case_consultation.mine.read"
    SEE = "case_consultation.question.see"
    ANSWER = "case_consultation.question.answer"
    DECLINE = "case_consultation.question.decline"
    OWN = "case_consultation.own.read"


_with_ground = with_ground(Act.CASE_ITEMS_READ)


def asked_of(actor: Actor) -> Q:
    """What the actor is asked now, and has a ground to know of."""
    waits = Q(asked_id=actor.account_id, state=QuestionState.OPEN, case__state=CaseState.OPEN)
    return waits & _with_ground(actor)


def asked_by(actor: Actor) -> Q:
    """What the actor asked."""
    return Q(asked_by_id=actor.account_id)


_ASKED = by_relation(Act.REFERRAL_OUT_ANSWER, own=asked_of)

RULES = {
    # The page of a case: its head opens by its own rule, its rows by theirs.
    QuestionAction.LIST: [by_relation(Act.CASE_HEADER_READ, case="pk")],
    QuestionAction.READ: [by_relation(Act.REFERRAL_OUT_READ, own=asked_by)],
    QuestionAction.ASK: [by_relation(Act.REFERRAL_OUT_SEND, case="pk")],
    QuestionAction.TAKE_BACK: [by_relation(Act.REFERRAL_OUT_SEND)],
    QuestionAction.MINE: [_ASKED],
    QuestionAction.SEE: [_ASKED],
    QuestionAction.ANSWER: [_ASKED],
    QuestionAction.DECLINE: [_ASKED],
    QuestionAction.OWN: [by_relation(Act.PLAN_APPROVE, case="pk")],
}
policy.declare(RULES)
