"""The words for professions, rhythms and what stands in the way."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.records.domain import Category, Register
from kaveri.casebook.records.labels import CATEGORIES, REGISTERS
from kaveri.steps.teams.domain import (
    AgendaObstacle,
    Attendance,
    ClientCame,
    DecisionObstacle,
    MeetingObstacle,
    MeetingState,
    MinutesObstacle,
    Missing,
    Profession,
    Rhythm,
    SeatObstacle,
    WaysObstacle,
    Weekday,
)

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
MEETING_STATES: dict[str, Any] = {
    MeetingState.PLANNED: _("to come"),
    MeetingState.OPENED: _("opened"),
    MeetingState.CALLED_OFF: pgettext_lazy("team’s meeting", "called off"),
}
ATTENDANCES: dict[str, Any] = {
    Attendance.ATTENDS: _("takes part"),
    Attendance.STAYS_AWAY: _("does not take part"),
    Attendance.SENDS_WORD: _("sends word"),
}
MEETING_OBSTACLES: dict[str, Any] = {
    MeetingObstacle.IN_THE_PAST: _("The time has passed. Choose a time to come."),
    MeetingObstacle.OPENED_ALREADY: _("The meeting has been opened already."),
    MeetingObstacle.CALLED_OFF_ALREADY: _("The meeting has been called off."),
    MeetingObstacle.NO_SUCH_MEETING: _("Choose a meeting to come of the same team."),
}
AGENDA_OBSTACLES: dict[str, Any] = {
    AgendaObstacle.NO_GROUND: _("The client’s consent does not cover everybody in the team."),
    AgendaObstacle.NOBODY_SITS: _("The team has no members yet. Add them on the team’s page."),
    AgendaObstacle.CASE_HAS_ENDED: _("The case has ended."),
    AgendaObstacle.STANDS_ALREADY: _("The case stands on this agenda already."),
    AgendaObstacle.MEETING_HAS_BEGUN: _("The meeting has begun already. Choose another."),
    AgendaObstacle.NO_QUESTION: _("Write what is asked of the team."),
    AgendaObstacle.NO_WORDS: _("Write what the client sends word of."),
    AgendaObstacle.PRESENTER_NOT_NEAR: _(
        "This person has no part in the case yet. Choose somebody who has."
    ),
    AgendaObstacle.TAKEN_OFF: _("The case has been taken off the agenda already."),
}
DECISION_OBSTACLES: dict[str, Any] = {
    DecisionObstacle.NOT_OPENED: _("The meeting has not been opened yet."),
    DecisionObstacle.NOT_TALKED_ABOUT: _(
        "The consent no longer covers everybody in the team. The case is not talked about."
    ),
    DecisionObstacle.OWNER_LEAVES_BEFORE: _(
        "This person sees the case only until two weeks after the meeting."
        " Choose an earlier day, or somebody who works on the case."
    ),
}
CLIENT_CAME: dict[str, Any] = {
    ClientCame.CAME: _("was there"),
    ClientCame.DID_NOT_COME: _("was not there"),
    ClientCame.SENT_WORD: _("had sent word"),
}
MINUTES_OBSTACLES: dict[str, Any] = {
    MinutesObstacle.NOT_OPENED: _("The meeting has not been opened yet."),
    MinutesObstacle.NOT_TALKED_ABOUT: _(
        "The consent no longer covers everybody in the team. The case is not talked about."
    ),
    MinutesObstacle.NOTHING_FOR_THE_CLIENT: _("Write what the client is told."),
    MinutesObstacle.NOBODY_WAS_THERE: _("Tick who was there."),
}
ENTRY_WORDS: dict[str, Any] = {
    "teams.put_on_agenda": _("Put on the agenda of the team"),
    "teams.taken_off_agenda": _("Taken off the agenda of the team"),
    "teams.meeting_moved": _("The team’s meeting was moved to another time"),
    "teams.meeting_called_off": _(
        "The team’s meeting was called off: the case was not talked about"
    ),
    "teams.moved_to_next": _("Moved to the agenda of a later meeting of the team"),
    "teams.minutes_written": _("The team’s minutes were written"),
    "teams.ground_lost": _("Not talked about in the team: the consent no longer covers it"),
}


def missing_words(missing: Iterable[Missing], names: Mapping[UUID, Any]) -> list[str]:
    """A sentence for each party: who may not know, and of what."""
    parties: dict[tuple[UUID, str], list[str]] = {}
    for each in missing:
        known = parties.setdefault((each.organisation_id, each.register), [])
        known.append(str(CATEGORIES[Category(each.category)]))
    return [
        gettext(
            "The client’s consent does not let %(party)s know of: %(categories)s."
            " Ask the client for it, or let the case wait."
        )
        % {"party": _party(names.get(organisation_id), register), "categories": ", ".join(known)}
        for (organisation_id, register), known in parties.items()
    ]


def _party(organisation: Any, register: str) -> str:
    if organisation is None:
        return str(REGISTERS[Register(register)])
    name = str(getattr(organisation, f"name_{get_language()}"))
    return name if register == Register.OWN else f"{name} ({REGISTERS[Register(register)]})"
