"""Use cases of mapping, assessing and asking."""

from kaveri.steps.assessment.services.assessments import (
    ask_assessment,
    book_assessment,
    cancel_assessment,
    mark_assessment_done,
    record_result,
)
from kaveri.steps.assessment.services.information import (
    ask_information,
    drop_request,
    receive_information,
)
from kaveri.steps.assessment.services.statements import (
    add_statement,
    carry_over,
    correct_statement,
)

__all__ = [
    "add_statement",
    "ask_assessment",
    "ask_information",
    "book_assessment",
    "cancel_assessment",
    "carry_over",
    "correct_statement",
    "drop_request",
    "mark_assessment_done",
    "receive_information",
    "record_result",
]
