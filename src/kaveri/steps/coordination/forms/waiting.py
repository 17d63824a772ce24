"""Forms for waiting and for the contact kept meanwhile."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.labels import CATEGORIES
from kaveri.casebook.tasks.domain import TaskObstacle
from kaveri.casebook.timeline.domain import EntryObstacle, Reached, Way
from kaveri.casebook.timeline.labels import ENTRY_OBSTACLES, REACHED, WAYS
from kaveri.foundation.base import clock
from kaveri.foundation.ui.forms import DateField, TextField
from kaveri.steps.coordination.domain import (
    LONGEST_RHYTHM,
    SHORTEST_RHYTHM,
    WaitObstacle,
    WaitOutcome,
)
from kaveri.steps.coordination.forms.parts import StepsForm, told_choices
from kaveri.steps.coordination.forms.steps import DoneForm
from kaveri.steps.coordination.labels import WAIT_OBSTACLES, WAIT_OUTCOMES

_DAY = _("Choose a day.")
_RHYTHM = WAIT_OBSTACLES[WaitObstacle.RHYTHM_OUT_OF_BOUNDS]


class WaitForm(StepsForm):
    """What is waited for, and who keeps in touch how often."""

    what = forms.CharField(
        label=_("What does the client wait for?"),
        max_length=300,
        error_messages={"required": _("Write what the client waits for.")},
    )
    category = forms.ChoiceField(
        label=_("What is it about?"),
        choices=[(code.value, CATEGORIES[code]) for code in Category],
    )
    since_on = DateField(label=_("Since when?"), error_messages={"required": _DAY})
    supporter = forms.ChoiceField(
        label=_("Who supports meanwhile?"),
        error_messages={"required": _("Choose who supports meanwhile.")},
    )
    every_days = forms.IntegerField(
        label=_("How often, in days?"),
        help_text=_("14 means every second week."),
        min_value=SHORTEST_RHYTHM,
        max_value=LONGEST_RHYTHM,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), _RHYTHM),
    )
    told = forms.ChoiceField(
        label=_("Has the client been told who keeps in touch and when?"), required=False
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    until_today: ClassVar[tuple[str, ...]] = ("since_on",)
    obstacle_words: ClassVar[Mapping[Any, Any]] = {**StepsForm.obstacle_words, **WAIT_OBSTACLES}
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        WaitObstacle.NOTHING_WAITED_FOR: "what",
        WaitObstacle.BEGAN_IN_THE_FUTURE: "since_on",
        WaitObstacle.SUPPORTER_NOT_NEAR: "supporter",
        WaitObstacle.RHYTHM_OUT_OF_BOUNDS: "every_days",
    }

    def __init__(
        self, *args: Any, workers: Any = (), changing: bool = False, **kwargs: Any
    ) -> None:
        """Offer the workers near the case; what was waited for from the beginning stands."""
        super().__init__(*args, **kwargs)
        self.choose_among("supporter", workers)
        self.fields["told"].choices = told_choices()  # type: ignore[attr-defined]
        if changing:
            del self.fields["since_on"], self.fields["category"]


class EndWaitForm(DoneForm):
    """How the wait ended, and what happens next."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    result = forms.ChoiceField(
        label=_("How did the wait end?"),
        choices=[(outcome.value, WAIT_OUTCOMES[outcome]) for outcome in WaitOutcome],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how the wait ended.")},
    )
    obstacle_words: ClassVar[Mapping[Any, Any]] = {**StepsForm.obstacle_words, **WAIT_OBSTACLES}
    field_order = ["result", "next_what", "next_owner", "next_due_on", "told", "version"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """What came of it is the result, not a text."""
        super().__init__(*args, **kwargs)
        del self.fields["outcome"]


class ContactForm(StepsForm):
    """A contact with the client, also one that did not come about."""

    way = forms.ChoiceField(
        label=_("How?"),
        choices=[(way.value, WAYS[way]) for way in Way],
        error_messages={"required": _("Choose how you were in touch.")},
    )
    reached = forms.ChoiceField(
        label=_("How did it go?"),
        choices=[(reached.value, REACHED[reached]) for reached in Reached],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it went.")},
    )
    on = DateField(label=_("When?"), error_messages={"required": _DAY})
    text = TextField(careful=True, label=_("What was said?"), required=False)
    told_next = forms.BooleanField(
        label=_("The client knows when I am next in touch"), required=False
    )

    until_today: ClassVar[tuple[str, ...]] = ("on",)
    obstacle_words: ClassVar[Mapping[Any, Any]] = {
        **StepsForm.obstacle_words,
        **ENTRY_OBSTACLES,
        **WAIT_OBSTACLES,
    }
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        EntryObstacle.IN_THE_FUTURE: "on",
        EntryObstacle.BEFORE_THE_CASE: "on",
        TaskObstacle.NOTHING_TO_DO: "text",
    }

    def moment(self) -> dt.datetime:
        """Now when it was today; else in the middle of the day."""
        day: dt.date = self.cleaned_data["on"]
        if day == clock.today():
            return clock.now()
        return clock.start_of(day) + dt.timedelta(hours=12)
