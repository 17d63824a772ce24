"""The forms of the teams and their meetings."""

from kaveri.steps.teams.forms.decisions import DecisionForm
from kaveri.steps.teams.forms.meetings import AgendaForm, CallOffForm, MeetingForm
from kaveri.steps.teams.forms.minutes import MinutesForm
from kaveri.steps.teams.forms.team import SeatForm, SureForm, WaysForm

__all__ = [
    "AgendaForm",
    "CallOffForm",
    "DecisionForm",
    "MeetingForm",
    "MinutesForm",
    "SeatForm",
    "SureForm",
    "WaysForm",
]
