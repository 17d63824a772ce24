"""Forms for handing over, for working pairs, and for a receiver chosen by the manager."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.tasks.domain import TaskObstacle
from kaveri.foundation.ui.forms import DateField, TextField
from kaveri.steps.coordination.domain import HandoverObstacle, PairObstacle, PlanStanding
from kaveri.steps.coordination.forms.parts import StepsForm, told_choices
from kaveri.steps.coordination.labels import (
    HANDOVER_OBSTACLES,
    PAIR_OBSTACLES,
    PLAN_STANDINGS,
)

_CHOOSE = _("Choose a person.")
_DAY = _("Choose a day.")


class ReceiverForm(StepsForm):
    """Who takes over."""

    to = forms.ChoiceField(label=_("Who takes over?"), error_messages={"required": _CHOOSE})

    obstacle_words: ClassVar[Mapping[Any, Any]] = {**StepsForm.obstacle_words, **HANDOVER_OBSTACLES}
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        HandoverObstacle.TO_THE_SAME: "to",
        HandoverObstacle.RECEIVER_NOT_ACTIVE: "to",
        HandoverObstacle.RECEIVER_AWAY: "to",
        HandoverObstacle.NO_GROUND: "to",
        HandoverObstacle.NOT_IN_UNIT: "to",
    }

    def __init__(self, *args: Any, workers: Any = (), **kwargs: Any) -> None:
        """Offer those who may see the record."""
        super().__init__(*args, **kwargs)
        self.choose_among("to", workers)


class OfferForm(ReceiverForm):
    """The three questions of a juncture, asked before anybody is asked to take over."""

    careful_lines = frozenset({"step", "supports_on"})
    readers_know_nobody = True

    step = forms.CharField(
        label=_("What is the next step of the one who takes over?"),
        help_text=_(
            "For example “calls the health centre”. Write no names: the one you ask reads this"
            " before having a part in the case."
        ),
        max_length=300,
        error_messages={"required": _("Write what the next step is.")},
    )
    due_on = DateField(label=_("By when?"), error_messages={"required": _DAY})
    supports_on = forms.CharField(
        label=_("Who supports the client onward?"),
        help_text=_("For example a working pair, a nurse, somebody close. No names of the client."),
        max_length=300,
        error_messages={"required": _("Write who supports the client onward.")},
    )
    plan = forms.ChoiceField(
        label=_("Is the plan still valid?"),
        choices=[(standing.value, PLAN_STANDINGS[standing]) for standing in PlanStanding],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether the plan is still valid.")},
    )
    agreed = TextField(
        careful=True,
        label=_("What is agreed with the client?"),
        help_text=_(
            "The one you ask reads this before having a part in the case. "
            "Write no names, and nothing that tells who the client is."
        ),
        error_messages={"required": _("Write what is agreed with the client.")},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    widths: ClassVar[Mapping[str, str]] = {"step": "long", "supports_on": "long"}
    from_today: ClassVar[tuple[str, ...]] = ("due_on",)
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        **ReceiverForm.obstacle_fields,
        HandoverObstacle.STEP_MISSING: "step",
        HandoverObstacle.DATE_HAS_PASSED: "due_on",
        HandoverObstacle.SUPPORT_MISSING: "supports_on",
        HandoverObstacle.AGREED_MISSING: "agreed",
    }


class WithdrawForm(StepsForm):
    """The offer is taken back; a step is asked for when nothing else stands."""

    needed_at_times: ClassVar[frozenset[str]] = frozenset({"next_what"})

    next_what = forms.CharField(
        label=_("What happens next?"),
        help_text=_("Needed only when no other step stands."),
        max_length=300,
        required=False,
    )
    next_due_on = DateField(label=_("By when?"), required=False)

    from_today: ClassVar[tuple[str, ...]] = ("next_due_on",)
    obstacle_words: ClassVar[Mapping[Any, Any]] = {**StepsForm.obstacle_words, **HANDOVER_OBSTACLES}
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        TaskObstacle.NO_NEXT_STEP: "next_what",
        TaskObstacle.DATE_HAS_PASSED: "next_due_on",
    }


class AcceptForm(StepsForm):
    """The receiver takes over, and says how the client hears of it."""

    form_id = "accept"

    told = forms.ChoiceField(
        label=_("Does the client know that you carry on?"),
        help_text=_("If not, you get a task to tell within three days."),
        required=False,
    )
    due_on = DateField(label=_("The next step is done by"), error_messages={"required": _DAY})

    from_today: ClassVar[tuple[str, ...]] = ("due_on",)
    obstacle_words: ClassVar[Mapping[Any, Any]] = {**StepsForm.obstacle_words, **HANDOVER_OBSTACLES}
    obstacle_fields: ClassVar[Mapping[str, str]] = {HandoverObstacle.DATE_HAS_PASSED: "due_on"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the ways of telling."""
        super().__init__(*args, **kwargs)
        self.fields["told"].choices = told_choices()  # type: ignore[attr-defined]


class DeclineForm(StepsForm):
    """The receiver says no."""

    form_id = "decline"

    reason = TextField(
        careful=True,
        label=_("Why can you not take over?"),
        error_messages={"required": _("Write why you cannot take over.")},
        lines=3,
    )
    obstacle_words: ClassVar[Mapping[Any, Any]] = {**StepsForm.obstacle_words, **HANDOVER_OBSTACLES}
    obstacle_fields: ClassVar[Mapping[str, str]] = {HandoverObstacle.REASON_MISSING: "reason"}


class PairForm(StepsForm):
    """Who shares the case."""

    account = forms.ChoiceField(
        label=_("Who becomes working pair?"), error_messages={"required": _CHOOSE}
    )
    obstacle_words: ClassVar[Mapping[Any, Any]] = {**StepsForm.obstacle_words, **PAIR_OBSTACLES}
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        PairObstacle.NOT_ACTIVE: "account",
        PairObstacle.NO_GROUND: "account",
        PairObstacle.ALREADY_PAIR: "account",
        PairObstacle.IS_CASE_MANAGER: "account",
    }

    def __init__(self, *args: Any, workers: Any = (), **kwargs: Any) -> None:
        """Offer those who may see the record."""
        super().__init__(*args, **kwargs)
        self.choose_among("account", workers)


class RemovePairForm(StepsForm):
    """The second look before a pair is taken off."""

    obstacle_words: ClassVar[Mapping[Any, Any]] = {**StepsForm.obstacle_words, **PAIR_OBSTACLES}
