"""The forms of health checks."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.tasks.domain import TaskObstacle, Told
from kaveri.casebook.tasks.labels import TASK_OBSTACLES, TOLD
from kaveri.foundation.base import clock
from kaveri.foundation.ui.forms import DateField, FilterForm, KaveriForm, TextField
from kaveri.steps.assessment.domain import NextThing
from kaveri.steps.health_checks.domain import CheckObstacle, Outcome
from kaveri.steps.health_checks.labels import OBSTACLES, OUTCOMES

_WORDS: Mapping[Any, Any] = {**TASK_OBSTACLES, **OBSTACLES}
_DAY = _("Choose a day.")
# A receipt is what the public form gives; a worker tells in other ways.
_TOLD = [
    ("", _("Not told yet")),
    *((how.value, TOLD[how]) for how in Told if how is not Told.RECEIPT),
]
_QUARTERS = 8


class TellingForm(KaveriForm):
    """Whether the client has been told."""

    told = forms.ChoiceField(label=_("Has the client been told?"), choices=_TOLD, required=False)
    obstacle_words: ClassVar[Mapping[Any, Any]] = _WORDS

    def told_how(self) -> Told | None:
        """How the client came to know; None when they do not know yet."""
        return Told(self.cleaned_data["told"]) if self.cleaned_data.get("told") else None


class BookForm(TellingForm):
    """When and where the check is made."""

    on = DateField(label=_("Day"), error_messages={"required": _DAY})
    place = forms.CharField(
        label=_("Where is the check made?"),
        help_text=_("For example which health centre."),
        max_length=200,
        error_messages={"required": OBSTACLES[CheckObstacle.NO_PLACE]},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    field_order = ("on", "place", "told", "version")
    careful_lines = frozenset({"place"})
    widths: ClassVar[Mapping[str, str]] = {"on": "short"}
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        CheckObstacle.DAY_HAS_PASSED: "on",
        CheckObstacle.NO_PLACE: "place",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The time lies ahead."""
        super().__init__(*args, **kwargs)
        self.fields["on"].earliest = clock.today()  # type: ignore[attr-defined]


class NextForm(KaveriForm):
    """What is done next, when nothing else is agreed."""

    next_what = forms.CharField(
        label=_("What do you do next?"),
        help_text=_("Needed when nothing else is agreed with the client. The client reads this."),
        max_length=300,
        required=False,
    )
    next_due_on = DateField(label=_("By when?"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    careful_lines = frozenset({"next_what"})
    needed_at_times = frozenset({"next_what"})
    widths: ClassVar[Mapping[str, str]] = {"on": "short", "next_due_on": "short"}
    obstacle_words: ClassVar[Mapping[Any, Any]] = _WORDS
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        CheckObstacle.DAY_NOT_COME: "on",
        CheckObstacle.NO_REASON: "reason",
        CheckObstacle.NO_NEXT_DAY: "next_due_on",
        TaskObstacle.NO_NEXT_STEP: "next_what",
        TaskObstacle.DATE_HAS_PASSED: "next_due_on",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The next day lies ahead."""
        super().__init__(*args, **kwargs)
        self.fields["next_due_on"].earliest = clock.today()  # type: ignore[attr-defined]

    def next_thing(self) -> NextThing:
        """What is done next, as the use case takes it."""
        given = self.cleaned_data
        return NextThing(what=given.get("next_what") or "", due_on=given.get("next_due_on"))


class DoneForm(NextForm):
    """What came of the check."""

    on = DateField(label=_("On which day was the check made?"), error_messages={"required": _DAY})
    outcome = forms.ChoiceField(
        label=_("What came of it?"),
        choices=list(OUTCOMES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what came of it.")},
    )
    words = TextField(
        label=_("More about it"),
        help_text=_("Only what those around the client need to know. The client can read it."),
        careful=True,
        lines=3,
        required=False,
    )
    field_order = ("on", "outcome", "words", "next_what", "next_due_on", "version")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """It has been made already."""
        super().__init__(*args, **kwargs)
        self.fields["on"].latest = clock.today()  # type: ignore[attr-defined]

    def clean_outcome(self) -> Outcome:
        """The outcome as its code."""
        return Outcome(self.cleaned_data["outcome"])


class DeclineForm(NextForm):
    """The client says no."""

    reason = TextField(
        label=_("What did the client say?"),
        help_text=_("In the client's own words. Nothing is taken from the client for this."),
        careful=True,
        lines=3,
        error_messages={"required": OBSTACLES[CheckObstacle.NO_REASON]},
    )
    voices = frozenset({"reason"})
    field_order = ("reason", "next_what", "next_due_on", "version")


class QuarterForm(FilterForm):
    """Which quarter is counted; whole quarters only, so that nobody is found between two periods."""

    quarter = forms.ChoiceField(label=_("Period"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The present quarter and those before it."""
        super().__init__(*args, **kwargs)
        today = clock.today()
        last = today.year * 4 + (today.month - 1) // 3
        self.fields["quarter"].choices = [  # type: ignore[attr-defined]
            (f"{number // 4}-{number % 4 + 1}", f"{number % 4 + 1}/{number // 4}")
            for number in range(last, last - _QUARTERS, -1)
        ]

    def period(self) -> tuple[dt.date, dt.date]:
        """First and last day; the present quarter when nothing can be read."""
        chosen = self.cleaned_data.get("quarter") if self.is_valid() else ""
        first_choice = self.fields["quarter"].choices[0][0]  # type: ignore[attr-defined]
        year, quarter = map(int, str(chosen or first_choice).split("-"))
        first = dt.date(year, quarter * 3 - 2, 1)
        after = dt.date(year + quarter // 4, quarter % 4 * 3 + 1, 1)
        return first, after - dt.timedelta(days=1)
