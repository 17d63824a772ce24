"""Use cases of ending and who may carry them out."""

from kaveri.casebook.cases.actions import by_relation
from kaveri.casebook.cases.domain import Act
from kaveri.foundation.access import policy


class EndingAction(policy.Action):
    """What can be done about ending and coming back."""

    OPEN = "ending.ending.open"
    READ = "ending.ending.read"
    ASK = "ending.wish.ask"
    PREPARE = "ending.ending.prepare"
    WITHDRAW = "ending.ending.withdraw"
    SECOND_LOOK = "ending.ending.second_look"
    END = "ending.ending.end"
    OPEN_SUMMARY = "ending.summary.open"
    READ_SUMMARY = "ending.summary.read"
    PRINT_SUMMARY = "ending.summary.print"
    WRITE_SUMMARY = "ending.summary.write"
    REOPEN = "ending.case.reopen"


RULES = {
    EndingAction.OPEN: [by_relation(Act.CASE_END_ASK, case="pk")],
    EndingAction.READ: [by_relation(Act.CASE_END_ASK)],
    EndingAction.ASK: [by_relation(Act.CASE_END_ASK, case="pk")],
    EndingAction.PREPARE: [by_relation(Act.CASE_END, case="pk")],
    EndingAction.WITHDRAW: [by_relation(Act.CASE_END, case="pk")],
    EndingAction.SECOND_LOOK: [by_relation(Act.CASE_END_ASK)],
    EndingAction.END: [by_relation(Act.CASE_END, case="pk")],
    EndingAction.OPEN_SUMMARY: [by_relation(Act.CASE_ITEMS_READ, case="pk")],
    EndingAction.READ_SUMMARY: [by_relation(Act.CASE_ITEMS_READ)],
    EndingAction.PRINT_SUMMARY: [by_relation(Act.CASE_ITEMS_READ)],
    EndingAction.WRITE_SUMMARY: [by_relation(Act.CASE_END, case="pk")],
    EndingAction.REOPEN: [by_relation(Act.CASE_REOPEN, case="pk")],
}
policy.declare(RULES)
