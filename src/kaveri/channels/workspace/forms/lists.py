"""Narrowing the list of cases, and searching."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.clients.labels import LANGUAGES
from kaveri.channels.workspace.labels import RELATIONS
from kaveri.foundation.ui.forms import FilterForm, KaveriForm

_ROLES = (
    RelationKind.CASE_MANAGER,
    RelationKind.PAIR,
    RelationKind.SUBSTITUTE,
    RelationKind.COACH,
    RelationKind.MEMBER,
    RelationKind.PREDECESSOR,
)


class CasesFilter(FilterForm):
    """Narrows the list of cases."""

    state = forms.ChoiceField(
        label=_("State"),
        choices=[("open", _("Open")), ("ended", _("Ended")), ("all", _("All"))],
        required=False,
    )
    role = forms.ChoiceField(label=_("My part"), required=False)
    only = forms.ChoiceField(
        label=_("Show"),
        choices=[
            ("", _("All")),
            ("overdue", _("With an overdue step")),
            ("waiting", _("Those who wait")),
        ],
        required=False,
    )
    language = forms.ChoiceField(label=_("Language"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The parts a worker can have, and the languages."""
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [  # type: ignore[attr-defined]
            ("", _("All")),
            *((str(kind), RELATIONS[kind]) for kind in _ROLES),
        ]
        self.fields["language"].choices = [("", _("All")), *LANGUAGES.items()]  # type: ignore[attr-defined]


class SearchForm(KaveriForm):
    """Looks for a person; sent by POST, so that no name or code stands in an address."""

    q = forms.CharField(
        label=_("Name, reference, telephone number or identity code"),
        help_text=_("You find the people and contacts that you have a part in."),
        error_messages={"required": _("Write whom you look for.")},
    )
    widths = {"q": "medium"}
