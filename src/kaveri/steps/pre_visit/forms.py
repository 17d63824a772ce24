"""The forms of the background before a visit."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.records.domain import Category
from kaveri.casebook.tasks.labels import TASK_OBSTACLES
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import DateField, KaveriForm, TextField
from kaveri.steps.pre_visit.domain import (
    Answer,
    AnsweredHow,
    BackgroundObstacle,
    Handed,
)
from kaveri.steps.pre_visit.labels import (
    ANSWERED_HOW,
    ANSWERS,
    BACKGROUND_OBSTACLES,
    HANDED,
    OF_HEALTH,
)
from kaveri.steps.pre_visit.selectors import headings
from kaveri.steps.pre_visit.services import Handing
from kaveri.steps.referral_out.domain import SendingGround
from kaveri.steps.referral_out.labels import GROUNDS

_DAY = _("Choose a day.")
_WORDS: Mapping[Any, Any] = {**TASK_OBSTACLES, **BACKGROUND_OBSTACLES}


class WriteForm(KaveriForm):
    """The seven headings, filled in beforehand with what is known."""

    of_health = forms.ChoiceField(
        label=_("What does the part about health tell of?"),
        help_text=_("What is guarded more is shown to fewer."),
        choices=list(OF_HEALTH.items()),
        widget=forms.RadioSelect,
        initial=Category.HEALTH,
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    # As few of the headings as one likes, so that "optional" at each would be noise.
    marks_optional = False
    obstacle_words: ClassVar[Mapping[Any, Any]] = _WORDS
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        BackgroundObstacle.NOTHING_WRITTEN: "work",
    }

    def __init__(self, *args: Any, hidden: frozenset[str] = frozenset(), **known: Any) -> None:
        """A field for each heading the writer may read, in the reader's language."""
        super().__init__(*args, **known)
        code = dates.known_language(get_language())
        shown = [each for key, each in headings().items() if key not in hidden]
        for heading in shown:
            self.fields[heading.key] = TextField(
                careful=True,
                label=f"{heading.number}. {heading.name[code]}",
                help_text=heading.help[code],
                lines=4,
                required=False,
            )
        if "health" in hidden:
            del self.fields["of_health"]
        order = [each.key for each in shown]
        at = order.index("health") + 1 if "health" in order else 0
        self.order_fields([*order[:at], "of_health", *order[at:], "version"])

    def parts(self) -> dict[str, str]:
        """The texts by heading."""
        return {key: self.cleaned_data[key] for key in headings() if key in self.fields}

    def of_health_chosen(self) -> Category:
        """What the part about health is."""
        return Category(self.cleaned_data.get("of_health") or Category.HEALTH)


class AnswerForm(KaveriForm):
    """The client says yes, or what should be different."""

    answer = forms.ChoiceField(
        label=_("Is this right, and may the doctor read it?"),
        choices=list(ANSWERS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes or no.")},
    )
    words = TextField(
        careful="the client's own words, about their own life",
        label=_("What should be different?"),
        help_text=_("Write only if you chose no."),
        lines=4,
        required=False,
    )
    read_no = forms.IntegerField(widget=forms.HiddenInput)
    voices = frozenset({"words"})
    obstacle_words: ClassVar[Mapping[Any, Any]] = _WORDS
    obstacle_fields: ClassVar[Mapping[str, str]] = {BackgroundObstacle.NO_WISH: "words"}

    def clean_answer(self) -> Answer:
        """The answer as its code."""
        return Answer(self.cleaned_data["answer"])


class RecordForm(KaveriForm):
    """What the client said, written down by a worker."""

    answer = forms.ChoiceField(
        label=_("What did the client say?"),
        choices=list(ANSWERS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the client said.")},
    )
    how = forms.ChoiceField(
        label=_("How was it said?"),
        choices=[
            (how.value, words)
            for how, words in ANSWERED_HOW.items()
            if how is not AnsweredHow.SIGNED_IN
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it was said.")},
    )
    on = DateField(label=_("On which day?"), error_messages={"required": _DAY})
    words = TextField(
        careful=True,
        label=_("What should be different, in the client's own words?"),
        lines=3,
        required=False,
    )
    read_no = forms.IntegerField(widget=forms.HiddenInput)
    voices = frozenset({"words"})
    obstacle_words: ClassVar[Mapping[Any, Any]] = _WORDS
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        BackgroundObstacle.NO_WISH: "words",
        BackgroundObstacle.DAY_NOT_COME: "on",
    }

    def clean_answer(self) -> Answer:
        """The answer as its code."""
        return Answer(self.cleaned_data["answer"])

    def clean_how(self) -> AnsweredHow:
        """The way as its code."""
        return AnsweredHow(self.cleaned_data["how"])


class WithoutForm(KaveriForm):
    """Why the visit goes without a page."""

    reason = TextField(
        careful=True,
        label=_("Why is no page needed?"),
        lines=3,
        error_messages={"required": BACKGROUND_OBSTACLES[BackgroundObstacle.NO_REASON]},
    )
    obstacle_words: ClassVar[Mapping[Any, Any]] = _WORDS


class HandForm(KaveriForm):
    """How the page reaches the doctor."""

    how = forms.ChoiceField(
        label=_("How does the page reach the doctor?"),
        choices=list(HANDED.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it reaches the doctor.")},
    )
    on = DateField(label=_("On which day?"), error_messages={"required": _DAY})
    receiver = forms.CharField(
        label=_("Which doctor or unit?"),
        help_text=_("Needed when we send it."),
        max_length=200,
        required=False,
    )
    ground = forms.ChoiceField(
        label=_("On which ground is it sent?"),
        help_text=_("Needed when we send it. When the client takes the page along, they give it."),
        choices=[("", _("Choose")), *((each.value, GROUNDS[each]) for each in SendingGround)],
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    needed_at_times = frozenset({"receiver", "ground"})
    obstacle_words: ClassVar[Mapping[Any, Any]] = _WORDS
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        BackgroundObstacle.NO_RECEIVER: "receiver",
        BackgroundObstacle.NO_GROUND: "ground",
        BackgroundObstacle.NOT_OWN_REGISTER: "ground",
        BackgroundObstacle.DAY_NOT_COME: "on",
    }

    def handing(self) -> Handing:
        """The handing on as the use case takes it."""
        given = self.cleaned_data
        return Handing(
            how=Handed(given["how"]),
            on=given["on"],
            receiver=given["receiver"],
            ground=given["ground"],
        )
