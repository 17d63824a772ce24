"""The forms of questions about a client: asking, answering, taking back."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.directory.selectors import in_language
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.labels import CATEGORIES
from kaveri.casebook.tasks.domain import TaskObstacle, Told
from kaveri.casebook.tasks.labels import TASK_OBSTACLES, TOLD
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Refused
from kaveri.foundation.ui.forms import DateField, KaveriForm, TextField
from kaveri.steps.case_consultation.domain import TELLS_OF, AskedAs, Asking, QuestionObstacle
from kaveri.steps.case_consultation.labels import ASKED_AS, OBSTACLES
from kaveri.steps.consultation.domain import Topic
from kaveri.steps.consultation.labels import TOPICS
from kaveri.steps.teams.domain import AgendaObstacle, GroundMissing
from kaveri.steps.teams.labels import missing_words

_WORDS: Mapping[Any, Any] = {**TASK_OBSTACLES, **OBSTACLES}
_DAY = _("Choose a day.")
# A receipt is what the public form gives; a worker tells in other ways.
_TOLD = [
    ("", _("Not told yet")),
    *((how.value, TOLD[how]) for how in Told if how is not Told.RECEIPT),
]


class AskForm(KaveriForm):
    """Whom, what, by when, and what the question tells of."""

    asked_as = forms.ChoiceField(
        label=_("Whom do you turn to?"),
        choices=list(ASKED_AS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whom you turn to.")},
    )
    asked_id = forms.ChoiceField(
        label=_("Who answers?"),
        help_text=_(
            "One person, so that somebody answers. They see the client’s name and this question, and nothing else."
        ),
        error_messages={"required": _("Choose who answers.")},
    )
    topic = forms.ChoiceField(
        label=_("What is it about?"),
        choices=[("", _("Choose")), *TOPICS.items()],
        error_messages={"required": _("Choose what it is about.")},
    )
    question = TextField(
        label=_("Your question"),
        help_text=_("Write only what is needed for the answer. The client can read this."),
        careful=True,
        lines=5,
        error_messages={"required": OBSTACLES[QuestionObstacle.NO_QUESTION]},
    )
    category = forms.ChoiceField(
        label=_("What does the question tell of?"),
        help_text=_("The one you ask must have a right to know of it."),
        choices=[(code.value, CATEGORIES[code]) for code in TELLS_OF],
        initial=Category.LIFE_SITUATION,
    )
    answer_by = DateField(
        label=_("By which day do you need the answer?"), error_messages={"required": _DAY}
    )
    told = forms.ChoiceField(label=_("Has the client been told?"), choices=_TOLD, required=False)

    widths: ClassVar[Mapping[str, str]] = {"answer_by": "short"}
    obstacle_words: ClassVar[Mapping[Any, Any]] = {
        **_WORDS,
        AgendaObstacle.NO_GROUND: _("The one you ask has no right to know of this."),
    }
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        QuestionObstacle.NO_QUESTION: "question",
        QuestionObstacle.DAY_HAS_PASSED: "answer_by",
        QuestionObstacle.ASKED_ONESELF: "asked_id",
        QuestionObstacle.NOT_AT_WORK: "asked_id",
        QuestionObstacle.NOT_IN_A_TEAM: "asked_id",
    }

    def __init__(self, *args: Any, colleagues: Iterable[Account] = (), **kwargs: Any) -> None:
        """Offer the workers, each with where they work; an answer is needed on a day to come."""
        super().__init__(*args, **kwargs)
        groups: dict[str, list[tuple[str, str]]] = {}
        for account in colleagues:
            place = in_language(account.organisation, "name") if account.organisation else ""
            groups.setdefault(place, []).append((str(account.pk), _named(account)))
        chosen = self.fields["asked_id"]
        chosen.choices = [("", _("Choose a person")), *sorted(groups.items())]  # type: ignore[attr-defined]
        self.fields["answer_by"].earliest = clock.today()  # type: ignore[attr-defined]

    def asking(self) -> Asking:
        """The question as the use case takes it."""
        given = self.cleaned_data
        return Asking(
            question=given["question"],
            topic=Topic(given["topic"]),
            asked_as=AskedAs(given["asked_as"]),
            category=Category(given["category"]),
            answer_by=given["answer_by"],
        )

    def whom(self) -> UUID:
        """Who answers."""
        return UUID(self.cleaned_data["asked_id"])

    def told_how(self) -> Told | None:
        """How the client came to know; None when they do not know yet."""
        return Told(self.cleaned_data["told"]) if self.cleaned_data.get("told") else None

    def show_refusal(self, refused: Refused) -> None:
        """Name what is missing beside what the question tells of."""
        super().show_refusal(refused)
        if isinstance(refused, GroundMissing):
            ids = {each.organisation_id for each in refused.missing}
            names = {row.pk: row for row in people.organisations().filter(pk__in=ids)}
            for words in missing_words(refused.missing, names):
                self.add_error("category", words)


class ReplyForm(KaveriForm):
    """The colleague answers, or says why they cannot."""

    can = forms.ChoiceField(
        label=_("Can you answer?"),
        choices=[("yes", _("Yes, I answer here")), ("no", _("No, because"))],
        widget=forms.RadioSelect,
        initial="yes",
        error_messages={"required": _("Choose whether you can answer.")},
    )
    words = TextField(
        label=_("Your answer"),
        help_text=_("It stands on the client’s timeline. The client can read it."),
        careful=True,
        lines=6,
        error_messages={"required": OBSTACLES[QuestionObstacle.NO_ANSWER]},
    )
    obstacle_words: ClassVar[Mapping[Any, Any]] = _WORDS
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        QuestionObstacle.NO_ANSWER: "words",
        QuestionObstacle.NO_REASON: "words",
    }


class TakeBackForm(KaveriForm):
    """Why the question is taken back, and what is done instead."""

    reason = TextField(
        label=_("Why do you take the question back?"),
        careful=True,
        lines=3,
        error_messages={"required": OBSTACLES[QuestionObstacle.NO_REASON]},
    )
    next_what = forms.CharField(
        label=_("What do you do instead?"),
        help_text=_("Needed when nothing else is agreed with the client. The client reads this."),
        max_length=300,
        required=False,
    )
    next_due_on = DateField(label=_("By when?"), required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    careful_lines = frozenset({"next_what"})
    needed_at_times = frozenset({"next_what"})
    widths: ClassVar[Mapping[str, str]] = {"next_due_on": "short"}
    obstacle_words: ClassVar[Mapping[Any, Any]] = _WORDS
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        QuestionObstacle.NO_REASON: "reason",
        QuestionObstacle.NO_NEXT_DAY: "next_due_on",
        TaskObstacle.NO_NEXT_STEP: "next_what",
        TaskObstacle.DATE_HAS_PASSED: "next_due_on",
    }


def _named(account: Account) -> str:
    title = in_language(account, "title")
    return f"{account.full_name}, {title}" if title else account.full_name
