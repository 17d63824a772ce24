"""The forms of the client's other plans."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.directory.selectors import in_language
from kaveri.casebook.records.domain import Category
from kaveri.casebook.tasks.labels import TASK_OBSTACLES
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import DateField, KaveriForm
from kaveri.steps.other_plans.domain import (
    OTHER_KINDS,
    Contents,
    PlanKind,
    PlanTerms,
    RegisterObstacle,
    in_force,
)
from kaveri.steps.other_plans.labels import GUARDED, OBSTACLES
from kaveri.steps.other_plans.selectors import contents

_WORDS: Mapping[Any, Any] = {**TASK_OBSTACLES, **OBSTACLES}


class PlanForm(KaveriForm):
    """What is known of a plan that somebody holds."""

    kind = forms.ChoiceField(
        label=_("What kind of plan?"), error_messages={"required": _("Choose the kind of plan.")}
    )
    holder_id = forms.ChoiceField(
        label=_("Who holds it?"),
        help_text=_(
            "Somebody in the client’s network. They can change this themselves, and make the support plan a part"
            " of theirs."
        ),
        required=False,
    )
    holder_name = forms.CharField(
        label=_("Or the holder’s name"),
        help_text=_("When the holder does not belong to the network here."),
        max_length=120,
        required=False,
    )
    organisation = forms.CharField(
        label=_("The holder’s organisation"), max_length=120, required=False
    )
    kept_in = forms.CharField(
        label=_("Where is it kept?"),
        help_text=_("For example in which register or system."),
        max_length=200,
        required=False,
    )
    valid_until = DateField(label=_("Valid until"), required=False)
    review_on = DateField(label=_("Next review"), required=False)
    guarded = forms.ChoiceField(
        label=_("What does the plan or its holder tell of the client?"),
        help_text=_("What is guarded more is shown to fewer."),
        choices=list(GUARDED.items()),
        widget=forms.RadioSelect,
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    careful_lines = frozenset({"kept_in"})
    needed_at_times = frozenset({"holder_name"})
    widths: ClassVar[Mapping[str, str]] = {"valid_until": "short", "review_on": "short"}
    obstacle_words: ClassVar[Mapping[Any, Any]] = _WORDS
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        RegisterObstacle.NO_HOLDER: "holder_id",
        RegisterObstacle.HOLDER_NOT_NEAR: "holder_id",
        RegisterObstacle.REVIEW_AFTER_LAST_DAY: "review_on",
    }

    def __init__(
        self, *args: Any, holders: Iterable[Account], kind: str = "", **kwargs: Any
    ) -> None:
        """Offer the kinds and those who may hold a plan; a plan that is noted keeps its kind."""
        super().__init__(*args, **kwargs)
        self.plan_kind = kind
        fields: Any = self.fields
        if kind:
            del fields["kind"]
        else:
            code = dates.known_language(get_language())
            kinds = in_force(contents(), on=clock.today())
            fields["kind"].choices = [
                ("", _("Choose")),
                *[(each.value, kinds[each].names[code]) for each in OTHER_KINDS],
            ]
        fields["holder_id"].choices = [
            ("", _("Nobody of these")),
            *[
                (str(row.pk), f"{row.full_name}, {in_language(row.organisation, 'name')}")
                for row in holders
            ],
        ]

    def terms(self) -> PlanTerms:
        """The plan as the use case takes it."""
        given = self.cleaned_data
        return PlanTerms(
            kind=PlanKind(self.plan_kind or given["kind"]),
            holder_id=UUID(given["holder_id"]) if given["holder_id"] else None,
            holder_name=given["holder_name"],
            organisation=given["organisation"],
            kept_in=given["kept_in"],
            valid_until=given["valid_until"],
            review_on=given["review_on"],
            guarded=Category(given["guarded"]) if given["guarded"] else None,
        )


class EndForm(KaveriForm):
    """Why the plan is over."""

    reason = forms.CharField(
        label=_("Why does the plan end?"),
        help_text=_("The client can read this."),
        max_length=200,
        error_messages={"required": OBSTACLES[RegisterObstacle.NO_REASON]},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    careful_lines = frozenset({"reason"})
    obstacle_words: ClassVar[Mapping[Any, Any]] = _WORDS


class SureForm(KaveriForm):
    """Nothing but that one is sure."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    obstacle_words: ClassVar[Mapping[Any, Any]] = _WORDS


class TickForm(KaveriForm):
    """The lines of the kind's contents, and what does not apply to this plan."""

    held = forms.MultipleChoiceField(
        label=_("What does the plan hold?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    without = forms.MultipleChoiceField(
        label=_("Does any of this apply to the plan?"),
        help_text=_("Lines that are then not asked for are not called missing."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    marks_optional = False
    obstacle_words: ClassVar[Mapping[Any, Any]] = _WORDS

    def __init__(self, *args: Any, known: Contents, **kwargs: Any) -> None:
        """The version of the contents that holds today, in the reader's language."""
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        code = dates.known_language(get_language())
        fields["held"].choices = [(line.key, line.names[code]) for line in known.lines]
        fields["without"].choices = [(key, why[code]) for key, why in known.without.items()]
        if not known.without:
            del fields["without"]
