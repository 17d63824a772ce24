"""The words of the background before a visit."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kaveri.casebook.records.domain import Category
from kaveri.steps.pre_visit.domain import (
    Answer,
    AnsweredHow,
    BackgroundObstacle,
    Handed,
    Standing,
    Told,
)

STANDINGS = {
    Standing.WAITS: pgettext_lazy("background", "waits for the client"),
    Standing.TO_CHANGE: pgettext_lazy("background", "the client wants something different"),
    Standing.APPROVED: pgettext_lazy("background", "approved by the client"),
    Standing.HANDED: pgettext_lazy("background", "on its way to the doctor"),
}
ANSWERS = {
    Answer.APPROVED: _("Yes, the doctor may read this"),
    Answer.OTHERWISE: _("No, something should be different"),
}
ANSWERED_HOW = {
    AnsweredHow.SIGNED_IN: pgettext_lazy("background", "signed in"),
    AnsweredHow.PAPER: pgettext_lazy("background", "on paper"),
    AnsweredHow.MEETING: pgettext_lazy("background", "when we met"),
    AnsweredHow.PHONE: pgettext_lazy("background", "over the phone"),
}
HANDED = {
    Handed.CLIENT_TAKES: _("The client takes the page along"),
    Handed.SAFE_MESSAGE: _("By a protected message to the doctor"),
    Handed.POST: _("By post to the doctor"),
    Handed.IN_PERSON: _("Given to the doctor in person"),
}
OF_HEALTH = {
    Category.HEALTH: _("Health only"),
    Category.SUBSTANCE_USE: _("Substance use as well"),
    Category.CRIMINAL_SANCTIONS: _("Criminal sanctions as well"),
}
BACKGROUND_OBSTACLES = {
    BackgroundObstacle.CASE_ENDED: _("The support has ended. Open the case again first."),
    BackgroundObstacle.NO_SUCH_VISIT: _(
        "The background belongs to a visit for a statement or an assessment that still stands. Book the visit first."
    ),
    BackgroundObstacle.NOTHING_WRITTEN: _("Write something under at least one heading."),
    BackgroundObstacle.TOO_LONG: _(
        "This does not fit on one page. Shorten it: the doctor needs what matters most."
    ),
    BackgroundObstacle.TEXT_HAS_CHANGED: _(
        "The text was changed while it was read. Read it again, then answer."
    ),
    BackgroundObstacle.ANSWERED_ALREADY: _("This text is approved already."),
    BackgroundObstacle.NO_WISH: _("Write what should be different."),
    BackgroundObstacle.NOT_ALL_SHOWN: _(
        "Some of the text is not shown to you. Only somebody who sees all of it can approve it."
    ),
    BackgroundObstacle.DAY_NOT_COME: _("Choose a day that has been, or today."),
    BackgroundObstacle.NOT_APPROVED: _(
        "The client has not approved this text. It is handed on only after that."
    ),
    BackgroundObstacle.NO_RECEIVER: _("Write which doctor or unit receives it."),
    BackgroundObstacle.NO_GROUND: _("Choose on which ground it is sent."),
    BackgroundObstacle.NOT_OWN_REGISTER: _(
        "This case is not in the register of health care. Choose another ground, or let the client take the page along."
    ),
    BackgroundObstacle.HANDED_ALREADY: _("It is handed on already."),
    BackgroundObstacle.NO_REASON: _("Write why no page is needed."),
    BackgroundObstacle.NOTHING_TO_PREPARE: _("The visit is prepared already."),
}
ENTRY_WORDS: dict[str, Any] = {
    Told.WRITTEN: _("A background for the doctor was written"),
    Told.APPROVED: _("The client approved the background for the doctor"),
    Told.OTHERWISE: _("The client wants the background for the doctor to be different"),
    Told.HANDED: _("The background for the doctor was handed on"),
    Told.WITHOUT: _("The visit to the doctor goes without a background"),
}
