"""The forms of consultations: few fields, none for a person."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kaveri.casebook.directory.selectors import in_language
from kaveri.foundation.base import clock
from kaveri.foundation.ui.forms import DateField, FilterForm, KaveriForm, TextField
from kaveri.steps.consultation.domain import NOTED_WAYS, ConsultationObstacle, Topic, Way
from kaveri.steps.consultation.labels import OBSTACLES, STATES, TOPICS, WAYS
from kaveri.steps.consultation.selectors import (
    organisations_that_ask,
    units_that_answer,
    units_that_ask,
)
from kaveri.steps.consultation.services import Asker

_ALL = ("", _("All"))
_NO_PERSON = _("Write about the question, not about who it concerns.")
_CHOOSE_TOPIC = {"required": _("Choose what it is about.")}


def _topic() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("What is it about?"),
        choices=list(TOPICS.items()),
        widget=forms.RadioSelect,
        error_messages=_CHOOSE_TOPIC,
    )


class NoteForm(KaveriForm):
    """A consultation that has taken place: three choices, and words only for those who wish."""

    topic = _topic()
    way = forms.ChoiceField(
        label=_("How did the colleague ask?"),
        choices=[(way, WAYS[way]) for way in NOTED_WAYS],
        widget=forms.RadioSelect,
        initial=Way.PHONE,
        error_messages={"required": _("Choose how the colleague asked.")},
    )
    asker = forms.ChoiceField(
        label=_("Where does the colleague work?"),
        error_messages={"required": _("Choose where the colleague works.")},
    )
    words = TextField(
        label=_("What you answered"), help_text=_NO_PERSON, careful=True, lines=3, required=False
    )

    rows = frozenset({"way"})
    readers_know_nobody = True
    obstacle_words: ClassVar[Mapping[Any, Any]] = OBSTACLES

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the units and organisations of the directory."""
        super().__init__(*args, **kwargs)
        units = units_that_ask()
        others = organisations_that_ask(units)
        self.fields["asker"].choices = [  # type: ignore[attr-defined]
            ("", _("Choose")),
            (_("Units"), [(f"unit:{row.id}", in_language(row, "name")) for row in units]),
            (
                _("Organisations"),
                [(f"organisation:{row.id}", in_language(row, "name")) for row in others],
            ),
            ("other", pgettext_lazy("place of work", "Somewhere else")),
        ]

    def clean_topic(self) -> Topic:
        """The topic as its code."""
        return Topic(self.cleaned_data["topic"])

    def clean_way(self) -> Way:
        """The way as its code."""
        return Way(self.cleaned_data["way"])

    def clean_asker(self) -> Asker:
        """Where the colleague works."""
        kind, _colon, key = self.cleaned_data["asker"].partition(":")
        if kind == "unit":
            return Asker(unit_id=UUID(key))
        return Asker(organisation_id=UUID(key)) if kind == "organisation" else Asker()


class AskForm(KaveriForm):
    """A question in writing to a unit."""

    topic = _topic()
    unit_id = forms.ChoiceField(
        label=_("Whom do you ask?"),
        help_text=_("The worker on duty there answers."),
        error_messages={"required": _("Choose whom you ask.")},
    )
    question = TextField(
        label=_("Your question"),
        help_text=_NO_PERSON,
        careful=True,
        lines=6,
        error_messages={"required": OBSTACLES[ConsultationObstacle.NO_QUESTION]},
    )

    readers_know_nobody = True
    obstacle_words: ClassVar[Mapping[Any, Any]] = OBSTACLES
    obstacle_fields = {
        ConsultationObstacle.NO_QUESTION: "question",
        ConsultationObstacle.NOBODY_RECEIVES: "unit_id",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the units that have somebody on duty."""
        super().__init__(*args, **kwargs)
        units = [(str(row.id), in_language(row, "name")) for row in units_that_answer()]
        self.fields["unit_id"].choices = [("", _("Choose")), *units]  # type: ignore[attr-defined]

    def clean_topic(self) -> Topic:
        """The topic as its code."""
        return Topic(self.cleaned_data["topic"])

    def clean_unit_id(self) -> UUID:
        """The unit's id."""
        return UUID(self.cleaned_data["unit_id"])


class ReplyForm(KaveriForm):
    """The answer to a colleague."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    answer = TextField(
        label=_("Your answer"),
        help_text=_NO_PERSON,
        careful=True,
        lines=6,
        error_messages={"required": OBSTACLES[ConsultationObstacle.NO_ANSWER]},
    )

    readers_know_nobody = True
    obstacle_words: ClassVar[Mapping[Any, Any]] = OBSTACLES
    obstacle_fields = {ConsultationObstacle.NO_ANSWER: "answer"}


class ConsultationsFilter(FilterForm):
    """Narrow the list."""

    whose = forms.ChoiceField(
        label=_("Whose"),
        choices=[_ALL, ("mine", _("What I have asked")), ("ours", _("What we are asked"))],
        required=False,
    )
    state = forms.ChoiceField(label=_("State"), choices=[_ALL, *STATES.items()], required=False)
    topic = forms.ChoiceField(label=_("Topic"), choices=[_ALL, *TOPICS.items()], required=False)

    def chosen(self) -> dict[str, str]:
        """What was asked for; what cannot be read narrows nothing."""
        self.is_valid()
        return {name: self.cleaned_data.get(name) or "" for name in self.fields}


class FiguresFilter(FilterForm):
    """Which days are counted; this year when nothing is said."""

    first_on = DateField(label=_("From"), required=False)
    last_on = DateField(label=_("To"), required=False)
    asked_of = forms.ChoiceField(
        label=_("Asked of"),
        choices=[("", _("The whole county")), ("ours", _("My units"))],
        required=False,
    )

    def period(self) -> tuple[dt.date, dt.date]:
        """First and last day; turned round when they stand in the wrong order."""
        self.is_valid()
        today = clock.today()
        first = self.cleaned_data.get("first_on") or today.replace(month=1, day=1)
        last = self.cleaned_data.get("last_on") or max(today, first)
        return (first, last) if first <= last else (last, first)

    @property
    def ours(self) -> bool:
        """Whether only the reader's own units are counted."""
        self.is_valid()
        return bool(self.cleaned_data.get("asked_of") == "ours")
