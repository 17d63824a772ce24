"""Forms for who should coordinate: what is known, and what is decided."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kaveri.foundation.ui.forms import FilterForm, TextField
from kaveri.steps.coordination.domain import DecisionObstacle, Instance, Need
from kaveri.steps.coordination.forms.parts import StepsForm
from kaveri.steps.coordination.labels import DECISION_OBSTACLES, INSTANCES, NEEDS


class NeedsForm(FilterForm):
    """What is known of the client; asked by an address, so that nothing is stored yet."""

    form_id = "needs"

    needs = forms.MultipleChoiceField(
        label=_("What is known of the client?"),
        help_text=_("Tick all that hold. Leave empty when none does."),
        choices=[(need.value, NEEDS[need]) for need in Need],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    asked = forms.CharField(widget=forms.HiddenInput, required=False, initial="1")


class DecisionForm(StepsForm):
    """Who coordinates, with a reason when it is not the one proposed."""

    needs = forms.MultipleChoiceField(
        choices=[(need.value, NEEDS[need]) for need in Need],
        widget=forms.MultipleHiddenInput,
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    chosen = forms.ChoiceField(
        label=_("Who coordinates?"),
        choices=[(instance.value, INSTANCES[instance]) for instance in Instance],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who coordinates.")},
    )
    reason = TextField(
        careful=True,
        label=_("Why another than the proposed one?"),
        help_text=_("Needed only when you choose another."),
        required=False,
        lines=3,
    )
    lacks_expertise = forms.BooleanField(
        label=_("Knowledge of the services for work ability is missing there"), required=False
    )
    supporter = forms.CharField(
        label=_("Which expert supports the one who coordinates?"),
        help_text=_("Name and unit. Needed when knowledge is missing."),
        required=False,
        max_length=200,
    )

    obstacle_words: ClassVar[Mapping[Any, Any]] = {**StepsForm.obstacle_words, **DECISION_OBSTACLES}
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        DecisionObstacle.REASON_MISSING: "reason",
        DecisionObstacle.SUPPORTER_MISSING: "supporter",
    }
