"""What the team decides in a case: nothing without who and by when."""

from collections.abc import Mapping
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.tasks.domain import TaskObstacle
from kaveri.casebook.tasks.labels import TASK_OBSTACLES
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.ui.forms import DateField, KaveriForm, TextField
from kaveri.steps.teams.domain import DecisionObstacle
from kaveri.steps.teams.labels import DECISION_OBSTACLES


class DecisionForm(KaveriForm):
    """Who does what, by when."""

    what = TextField(
        label=_("What is decided"),
        help_text=_("Write so that the client understands it too."),
        careful=True,
        lines=2,
        max_length=300,
        error_messages={"required": _("Write what is decided.")},
    )
    owner_id = forms.ChoiceField(
        label=_("Who does it?"), error_messages={"required": _("Choose who does it.")}
    )
    due_on = DateField(
        label=_("By when?"), error_messages={"required": _("Write by when it is done.")}
    )

    widths = {"due_on": "short"}
    obstacle_words: ClassVar[Mapping[Any, Any]] = {**DECISION_OBSTACLES, **TASK_OBSTACLES}
    obstacle_fields = {
        DecisionObstacle.OWNER_LEAVES_BEFORE: "due_on",
        TaskObstacle.DATE_HAS_PASSED: "due_on",
        TaskObstacle.OWNER_NOT_NEAR: "owner_id",
        TaskObstacle.OWNER_NOT_ACTIVE: "owner_id",
        TaskObstacle.NOTHING_TO_DO: "what",
    }

    def __init__(self, *args: Any, owners: list[Account], **kwargs: Any) -> None:
        """Offer those who stand near the case, the team among them."""
        super().__init__(*args, **kwargs)
        self.fields["owner_id"].choices = [  # type: ignore[attr-defined]
            ("", _("Choose")),
            *[(str(row.pk), row.full_name) for row in owners],
        ]

    def clean_owner_id(self) -> UUID:
        """The account's id."""
        return UUID(self.cleaned_data["owner_id"])
