"""The forms of meetings: when, where and with whom; another time; what came of it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from kaveri.casebook.tasks.domain import TaskObstacle, Told
from kaveri.casebook.tasks.labels import TASK_OBSTACLES, TOLD
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.foundation.ui.forms import DateField, FilterForm, KaveriForm, TextField
from kaveri.steps.appointments.domain import (
    LONGEST_MEETING,
    OUTCOMES,
    AppointmentObstacle,
    State,
    Visit,
    Way,
)
from kaveri.steps.appointments.labels import APPOINTMENT_OBSTACLES, STATES, VISITS, WAYS
from kaveri.steps.appointments.selectors import PAST
from kaveri.steps.appointments.services import Agreed

_TIME = _("Write the time like this: 9.30.")
_DAY = _("Choose a day.")
_MINUTES = _("Write how many minutes, between 5 and 480.")
# Weeks between the meetings of a series.
_RHYTHMS = (1, 2, 3, 4)


def _time() -> forms.TimeField:
    return forms.TimeField(
        label=_("Time"),
        input_formats=["%H.%M", "%H:%M", "%H"],
        widget=forms.TextInput,
        error_messages={"required": _TIME, "invalid": _TIME},
    )


class WhenForm(KaveriForm):
    """A day and a time by the clock on the wall, and whether the client knows."""

    on = DateField(label=_("Day"), error_messages={"required": _DAY})
    time = _time()
    told = forms.ChoiceField(label=_("Has the client been told?"), required=False)

    widths: ClassVar[Mapping[str, str]] = {"on": "short", "time": "short"}
    obstacle_words: ClassVar[Mapping[Any, Any]] = {**TASK_OBSTACLES, **APPOINTMENT_OBSTACLES}
    obstacle_fields: ClassVar[Mapping[str, str]] = {AppointmentObstacle.HAS_PASSED: "time"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """From today; a receipt is what the public form gives, a worker tells in other ways."""
        super().__init__(*args, **kwargs)
        self.fields["on"].earliest = clock.today()  # type: ignore[attr-defined]
        told = [(how.value, TOLD[how]) for how in Told if how != Told.RECEIPT]
        self.fields["told"].choices = [("", _("Not told yet")), *told]  # type: ignore[attr-defined]

    def starts_at(self) -> dt.datetime:
        """The moment, by the clock on the wall."""
        data = self.cleaned_data
        return dt.datetime.combine(data["on"], data["time"], clock.HELSINKI)

    def told_how(self) -> Told | None:
        """How the client came to know; None when they do not know yet."""
        value = self.cleaned_data.get("told")
        return Told(value) if value else None


class BookForm(WhenForm):
    """A meeting, or a series of them."""

    about = forms.CharField(
        label=_("What is it about?"),
        help_text=_("The client reads this. It never stands in a calendar or a mail."),
        max_length=200,
        error_messages={"required": _("Write what you meet about.")},
    )
    visit = forms.ChoiceField(
        label=_("What kind of meeting is it?"),
        help_text=_(
            "Before a statement or an assessment the case manager gets a task to prepare it with the client."
        ),
        choices=list(VISITS.items()),
    )
    minutes = forms.IntegerField(
        label=_("How long, in minutes?"),
        min_value=5,
        max_value=LONGEST_MEETING,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), _MINUTES),
    )
    way = forms.ChoiceField(
        label=_("How do you meet?"),
        choices=list(WAYS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how you meet.")},
    )
    place = forms.CharField(
        label=_("Where?"),
        help_text=_("The address and the room; for video, how to come in."),
        max_length=200,
        required=False,
    )
    getting_there = forms.CharField(
        label=_("How does one get there?"),
        help_text=_("The entrance, the bus, a way without stairs."),
        max_length=300,
        required=False,
    )
    people = forms.MultipleChoiceField(
        label=_("Who takes part besides you and the client?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    others = forms.CharField(
        label=_("Somebody without an account"),
        help_text=_("Somebody close, an interpreter, a doctor."),
        max_length=200,
        required=False,
    )
    every_weeks = forms.TypedChoiceField(
        label=_("Does it come again?"),
        required=False,
        coerce=int,
        empty_value=None,
    )
    until = DateField(
        label=_("Last day of the series"), help_text=_("Only for a series."), required=False
    )

    field_order = [
        *(
            "about",
            "visit",
            "on",
            "time",
            "minutes",
            "way",
            "place",
            "getting_there",
            "people",
            "others",
        ),
        *("every_weeks", "until", "told"),
    ]
    widths: ClassVar[Mapping[str, str]] = {
        **WhenForm.widths,
        "about": "long",
        "minutes": "short",
        "place": "long",
        "getting_there": "long",
        "until": "short",
    }
    careful_lines = frozenset({"about", "place", "getting_there"})
    needed_at_times = frozenset({"until"})
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        **WhenForm.obstacle_fields,
        AppointmentObstacle.PLACE_MISSING: "place",
        AppointmentObstacle.SERIES_WITHOUT_END: "until",
        AppointmentObstacle.SERIES_ENDS_BEFORE: "until",
        AppointmentObstacle.SERIES_TOO_LONG: "until",
    }

    def __init__(self, *args: Any, near: Iterable[Account] = (), **kwargs: Any) -> None:
        """Offer those near the case; without anybody there is nobody to choose."""
        super().__init__(*args, **kwargs)
        named = [(str(account.pk), account.full_name) for account in near]
        self.fields["people"].choices = named  # type: ignore[attr-defined]
        if not named:
            del self.fields["people"]
        rhythms = [
            (weeks, ngettext_lazy("every week", "every %(weeks)d weeks", weeks) % {"weeks": weeks})
            for weeks in _RHYTHMS
        ]
        self.fields["every_weeks"].choices = [("", _("Only this once")), *rhythms]  # type: ignore[attr-defined]

    def agreed(self) -> Agreed:
        """What the service is told."""
        data = self.cleaned_data
        return Agreed(
            about=data["about"],
            starts_at=self.starts_at(),
            minutes=data["minutes"],
            way=Way(data["way"]),
            visit=Visit(data["visit"]),
            place=data["place"],
            getting_there=data["getting_there"],
            others=data["others"],
            account_ids=[UUID(pk) for pk in data.get("people", [])],
            every_weeks=data["every_weeks"],
            until=data["until"],
        )


class MoveForm(WhenForm):
    """Another time for the same meeting."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    field_order = ["on", "time", "told", "version"]


class OutcomeForm(KaveriForm):
    """What came of the meeting, and what happens next when nothing else stands."""

    outcome = forms.ChoiceField(
        label=_("What came of the meeting?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what came of the meeting.")},
    )
    next_what = forms.CharField(
        label=_("What happens next?"),
        help_text=_(
            "The client reads this after your name, for example “calls the health centre”."
        ),
        max_length=300,
        required=False,
    )
    next_due_on = DateField(label=_("By when?"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    widths: ClassVar[Mapping[str, str]] = {"next_what": "long", "next_due_on": "short"}
    obstacle_words: ClassVar[Mapping[Any, Any]] = {**TASK_OBSTACLES, **APPOINTMENT_OBSTACLES}
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        TaskObstacle.NO_NEXT_STEP: "next_what",
        TaskObstacle.DATE_HAS_PASSED: "next_due_on",
        AppointmentObstacle.NOT_YET: "outcome",
    }

    def __init__(self, *args: Any, has_begun: bool = True, **kwargs: Any) -> None:
        """Before its time a meeting can only be called off."""
        super().__init__(*args, **kwargs)
        offered = OUTCOMES if has_begun else (State.CANCELLED,)
        self.fields["outcome"].choices = [(state.value, STATES[state]) for state in offered]  # type: ignore[attr-defined]
        self.fields["next_due_on"].earliest = clock.today()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A next step has words and a day, or is not there at all."""
        cleaned = super().clean() or {}
        if cleaned.get("next_what") and "next_due_on" in cleaned and not cleaned["next_due_on"]:
            self.add_error("next_due_on", _DAY)
        if cleaned.get("next_due_on") and "next_what" in cleaned and not cleaned["next_what"]:
            self.add_error("next_what", TASK_OBSTACLES[TaskObstacle.NOTHING_TO_DO])
        return cleaned


class CannotComeForm(KaveriForm):
    """The client says that the time does not suit."""

    wish = TextField(
        careful="the client's own words, about their own life",
        label=_("What would suit you better?"),
        lines=4,
        required=False,
    )
    voices = frozenset({"wish"})
    obstacle_words = APPOINTMENT_OBSTACLES


class MeetingsFilter(FilterForm):
    """Which meetings are listed."""

    words = forms.CharField(label=_("Search"), required=False, max_length=100)
    when = forms.ChoiceField(
        label=_("Show"),
        required=False,
        choices=[("", _("those that stand")), (PAST, _("what has been"))],
    )


class AddressForm(KaveriForm):
    """A new address for the calendar."""

    form_id = "address-form"
    with_place = forms.BooleanField(
        label=_("Show the place as well"),
        help_text=_(
            "Then whoever sees your calendar sees where you go. The place never comes along when a client's"
            " address is protected."
        ),
        required=False,
    )


class RemindersForm(KaveriForm):
    """Whether a mail comes the day before."""

    form_id = "reminders-form"
    wanted = forms.BooleanField(
        label=_("Send me a mail the day before a meeting"),
        help_text=_("The mail says only that you have a time tomorrow."),
        required=False,
    )
