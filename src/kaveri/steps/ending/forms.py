"""Forms of ending and coming back."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.tasks.domain import Told
from kaveri.casebook.tasks.labels import TOLD
from kaveri.foundation.base import clock
from kaveri.foundation.ui.fields import make_safe
from kaveri.foundation.ui.forms import DateField, KaveriForm, PhoneField, TextField
from kaveri.steps.ending.domain import EndObstacle, Plan, Way
from kaveri.steps.ending.labels import (
    AGREED_HOW,
    CONTINUES,
    END_OBSTACLES,
    FATES,
    GIVEN_HOW,
    REASONS,
    SUMMARY_PARTS,
)

_TASK = "task_"
_FOLLOWING = (
    "continues",
    "who_continues",
    "continues_phone",
    "why_nobody",
    "after_care_on",
    "after_care_owner",
)
_AGREEING = ("agreed_how", "agreed_on")
# Which questions each way of ending asks, in order.
QUESTIONS = {
    Way.AGREED: ("reason", "outcome", *_AGREEING, "network_told", *_FOLLOWING),
    Way.BY_CLIENT: ("outcome", *_AGREEING, *_FOLLOWING, "after_care_declined"),
    Way.MOVED: ("outcome", *_FOLLOWING),
    Way.UNREACHABLE: ("outcome", *_FOLLOWING),
    Way.DIED: ("outcome", "agreed_on"),
}
_OTHER_LABELS = {
    (Way.BY_CLIENT, "agreed_how"): _("How did the client say it?"),
    (Way.BY_CLIENT, "agreed_on"): _("When did the client say it?"),
    (Way.MOVED, "outcome"): _("What is known of the move, and what came of the support?"),
    (Way.UNREACHABLE, "outcome"): _("What has been tried, and what came of the support?"),
    (Way.DIED, "outcome"): _("How did you come to know, and what remains to be done?"),
    (Way.DIED, "agreed_on"): _("Day of death, when it is known"),
}
_OPTIONAL = {(Way.DIED, "agreed_on")}


class WayForm(KaveriForm):
    """What each way of ending needs; only the questions of this way are asked."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    reason = forms.ChoiceField(
        label=_("Why does the support end?"),
        choices=list(REASONS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": END_OBSTACLES[EndObstacle.REASON_MISSING]},
    )
    outcome = TextField(
        careful=True,
        label=_("What came of it?"),
        help_text=_("Two or three sentences. They begin the summary for the client."),
        error_messages={"required": END_OBSTACLES[EndObstacle.OUTCOME_MISSING]},
    )
    agreed_how = forms.ChoiceField(
        label=_("How did you agree on it?"),
        choices=list(AGREED_HOW.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how you talked about it with the client.")},
    )
    agreed_on = DateField(
        label=_("When did you agree on it?"),
        error_messages={"required": _("Write the day when you talked about it.")},
    )
    network_told = forms.BooleanField(
        label=_("The network has been told, and knows who carries on"),
        required=False,
    )
    continues = forms.ChoiceField(
        label=_("Does somebody carry on with the client?"),
        choices=list(CONTINUES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": END_OBSTACLES[EndObstacle.CONTINUES_MISSING]},
    )
    who_continues = forms.CharField(
        label=_("Who carries on"),
        help_text=_("Worker and organisation, for example Liisa Laine, adult social work."),
        required=False,
    )
    continues_phone = PhoneField(label=_("Their telephone"), required=False)
    why_nobody = TextField(
        careful=True, label=_("If nobody: why is nobody needed?"), lines=2, required=False
    )
    after_care_on = DateField(
        label=_("When do you get in touch to hear how things are?"),
        help_text=_("A week, a month or half a year ahead: as you agree."),
        required=False,
    )
    after_care_owner = forms.ChoiceField(label=_("Who gets in touch?"), required=False)
    after_care_declined = forms.BooleanField(
        label=_("The client does not want to be contacted afterwards"), required=False
    )

    marks_optional = False
    obstacle_words = END_OBSTACLES
    obstacle_fields = {
        EndObstacle.REASON_MISSING: "reason",
        EndObstacle.OUTCOME_MISSING: "outcome",
        EndObstacle.HOW_AGREED_MISSING: "agreed_how",
        EndObstacle.AGREED_IN_THE_FUTURE: "agreed_on",
        EndObstacle.NETWORK_NOT_TOLD: "network_told",
        EndObstacle.CONTINUES_MISSING: "continues",
        EndObstacle.WHO_CONTINUES_MISSING: "who_continues",
        EndObstacle.WHY_NOBODY_MISSING: "why_nobody",
        EndObstacle.AFTER_CARE_MISSING: "after_care_on",
        EndObstacle.AFTER_CARE_PASSED: "after_care_on",
        EndObstacle.AFTER_CARE_OWNER_NOT_NEAR: "after_care_owner",
    }

    def __init__(
        self,
        *args: Any,
        way: Way,
        workers: list[tuple[str, str]],
        tasks: Iterable[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        """The questions of this way, and one for each task that is open."""
        super().__init__(*args, **kwargs)
        self.way = way
        asked = QUESTIONS[way]
        for name in set(self.fields) - {*asked, "version"}:
            del self.fields[name]
        for name in asked:
            field = self.fields[name]
            field.label = _OTHER_LABELS.get((way, name), field.label)
            field.required = field.required and (way, name) not in _OPTIONAL
        if "agreed_on" in self.fields:
            self.fields["agreed_on"].latest = clock.today()  # type: ignore[attr-defined]
        if "after_care_on" in self.fields:
            self.fields["after_care_on"].earliest = clock.today()  # type: ignore[attr-defined]
            owners = [("", _("Choose")), *workers]
            self.fields["after_care_owner"].choices = owners  # type: ignore[attr-defined]
        for task_id, sentence in tasks:
            self.fields[f"{_TASK}{task_id}"] = _task_field(sentence)

    @property
    def plan(self) -> Plan:
        """What a valid form says."""
        data = dict(self.cleaned_data)
        owner = data.pop("after_care_owner", "")
        known = {
            name: value
            for name, value in data.items()
            if name != "version" and not name.startswith(_TASK)
        }
        return Plan(way=self.way, after_care_owner_id=UUID(owner) if owner else None, **known)

    @property
    def fates(self) -> dict[str, str]:
        """What becomes of each task."""
        return {
            name.removeprefix(_TASK): value
            for name, value in self.cleaned_data.items()
            if name.startswith(_TASK)
        }


def _task_field(sentence: str) -> forms.ChoiceField:
    field = forms.ChoiceField(
        label=sentence,
        help_text=_("This task is open. What becomes of it?"),
        choices=list(FATES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Say what becomes of this task.")},
    )
    make_safe(field)
    return field


class SummaryForm(KaveriForm):
    """The summary, part by part, in the client's language."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    language = forms.ChoiceField(
        label=_("Language of the summary"),
        help_text=_("Swedish, Finnish or English. Read it with an interpreter where it is needed."),
        choices=settings.LANGUAGES,
    )
    own_words = TextField(careful=True, label=SUMMARY_PARTS["own_words"], required=False)
    done = TextField(
        careful=True,
        label=SUMMARY_PARTS["done"],
        lines=6,
        error_messages={"required": _("Write what you did together.")},
    )
    came_of_it = TextField(
        careful=True,
        label=SUMMARY_PARTS["came_of_it"],
        error_messages={"required": END_OBSTACLES[EndObstacle.OUTCOME_MISSING]},
    )
    continues = TextField(
        careful="it tells the client who carries on with them, by name",
        label=SUMMARY_PARTS["continues"],
        required=False,
    )
    come_back = TextField(
        careful=True,
        label=SUMMARY_PARTS["come_back"],
        error_messages={"required": _("Write how the client comes back.")},
    )

    voices = frozenset({"own_words"})
    obstacle_words = END_OBSTACLES


class ConfirmForm(KaveriForm):
    """The last look: the support ends when this is sent."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    given_how = forms.ChoiceField(
        label=_("How does the client get the summary?"),
        choices=list(GIVEN_HOW.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how the client gets the summary.")},
    )

    kept = _("Nothing has ended. What was prepared is still here.")
    obstacle_words = END_OBSTACLES

    def __init__(self, *args: Any, with_summary: bool, **kwargs: Any) -> None:
        """Without a summary there is nothing to give."""
        super().__init__(*args, **kwargs)
        if not with_summary:
            del self.fields["given_how"]


class SecondLookForm(KaveriForm):
    """What the colleague looked at."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    words = TextField(
        careful=True,
        label=_("What did you look at?"),
        help_text=_(
            "For example: the tries are real, the address is right, nobody else has heard."
        ),
        lines=3,
        error_messages={"required": _("Write what you looked at.")},
    )
    obstacle_words = END_OBSTACLES


class AskForm(KaveriForm):
    """A wish that the support ends."""

    words = TextField(
        careful=True,
        label=_("Why should the support end?"),
        help_text=_("A few words are enough. Nothing ends before it has been talked about."),
        lines=3,
        required=False,
    )
    obstacle_words = END_OBSTACLES


class ReopenForm(KaveriForm):
    """Why the person comes back, and what happens next."""

    why = TextField(
        careful=True,
        label=_("Why does the person come back?"),
        help_text=_("In the person's own words when you have them."),
        lines=3,
        error_messages={"required": _("Write why the person comes back.")},
    )
    next_what = forms.CharField(
        label=_("What happens next?"),
        help_text=_("What the case manager does, for example: calls and books a time."),
        max_length=300,
        error_messages={"required": _("Write what happens next.")},
    )
    next_due_on = DateField(
        label=_("By when?"), error_messages={"required": _("Write the day it is done by.")}
    )
    told = forms.ChoiceField(
        label=_("Does the client know of the next step?"),
        choices=[
            ("", _("Not yet")),
            *((how, TOLD[how]) for how in (Told.PHONE, Told.MEETING, Told.MESSAGE, Told.LETTER)),
        ],
        required=False,
    )
    voices = frozenset({"why"})
    obstacle_words = END_OBSTACLES

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """A step lies ahead."""
        super().__init__(*args, **kwargs)
        self.fields["next_due_on"].earliest = clock.today()  # type: ignore[attr-defined]
