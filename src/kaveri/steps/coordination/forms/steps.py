"""Forms for the next step: new, done, changed, told."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.tasks.domain import SELF_EXPLAINING, TaskObstacle, TaskState
from kaveri.casebook.tasks.labels import TASK_STATES, TOLD
from kaveri.foundation.ui.forms import DateField, FilterForm, TextField
from kaveri.steps.coordination.forms.parts import (
    WAYS_OF_TELLING,
    StepsForm,
    told_choices,
)

CLIENT = "client"
_TOLD = _("Has the client been told?")
_SAY = _("Write what happens, so that the client understands it.")
_DAY = _("Choose a day.")
_WHO = _("Choose who does it.")


class StepForm(StepsForm):
    """Somebody is given something to do."""

    what = forms.CharField(
        label=_("What is done?"),
        help_text=_("The client reads this after the name, for example “calls the health centre”."),
        max_length=300,
        error_messages={"required": _SAY},
    )
    owner = forms.ChoiceField(label=_("Who does it?"), error_messages={"required": _WHO})
    due_on = DateField(label=_("By when?"), error_messages={"required": _DAY})
    told = forms.ChoiceField(label=_TOLD, required=False)

    widths: ClassVar[Mapping[str, str]] = {"what": "long"}
    from_today: ClassVar[tuple[str, ...]] = ("due_on",)
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        TaskObstacle.NOTHING_TO_DO: "what",
        TaskObstacle.DATE_HAS_PASSED: "due_on",
        TaskObstacle.OWNER_NOT_NEAR: "owner",
        TaskObstacle.OWNER_NOT_ACTIVE: "owner",
    }

    def __init__(
        self, *args: Any, workers: Any = (), client: str = "", kind: str = "", **kwargs: Any
    ) -> None:
        """Offer the workers near the case, and the client when the step can be theirs."""
        super().__init__(*args, **kwargs)
        self.choose_among("owner", workers)
        if client:
            self.fields["owner"].choices += [(CLIENT, client)]  # type: ignore[attr-defined]
        self.fields["told"].choices = told_choices()  # type: ignore[attr-defined]
        if kind in SELF_EXPLAINING:
            self.fields["what"].required = False


class ChangeStepForm(StepForm):
    """The step becomes another; the client must be told anew."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class DoneForm(StepsForm):
    """The step is done, and what happens next is said when nothing else stands."""

    outcome = TextField(careful=True, label=_("What came of it?"), required=False)
    next_what = forms.CharField(
        label=_("What happens next?"),
        help_text=_("The client reads this after the name, for example “calls the health centre”."),
        max_length=300,
        required=False,
    )
    next_owner = forms.ChoiceField(label=_("Who does it?"), required=False)
    next_due_on = DateField(label=_("By when?"), required=False)
    told = forms.ChoiceField(label=_TOLD, required=False)

    widths: ClassVar[Mapping[str, str]] = {"next_what": "long"}
    from_today: ClassVar[tuple[str, ...]] = ("next_due_on",)
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        TaskObstacle.NO_NEXT_STEP: "next_what",
        TaskObstacle.DATE_HAS_PASSED: "next_due_on",
        TaskObstacle.OWNER_NOT_NEAR: "next_owner",
    }

    def __init__(
        self, *args: Any, workers: Any = (), is_the_only_step: bool = False, **kwargs: Any
    ) -> None:
        """Offer the workers near the case; after the only step another one must follow."""
        super().__init__(*args, **kwargs)
        self.choose_among("next_owner", workers)
        self.fields["told"].choices = told_choices()  # type: ignore[attr-defined]
        if is_the_only_step:
            for name, words in (("next_what", _SAY), ("next_owner", _WHO), ("next_due_on", _DAY)):
                self.fields[name].required = True
                self.fields[name].error_messages["required"] = words

    def clean(self) -> dict[str, Any]:
        """A next step has words and a day, or is not there at all."""
        cleaned = super().clean() or {}
        if cleaned.get("next_what") and "next_due_on" in cleaned and not cleaned["next_due_on"]:
            self.add_error("next_due_on", _DAY)
        if cleaned.get("next_due_on") and "next_what" in cleaned and not cleaned["next_what"]:
            self.add_error("next_what", _SAY)
        return cleaned


class TellForm(StepsForm):
    """The client has been told of the step."""

    how = forms.ChoiceField(
        label=_("How was the client told?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how the client was told.")},
    )
    on = DateField(label=_("When?"), error_messages={"required": _DAY})

    until_today: ClassVar[tuple[str, ...]] = ("on",)
    obstacle_fields: ClassVar[Mapping[str, str]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the ways in which a worker tells."""
        super().__init__(*args, **kwargs)
        self.fields["how"].choices = [  # type: ignore[attr-defined]
            (how.value, TOLD[how]) for how in WAYS_OF_TELLING
        ]


class StepsFilter(FilterForm):
    """Which tasks are listed."""

    state = forms.ChoiceField(
        label=_("Show"),
        required=False,
        choices=[
            ("", _("everything")),
            *((state.value, TASK_STATES[state]) for state in TaskState),
        ],
    )
