"""The words for assessments, information asked for, and what stands in the way."""

from django.utils.translation import gettext_lazy as _

from kaveri.steps.assessment.domain import (
    AskedFor,
    AssessmentObstacle,
    AssessmentState,
    InformationObstacle,
    RequestState,
    StatementObstacle,
)

ASKED_FOR = {
    AskedFor.EXAMINATION: _("examination"),
    AskedFor.STATEMENT: _("statement"),
    AskedFor.B_STATEMENT: _("B-statement"),
    AskedFor.WORK_TRY_OUT: _("work try-out"),
}
ASSESSMENT_STATES = {
    AssessmentState.ASKED: _("asked for"),
    AssessmentState.BOOKED: _("time booked"),
    AssessmentState.DONE: _("done, the result is awaited"),
    AssessmentState.RESULT: _("result recorded"),
    AssessmentState.CANCELLED: _("cancelled"),
}
ASSESSMENT_EVENTS = {
    AssessmentState.ASKED: _("The assessment was asked for"),
    AssessmentState.BOOKED: _("A time was booked"),
    AssessmentState.DONE: _("The assessment was done"),
    AssessmentState.RESULT: _("The result was recorded"),
    AssessmentState.CANCELLED: _("The assessment was cancelled"),
}
REQUEST_STATES = {
    RequestState.ASKED: _("asked for"),
    RequestState.RECEIVED: _("received"),
    RequestState.DROPPED: _("no longer needed"),
}
# What an entry of the timeline tells of, by its `about_type`.
ENTRY_WORDS = {
    "assessment.asked": _("An assessment of work ability was asked for"),
    "assessment.booked": _("A time was booked for the assessment of work ability"),
    "assessment.result": _("The result of the assessment of work ability"),
    "assessment.cancelled": _("The assessment of work ability was cancelled"),
    "information.received": _("Information came from others"),
}
STATEMENT_OBSTACLES = {
    StatementObstacle.NOTHING_SAID: _("Write what is known."),
    StatementObstacle.SAID_IN_THE_FUTURE: _(
        "The day has not come yet. Choose today or an earlier day."
    ),
    StatementObstacle.NO_SUCH_HEADING: _("This heading is no longer in use. Choose another."),
    StatementObstacle.NOT_THE_CLIENTS_WORDS: _(
        "Only the client's own words can be marked so. Choose the client as the source."
    ),
    StatementObstacle.CORRECTED_MEANWHILE: _(
        "Somebody has corrected this in the meantime. Both texts are shown: "
        "correct the newer one, or leave it."
    ),
}
ASSESSMENT_OBSTACLES = {
    AssessmentObstacle.CASE_ENDED: _(
        "The case has ended. Reopen it before you ask for an assessment."
    ),
    AssessmentObstacle.NO_QUESTION: _("Write the question the assessment is to answer."),
    AssessmentObstacle.NO_EXAMINER: _("Write who examines."),
    AssessmentObstacle.DUE_HAS_PASSED: _("The day has passed. Choose today or a later day."),
    AssessmentObstacle.NOT_NOW: _("The assessment has moved on in the meantime."),
    AssessmentObstacle.DONE_IN_THE_FUTURE: _(
        "The day has not come yet. Choose today or an earlier day."
    ),
    AssessmentObstacle.NO_RESULT: _("Write the result."),
    AssessmentObstacle.NO_CAN_DO: _("Write what the person can do. It is part of every result."),
    AssessmentObstacle.NO_REASON: _("Write why the assessment is cancelled."),
    AssessmentObstacle.NO_NEXT_DAY: _("Write by when it is done."),
}
INFORMATION_OBSTACLES = {
    InformationObstacle.CASE_ENDED: _(
        "The case has ended. Reopen it before you ask for information."
    ),
    InformationObstacle.NOBODY_ASKED: _("Write whom you ask."),
    InformationObstacle.NOTHING_ASKED: _("Write what you ask for."),
    InformationObstacle.GROUND_NOT_WRITTEN: _(
        "Write the ground: when and how the client agreed, which permit, or which section."
    ),
    InformationObstacle.NOT_WITHIN: _(
        "They keep another register. Choose the ground on which you ask."
    ),
    InformationObstacle.DUE_HAS_PASSED: _("The day has passed. Choose today or a later day."),
    InformationObstacle.NOT_NOW: _("The request is no longer open."),
    InformationObstacle.NOTHING_RECEIVED: _("Write what came."),
    InformationObstacle.RECEIVED_IN_THE_FUTURE: _(
        "The day has not come yet. Choose today or an earlier day."
    ),
    InformationObstacle.NO_REASON: _("Write why it is no longer needed."),
    InformationObstacle.NO_NEXT_DAY: _("Write by when it is done."),
}
