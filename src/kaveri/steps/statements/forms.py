"""The forms of statements: asking, writing by the headings, taking back."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.directory.selectors import in_language
from kaveri.casebook.records.domain import Category, Register
from kaveri.casebook.records.labels import CATEGORIES, REGISTERS
from kaveri.casebook.tasks.domain import TaskObstacle
from kaveri.casebook.tasks.labels import TASK_OBSTACLES
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Refused
from kaveri.foundation.careful import Kind as Noticed
from kaveri.foundation.ui.forms import DateField, KaveriForm, TextField
from kaveri.steps.statements.domain import (
    GroundMissing,
    HeadingsEmpty,
    Kind,
    StatementObstacle,
)
from kaveri.steps.statements.labels import STATEMENT_OBSTACLES
from kaveri.steps.statements.selectors import kinds


def name_of(names: Mapping[str, str]) -> str:
    """A text of a content file in the reader's language."""
    return names[get_language() or "en"]


class AskForm(KaveriForm):
    """Who is asked for which statement, about what, by when."""

    kind = forms.ChoiceField(
        label=_("What kind of statement?"),
        error_messages={"required": _("Choose the kind of statement.")},
    )
    writer_id = forms.ChoiceField(
        label=_("Who writes it?"),
        help_text=_(
            "Somebody in the client’s network, or a member of the team that talks about the case."
        ),
        error_messages={"required": _("Choose who writes it.")},
    )
    question = TextField(
        label=_("What does the statement have to answer?"),
        help_text=_("The client reads this too."),
        careful=True,
        lines=3,
        error_messages={"required": STATEMENT_OBSTACLES[StatementObstacle.NO_QUESTION]},
    )
    due_on = DateField(
        label=_("By when?"),
        error_messages={"required": _("Write by when the statement is needed.")},
    )

    widths: ClassVar[Mapping[str, str]] = {"due_on": "short"}
    obstacle_words: ClassVar[Mapping[Any, Any]] = {**TASK_OBSTACLES, **STATEMENT_OBSTACLES}
    obstacle_fields: ClassVar[Mapping[str, str]] = {
        StatementObstacle.WRITER_NOT_NEAR: "writer_id",
        StatementObstacle.WRITER_LEAVES_BEFORE: "due_on",
        StatementObstacle.NO_QUESTION: "question",
        TaskObstacle.DATE_HAS_PASSED: "due_on",
    }

    def __init__(self, *args: Any, writers: Iterable[Account], **kwargs: Any) -> None:
        """Offer the kinds, and those who may write here."""
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["kind"].choices = [
            ("", _("Choose")),
            *[(key, name_of(kind.names)) for key, kind in kinds().items()],
        ]
        fields["writer_id"].choices = [
            ("", _("Choose")),
            *[
                (str(row.pk), f"{row.full_name}, {in_language(row.organisation, 'name')}")
                for row in writers
            ],
        ]
        fields["due_on"].earliest = clock.today()

    def said_openly(self) -> frozenset[str]:
        """A question to a doctor may name an illness."""
        kind = kinds().get(self.cleaned_data.get("kind", ""))
        return _of_health(kind)

    def clean_writer_id(self) -> UUID:
        """The account's id."""
        return UUID(self.cleaned_data["writer_id"])

    def show_refusal(self, refused: Refused) -> None:
        """Name who may not know of what, so that the client can be asked for just that."""
        if not isinstance(refused, GroundMissing):
            super().show_refusal(refused)
            return
        self.add_error("writer_id", ground_words(refused))


def ground_words(refused: GroundMissing) -> str:
    """Who may not know, and of what."""
    organisation = next(
        (row for row in people.organisations() if row.pk == refused.organisation_id), None
    )
    party = str(REGISTERS[Register(refused.register)])
    if organisation is not None and refused.register == Register.OWN:
        party = in_language(organisation, "name")
    elif organisation is not None:
        party = f"{in_language(organisation, 'name')} ({party})"
    return gettext(
        "The client has not let %(party)s know of: %(category)s. Ask the client for a consent first."
    ) % {"party": party, "category": CATEGORIES[Category(refused.category)]}


class WriteForm(KaveriForm):
    """The statement by the headings of its kind; a correction says why."""

    why = forms.CharField(
        label=_("Why is the statement amended?"),
        help_text=_("The version before stays readable beside this one."),
        max_length=300,
        error_messages={"required": STATEMENT_OBSTACLES[StatementObstacle.NO_REASON]},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    widths: ClassVar[Mapping[str, str]] = {"why": "long"}
    careful_lines = frozenset({"why"})
    obstacle_words: ClassVar[Mapping[Any, Any]] = STATEMENT_OBSTACLES
    obstacle_fields: ClassVar[Mapping[str, str]] = {StatementObstacle.NO_REASON: "why"}

    def __init__(self, *args: Any, kind: Kind, amends: bool, **kwargs: Any) -> None:
        """One field for each heading, in its order."""
        super().__init__(*args, **kwargs)
        self.kind = kind
        for heading in kind.headings:
            help_text = name_of(heading.helps)
            if not heading.verified:
                help_text = gettext("%(help)s Check this heading.") % {"help": help_text}
            self.fields[heading.key] = TextField(
                label=name_of(heading.names),
                help_text=help_text,
                careful=True,
                lines=4,
                required=heading.required,
                error_messages={"required": _("Write something under this heading.")},
            )
        if not amends:
            del self.fields["why"]
        self.order_fields([*(heading.key for heading in kind.headings), "why", "version"])

    def said_openly(self) -> frozenset[str]:
        """A doctor's statement names illnesses."""
        return _of_health(self.kind)

    def texts(self) -> dict[str, str]:
        """What stands under each heading."""
        return {heading.key: self.cleaned_data[heading.key] for heading in self.kind.headings}

    def show_refusal(self, refused: Refused) -> None:
        """Beside each heading that is empty."""
        if not isinstance(refused, HeadingsEmpty):
            super().show_refusal(refused)
            return
        for key in refused.keys:
            self.add_error(key, STATEMENT_OBSTACLES[StatementObstacle.HEADING_EMPTY])


def _of_health(kind: Kind | None) -> frozenset[str]:
    is_health = kind is not None and kind.category == Category.HEALTH
    return frozenset({Noticed.DIAGNOSIS}) if is_health else frozenset()


class WithdrawForm(KaveriForm):
    """Why the statement is not needed after all."""

    reason = forms.CharField(
        label=_("Why is it not needed?"),
        help_text=_("The client and whoever was to write it read this."),
        max_length=300,
        error_messages={"required": STATEMENT_OBSTACLES[StatementObstacle.NO_REASON]},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    widths: ClassVar[Mapping[str, str]] = {"reason": "long"}
    careful_lines = frozenset({"reason"})
    obstacle_words: ClassVar[Mapping[Any, Any]] = STATEMENT_OBSTACLES
    obstacle_fields: ClassVar[Mapping[str, str]] = {StatementObstacle.NO_REASON: "reason"}
