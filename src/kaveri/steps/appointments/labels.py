"""The words for meetings and what stands in their way."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from kaveri.steps.appointments.domain import AppointmentObstacle, State, Told, Visit, Way

WAYS = {
    Way.PLACE: _("at a place"),
    Way.PHONE: _("by phone"),
    Way.VIDEO: _("by video"),
}
VISITS = {
    Visit.USUAL: _("a usual meeting"),
    Visit.B_STATEMENT: _("a visit for a doctor’s B-statement"),
    Visit.ASSESSMENT: _("a visit for an assessment of work ability"),
}
STATES = {
    State.AGREED: _("the time is agreed on"),
    State.HELD: _("we met"),
    State.MISSED: _("did not come off this time"),
    State.CANCELLED: _("called off"),
}
APPOINTMENT_OBSTACLES: dict[str, Any] = {
    AppointmentObstacle.CASE_ENDED: _("The support has ended. Open the case again first."),
    AppointmentObstacle.HAS_PASSED: _("The time has passed. Choose a later time."),
    AppointmentObstacle.PLACE_MISSING: _("Write where you meet."),
    AppointmentObstacle.SERIES_WITHOUT_END: _("Choose the last day of the series."),
    AppointmentObstacle.SERIES_ENDS_BEFORE: _("The last day is before the first meeting."),
    AppointmentObstacle.SERIES_TOO_LONG: _(
        "The series is too long. Agree on at most 26 meetings at a time."
    ),
    AppointmentObstacle.NOT_OPEN: _("What came of the meeting is noted already."),
    AppointmentObstacle.NOT_YET: _("The meeting has not begun yet. It can be moved or called off."),
}
# What stands on the timeline of the case.
ENTRY_WORDS: dict[str, Any] = {
    Told.BOOKED: _("A meeting was agreed on"),
    Told.MOVED: _("A meeting was moved"),
    Told.HELD: _("The meeting was held"),
    Told.MISSED: _("The meeting did not come off this time"),
    Told.CANCELLED: _("A meeting was called off"),
    Told.CANNOT_COME: _("The client cannot come to a meeting"),
}
