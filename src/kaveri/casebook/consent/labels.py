"""The words for how it was given, what for, and where in its life it is."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kaveri.casebook.consent.domain import ConsentObstacle, Given, Life, LimitSource, Purpose

GIVEN = {
    Given.ELECTRONIC: _("on the client's own pages, signed in"),
    Given.PAPER: _("on paper, signed"),
    Given.ORAL: _("by word of mouth, for one matter only"),
}
PURPOSES = {
    Purpose.SUPPORT: _("planning and carrying out support for work ability together"),
    Purpose.PLAN: _("making and following the joint plan"),
    Purpose.ASSESSMENT: _("assessing work ability"),
    Purpose.TEAM: _("discussion in the team"),
}
LIVES = {
    Life.COMING: _("begins later"),
    Life.VALID: _("valid"),
    Life.EXPIRED: _("has expired"),
    Life.WITHDRAWN: pgettext_lazy("consent", "withdrawn"),
    Life.REPLACED: _("replaced by a newer one"),
}
LIMIT_SOURCES = {
    LimitSource.PLAN: _("agreed in the plan"),
    LimitSource.NETWORK: _("agreed in the network"),
}
CONSENT_OBSTACLES: dict[str, Any] = {
    ConsentObstacle.ONE_PARTY: _("Choose at least two parties: information passes between them."),
    ConsentObstacle.NO_CATEGORY: _(
        "Choose at least one kind of information besides name and contact details."
    ),
    ConsentObstacle.NO_PURPOSE: _("Choose what the information may be used for."),
    ConsentObstacle.ENDS_BEFORE_IT_BEGINS: _("The last day is before the first day."),
    ConsentObstacle.ENDED_ALREADY: _("The last day has passed already."),
    ConsentObstacle.ORAL_IS_ONE_DEALING: _(
        "Consent by word of mouth covers one matter only: two parties and a single day."
    ),
    ConsentObstacle.ORAL_WITHOUT_WORDS: _("Write which matter the consent covers."),
    ConsentObstacle.PAPER_WITHOUT_PLACE: _("Write where the signed paper is kept."),
    ConsentObstacle.GIVEN_IN_THE_FUTURE: _("The day it was given cannot be in the future."),
}
