"""Words of the plan among other plans."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kaveri.casebook.records.domain import Category
from kaveri.steps.other_plans.domain import Answer, Coming, RegisterObstacle, Told

ANSWERS = {
    Answer.PRESENT: pgettext_lazy("a line of a plan", "There"),
    Answer.MISSING: pgettext_lazy("a line of a plan", "Missing"),
    Answer.CHECK: pgettext_lazy("a line of a plan", "Check"),
    Answer.NOT_APPLICABLE: pgettext_lazy("a line of a plan", "Not asked for"),
}
COMING = {
    Coming.OUT: pgettext_lazy("another plan", "no longer valid"),
    Coming.REVIEW_LATE: pgettext_lazy("another plan", "the review day has passed"),
    Coming.ENDS_SOON: pgettext_lazy("another plan", "valid for less than a month"),
    Coming.REVIEW_SOON: pgettext_lazy("another plan", "review within a month"),
}
GUARDED: dict[str, Any] = {
    "": _("Nothing more than its kind"),
    Category.HEALTH: _("Health"),
    Category.SUBSTANCE_USE: _("Substance use"),
    Category.CRIMINAL_SANCTIONS: _("Criminal sanctions"),
}
OBSTACLES: dict[str, Any] = {
    RegisterObstacle.CASE_ENDED: _("The support has ended. Open the case again first."),
    RegisterObstacle.PLAN_ENDED: _("This plan has ended already."),
    RegisterObstacle.NO_HOLDER: _(
        "Choose who holds the plan, or write their name or organisation."
    ),
    RegisterObstacle.HOLDER_NOT_NEAR: _(
        "This person does not belong to the client's network now. Write their name instead."
    ),
    RegisterObstacle.REVIEW_AFTER_LAST_DAY: _(
        "The review comes after the last day. Choose an earlier day for the review."
    ),
    RegisterObstacle.NO_REASON: _("Write why the plan ends."),
    RegisterObstacle.NO_SUPPORT_PLAN: _("There is no support plan yet. Begin it first."),
    RegisterObstacle.PLAN_NOT_SHOWN: _(
        "The support plan is not shown to you, so you cannot make it a part of yours. Ask the case manager which"
        " consent of the client is missing."
    ),
    RegisterObstacle.STANDS_ALREADY: _(
        "The support plan is a part of a plan already. Take it out of that one first."
    ),
    RegisterObstacle.STANDS_NOT: _("The support plan is not a part of this plan."),
    RegisterObstacle.UNKNOWN_LINE: _(
        "The list of contents has changed meanwhile. Go through it again."
    ),
}
ENTRY_WORDS: dict[str, Any] = {
    Told.NOTED: _("Another plan of the client was noted"),
    Told.CHANGED: _("What is noted of another plan was changed"),
    Told.ENDED: _("Another plan of the client ended"),
    Told.PUT_IN: _("The support plan became a part of another plan"),
    Told.TAKEN_OUT: _("The support plan stands alone again"),
    Told.TICKED: _("The contents of another plan were gone through"),
}
