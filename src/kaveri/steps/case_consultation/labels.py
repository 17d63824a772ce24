"""The words of questions about a client."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kaveri.steps.case_consultation.domain import AskedAs, QuestionObstacle, QuestionState, Told

ASKED_AS: dict[str, Any] = {
    AskedAs.LOCAL_TEAM: _("The local team"),
    AskedAs.COORDINATOR: _("A work ability coordinator"),
    AskedAs.SPECIAL_TEAM: _("The special competence team"),
    AskedAs.OTHER: _("Another worker"),
}
STATES: dict[str, Any] = {
    QuestionState.OPEN: pgettext_lazy("question", "waits for an answer"),
    QuestionState.ANSWERED: pgettext_lazy("question", "answered"),
    QuestionState.NOT_ANSWERED: pgettext_lazy("question", "could not be answered"),
    QuestionState.TAKEN_BACK: pgettext_lazy("question", "taken back"),
}
OBSTACLES: dict[str, Any] = {
    QuestionObstacle.CASE_ENDED: _("The support has ended. Open the case again first."),
    QuestionObstacle.NO_QUESTION: _("Write what you want to ask."),
    QuestionObstacle.DAY_HAS_PASSED: _("The day has passed. Choose today or a later day."),
    QuestionObstacle.ASKED_ONESELF: _("You cannot ask yourself. Choose a colleague."),
    QuestionObstacle.NOT_AT_WORK: _("This person does not work here now. Choose somebody else."),
    QuestionObstacle.NOT_IN_A_TEAM: _(
        "This person does not sit in a local team. Choose somebody who does, or ask them as something else."
    ),
    QuestionObstacle.NO_ANSWER: _("Write the answer. Your colleague reads it."),
    QuestionObstacle.NOT_OPEN: _("The question does not wait for an answer any more."),
    QuestionObstacle.NO_REASON: _("Write why."),
    QuestionObstacle.NO_NEXT_DAY: _("Choose the day of the next step."),
}
ENTRY_WORDS: dict[str, Any] = {
    Told.ASKED: _("A colleague was asked"),
    Told.ANSWERED: _("A colleague answered"),
    Told.NOT_ANSWERED: _("A colleague could not answer"),
    Told.TAKEN_BACK: _("The question to a colleague was taken back"),
}
