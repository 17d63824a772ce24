"""The words for entries, ways of contact and sources."""

from django.utils.translation import gettext_lazy as _

from kaveri.casebook.timeline.domain import (
    EntryKind,
    EntryObstacle,
    Reached,
    Source,
    Way,
)

ENTRY_KINDS = {
    EntryKind.NOTE: _("note"),
    EntryKind.CONTACT: _("contact with the client"),
    EntryKind.MESSAGE: _("message"),
    EntryKind.DOCUMENT: _("document"),
    EntryKind.EVENT: _("event"),
}
WAYS = {
    Way.MEETING: _("meeting"),
    Way.HOME_VISIT: _("home visit"),
    Way.PHONE: _("phone call"),
    Way.VIDEO: _("video call"),
    Way.TEXT_MESSAGE: _("text message"),
    Way.LETTER: _("letter"),
    Way.PORTAL: _("own pages"),
}
REACHED = {
    Reached.REACHED: _("in touch"),
    Reached.NO_ANSWER: _("no answer"),
    Reached.MISSED: _("did not come"),
    Reached.CANCELLED: _("cancelled"),
}
SOURCES = {
    Source.CLIENT: _("the client"),
    Source.CLOSE_PERSON: _("a close person"),
    Source.OWN_OBSERVATION: _("the writer's own observation"),
    Source.HEALTH_CARE: _("health care"),
    Source.SOCIAL_CARE: _("social welfare"),
    Source.EMPLOYMENT_SERVICES: _("employment services"),
    Source.KELA: _("Kela"),
    Source.PENSION_INSURER: _("pension insurer"),
    Source.OTHER_AUTHORITY: _("another authority"),
    Source.ORGANISATION: _("an organisation"),
}
ENTRY_OBSTACLES = {
    EntryObstacle.NOTHING_WRITTEN: _("Write what happened."),
    EntryObstacle.IN_THE_FUTURE: _("The day has not come yet. Choose today or an earlier day."),
    EntryObstacle.BEFORE_THE_CASE: _("The day is before the case began."),
}
