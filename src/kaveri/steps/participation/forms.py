"""The form about peer support."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.tasks.labels import TASK_OBSTACLES
from kaveri.foundation.ui.forms import DateField, KaveriForm
from kaveri.steps.participation.domain import PeerAnswer, PeerObstacle
from kaveri.steps.participation.labels import PEER_ANSWERS, PEER_OBSTACLES


class PeerSupportForm(KaveriForm):
    """What the client answered, or with whom it is arranged."""

    answer = forms.ChoiceField(
        label=_("What did the client answer?"),
        choices=list(PEER_ANSWERS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the client answered.")},
    )
    words = forms.CharField(label=_("In the client's own words"), max_length=300, required=False)
    with_whom = forms.CharField(
        label=_("With whom"),
        help_text=_("Fill in when it is arranged: a group or a person, and where."),
        max_length=200,
        required=False,
    )
    first_on = DateField(label=_("First time"), required=False)

    voices = frozenset({"words"})
    obstacle_words: ClassVar[Mapping[Any, Any]] = {**TASK_OBSTACLES, **PEER_OBSTACLES}
    obstacle_fields = {
        PeerObstacle.WITH_WHOM_MISSING: "with_whom",
        PeerObstacle.FIRST_DAY_MISSING: "first_on",
    }

    def clean_answer(self) -> PeerAnswer:
        """The answer as its code."""
        return PeerAnswer(self.cleaned_data["answer"])
