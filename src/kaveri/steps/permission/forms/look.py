"""A form that is looked at once more before it is done."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, ClassVar

from django import forms

from kaveri.foundation.base.errors import Refused
from kaveri.foundation.ui.forms import KaveriForm


class SecondLook(KaveriForm):
    """Sent twice: first to be looked at once more, then for good."""

    # Asked on the second look only: a file cannot be carried on unseen.
    asked_last: ClassVar[frozenset[str]] = frozenset()
    seen = forms.BooleanField(required=False, widget=forms.HiddenInput)

    looking = False

    def full_clean(self) -> None:
        """Whatever is shown next can be changed again, and then it has not been looked at."""
        super().full_clean()
        if self.is_bound:
            self.show_in("seen", "")

    def show_in(self, name: str, value: str) -> None:
        """Let the form that is shown next bear this in a field that nobody fills in."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]
        data[self.add_prefix(name)] = value
        self.data = data

    def to_look_at(self) -> bool:
        """Whether what was sent is shown once more before it is done."""
        if not hasattr(self, "cleaned_data"):
            self.full_clean()
        return not self.cleaned_data.get("seen") or "change" in self.data

    def holds(self, obstacles: Iterable[StrEnum]) -> bool:
        """Whether nothing stands in the way; what does is said before anybody confirms anything."""
        found = list(obstacles)
        if found:
            self.show_refusal(Refused(found))
        return not found

    def visible_fields(self) -> list[Any]:
        """The fields of this look."""
        found = super().visible_fields()
        return found if self.looking else [one for one in found if one.name not in self.asked_last]

    def hide(self) -> None:
        """Everything is carried on unseen; the page says it in sentences."""
        self.looking = True
        self.show_in("seen", "on")
        for name, field in self.fields.items():
            if name not in self.asked_last:
                field.widget = hidden(field)


def hidden(field: forms.Field) -> forms.Widget:
    """How an answer is carried along unseen."""
    if isinstance(field, forms.MultipleChoiceField):
        return forms.MultipleHiddenInput()
    return forms.HiddenInput()
