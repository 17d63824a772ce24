"""The words for professions, rhythms and what stands in the way."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kaveri.steps.teams.domain import Profession, Rhythm, SeatObstacle, WaysObstacle, Weekday

PROFESSIONS: dict[str, Any] = {
    Profession.DOCTOR: pgettext_lazy("profession", "doctor"),
    Profession.NURSE: pgettext_lazy("profession", "nurse"),
    Profession.PUBLIC_HEALTH_NURSE: pgettext_lazy("profession", "nurse for unemployed people"),
    Profession.SOCIAL_PROFESSIONAL: pgettext_lazy("profession", "social professional"),
    Profession.REHABILITATION_COUNSELLOR: pgettext_lazy("profession", "rehabilitation counsellor"),
    Profession.PHYSIOTHERAPIST: pgettext_lazy("profession", "physiotherapist"),
    Profession.OCCUPATIONAL_THERAPIST: pgettext_lazy("profession", "occupational therapist"),
    Profession.PSYCHOLOGIST: pgettext_lazy("profession", "psychologist"),
    Profession.COORDINATOR: pgettext_lazy("profession", "work ability coordinator"),
    Profession.EMPLOYMENT_EXPERT: pgettext_lazy("profession", "employment expert"),
    Profession.KELA_EXPERT: pgettext_lazy("profession", "Kela expert"),
    Profession.OTHER: pgettext_lazy("profession", "another profession"),
}
RHYTHMS: dict[str, Any] = {
    Rhythm.WEEKLY: _("every week"),
    Rhythm.EVERY_OTHER_WEEK: _("every other week"),
    Rhythm.MONTHLY: _("once a month"),
    Rhythm.BY_NEED: _("when there is need"),
}
WEEKDAYS: dict[str, Any] = {
    Weekday.MONDAY: _("on Mondays"),
    Weekday.TUESDAY: _("on Tuesdays"),
    Weekday.WEDNESDAY: _("on Wednesdays"),
    Weekday.THURSDAY: _("on Thursdays"),
    Weekday.FRIDAY: _("on Fridays"),
}
OBSTACLES: dict[str, Any] = {
    WaysObstacle.NOTHING_WRITTEN: _("Write how the team has agreed to work."),
    WaysObstacle.NO_WEEKDAY: _("Choose the weekday on which the team meets."),
    SeatObstacle.NOT_A_PROFESSIONAL: _("Choose somebody who works with clients."),
    SeatObstacle.SITS_ALREADY: _("This person sits in the team already."),
    SeatObstacle.HAS_LEFT: _("This person has left the team already."),
}
