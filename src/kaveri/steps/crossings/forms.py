"""Forms: who takes over what a leaving worker carries; what is carried over when a person comes back."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.tasks.labels import TASK_OBSTACLES
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.steps.crossings.domain import NEEDS_RECEIVER, Burden
from kaveri.steps.crossings.labels import CARRIED, GROUNDWORK_OBSTACLES, LEAVING_OBSTACLES


class LeavingForm(KaveriForm):
    """One choice for each thing that needs a receiver, and one that fills the others in."""

    everything = forms.ChoiceField(
        label=_("Who takes over what is not chosen below?"), required=False
    )
    sure = forms.BooleanField(
        label=_("Close the account. It cannot be opened again."),
        error_messages={"required": _("Tick that the account is to be closed.")},
    )
    obstacle_words: ClassVar[Mapping[Any, Any]] = LEAVING_OBSTACLES

    def __init__(
        self, *args: Any, burdens: Iterable[Burden], workers: Iterable[Account], **kwargs: Any
    ) -> None:
        """A field for each line, by reference."""
        super().__init__(*args, **kwargs)
        named = [(str(account.pk), account.full_name) for account in workers]
        self.fields["everything"].choices = [  # type: ignore[attr-defined]
            ("", gettext("Choose a person")),
            *named,
        ]
        sure = self.fields.pop("sure")
        self.asked = [burden for burden in burdens if burden.kind in NEEDS_RECEIVER]
        for burden in self.asked:
            words = {"kind": CARRIED[burden.kind], "reference": burden.reference}
            self.fields[f"to_{burden.id}"] = forms.ChoiceField(
                label=gettext("%(kind)s %(reference)s") % words,
                choices=[("", gettext("As chosen above")), *named],
                required=False,
            )
        self.fields["sure"] = sure

    def receivers(self) -> dict[UUID, UUID]:
        """Who takes over each line, with the common choice where nothing else is chosen."""
        common = self.cleaned_data.get("everything")
        found = {}
        for burden in self.asked:
            chosen = self.cleaned_data.get(f"to_{burden.id}") or common
            if chosen:
                found[burden.id] = UUID(chosen)
        return found


class ReuseForm(KaveriForm):
    """What was known before, each with its source and day, to carry over."""

    statements = forms.MultipleChoiceField(
        label=_("What was known"), widget=forms.CheckboxSelectMultiple, required=False
    )
    answers = forms.MultipleChoiceField(
        label=_("Answers about work ability"), widget=forms.CheckboxSelectMultiple, required=False
    )
    marks_optional = False
    obstacle_words: ClassVar[Mapping[Any, Any]] = {**TASK_OBSTACLES, **GROUNDWORK_OBSTACLES}

    def __init__(
        self,
        *args: Any,
        statements: list[tuple[str, str]],
        answers: list[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        """Only what there is to choose from."""
        super().__init__(*args, **kwargs)
        for name, choices in (("statements", statements), ("answers", answers)):
            if choices:
                self.fields[name].choices = choices  # type: ignore[attr-defined]
            else:
                del self.fields[name]

    def chosen(self, name: str) -> list[UUID]:
        """The rows that are ticked."""
        return [UUID(each) for each in self.cleaned_data.get(name, [])]
