"""The words for answers, bands and change."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from kaveri.casebook.measures.domain import (
    Answer,
    AskedBy,
    Band,
    Change,
    MeasureObstacle,
)

ANSWERS = {
    Answer.SCORE: _("gave a score"),
    Answer.DOES_NOT_WANT: _("does not want to answer"),
    Answer.CANNOT_SAY: _("cannot say"),
}
ASKED_BY = {
    AskedBy.SELF: _("answered alone"),
    AskedBy.PROFESSIONAL: _("asked by a professional"),
    AskedBy.PHONE: _("asked by phone"),
}
BANDS = {
    Band.POOR: _("poor"),
    Band.MODERATE: _("moderate"),
    Band.GOOD: _("good"),
    Band.EXCELLENT: _("excellent"),
}
CHANGES = {
    Change.FIRST: _("first answer"),
    Change.NO_SURE_CHANGE: _("no sure change"),
    Change.UP: _("better than before"),
    Change.DOWN: _("worse than before"),
}
MEASURE_OBSTACLES: dict[str, Any] = {
    MeasureObstacle.SCORE_OUT_OF_RANGE: _("Give a whole number from 0 to 10."),
    MeasureObstacle.SCORE_BESIDE_NO_ANSWER: _(
        "Either there is a number or there is no answer. Keep one of them."
    ),
    MeasureObstacle.SCORE_MISSING: _("Give a number from 0 to 10, or say that there is no answer."),
}
