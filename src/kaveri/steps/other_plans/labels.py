"""Words for what the check answers."""

from django.utils.translation import pgettext_lazy

from kaveri.steps.other_plans.domain import Answer

ANSWERS = {
    Answer.PRESENT: pgettext_lazy("a line of a plan", "There"),
    Answer.MISSING: pgettext_lazy("a line of a plan", "Missing"),
    Answer.CHECK: pgettext_lazy("a line of a plan", "Check"),
    Answer.NOT_APPLICABLE: pgettext_lazy("a line of a plan", "Not asked for"),
}
