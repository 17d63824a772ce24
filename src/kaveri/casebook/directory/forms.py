"""Narrowing the lists, and making an account."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.directory.domain import WORKERS_ROLES, AccountObstacle, DutyObstacle
from kaveri.casebook.directory.labels import (
    ACCOUNT_OBSTACLES,
    DUTY_OBSTACLES,
    RENEWAL_OBSTACLES,
    ROLES,
)
from kaveri.foundation.ui.forms import DateField, FilterForm, KaveriForm, PhoneField


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


class PeopleFilter(FilterForm):
    """Finds somebody by name."""

    q = forms.CharField(label=_("Name or user name"), max_length=100, required=False)


class AccountForm(KaveriForm):
    """Who gets an account, where, and to do what."""

    first_name = forms.CharField(
        label=_("First name"),
        max_length=100,
        error_messages={"required": _("Write the first name.")},
    )
    last_name = forms.CharField(
        label=_("Last name"),
        max_length=100,
        error_messages={"required": _("Write the last name.")},
    )
    username = forms.CharField(
        label=_("User name"),
        max_length=150,
        validators=[
            UnicodeUsernameValidator(
                message=_("Use only letters, digits and the signs . + - _ @ in the user name.")
            )
        ],
        error_messages={"required": _("Write the user name.")},
    )
    unit = forms.ChoiceField(label=_("Unit"), error_messages={"required": _("Choose the unit.")})
    role = forms.ChoiceField(
        label=_("What does the person do?"),
        choices=[(role.value, ROLES[role]) for role in WORKERS_ROLES],
        widget=forms.RadioSelect,
        error_messages={"required": ACCOUNT_OBSTACLES[AccountObstacle.NOT_A_WORKERS_ROLE]},
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    email = forms.EmailField(label=_("E-mail"), required=False)
    phone = PhoneField(label=_("Phone"), required=False)

    obstacle_words = ACCOUNT_OBSTACLES
    obstacle_fields = {
        AccountObstacle.NAME_MISSING: "username",
        AccountObstacle.USERNAME_TAKEN: "username",
        AccountObstacle.NOT_A_WORKERS_ROLE: "role",
    }

    def __init__(self, *args: Any, units: list[tuple[str, str]], **kwargs: Any) -> None:
        """Every unit to choose from."""
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [("", _("Choose")), *units]  # type: ignore[attr-defined]


class RenewalForm(KaveriForm):
    """A new first password for somebody who cannot sign in."""

    phone_lost = forms.BooleanField(
        label=_("The phone with the codes is gone as well, and no reserve code is left"),
        required=False,
    )
    obstacle_words = RENEWAL_OBSTACLES


class DutyForm(KaveriForm):
    """Who is on the duty list, at which place, and on which days."""

    account = forms.ChoiceField(
        label=_("Who"),
        error_messages={"required": DUTY_OBSTACLES[DutyObstacle.NOT_OF_THE_UNIT]},
    )
    place = forms.TypedChoiceField(
        label=_("Place on the list"),
        coerce=int,
        help_text=_("The first on the list who is at work receives what arrives."),
    )
    from_on = DateField(
        label=_("First day"), error_messages={"required": _("Write the first day.")}
    )
    until_on = DateField(
        label=_("Last day"),
        required=False,
        help_text=_("Leave it empty when it goes on until further notice."),
    )

    obstacle_words = DUTY_OBSTACLES
    obstacle_fields = {
        DutyObstacle.NOT_OF_THE_UNIT: "account",
        DutyObstacle.ENDS_TOO_EARLY: "until_on",
        DutyObstacle.NOBODY_LEFT: "until_on",
    }
    widths = {"from_on": "short", "until_on": "short"}

    def __init__(
        self, *args: Any, workers: list[tuple[str, str]] | None, places: int, **kwargs: Any
    ) -> None:
        """The workers to choose from, unless the line already says who; and as many places."""
        super().__init__(*args, **kwargs)
        if workers is None:
            del self.fields["account"]
        else:
            self.fields["account"].choices = [("", _("Choose")), *workers]  # type: ignore[attr-defined]
        numbers = [(number, str(number)) for number in range(1, places + 1)]
        self.fields["place"].choices = numbers  # type: ignore[attr-defined]
