"""What the pages of the teams and their meetings show."""

from kaveri.steps.teams.presenters.decisions import decided_in, talk_page
from kaveri.steps.teams.presenters.meetings import (
    agenda_form_page,
    case_page,
    meeting_page,
    meetings_page,
    off_page,
)
from kaveri.steps.teams.presenters.minutes import minutes_of, minutes_page, own_page
from kaveri.steps.teams.presenters.team import form_page, team_page, teams_page, versions_page

__all__ = [
    "agenda_form_page",
    "case_page",
    "decided_in",
    "form_page",
    "meeting_page",
    "meetings_page",
    "minutes_of",
    "minutes_page",
    "off_page",
    "own_page",
    "talk_page",
    "team_page",
    "teams_page",
    "versions_page",
]
