"""The forms of a referral to the special competence team."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.directory.selectors import in_language
from kaveri.casebook.records.domain import Category
from kaveri.casebook.records.labels import CATEGORIES
from kaveri.casebook.tasks.domain import TaskObstacle
from kaveri.casebook.tasks.labels import TASK_OBSTACLES
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Refused
from kaveri.foundation.careful import Kind as Noticed
from kaveri.foundation.ui.forms import DateField, KaveriForm, TextField
from kaveri.steps.special_team.domain import Answer, Obstacle, Profession, Written
from kaveri.steps.special_team.labels import ANSWERS, OBSTACLES, PROFESSIONS
from kaveri.steps.statements.domain import StatementObstacle
from kaveri.steps.statements.labels import STATEMENT_OBSTACLES
from kaveri.steps.teams.domain import GroundMissing
from kaveri.steps.teams.labels import missing_words

_ALWAYS = {Category.IDENTITY_CONTACT, Category.LIFE_SITUATION, Category.FUNCTIONING}


class _Form(KaveriForm):
    """What is refused stands beside its field; a missing ground is named by party and kind."""

    obstacle_words: ClassVar[Mapping[Any, Any]] = {
        **TASK_OBSTACLES,
        **STATEMENT_OBSTACLES,
        **OBSTACLES,
    }
    ground_field: str | None = None

    def show_refusal(self, refused: Refused) -> None:
        """Name who may not know of what, so that the client can be asked for just that."""
        if not isinstance(refused, GroundMissing):
            super().show_refusal(refused)
            return
        names = {row.pk: row for row in people.organisations()}
        for words in missing_words(refused.missing, names):
            self.add_error(self.ground_field, words)


class ReferForm(_Form):
    """A whole referral; each part is needed."""

    question = TextField(
        label=_("What does the team have to answer?"),
        help_text=_("The client reads this too."),
        careful=True,
        lines=3,
        error_messages={"required": OBSTACLES[Obstacle.NO_QUESTION]},
    )
    tried = TextField(
        label=_("What has been tried?"),
        help_text=_("Services, work trials, care and rehabilitation so far."),
        careful=True,
        error_messages={"required": OBSTACLES[Obstacle.NOTHING_TRIED]},
    )
    outcome = TextField(
        label=_("How did it go?"),
        careful=True,
        error_messages={"required": OBSTACLES[Obstacle.NO_OUTCOME]},
    )
    measures = TextField(
        label=_("What has been measured, and with what result?"),
        help_text=_("For example perceived work ability, with the day."),
        careful=True,
        lines=3,
        error_messages={"required": OBSTACLES[Obstacle.NO_MEASURES]},
    )
    categories = forms.MultipleChoiceField(
        label=_("What does it touch, besides the life situation and functioning?"),
        help_text=_("The consent must let the team know of what you tick here."),
        choices=[(each, CATEGORIES[each]) for each in Category if each not in _ALWAYS],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    coordinator_id = forms.ChoiceField(
        label=_("Who in the team answers?"),
        error_messages={"required": OBSTACLES[Obstacle.NOBODY_THERE]},
    )

    ground_field = "categories"
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        Obstacle.NO_QUESTION: "question",
        Obstacle.NOTHING_TRIED: "tried",
        Obstacle.NO_OUTCOME: "outcome",
        Obstacle.NO_MEASURES: "measures",
        Obstacle.NOBODY_THERE: "coordinator_id",
    }

    def __init__(self, *args: Any, coordinators: Iterable[Account], **kwargs: Any) -> None:
        """Offer those who coordinate the team."""
        super().__init__(*args, **kwargs)
        self.fields["coordinator_id"].choices = [  # type: ignore[attr-defined]
            (str(row.pk), row.full_name) for row in coordinators
        ]

    def said_openly(self) -> frozenset[str]:
        """What is marked as being about health may tell of an illness."""
        is_health = Category.HEALTH in self.cleaned_data.get("categories", [])
        return frozenset({Noticed.DIAGNOSIS}) if is_health else frozenset()

    def wanted(self) -> dict[str, Any]:
        """What the use case asks for."""
        data = self.cleaned_data
        parts = ("question", "tried", "outcome", "measures")
        return {
            "written": Written(**{part: data[part] for part in parts}),
            "categories": data["categories"],
            "coordinator_id": UUID(data["coordinator_id"]),
        }


class MoreForm(_Form):
    """What the team asked for."""

    more = TextField(
        label=_("What the team asked to know"),
        help_text=_("It is added to the referral."),
        careful=True,
        error_messages={"required": _("Write what the team asked to know.")},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    obstacle_fields: ClassVar[Mapping[str, str]] = {Obstacle.NO_OUTCOME: "more"}


class WithdrawForm(_Form):
    """Why the referral is taken back."""

    reason = TextField(
        label=_("Why is the referral taken back?"),
        help_text=_("The client and the team read this."),
        careful=True,
        lines=2,
        error_messages={"required": OBSTACLES[Obstacle.NO_REASON]},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    obstacle_fields: ClassVar[Mapping[str, str]] = {Obstacle.NO_REASON: "reason"}


class AnswerForm(_Form):
    """What the team answers, always with the reason."""

    answer = forms.ChoiceField(
        label=_("What does the team answer?"),
        choices=list(ANSWERS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the team answers.")},
    )
    reason = TextField(
        label=_("Why, or what more do you need to know?"),
        help_text=_("The sender and the client read this."),
        careful=True,
        lines=3,
        error_messages={"required": OBSTACLES[Obstacle.NO_REASON]},
    )
    due_on = DateField(
        label=_("By when does the statement come?"),
        help_text=_("When the team takes it."),
        required=False,
    )
    instead = TextField(
        label=_("What suits better instead?"),
        help_text=_("When it is not for the team."),
        careful=True,
        lines=2,
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    needed_at_times = frozenset({"due_on", "instead"})
    widths: ClassVar[Mapping[str, str]] = {"due_on": "short"}
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        Obstacle.NO_REASON: "reason",
        Obstacle.NO_OTHER_WAY: "instead",
        Obstacle.NO_DAY: "due_on",
        TaskObstacle.DATE_HAS_PASSED: "due_on",
        StatementObstacle.NO_GROUND: "answer",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """From today."""
        super().__init__(*args, **kwargs)
        self.fields["due_on"].earliest = clock.today()  # type: ignore[attr-defined]

    def wanted(self) -> dict[str, Any]:
        """What the use case asks for."""
        return {**self.cleaned_data, "answer": Answer(self.cleaned_data["answer"])}


class CallForm(_Form):
    """Who is needed for this case, as what."""

    account_id = forms.ChoiceField(
        label=_("Who is called?"), error_messages={"required": _("Choose who is called.")}
    )
    profession = forms.ChoiceField(
        label=_("As what?"),
        choices=[("", _("Choose")), *PROFESSIONS.items()],
        error_messages={"required": _("Choose the profession.")},
    )
    ground_field = "account_id"
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        Obstacle.NOT_A_PROFESSIONAL: "account_id",
        Obstacle.CALLED_ALREADY: "account_id",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer everybody who works with clients."""
        super().__init__(*args, **kwargs)
        offered = people.professionals().select_related("organisation")
        self.fields["account_id"].choices = [  # type: ignore[attr-defined]
            ("", _("Choose")),
            *[
                (str(row.pk), f"{row.full_name}, {in_language(row.organisation, 'name')}")
                for row in offered
                if row.organisation is not None
            ],
        ]

    def wanted(self) -> dict[str, Any]:
        """What the use case asks for."""
        data = self.cleaned_data
        return {
            "account_id": UUID(data["account_id"]),
            "profession": Profession(data["profession"]),
        }


class FollowUpForm(_Form):
    """Who follows up what, when; after that the team lets go."""

    what = TextField(
        label=_("What is followed up?"),
        help_text=_(
            "The client reads this after the name, for example “asks how the work trial goes”."
        ),
        careful=True,
        lines=2,
        max_length=300,
        error_messages={"required": _("Write what is followed up.")},
    )
    owner_id = forms.ChoiceField(
        label=_("Who follows up?"), error_messages={"required": _("Choose who follows up.")}
    )
    due_on = DateField(label=_("When?"), error_messages={"required": _("Write when.")})
    version = forms.IntegerField(widget=forms.HiddenInput)

    widths: ClassVar[Mapping[str, str]] = {"due_on": "short"}
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        TaskObstacle.DATE_HAS_PASSED: "due_on",
        TaskObstacle.OWNER_NOT_NEAR: "owner_id",
        TaskObstacle.OWNER_NOT_ACTIVE: "owner_id",
    }

    def __init__(self, *args: Any, owners: Iterable[Account], **kwargs: Any) -> None:
        """Offer those who stand near the case without the team."""
        super().__init__(*args, **kwargs)
        self.fields["owner_id"].choices = [  # type: ignore[attr-defined]
            (str(row.pk), row.full_name) for row in owners
        ]
        self.fields["due_on"].earliest = clock.today()  # type: ignore[attr-defined]

    def clean_owner_id(self) -> UUID:
        """The account's id."""
        return UUID(self.cleaned_data["owner_id"])
