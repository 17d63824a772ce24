"""What is written about the situation, an assessment, and information asked of others."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.labels import CATEGORIES
from kaveri.casebook.tasks.domain import TaskObstacle, Told
from kaveri.casebook.tasks.labels import TASK_OBSTACLES, TOLD
from kaveri.casebook.timeline.domain import Source
from kaveri.casebook.timeline.labels import SOURCES
from kaveri.foundation.base import clock
from kaveri.foundation.ui.forms import DateField, KaveriForm, TextField
from kaveri.steps.assessment.domain import (
    ASKABLE,
    AskedFor,
    AssessmentObstacle,
    Heading,
    InformationObstacle,
    NextThing,
    Question,
    Result,
    Said,
    StatementObstacle,
    Wish,
)
from kaveri.steps.assessment.labels import (
    ASKED_FOR,
    ASSESSMENT_OBSTACLES,
    INFORMATION_OBSTACLES,
    STATEMENT_OBSTACLES,
)
from kaveri.steps.referral_out.domain import SendingGround
from kaveri.steps.referral_out.labels import GROUNDS

_TOLD_HOW = [
    ("", _("The client does not know yet")),
    *((told.value, TOLD[told]) for told in Told if told not in {Told.RECEIPT, Told.PORTAL}),
]
_CATEGORIES = [(category.value, CATEGORIES[category]) for category in Category]
_SOURCES = [(source.value, SOURCES[source]) for source in Source]
_DAY = _("Write the day.")
_STATEMENT_WORDS: dict[Any, Any] = {**STATEMENT_OBSTACLES, **TASK_OBSTACLES}
_WORDS: dict[Any, Any] = {**ASSESSMENT_OBSTACLES, **TASK_OBSTACLES}
_INFORMATION_WORDS: dict[Any, Any] = {**INFORMATION_OBSTACLES, **TASK_OBSTACLES}


class StatementForm(KaveriForm):
    """One statement under a heading: what, who said it, and when."""

    text = TextField(
        careful=True,
        label=_("What is known"),
        help_text=_("One matter at a time, as it was said."),
        lines=3,
        error_messages={"required": STATEMENT_OBSTACLES[StatementObstacle.NOTHING_SAID]},
    )
    prompt = forms.ChoiceField(label=_("What is it about?"), required=False)
    source = forms.ChoiceField(
        label=_("Who said it?"),
        choices=_SOURCES,
        error_messages={"required": _("Choose whose information it is.")},
    )
    said_by = forms.CharField(
        label=_("Name or place"),
        help_text=_("For example which health centre. Not needed for the client."),
        required=False,
    )
    said_on = DateField(
        label=_("When was it said?"), error_messages={"required": _("Write the day it was said.")}
    )
    in_own_words = forms.BooleanField(label=_("These are the client's own words"), required=False)
    category = forms.ChoiceField(
        label=_("What kind of information is it?"),
        help_text=_("Decides who else may see it."),
        choices=[("", _("As the heading says")), *_CATEGORIES],
        required=False,
    )

    obstacle_words = _STATEMENT_WORDS
    obstacle_fields = {
        StatementObstacle.NOTHING_SAID: "text",
        StatementObstacle.SAID_IN_THE_FUTURE: "said_on",
        StatementObstacle.NOT_THE_CLIENTS_WORDS: "in_own_words",
    }

    def __init__(self, *args: Any, heading: Heading, language: str, **kwargs: Any) -> None:
        """The prompts are those of the heading; nothing was said tomorrow."""
        super().__init__(*args, **kwargs)
        self.fields["prompt"].choices = [  # type: ignore[attr-defined]
            ("", _("Something else under this heading")),
            *((prompt.key, prompt.text[language]) for prompt in heading.prompts),
        ]
        self.fields["said_on"].latest = clock.today()  # type: ignore[attr-defined]

    def said(self) -> Said:
        """What was written, as the rules read it."""
        given = self.cleaned_data
        return Said(
            text=given["text"],
            source=Source(given["source"]),
            said_by=given["said_by"],
            said_on=given["said_on"],
            prompt=given["prompt"],
            in_own_words=given["in_own_words"],
            category=Category(given["category"]) if given["category"] else None,
        )


class NextForm(KaveriForm):
    """What is done next, when nothing else is agreed."""

    needed_at_times = frozenset({"next_what"})
    next_what = forms.CharField(
        label=_("What do you do next?"),
        help_text=_("Needed when nothing else is agreed with the client. The client reads this."),
        max_length=300,
        required=False,
    )
    next_due_on = DateField(label=_("By when?"), required=False)

    obstacle_words = {**_WORDS, **_INFORMATION_WORDS}
    obstacle_fields = {
        AssessmentObstacle.NO_NEXT_DAY: "next_due_on",
        InformationObstacle.NO_NEXT_DAY: "next_due_on",
        TaskObstacle.NO_NEXT_STEP: "next_what",
        TaskObstacle.DATE_HAS_PASSED: "next_due_on",
        AssessmentObstacle.NO_REASON: "reason",
        AssessmentObstacle.NO_RESULT: "result",
        AssessmentObstacle.NO_CAN_DO: "can_do",
        InformationObstacle.NO_REASON: "reason",
        InformationObstacle.NOTHING_RECEIVED: "text",
        InformationObstacle.RECEIVED_IN_THE_FUTURE: "received_on",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The next day lies ahead; what is done next is asked last."""
        super().__init__(*args, **kwargs)
        self.fields["next_due_on"].earliest = clock.today()  # type: ignore[attr-defined]
        own = [name for name in self.fields if name not in {"next_what", "next_due_on"}]
        self.order_fields([*own, "next_what", "next_due_on"])

    @property
    def next_thing(self) -> NextThing:
        """What is done next, as the rules read it."""
        return NextThing(
            what=self.cleaned_data["next_what"], due_on=self.cleaned_data["next_due_on"]
        )


class AskForm(KaveriForm):
    """What an assessment is to answer."""

    question = TextField(
        careful=True,
        label=_("Which question is to be answered?"),
        lines=3,
        error_messages={"required": ASSESSMENT_OBSTACLES[AssessmentObstacle.NO_QUESTION]},
    )
    asked_for = forms.ChoiceField(
        label=_("What is asked for?"),
        choices=[(kind.value, ASKED_FOR[kind]) for kind in AskedFor],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is asked for.")},
    )
    examiner = forms.CharField(
        label=_("Who examines?"),
        help_text=_("A person, a service or an organisation."),
        error_messages={"required": ASSESSMENT_OBSTACLES[AssessmentObstacle.NO_EXAMINER]},
    )
    due_on = DateField(label=_("By when should it be done?"), error_messages={"required": _DAY})
    told = forms.ChoiceField(
        label=_("How does the client know?"), choices=_TOLD_HOW, required=False
    )

    rows = frozenset({"asked_for"})
    obstacle_words = _WORDS
    obstacle_fields = {
        AssessmentObstacle.NO_QUESTION: "question",
        AssessmentObstacle.NO_EXAMINER: "examiner",
        AssessmentObstacle.DUE_HAS_PASSED: "due_on",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The day lies ahead."""
        super().__init__(*args, **kwargs)
        self.fields["due_on"].earliest = clock.today()  # type: ignore[attr-defined]

    def asked(self) -> Question:
        """What was written, as the rules read it."""
        given = self.cleaned_data
        return Question(
            text=given["question"],
            asked_for=AskedFor(given["asked_for"]),
            examiner=given["examiner"],
            due_on=given["due_on"],
        )


class BookForm(KaveriForm):
    """A time for the assessment."""

    on = DateField(label=_("Which day is booked?"), error_messages={"required": _DAY})
    told = forms.ChoiceField(
        label=_("How does the client know?"), choices=_TOLD_HOW, required=False
    )

    obstacle_words = _WORDS
    obstacle_fields = {AssessmentObstacle.DUE_HAS_PASSED: "on"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The day lies ahead."""
        super().__init__(*args, **kwargs)
        self.fields["on"].earliest = clock.today()  # type: ignore[attr-defined]


class DoneForm(KaveriForm):
    """The day the assessment was made."""

    on = DateField(label=_("Which day was it done?"), error_messages={"required": _DAY})

    obstacle_words = _WORDS
    obstacle_fields = {AssessmentObstacle.DONE_IN_THE_FUTURE: "on"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The day has been."""
        super().__init__(*args, **kwargs)
        self.fields["on"].latest = clock.today()  # type: ignore[attr-defined]


class ResultForm(NextForm):
    """What the assessment gave."""

    can_do = TextField(
        careful=True,
        label=_("What can the person do?"),
        help_text=_("Work, tasks, hours and conditions under which it goes well."),
        lines=3,
        error_messages={"required": ASSESSMENT_OBSTACLES[AssessmentObstacle.NO_CAN_DO]},
    )
    result = TextField(
        careful=True,
        label=_("The result"),
        lines=4,
        error_messages={"required": ASSESSMENT_OBSTACLES[AssessmentObstacle.NO_RESULT]},
    )
    source = forms.ChoiceField(
        label=_("Whose information is it?"),
        choices=_SOURCES,
        initial=Source.HEALTH_CARE,
        error_messages={"required": _("Choose whose information it is.")},
    )
    told = forms.ChoiceField(
        label=_("How does the client know the result?"), choices=_TOLD_HOW, required=False
    )

    def given(self) -> Result:
        """What was written, as the rules read it."""
        return Result(
            text=self.cleaned_data["result"],
            source=Source(self.cleaned_data["source"]),
            can_do=self.cleaned_data["can_do"],
        )


class CancelForm(NextForm):
    """Why it is not made after all."""

    reason = TextField(
        careful=True,
        label=_("Why is the assessment cancelled?"),
        lines=3,
        error_messages={"required": ASSESSMENT_OBSTACLES[AssessmentObstacle.NO_REASON]},
    )


class WishForm(KaveriForm):
    """What is asked of whom, and on which ground."""

    source = forms.ChoiceField(
        label=_("Who is asked?"),
        choices=[(source.value, SOURCES[source]) for source in ASKABLE],
        error_messages={"required": _("Choose who is asked.")},
    )
    whom = forms.CharField(
        label=_("Which office or person"),
        error_messages={"required": INFORMATION_OBSTACLES[InformationObstacle.NOBODY_ASKED]},
    )
    what = TextField(
        careful=True,
        label=_("What do you ask for?"),
        lines=3,
        error_messages={"required": INFORMATION_OBSTACLES[InformationObstacle.NOTHING_ASKED]},
    )
    category = forms.ChoiceField(
        label=_("What kind of information is it?"),
        choices=_CATEGORIES,
        error_messages={"required": _("Choose what kind of information it is.")},
    )
    ground = forms.ChoiceField(
        label=_("On which ground do you ask?"),
        choices=[(ground.value, GROUNDS[ground]) for ground in SendingGround],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the ground on which you ask.")},
    )
    ground_note = TextField(
        careful=True,
        label=_("The ground in words"),
        help_text=_("When and how the client agreed, which permit, or which section of the law."),
        lines=2,
        required=False,
    )
    due_on = DateField(label=_("By when do you want it?"), error_messages={"required": _DAY})

    obstacle_words = _INFORMATION_WORDS
    obstacle_fields = {
        InformationObstacle.NOBODY_ASKED: "whom",
        InformationObstacle.NOTHING_ASKED: "what",
        InformationObstacle.NOT_WITHIN: "ground",
        InformationObstacle.GROUND_NOT_WRITTEN: "ground_note",
        InformationObstacle.DUE_HAS_PASSED: "due_on",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The day lies ahead."""
        super().__init__(*args, **kwargs)
        self.fields["due_on"].earliest = clock.today()  # type: ignore[attr-defined]

    def wish(self) -> Wish:
        """What was written, as the rules read it."""
        given = self.cleaned_data
        return Wish(
            source=Source(given["source"]),
            whom=given["whom"],
            what=given["what"],
            ground=SendingGround(given["ground"]),
            ground_note=given["ground_note"],
            due_on=given["due_on"],
            category=Category(given["category"]),
        )


class ReceiveForm(NextForm):
    """What came, and when."""

    text = TextField(
        careful=True,
        label=_("What came"),
        error_messages={"required": INFORMATION_OBSTACLES[InformationObstacle.NOTHING_RECEIVED]},
    )
    received_on = DateField(label=_("When did it come?"), error_messages={"required": _DAY})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The day has been."""
        super().__init__(*args, **kwargs)
        self.fields["received_on"].latest = clock.today()  # type: ignore[attr-defined]


class DropForm(NextForm):
    """Why it is no longer waited for."""

    reason = TextField(
        careful=True,
        label=_("Why is it no longer needed?"),
        lines=3,
        error_messages={"required": INFORMATION_OBSTACLES[InformationObstacle.NO_REASON]},
    )
