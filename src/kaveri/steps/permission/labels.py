"""The words for who was told and how, why something cannot be done, and why a kind is asked by itself."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.consent.domain import Given
from kaveri.casebook.consent.labels import CONSENT_OBSTACLES, GIVEN
from kaveri.casebook.records.domain import Category, Register
from kaveri.foundation.documents.uploads import UPLOAD_OBSTACLES, UploadObstacle
from kaveri.foundation.ui import dates
from kaveri.steps.permission.domain import PermissionObstacle, ToldHow

if TYPE_CHECKING:
    from kaveri.foundation.accounts.models import Organisation

TOLD_HOW = {
    ToldHow.SERVICE: _("through this service"),
    ToldHow.PHONE: _("by phone"),
    ToldHow.LETTER: _("by letter"),
    ToldHow.SECURE_MAIL: _("by secure mail"),
    ToldHow.MEETING: _("at a meeting"),
    ToldHow.WAS_TOLD_FIRST: _("the client told them"),
}
# How staff take it down; what the client gives on their own pages only the client can give.
GIVEN_TO_STAFF = {way: GIVEN[way] for way in (Given.PAPER, Given.ORAL)}
SECTORS = {
    Register.SOCIAL: _("social welfare"),
    Register.HEALTH: _("health care"),
}
# Why these are asked one by one.
SENSITIVE_WHY = {
    Category.HEALTH: _(
        "Illnesses, treatment and statements by doctors. Tick only if the others need it."
    ),
    Category.SUBSTANCE_USE: _(
        "Alcohol, drugs and their treatment. Tick only if the others need it."
    ),
    Category.CRIMINAL_SANCTIONS: _(
        "Sentences and what follows from them. Tick only if the others need it."
    ),
}
PERMISSION_OBSTACLES: dict[Any, Any] = {
    PermissionObstacle.CASE_ENDED: _("The support has ended. Open it again first."),
    PermissionObstacle.BY_CLIENT_ONLY: _(
        "Only the client can give it on their own pages. Take it down on paper or by word of mouth."
    ),
    PermissionObstacle.NOT_A_PARTY: _(
        "Choose also the one who keeps this case: information passes to and from here."
    ),
    PermissionObstacle.OUTSIDE_SCOPE: _(
        "The representative may not decide about all of these. Choose what the authorisation covers."
    ),
    PermissionObstacle.NOT_THEIR_REPRESENTATIVE: _(
        "This person does not act for the client today. Choose another."
    ),
    PermissionObstacle.ENDED_ALREADY: _("It does not hold any more. Nothing needs to be done."),
    PermissionObstacle.BEGINS_LATER: _(
        "What takes the place of another begins today at the latest."
    ),
    PermissionObstacle.NOTHING_CHANGED: _("Nothing is different. Change what shall be changed."),
    PermissionObstacle.PERIOD_WRONG: _("The last day is before the first day, or has passed."),
    PermissionObstacle.SCAN_IS_THERE: _(
        "The scan is there already. Open it on the page of consents."
    ),
    PermissionObstacle.NOT_ON_PAPER: _(
        "This consent was not given on paper. There is nothing to scan."
    ),
    PermissionObstacle.NOT_WITHDRAWN: _("The consent is not withdrawn. There is nothing to tell."),
    PermissionObstacle.TOLD_ALREADY: _("It is noted already that they have been told."),
    PermissionObstacle.GIVEN_IN_THE_FUTURE: _("The day it was given cannot be in the future."),
    PermissionObstacle.PAPER_WITHOUT_PLACE: _("Write where the signed paper is kept."),
    PermissionObstacle.SCAN_IS_NO_PICTURE: _(
        "A scan is a PDF or a picture (JPG or PNG). Choose such a file."
    ),
    **UPLOAD_OBSTACLES,
    UploadObstacle.ANOTHER_KIND: _(
        "A scan is a PDF or a picture (JPG or PNG). Choose such a file."
    ),
    **CONSENT_OBSTACLES,
}
# What entries of the timeline tell.
ENTRY_WORDS = {
    "permission.consent_given": _("A consent was given"),
    "permission.consent_replaced": _("A consent was changed"),
    "permission.consent_withdrawn": _("A consent was withdrawn"),
    "permission.permit_given": _("A permit was given"),
    "permission.permit_withdrawn": _("A permit was withdrawn"),
    "permission.prohibition_given": _("A prohibition was made"),
    "permission.prohibition_withdrawn": _("A prohibition was withdrawn"),
}
# What the case manager does, after their name, in the client's language.
TELL_PARTY = _("tells %(party)s that a consent is withdrawn")
TELL_PARTY_CHANGED = _("tells %(party)s that a consent has been changed")
# A county has two parties, named by what they do.
PARTY_IN_COUNTY = {
    Register.SOCIAL: _("%(county)s (social services)"),
    Register.HEALTH: _("%(county)s (health services)"),
}

# --- the paper -------------------------------------------------------------------------------
PAPER_TITLE = _("Consent to exchange information")
PAPER_SECRET = _("Confidential")
PAPER_PAGE = _("Page")
PAPER_FOOT = _("Given %(day)s")
PAPER_GIVER = _("Who gives the consent")
PAPER_REPRESENTATIVE = _("Who acts for them")
PAPER_PARTIES = _("Between these parties information may pass")
PAPER_CATEGORIES = _("This information may pass")
PAPER_SENSITIVE = _("Named one by one, because it is sensitive")
PAPER_PURPOSE = _("What it may be used for")
PAPER_PERIOD = _("Valid")
PAPER_HOW = _("How it was given")
PAPER_STORED = _("Where the signed paper is kept")
PAPER_SCAN = _("Scanned and kept with the consent: %(name)s")
PAPER_READ = _("The text that was read")
PAPER_VERSION = _("version %(version)s, in %(language)s")
PAPER_STATE = _("Today, %(day)s")
PAPER_WITHDRAW = _("How to take it back")
PAPER_UNTIL = _("%(first)s–%(last)s, both days included")
PAPER_OPEN = _("from %(first)s until it is taken back")
PAPER_TAKEN_DOWN = _("taken down by %(who)s on %(day)s")


def party_name(organisation: "Organisation", register: str, language: str) -> str:
    """The party in this language; a county by what it does."""
    name = str(getattr(organisation, f"name_{language}"))
    words = {str(code): text for code, text in PARTY_IN_COUNTY.items()}.get(register)
    if words is None:
        return name
    with translation.override(language):
        return str(words % {"county": name})


def period(from_on: dt.date, until_on: dt.date | None, language: Any) -> str:
    """From when until when, both days included."""
    first = dates.plain_date(from_on, language)
    with translation.override(language):
        if until_on is None:
            return str(PAPER_OPEN % {"first": first})
        last = dates.plain_date(until_on, language)
        return str(PAPER_UNTIL % {"first": first, "last": last})
