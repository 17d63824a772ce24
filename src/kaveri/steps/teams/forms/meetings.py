"""The forms of a meeting: when and where, and what comes on its agenda."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.directory.selectors import in_language
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.labels import CATEGORIES
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Refused
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import DateField, KaveriForm, TextField
from kaveri.steps.teams.domain import (
    ALWAYS_TOUCHED,
    AgendaObstacle,
    Attendance,
    GroundMissing,
    MeetingObstacle,
)
from kaveri.steps.teams.labels import (
    AGENDA_OBSTACLES,
    ATTENDANCES,
    MEETING_OBSTACLES,
    missing_words,
)
from kaveri.steps.teams.models import Meeting

_CHOSEN = [
    (category, CATEGORIES[category])
    for category in Category
    if category not in {*ALWAYS_TOUCHED, Category.IDENTITY_CONTACT}
]
_BACK = "back"
_TIME = _("Write the time like this: 9.30.")


class MeetingForm(KaveriForm):
    """When and where the team meets."""

    meets_on = DateField(label=_("Day"), error_messages={"required": _("Write the day.")})
    time = forms.TimeField(
        label=_("Time"),
        input_formats=["%H.%M", "%H:%M"],
        widget=forms.TextInput,
        error_messages={"required": _TIME, "invalid": _TIME},
    )
    place = forms.CharField(
        label=_("Place"),
        help_text=_("A room, or how to take part from afar."),
        max_length=200,
        error_messages={"required": _("Write where the team meets.")},
    )

    widths = {"meets_on": "short", "time": "short"}
    careful_lines = frozenset({"place"})
    readers_know_nobody = True
    obstacle_words: ClassVar[Mapping[Any, Any]] = MEETING_OBSTACLES
    obstacle_fields = {MeetingObstacle.IN_THE_PAST: "meets_on"}

    def starts_at(self) -> dt.datetime:
        """The moment, by the clock on the wall."""
        data = self.cleaned_data
        return dt.datetime.combine(data["meets_on"], data["time"], clock.HELSINKI)


class CallOffForm(KaveriForm):
    """What becomes of the cases on the agenda."""

    to_id = forms.ChoiceField(
        label=_("What becomes of the cases on the agenda?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what becomes of the cases.")},
    )

    obstacle_words: ClassVar[Mapping[Any, Any]] = MEETING_OBSTACLES
    obstacle_fields = {MeetingObstacle.NO_SUCH_MEETING: "to_id"}

    def __init__(self, *args: Any, meetings: list[Meeting], **kwargs: Any) -> None:
        """Offer the team's meetings to come; the last way is back to those who carry the cases."""
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["to_id"].choices = [
            *[(str(row.pk), meeting_words(row)) for row in meetings],
            (
                _BACK,
                _("No other meeting: each case manager decides within a week how to go on"),
            ),
        ]

    def later_id(self) -> UUID | None:
        """The meeting that takes the cases, when one does."""
        chosen = self.cleaned_data["to_id"]
        return None if chosen == _BACK else UUID(chosen)


class AgendaForm(KaveriForm):
    """What the team talks about: the client's own words first."""

    meeting_id = forms.ChoiceField(
        label=_("Which meeting?"), error_messages={"required": _("Choose the meeting.")}
    )
    client_words = TextField(
        label=_("The client’s own question and wish"),
        help_text=_("As the client says it. It stands first when the team talks."),
        careful=True,
        lines=3,
        required=False,
    )
    attendance = forms.ChoiceField(
        label=_("Does the client take part?"),
        choices=list(ATTENDANCES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether the client takes part.")},
    )
    question = TextField(
        label=_("What is asked of the team"),
        careful=True,
        lines=3,
        error_messages={"required": AGENDA_OBSTACLES[AgendaObstacle.NO_QUESTION]},
    )
    categories = forms.MultipleChoiceField(
        label=_("What does the talk touch, besides the life situation?"),
        help_text=_(
            "The consent must let everybody who sits in the team know of what you tick here."
        ),
        choices=_CHOSEN,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    presenter_id = forms.ChoiceField(
        label=_("Who presents?"),
        help_text=_("Whoever knows the person best."),
        error_messages={"required": _("Choose who presents.")},
    )
    guest_id = forms.ChoiceField(
        label=_("A guest for this case only"),
        help_text=_("The consent must cover the guest as well."),
        required=False,
    )

    voices = frozenset({"client_words"})
    obstacle_words: ClassVar[Mapping[Any, Any]] = AGENDA_OBSTACLES
    obstacle_fields = {
        AgendaObstacle.NOBODY_SITS: "meeting_id",
        AgendaObstacle.STANDS_ALREADY: "meeting_id",
        AgendaObstacle.MEETING_HAS_BEGUN: "meeting_id",
        AgendaObstacle.NO_QUESTION: "question",
        AgendaObstacle.NO_WORDS: "client_words",
        AgendaObstacle.PRESENTER_NOT_NEAR: "presenter_id",
    }

    def __init__(
        self, *args: Any, meetings: list[Meeting], presenters: list[Account], **kwargs: Any
    ) -> None:
        """Offer the meetings to come, those who work on the case, and whom one may call."""
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["meeting_id"].choices = [
            ("", _("Choose")),
            *[(str(row.pk), meeting_words(row)) for row in meetings],
        ]
        fields["presenter_id"].choices = [(str(row.pk), row.full_name) for row in presenters]
        guests = people.professionals().select_related("organisation")
        fields["guest_id"].choices = [
            ("", _("No guest")),
            *[
                (str(row.pk), f"{row.full_name}, {in_language(row.organisation, 'name')}")
                for row in guests
                if row.organisation is not None
            ],
        ]

    def wanted(self) -> dict[str, Any]:
        """What the use case asks for."""
        data = dict(self.cleaned_data)
        guest = data.pop("guest_id")
        return {
            **data,
            "meeting_id": UUID(data["meeting_id"]),
            "presenter_id": UUID(data["presenter_id"]),
            "attendance": Attendance(data["attendance"]),
            "guest_ids": [UUID(guest)] if guest else [],
        }

    def show_refusal(self, refused: Refused) -> None:
        """Name who may not know of what, so that the client can be asked for just that."""
        if not isinstance(refused, GroundMissing):
            super().show_refusal(refused)
            return
        names = {row.pk: row for row in people.organisations()}
        for words in missing_words(refused.missing, names):
            self.add_error("categories", words)


def meeting_words(row: Meeting) -> str:
    """A meeting in a list: the team, the day, the time, the place."""
    moment = row.starts_at.astimezone(clock.HELSINKI)
    language = dates.known_language(get_language())
    return gettext("%(team)s, %(day)s at %(time)s, %(place)s") % {
        "team": in_language(row.unit, "name"),
        "day": dates.plain_date(moment.date(), language),
        "time": dates.clock_time(moment, language),
        "place": row.place,
    }
