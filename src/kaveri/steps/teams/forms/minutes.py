"""The minutes of one case: who was there, what was said, what the client is told."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kaveri.foundation.accounts.models import Account
from kaveri.foundation.ui.forms import KaveriForm, TextField
from kaveri.steps.teams.domain import ClientCame, MinutesObstacle
from kaveri.steps.teams.labels import CLIENT_CAME, MINUTES_OBSTACLES


class MinutesForm(KaveriForm):
    """Whoever sits in the team writes it, during the meeting or after."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    outcome = TextField(
        label=_("What the client is told"),
        help_text=_(
            "In plain words, to the client: what the team thinks, what happens next and who does it."
            " The client can read it at once."
        ),
        careful=True,
        lines=5,
        error_messages={"required": _("Write what the client is told.")},
    )
    said = TextField(
        label=_("What was said"),
        help_text=_("For those who work with the client. The client may read this too."),
        careful=True,
        lines=5,
        required=False,
    )
    client_came = forms.ChoiceField(
        label=_("The client"),
        choices=[(str(each), words) for each, words in CLIENT_CAME.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether the client was there.")},
    )
    present = forms.MultipleChoiceField(
        label=_("Who was there?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick who was there.")},
    )

    obstacle_words: ClassVar[Mapping[Any, Any]] = MINUTES_OBSTACLES
    obstacle_fields = {
        MinutesObstacle.NOTHING_FOR_THE_CLIENT: "outcome",
        MinutesObstacle.NOBODY_WAS_THERE: "present",
    }

    def __init__(self, *args: Any, came: Iterable[Account], **kwargs: Any) -> None:
        """Offer those who could be there."""
        super().__init__(*args, **kwargs)
        self.fields["present"].choices = [  # type: ignore[attr-defined]
            (str(row.pk), row.full_name) for row in came
        ]

    def clean_client_came(self) -> ClientCame:
        """One of the three."""
        return ClientCame(self.cleaned_data["client_came"])

    def clean_present(self) -> list[UUID]:
        """The accounts' ids."""
        return [UUID(one) for one in self.cleaned_data["present"]]
