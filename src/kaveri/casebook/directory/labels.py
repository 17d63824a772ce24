"""The words for the headings of a definition card."""

from django.utils.translation import gettext_lazy as _

from kaveri.casebook.directory.domain import (
    AccountObstacle,
    CardHeading,
    DutyObstacle,
    RenewalObstacle,
)
from kaveri.foundation.base.actor import Role

CARD_HEADINGS = {
    CardHeading.CHOOSE_WHEN: _("When to choose this"),
    CardHeading.DEFINITION: _("What it is"),
    CardHeading.TARGET_GROUP: _("Who it is for"),
    CardHeading.AIM: _("What it aims at"),
    CardHeading.CONTENT: _("What it contains"),
    CardHeading.MEMBERS: _("Who works in it and what they do"),
    CardHeading.HOW_TO_COME: _("How to come"),
    CardHeading.PRACTICAL: _("How it works in practice"),
    CardHeading.TOOLS: _("Tools and forms"),
    CardHeading.USUAL_WAIT: _("Usual wait"),
}


ROLES = {
    Role.PROFESSIONAL: _("professional: works with clients"),
    Role.MANAGER: _("manager: leads the unit, sees no clients"),
    Role.EDITOR: _("editor: keeps the texts and services"),
    Role.PRIVACY_OFFICER: _("privacy officer: follows the log"),
    Role.ADMINISTRATOR: _("administrator: keeps the accounts, sees no clients"),
}
ACCOUNT_OBSTACLES = {
    AccountObstacle.NAME_MISSING: _("Write the user name, the first name and the last name."),
    AccountObstacle.USERNAME_TAKEN: _("Somebody has this user name already. Choose another."),
    AccountObstacle.NOT_A_WORKERS_ROLE: _("Choose what the person does."),
}
RENEWAL_OBSTACLES = {
    RenewalObstacle.OWN_ACCOUNT: _(
        "This is your own account. Change your password under your name at the top."
    ),
}
DUTY_OBSTACLES = {
    DutyObstacle.NOT_OF_THE_UNIT: _("Choose somebody who works in the unit."),
    DutyObstacle.ENDS_TOO_EARLY: _("Choose a last day that is neither past nor before the first."),
    DutyObstacle.NOBODY_LEFT: _(
        "Then nobody would be on the list, and what arrives would have no owner."
        " Put somebody else on the list first."
    ),
}
