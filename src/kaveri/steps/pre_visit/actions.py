"""Use cases of the background before a visit, and who may carry them out.

access.csv has no row for it. It is read like any item of the case, and written like something that is sent on; what
the client says of it stands under the rows of approving a plan.
"""

from kaveri.casebook.cases.actions import by_relation
from kaveri.casebook.cases.domain import Act
from kaveri.foundation.access import policy


class PreVisitAction(policy.Action):
    """What can be done about what a doctor knows before a visit."""

    OPEN = "pre_visit.case.read"
    READ = "pre_visit.background.read"
    READ_PART = "pre_visit.part.read"
    WRITE = "pre_visit.background.write"
    OWN = "pre_visit.own.read"
    APPROVE = "pre_visit.background.approve"
    ASK_OTHERWISE = "pre_visit.background.ask_otherwise"
    RECORD_ANSWER = "pre_visit.answer.record"
    HAND_ON = "pre_visit.background.hand_on"
    GO_WITHOUT = "pre_visit.visit.go_without"
    PRINT = "pre_visit.background.print"


RULES = {
    # The head of the case opens by these two, the visit and the background by their own.
    PreVisitAction.OPEN: [by_relation(Act.CASE_ITEMS_READ, case="pk")],
    PreVisitAction.READ: [by_relation(Act.CASE_ITEMS_READ)],
    PreVisitAction.READ_PART: [by_relation(Act.CASE_ITEMS_READ)],
    PreVisitAction.WRITE: [by_relation(Act.REFERRAL_OUT_SEND)],
    PreVisitAction.OWN: [by_relation(Act.PLAN_APPROVE, case="pk")],
    PreVisitAction.APPROVE: [by_relation(Act.PLAN_APPROVE)],
    PreVisitAction.ASK_OTHERWISE: [by_relation(Act.PLAN_APPROVE)],
    PreVisitAction.RECORD_ANSWER: [by_relation(Act.PLAN_APPROVAL_RECORD_ON_PAPER)],
    PreVisitAction.HAND_ON: [by_relation(Act.REFERRAL_OUT_SEND)],
    PreVisitAction.GO_WITHOUT: [by_relation(Act.REFERRAL_OUT_SEND)],
    PreVisitAction.PRINT: [by_relation(Act.CASE_ITEMS_READ)],
}
policy.declare(RULES)
