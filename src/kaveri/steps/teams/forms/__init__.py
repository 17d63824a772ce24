"""The forms of the teams and their meetings."""

from kaveri.steps.teams.forms.meetings import AgendaForm, MeetingForm
from kaveri.steps.teams.forms.team import SeatForm, SureForm, WaysForm

__all__ = ["AgendaForm", "MeetingForm", "SeatForm", "SureForm", "WaysForm"]
