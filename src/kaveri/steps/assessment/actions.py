"""Use cases of mapping, assessing and asking, and who may carry them out."""

from django.db.models import Q

from kaveri.casebook.cases.actions import by_relation, own_ground
from kaveri.casebook.cases.domain import Act
from kaveri.foundation.access import policy
from kaveri.foundation.base.actor import Actor


class AssessmentAction(policy.Action):
    """What can be done with the mapping, assessments and information asked of others."""

    MAPPING = "assessment.mapping.read"
    READ_STATEMENT = "assessment.statement.read"
    ADD_STATEMENT = "assessment.statement.add"
    CORRECT_STATEMENT = "assessment.statement.correct"
    READ = "assessment.assessment.read"
    ASK = "assessment.assessment.ask"
    BOOK = "assessment.assessment.book"
    DONE = "assessment.assessment.done"
    RECORD_RESULT = "assessment.result.record"
    CANCEL = "assessment.assessment.cancel"
    READ_INFORMATION = "assessment.information.read"
    ASK_INFORMATION = "assessment.information.ask"
    RECEIVE_INFORMATION = "assessment.information.receive"
    DROP_INFORMATION = "assessment.information.drop"


def _written_by(actor: Actor) -> Q:
    return Q(written_by_id=actor.account_id)


def _asked_by(actor: Actor) -> Q:
    return Q(asked_by_id=actor.account_id)


RULES = {
    # The page of a case: its head opens by this rule, its rows by theirs.
    AssessmentAction.MAPPING: [by_relation(Act.ASSESSMENT_READ, case="pk")],
    AssessmentAction.READ_STATEMENT: [by_relation(Act.ASSESSMENT_READ, own=_written_by)],
    # What one adds is one's own, in the record one writes into.
    AssessmentAction.ADD_STATEMENT: [by_relation(Act.ASSESSMENT_WRITE, case="pk", own=own_ground)],
    AssessmentAction.CORRECT_STATEMENT: [by_relation(Act.ASSESSMENT_WRITE, own=_written_by)],
    AssessmentAction.READ: [by_relation(Act.ASSESSMENT_READ, own=_asked_by)],
    AssessmentAction.ASK: [by_relation(Act.ASSESSMENT_WRITE, case="pk", own=own_ground)],
    AssessmentAction.BOOK: [by_relation(Act.ASSESSMENT_WRITE, own=_asked_by)],
    AssessmentAction.DONE: [by_relation(Act.ASSESSMENT_WRITE, own=_asked_by)],
    AssessmentAction.RECORD_RESULT: [by_relation(Act.ASSESSMENT_WRITE, own=_asked_by)],
    AssessmentAction.CANCEL: [by_relation(Act.ASSESSMENT_WRITE, own=_asked_by)],
    AssessmentAction.READ_INFORMATION: [by_relation(Act.ASSESSMENT_READ, own=_asked_by)],
    AssessmentAction.ASK_INFORMATION: [by_relation(Act.INFORMATION_ASK, case="pk")],
    AssessmentAction.RECEIVE_INFORMATION: [by_relation(Act.INFORMATION_ASK)],
    AssessmentAction.DROP_INFORMATION: [by_relation(Act.INFORMATION_ASK)],
}
policy.declare(RULES)
