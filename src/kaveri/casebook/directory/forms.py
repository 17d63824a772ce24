"""Narrowing the list of services."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kaveri.foundation.ui.forms import FilterForm


class ServiceFilter(FilterForm):
    """By word, need and place."""

    q = forms.CharField(label=_("Word"), max_length=100)
    need = forms.ChoiceField(label=_("Need"))
    place = forms.ChoiceField(label=_("Place"))

    def __init__(
        self, *args: Any, needs: list[tuple[str, str]], places: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        """Offer the needs and municipalities of the county."""
        super().__init__(*args, **kwargs)
        self.fields["need"].choices = [("", _("All needs")), *needs]  # type: ignore[attr-defined]
        self.fields["place"].choices = [("", _("Whole county")), *places]  # type: ignore[attr-defined]
        for field in self.fields.values():
            field.required = False
