"""The forms: narrowing the log, asking the privacy officer, answering."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kaveri.foundation.ui.forms import DateField, FilterForm, KaveriForm, TextField
from kaveri.steps.insight.domain.requests import (
    AnswerObstacle,
    AskObstacle,
    RequestState,
)
from kaveri.steps.insight.labels import (
    ANSWER_OBSTACLES,
    ASK_OBSTACLES,
    REQUEST_KINDS,
    REQUEST_STATES,
)
from kaveri.steps.insight.selectors.looks import PersonChoice

_EVERYBODY = ("", _("Everybody"))
_ALL = ("", _("All"))


class LogFilter(FilterForm):
    """Narrow the log by person and by days."""

    person = forms.ChoiceField(label=_("Who"), required=False)
    first_on = DateField(label=_("From"), required=False)
    last_on = DateField(label=_("To"), required=False)

    def __init__(self, *args: Any, people: Iterable[PersonChoice] = (), **kwargs: Any) -> None:
        """Offer those who have looked."""
        super().__init__(*args, **kwargs)
        named = [(str(each.account_id), each.name) for each in people]
        self.fields["person"].choices = [_EVERYBODY, *named]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        cleaned: dict[str, Any] = super().clean() or {}
        first, last = cleaned.get("first_on"), cleaned.get("last_on")
        if first and last and last < first:
            self.add_error("last_on", _("The last day is before the first. Check the days."))
        return self.cleaned_data

    def chosen(self) -> dict[str, Any]:
        """What was asked for; what cannot be read narrows nothing."""
        self.is_valid()
        asked = {name: self.cleaned_data.get(name) or None for name in self.fields}
        return {**asked, "person": UUID(asked["person"]) if asked["person"] else None}


class OlderForm(KaveriForm):
    """Rows older than two years, with a reason."""

    first_on = DateField(
        label=_("First day"), error_messages={"required": ASK_OBSTACLES[AskObstacle.NO_PERIOD]}
    )
    last_on = DateField(
        label=_("Last day"), error_messages={"required": ASK_OBSTACLES[AskObstacle.NO_PERIOD]}
    )
    reason = TextField(
        careful="the client's own request, read by the privacy officer alone",
        label=_("Why do you need the older log?"),
        help_text=_("For example: you suspect that somebody has looked without cause."),
        lines=5,
        error_messages={"required": ASK_OBSTACLES[AskObstacle.NO_REASON]},
    )

    voices = frozenset({"reason"})
    obstacle_words: ClassVar[Mapping[Any, Any]] = ASK_OBSTACLES
    obstacle_fields = {
        AskObstacle.NO_REASON: "reason",
        AskObstacle.NO_PERIOD: "first_on",
        AskObstacle.PERIOD_TURNED: "last_on",
        AskObstacle.NOT_OLDER: "first_on",
    }


class InvestigationForm(KaveriForm):
    """Somebody may have looked without cause: when, whom, which information, how the suspicion arose."""

    when = forms.CharField(
        label=_("When do you think it happened?"),
        help_text=_("A day, a week or a month. Write as well as you know."),
        max_length=300,
        error_messages={"required": ASK_OBSTACLES[AskObstacle.NO_TIME]},
    )
    whom = forms.CharField(
        label=_("Whom do you suspect?"),
        help_text=_("Leave this empty if you do not know."),
        max_length=300,
        required=False,
    )
    what_data = TextField(
        careful="the client's own request, read by the privacy officer alone",
        label=_("Which information is it about?"),
        lines=3,
        error_messages={"required": ASK_OBSTACLES[AskObstacle.NO_DATA]},
    )
    reason = TextField(
        careful="the client's own request, read by the privacy officer alone",
        label=_("How did the suspicion arise?"),
        lines=5,
        error_messages={"required": ASK_OBSTACLES[AskObstacle.NO_REASON]},
    )

    voices = frozenset({"reason"})
    obstacle_words: ClassVar[Mapping[Any, Any]] = ASK_OBSTACLES
    obstacle_fields = {
        AskObstacle.NO_REASON: "reason",
        AskObstacle.NO_TIME: "when",
        AskObstacle.NO_DATA: "what_data",
    }


class RequestsFilter(FilterForm):
    """Narrow the privacy officer's list; by reference, so that no name stands in an address."""

    q = forms.CharField(label=_("Reference"), required=False, max_length=20)
    state = forms.ChoiceField(
        label=_("State"), choices=[_ALL, *REQUEST_STATES.items()], required=False
    )
    kind = forms.ChoiceField(
        label=_("What is asked"), choices=[_ALL, *REQUEST_KINDS.items()], required=False
    )

    def chosen(self) -> dict[str, str]:
        """What was asked for; what cannot be read narrows nothing."""
        self.is_valid()
        return {name: self.cleaned_data.get(name) or "" for name in self.fields}


class AnswerForm(KaveriForm):
    """The answer in writing, or a refusal with its reasons."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    state = forms.ChoiceField(
        label=_("What do you answer?"),
        help_text=_(
            "When you answer a request for an older log, the person can get the log of those days"
            " as a file. Refuse if they must not."
        ),
        choices=[
            (RequestState.ANSWERED.value, _("I answer the request")),
            (RequestState.REFUSED.value, _("I refuse, with reasons")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether you answer or refuse.")},
    )
    words = TextField(
        careful=True,
        label=_("The answer to the person"),
        help_text=_(
            "If you refuse: write the reasons, the provision you rest on, and where the person can turn."
        ),
        lines=8,
        error_messages={"required": ANSWER_OBSTACLES[AnswerObstacle.NO_WORDS]},
    )

    obstacle_words: ClassVar[Mapping[Any, Any]] = ANSWER_OBSTACLES
    obstacle_fields = {AnswerObstacle.NO_WORDS: "words"}
