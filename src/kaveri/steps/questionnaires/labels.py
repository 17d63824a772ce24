"""The words for questionnaires: why a file is refused, what is wrong with an answer, what a score says."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from kaveri.steps.questionnaires.domain import (
    AnswerObstacle,
    Change,
    ItemType,
    Reason,
    ScoringReason,
)
from kaveri.steps.questionnaires.domain.asking import AskingObstacle, Told, Way
from kaveri.steps.questionnaires.domain.importing import Fault, FileFault
from kaveri.steps.questionnaires.domain.loading import LoadingObstacle
from kaveri.steps.questionnaires.domain.recording import RecordingObstacle

WAYS: dict[str, Any] = {
    Way.TOGETHER: _("now, together"),
    Way.PAPER: _("the client has answered on paper"),
    Way.HOME: _("the client answers at home, signed in"),
    Way.LINK: _("the client answers by a link on the phone"),
}
ASKING_OBSTACLES: dict[str, Any] = {
    AskingObstacle.CASE_ENDED: _("The support has ended. Open the case again first."),
    AskingObstacle.NO_SUCH_QUESTIONS: _("These questions are not in use. Choose others."),
    AskingObstacle.ASKED_ALREADY: _(
        "These questions wait for an answer already. Take the earlier ones back first, or go on with them."
    ),
    AskingObstacle.DAY_MISSING: _("Choose the day when you go through the answers together."),
    AskingObstacle.NO_ACCOUNT: _(
        "The client cannot sign in yet. Make a sign-in first, or choose another way to answer."
    ),
    AskingObstacle.IS_FINISHED: _(
        "The answers are handed in already, or the questions taken back."
    ),
    AskingObstacle.NOT_ASKED_NOW: _(
        "This question is not asked any more, because an earlier answer has changed. Go on to the next one."
    ),
    AskingObstacle.NOT_READABLE: _("An answer cannot be read. Check what you wrote."),
    AskingObstacle.NOTHING_ANSWERED: _("Nothing is answered yet. Answer at least one question."),
    AskingObstacle.ANSWERS_MISSING: _(
        "Some questions that need an answer have none. They are marked in the list."
    ),
}
# What stands on the timeline of the case.
ENTRY_WORDS: dict[str, Any] = {
    Told.ASKED: _("Questions were asked"),
    Told.FINISHED: _("Questions were answered"),
    Told.TAKEN_BACK: _("Questions were taken back"),
}
ITEM_TYPES: dict[str, Any] = {
    ItemType.GROUP: _("group of questions"),
    ItemType.DISPLAY: _("text to read"),
    ItemType.BOOLEAN: _("yes or no"),
    ItemType.DECIMAL: _("number"),
    ItemType.INTEGER: _("whole number"),
    ItemType.DATE: _("day"),
    ItemType.DATE_TIME: _("day and time"),
    ItemType.TIME: _("time of day"),
    ItemType.STRING: _("line of text"),
    ItemType.TEXT: _("several lines of text"),
    ItemType.URL: _("web address"),
    ItemType.CHOICE: _("choice"),
    ItemType.OPEN_CHOICE: _("choice or own words"),
    ItemType.QUANTITY: _("number with a unit"),
}
REASONS: dict[str, Any] = {
    Reason.NOT_JSON: _("The file is not JSON. Choose the questionnaire as a FHIR R4 file."),
    Reason.NOT_A_QUESTIONNAIRE: _("The file is no FHIR R4 Questionnaire."),
    Reason.NO_ITEMS: _("There are no questions in the file."),
    Reason.NO_LINK_ID: _("An item has no linkId, so its answer could not be kept."),
    Reason.SAME_LINK_ID: _("Two items have the same linkId."),
    Reason.UNKNOWN_TYPE: _("The item is of a type that FHIR R4 does not know."),
    Reason.ATTACHMENT: _("The item asks for a file. Files are not taken in questionnaires."),
    Reason.REFERENCE: _(
        "The item asks for a reference to another record, which a person cannot give."
    ),
    Reason.MODIFIER: _("The item holds a modifier extension that Kaveri does not know."),
    Reason.GROUP_IS_EMPTY: _("The group holds no questions."),
    Reason.DISPLAY_HOLDS_ITEMS: _("A text to read cannot hold questions."),
    Reason.NO_OPTIONS: _("The choice has nothing to choose from."),
    Reason.OPTIONS_ELSEWHERE: _(
        "The options stand in a value set outside the file. Put the value set in the file, with each code."
    ),
    Reason.OPTION_NOT_READ: _("An option cannot be read."),
    Reason.CONDITION_NOT_READ: _("A condition (enableWhen) cannot be read."),
    Reason.CONDITION_LEADS_NOWHERE: _("A condition names a question that is not in the file."),
    Reason.CONDITIONS_IN_A_CIRCLE: _("The item would have to be answered before it is asked."),
    Reason.ALL_OR_ANY_NOT_SAID: _(
        "There are several conditions, and it is not said whether all or any must hold."
    ),
    Reason.TOO_DEEP: _("Groups lie more than ten deep in each other."),
    Reason.TOO_LONG: _("There are more than 500 items in the file."),
}
SCORING_REASONS: dict[str, Any] = {
    ScoringReason.NOT_JSON: _("The file of scores is not JSON."),
    ScoringReason.NOT_READ: _("The file of scores cannot be read. Compare it with the example."),
    ScoringReason.ITEM_UNKNOWN: _("A score names a question that is not in the questionnaire."),
    ScoringReason.ITEM_WITHOUT_WEIGHT: _("A score names a question whose answers have no weight."),
    ScoringReason.BANDS_OUTSIDE: _(
        "The bands do not cover the scale: begin at the lowest score, and go upwards."
    ),
    ScoringReason.LANGUAGE_MISSING: _(
        "Write the name of each score, and the name and the feedback of each band, in Swedish, Finnish and English."
    ),
    ScoringReason.SOURCE_MISSING: _("Say where the score and its limits come from."),
}
ANSWER_OBSTACLES: dict[str, Any] = {
    AnswerObstacle.NEEDED: _("This question needs an answer."),
    AnswerObstacle.NOT_A_NUMBER: _("Write a number, for example 7 or 7,5."),
    AnswerObstacle.NOT_A_WHOLE_NUMBER: _("Write a whole number, for example 7."),
    AnswerObstacle.NOT_A_DAY: _("Write the day like this: 22.11.2026."),
    AnswerObstacle.NOT_A_TIME: _("Write the time like this: 9.05."),
    AnswerObstacle.NOT_AN_ADDRESS: _("Write the whole address, beginning with https://."),
    AnswerObstacle.NOT_AN_OPTION: _("Choose one of the answers in the list."),
    AnswerObstacle.OUTSIDE: _("The number is outside what the question asks for."),
    AnswerObstacle.TOO_LONG: _("The text is too long. Shorten it."),
    AnswerObstacle.TOO_MANY: _("There are too many answers. Leave some out."),
    AnswerObstacle.NOT_ASKED: _("This question is not asked any more. Go on to the next one."),
}
CHANGES: dict[str, Any] = {
    Change.FIRST: _("first answer"),
    Change.NO_REAL_CHANGE: _("no real change"),
    Change.NOT_KNOWN: _("nobody has said how small a change is real"),
    Change.BETTER: _("better than before"),
    Change.WORSE: _("worse than before"),
}
FAULTS: dict[str, Any] = {
    Fault.CASE_UNKNOWN: _("no such case among those you may record for"),
    Fault.DAY_UNREADABLE: _("the day cannot be read"),
    Fault.DAY_AHEAD: _("the day has not come yet"),
    Fault.SCALE_UNKNOWN: _("no such scale"),
    Fault.SCORE_UNREADABLE: _("the score cannot be read"),
    Fault.RANGE_UNREADABLE: _("the lowest or the highest score cannot be read"),
    Fault.OUTSIDE_RANGE: _("the score is outside its scale"),
    Fault.ANOTHER_SCORE: _("another score stands for this case, scale and day"),
}
FILE_FAULTS: dict[str, Any] = {
    FileFault.UNREADABLE: _(
        "The file cannot be read. Save it as CSV or XLSX, and choose it again."
    ),
    FileFault.COLUMNS_MISSING: _(
        "The first line must name six columns: case, day, scale, score, lowest, highest."
    ),
    FileFault.NO_LINES: _("There are no results in the file."),
    FileFault.TOO_MANY_LINES: _("There are more than 20,000 lines. Divide the file."),
}
LOADING_OBSTACLES: dict[str, Any] = {
    LoadingObstacle.PERMISSION_FROM_MISSING: _(
        "Write who has given the permission. Without a permission the questionnaire is not taken into use."
    ),
    LoadingObstacle.PERMISSION_ON_MISSING: _("Write when the permission was given."),
    LoadingObstacle.PERMISSION_AHEAD: _("The permission has not been given yet on that day."),
    LoadingObstacle.PERMISSION_FOR_MISSING: _("Write what the permission is for."),
    LoadingObstacle.NAME_MISSING: _("Write the name in Swedish, Finnish and English."),
    LoadingObstacle.SHIPS: _(
        "A questionnaire that comes with Kaveri has this name. Choose another."
    ),
    LoadingObstacle.SAME_TEXT: _("The same files are in use already under this name."),
    LoadingObstacle.CLOSED_ALREADY: _("The questionnaire is out of use already."),
}
RECORDING_OBSTACLES: dict[str, Any] = {
    RecordingObstacle.NO_SCORES: _("Write the score of at least one scale."),
    RecordingObstacle.RANGE_BACKWARDS: _("The highest score must be more than the lowest."),
    RecordingObstacle.OUTSIDE_RANGE: _(
        "A score is outside the scale. Check the scores and the scale."
    ),
    RecordingObstacle.DAY_AHEAD: _("The day has not come yet. Choose today or earlier."),
    RecordingObstacle.STANDS_ALREADY: _(
        "Results of this day stand already. They are kept as they were recorded."
    ),
}
