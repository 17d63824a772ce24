"""Fields that several forms share."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from kaveri.casebook.tasks.domain import Told
from kaveri.casebook.tasks.labels import TASK_OBSTACLES, TOLD
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.foundation.ui.forms import DateField, KaveriForm

# A receipt is what the public form gives; a worker tells in other ways.
WAYS_OF_TELLING = tuple(how for how in Told if how != Told.RECEIPT)


class StepsForm(KaveriForm):
    """A form of this step: people to choose among, days from today, words for what a task needs."""

    obstacle_words: ClassVar[Mapping[Any, Any]] = TASK_OBSTACLES

    # Days that cannot lie before today.
    from_today: ClassVar[tuple[str, ...]] = ()
    # Days that cannot lie after today.
    until_today: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Set the bounds of days when the form is shown."""
        super().__init__(*args, **kwargs)
        for name in self.from_today:
            self.day(name).earliest = clock.today()
        for name in self.until_today:
            self.day(name).latest = clock.today()

    def day(self, name: str) -> DateField:
        """A field that holds a day."""
        field = self.fields[name]
        if not isinstance(field, DateField):
            raise TypeError(name)
        return field

    def choose_among(self, name: str, accounts: Iterable[Account], empty: str = "") -> None:
        """Offer these people; an empty choice first when nobody is chosen yet."""
        field = self.fields[name]
        if not isinstance(field, forms.ChoiceField):
            raise TypeError(name)
        named = [(str(account.pk), account.full_name) for account in accounts]
        field.choices = [("", empty or _("Choose a person")), *named]

    def person(self, name: str) -> UUID | None:
        """The person chosen."""
        value = self.cleaned_data.get(name)
        return UUID(value) if value else None

    def told_how(self, name: str = "told") -> Told | None:
        """How the client came to know; None when they do not know yet."""
        value = self.cleaned_data.get(name)
        return Told(value) if value else None


def told_choices() -> list[tuple[str, Any]]:
    """How the client was told, and that they have not been."""
    return [("", _("Not told yet")), *((how.value, TOLD[how]) for how in WAYS_OF_TELLING)]
