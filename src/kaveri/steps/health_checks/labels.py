"""The words of health checks."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kaveri.steps.health_checks.domain import CheckObstacle, CheckState, Outcome, Told

STATES: dict[str, Any] = {
    CheckState.OFFERED: pgettext_lazy("health check", "offered"),
    CheckState.BOOKED: pgettext_lazy("health check", "booked"),
    CheckState.DONE: pgettext_lazy("health check", "done"),
    CheckState.DECLINED: pgettext_lazy("health check", "declined by the client"),
    CheckState.FELL: pgettext_lazy("health check", "not made, the support ended"),
}
OUTCOMES: dict[str, Any] = {
    Outcome.NOTHING_MORE: _("Nothing more is needed now"),
    Outcome.TREATMENT: _("On to treatment"),
    Outcome.EXAMINATION: _("On to more examinations"),
    Outcome.REHABILITATION: _("On to rehabilitation"),
    Outcome.WORK_ABILITY: _("On to an assessment of work ability"),
    Outcome.OTHER: pgettext_lazy("health check", "Something else"),
}
OBSTACLES: dict[str, Any] = {
    CheckObstacle.CASE_ENDED: _("The support has ended. Open the case again first."),
    CheckObstacle.UNDER_WAY: _("A health check is offered or booked already."),
    CheckObstacle.NOT_NOW: _("This health check is over already."),
    CheckObstacle.DAY_HAS_PASSED: _("The day has passed. Choose today or a later day."),
    CheckObstacle.DAY_NOT_COME: _("Choose a day that has been, or today."),
    CheckObstacle.NO_PLACE: _("Write where the check is made."),
    CheckObstacle.NO_REASON: _("Write what the client said."),
    CheckObstacle.NO_NEXT_DAY: _("Choose the day of the next step."),
}
ENTRY_WORDS: dict[str, Any] = {
    Told.OFFERED: _("A health check was offered"),
    Told.BOOKED: _("A time for a health check was booked"),
    Told.DONE: _("The health check was made"),
    Told.DECLINED: _("The client does not want a health check"),
}
