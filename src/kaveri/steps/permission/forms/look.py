"""A form that is looked at once more before it is done."""

from typing import Any, ClassVar

from django import forms

from kaveri.foundation.ui.forms import KaveriForm


class SecondLook(KaveriForm):
    """Sent twice: first to be looked at once more, then for good."""

    # Asked on the second look only: a file cannot be carried on unseen.
    asked_last: ClassVar[frozenset[str]] = frozenset()
    seen = forms.BooleanField(required=False, widget=forms.HiddenInput)

    looking = False

    def to_look_at(self) -> bool:
        """Whether what was sent is shown once more before it is done."""
        return not self.cleaned_data.get("seen") or "change" in self.data

    def visible_fields(self) -> list[Any]:
        """The fields of this look."""
        found = super().visible_fields()
        return found if self.looking else [one for one in found if one.name not in self.asked_last]

    def hide(self) -> None:
        """Everything is carried on unseen; the page says it in sentences."""
        self.looking = True
        data: Any = self.data
        self.data = data.copy()
        self.data["seen"] = "on"  # type: ignore[index]
        for name, field in self.fields.items():
            if name not in self.asked_last:
                field.widget = _hidden(field)


def _hidden(field: forms.Field) -> forms.Widget:
    if isinstance(field, forms.MultipleChoiceField):
        return forms.MultipleHiddenInput()
    return forms.HiddenInput()
