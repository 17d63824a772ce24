"""Forms for absence and substitute."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kaveri.foundation.ui.forms import DateField
from kaveri.steps.coordination.domain import AbsenceObstacle
from kaveri.steps.coordination.forms.parts import StepsForm
from kaveri.steps.coordination.labels import ABSENCE_OBSTACLES


class SubstituteForm(StepsForm):
    """Who stands in."""

    substitute = forms.ChoiceField(
        label=_("Who stands in?"), error_messages={"required": _("Choose who stands in.")}
    )
    obstacle_words: ClassVar[Mapping[Any, Any]] = {**StepsForm.obstacle_words, **ABSENCE_OBSTACLES}
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        AbsenceObstacle.IS_THE_SAME: "substitute",
        AbsenceObstacle.SUBSTITUTE_NOT_ACTIVE: "substitute",
        AbsenceObstacle.SUBSTITUTE_AWAY: "substitute",
        AbsenceObstacle.NO_GROUND: "substitute",
    }

    def __init__(self, *args: Any, substitutes: Any = (), **kwargs: Any) -> None:
        """Offer those who may see the same records."""
        super().__init__(*args, **kwargs)
        self.choose_among("substitute", substitutes)


class AbsenceForm(SubstituteForm):
    """Who is away, when, and who stands in."""

    account = forms.ChoiceField(
        label=_("Who is away?"), error_messages={"required": _("Choose who is away.")}
    )
    from_on = DateField(
        label=_("First day"), error_messages={"required": _("Choose the first day.")}
    )
    until_on = DateField(
        label=_("Last day"),
        help_text=_("Leave empty when it is not known. The absence goes on until it is ended."),
        required=False,
    )
    field_order = ["account", "from_on", "until_on", "substitute"]

    from_today: ClassVar[tuple[str, ...]] = ("from_on", "until_on")
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        **SubstituteForm.obstacle_fields,
        AbsenceObstacle.NOT_IN_ORDER: "until_on",
        AbsenceObstacle.BEGAN_BEFORE_TODAY: "from_on",
        AbsenceObstacle.ALREADY_AWAY: "from_on",
    }

    def __init__(self, *args: Any, workers: Any = (), **kwargs: Any) -> None:
        """Offer oneself, and for a manager the workers of the unit."""
        super().__init__(*args, **kwargs)
        self.choose_among("account", workers)


class EndAbsenceForm(StepsForm):
    """The second look before an absence is ended."""

    obstacle_words: ClassVar[Mapping[Any, Any]] = {**StepsForm.obstacle_words, **ABSENCE_OBSTACLES}
