"""The words for the headings of a definition card."""

from django.utils.translation import gettext_lazy as _

from kaveri.casebook.directory.domain import CardHeading

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
