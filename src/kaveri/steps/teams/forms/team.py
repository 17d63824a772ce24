"""The forms of a team's own page: ways of working and members."""

from collections.abc import Mapping
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.directory.selectors import in_language
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.ui.forms import KaveriForm, TextField
from kaveri.steps.teams.domain import Profession, Rhythm, SeatObstacle, WaysObstacle
from kaveri.steps.teams.labels import (
    AGENDA_OBSTACLES,
    MEETING_OBSTACLES,
    OBSTACLES,
    PROFESSIONS,
    RHYTHMS,
    WEEKDAYS,
)
from kaveri.steps.teams.selectors import seated


class WaysForm(KaveriForm):
    """When and where the team meets, and how it has agreed to work."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    rhythm = forms.ChoiceField(
        label=_("How often does the team meet?"),
        choices=list(RHYTHMS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how often the team meets.")},
    )
    weekday = forms.ChoiceField(
        label=_("Weekday"),
        choices=[("", _("No fixed weekday")), *WEEKDAYS.items()],
        required=False,
    )
    place = forms.CharField(label=_("Time and place"), required=False, max_length=200)
    text = TextField(
        label=_("How we have agreed to work"),
        help_text=_(
            "For example who presents a case, how consent is checked, where it is recorded"
            " and who tells the client. No client is named here."
        ),
        careful=True,
        lines=12,
        error_messages={"required": OBSTACLES[WaysObstacle.NOTHING_WRITTEN]},
    )

    careful_lines = frozenset({"place"})
    readers_know_nobody = True
    obstacle_words: ClassVar[Mapping[Any, Any]] = OBSTACLES
    obstacle_fields = {WaysObstacle.NO_WEEKDAY: "weekday", WaysObstacle.NOTHING_WRITTEN: "text"}

    def clean_rhythm(self) -> Rhythm:
        """The rhythm as its code."""
        return Rhythm(self.cleaned_data["rhythm"])


class SeatForm(KaveriForm):
    """Who comes into the team, and as what."""

    account_id = forms.ChoiceField(
        label=_("Who?"), error_messages={"required": _("Choose who comes into the team.")}
    )
    profession = forms.ChoiceField(
        label=_("As what?"),
        choices=[("", _("Choose")), *PROFESSIONS.items()],
        error_messages={"required": _("Choose the profession.")},
    )

    obstacle_words: ClassVar[Mapping[Any, Any]] = OBSTACLES
    obstacle_fields = {
        SeatObstacle.NOT_A_PROFESSIONAL: "account_id",
        SeatObstacle.SITS_ALREADY: "account_id",
    }

    def __init__(self, *args: Any, unit_id: UUID, **kwargs: Any) -> None:
        """Offer the workers who do not sit in the team yet, with where they work."""
        super().__init__(*args, **kwargs)
        sitting = seated(unit_id).values("account_id")
        free = people.professionals().exclude(pk__in=sitting).select_related("organisation")
        self.fields["account_id"].choices = [  # type: ignore[attr-defined]
            ("", _("Choose")),
            *[
                (str(row.pk), f"{row.full_name}, {in_language(row.organisation, 'name')}")
                for row in free
                if row.organisation is not None
            ],
        ]

    def clean_account_id(self) -> UUID:
        """The account's id."""
        return UUID(self.cleaned_data["account_id"])

    def clean_profession(self) -> Profession:
        """The profession as its code."""
        return Profession(self.cleaned_data["profession"])


class SureForm(KaveriForm):
    """Nothing to fill in: the question is whether."""

    obstacle_words: ClassVar[Mapping[Any, Any]] = {
        **OBSTACLES,
        **MEETING_OBSTACLES,
        **AGENDA_OBSTACLES,
    }
