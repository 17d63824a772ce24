"""Saying yes, answering, commenting."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kaveri.foundation.ui.forms import DateField, FilterForm, TextField
from kaveri.steps.planning import labels
from kaveri.steps.planning.domain import (
    How,
    PlanObstacle,
    Taken,
    Yes,
)
from kaveri.steps.planning.forms.base import PlanningForm, choices


class YesForm(PlanningForm):
    """Somebody said yes, and staff write it down: how, on which day."""

    how = forms.ChoiceField(
        label=_("How was it said?"),
        choices=choices(labels.HOW, but=[How.SIGNED_IN]),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it was said.")},
    )
    on = DateField(label=_("On which day?"), error_messages={"required": _("Write the day.")})
    words = TextField(careful=True, label=_("In their own words"), lines=2, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    voices = frozenset({"words"})

    def yes(self) -> Yes:
        """The yes as the rules read it."""
        given = self.cleaned_data
        return Yes(
            how=How(given["how"]),
            on=given["on"],
            name=given.get("name", ""),
            words=given["words"],
        )


class ApprovalForm(YesForm):
    """The client, or somebody for them, approved the version."""

    signer = forms.ChoiceField(label=_("Who approved it?"), choices=choices(labels.SIGNERS))
    name = forms.CharField(label=_("Name of the representative"), required=False, max_length=200)
    field_order = ("signer", "name", "how", "on", "words")


class AnswerForm(PlanningForm):
    """What comes of a comment or a proposal."""

    taken = forms.ChoiceField(
        label=_("What comes of it?"),
        choices=choices(labels.TAKEN),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what comes of it.")},
    )
    words = TextField(
        careful=True,
        label=_("Answer in words"),
        lines=2,
        error_messages={"required": _("Write the answer.")},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean_taken(self) -> Taken:
        """The answer as its code."""
        return Taken(self.cleaned_data["taken"])


class CommentForm(PlanningForm):
    """Something said about the plan."""

    text = TextField(
        careful=True,
        label=_("What do you want to say about the plan?"),
        lines=3,
        error_messages={"required": _("Write what you want to say.")},
    )


class KnownByForm(YesForm):
    """Somebody without an account, who made the plan, said that they know it."""

    name = forms.ChoiceField(
        label=_("Who knows the plan?"), error_messages={"required": _("Choose who.")}
    )
    field_order = ("name", "how", "on")

    def __init__(self, *args: Any, names: Iterable[str] = (), **known: Any) -> None:
        """Offer those who have not said it yet."""
        super().__init__(*args, **known)
        self.fields["name"].choices = [(name, name) for name in names]  # type: ignore[attr-defined]
        del self.fields["words"]

    def yes(self) -> Yes:
        """The yes as the rules read it."""
        given = self.cleaned_data
        return Yes(how=How(given["how"]), on=given["on"], name=given["name"])


class MoveForm(PlanningForm):
    """A row goes one place up or down: nothing to fill in, only to press."""

    row = forms.ChoiceField(widget=forms.HiddenInput)
    way = forms.ChoiceField(choices=[("up", ""), ("down", "")], widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, rows: Iterable[UUID] = (), **known: Any) -> None:
        """Only rows that the reader sees are moved."""
        super().__init__(*args, **known)
        self.fields["row"].choices = [(str(row), "") for row in rows]  # type: ignore[attr-defined]


class CompareForm(FilterForm):
    """Which two versions are held against each other."""

    new = forms.ChoiceField(label=_("Version"), required=False)
    old = forms.ChoiceField(label=_("compared with version"), required=False)

    def __init__(self, *args: Any, numbers: Iterable[int] = (), **known: Any) -> None:
        """Offer the versions that the reader may open."""
        super().__init__(*args, **known)
        choices = [(str(number), str(number)) for number in numbers]
        for name in ("old", "new"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]


class AgreeForm(PlanningForm):
    """A second look before the plan is agreed; what stands in the way names the rows it is about."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, lacking: Mapping[PlanObstacle, Sequence[str]], **known: Any
    ) -> None:
        """Know which rows lack what."""
        super().__init__(*args, **known)
        named = {
            obstacle: labels.OBSTACLES_OF_ROWS[obstacle]
            % {"rows": ", ".join(f"“{each}”" for each in rows)}
            for obstacle, rows in lacking.items()
        }
        self.obstacle_words = {**self.obstacle_words, **named}  # type: ignore[misc]


class ConfirmForm(PlanningForm):
    """A second look before it is done: nothing to fill in."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
