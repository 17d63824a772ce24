"""The words for the quick ask and for what stands in the way of lists."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from kaveri.casebook.measures.domain import Answer
from kaveri.casebook.measures.labels import MEASURE_OBSTACLES
from kaveri.casebook.tasks.labels import TASK_OBSTACLES
from kaveri.steps.identification.domain import PromptObstacle, QuickAskObstacle, answer_codes

SCORE_ANSWERS: dict[str, Any] = {
    **{code: code for code in answer_codes() if code.isdigit()},
    Answer.DOES_NOT_WANT: _("does not want to answer"),
    Answer.CANNOT_SAY: _("cannot say"),
}
OWN_SCORE_ANSWERS: dict[str, Any] = {
    **{code: code for code in answer_codes() if code.isdigit()},
    Answer.DOES_NOT_WANT: _("I do not want to answer"),
    Answer.CANNOT_SAY: _("I cannot say"),
}
WHAT_IT_SAYS = _(
    "One number says how the person sees their own work ability today, beside the best it has "
    "been in their own life."
)
WHAT_IT_DOES_NOT_SAY = _(
    "It does not say why, it is no diagnosis and no risk, and it neither gives nor takes away any "
    "benefit. A difference of one point is no sure change."
)
QUICK_ASK_OBSTACLES: dict[str, Any] = {
    QuickAskObstacle.PERSON_HAS_NOT_AGREED: _(
        "Ask the person first. A contact is made only when the person agrees."
    ),
    QuickAskObstacle.NO_WAY_TO_REACH: _("Write a telephone number or an e-mail address."),
    QuickAskObstacle.NOBODY_ON_DUTY: _(
        "Nobody is on duty in this municipality. Call the unit, and tell the manager."
    ),
    **{str(code): words for code, words in MEASURE_OBSTACLES.items()},
    **{str(code): words for code, words in TASK_OBSTACLES.items()},
}
PROMPT_OBSTACLES: dict[str, Any] = {
    PromptObstacle.LANGUAGE_MISSING: _("Write every part in Swedish, Finnish and English."),
    PromptObstacle.LINES_DIFFER: _(
        "Each part must have as many lines in every language. Check that no line is missing."
    ),
}
