"""The client's details."""

import re
from typing import Any

from django import forms
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.utils.translation import gettext_lazy as _

from kaveri.casebook.clients.labels import INTERPRETERS, LANGUAGES
from kaveri.channels.workspace.domain import SignInObstacle
from kaveri.channels.workspace.labels import SIGN_IN_OBSTACLES
from kaveri.foundation.ui.forms import KaveriForm, PhoneField

# Six digits of a birthday, a sign or none, and the rest: mistyped codes too.
_LIKE_A_CODE = re.compile(r"\d{6}\W?[A-Za-z]?\d{3}\w")


class PersonForm(KaveriForm):
    """How the client is called, reached and met."""

    first_name = forms.CharField(
        label=_("First name"),
        max_length=100,
        error_messages={"required": _("Write the first name.")},
    )
    last_name = forms.CharField(
        label=_("Last name"), max_length=100, error_messages={"required": _("Write the last name.")}
    )
    phone = PhoneField(label=_("Telephone"), required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    street = forms.CharField(label=_("Street address"), required=False, max_length=200)
    postal_code = forms.CharField(label=_("Postal code"), required=False, max_length=10)
    municipality = forms.ChoiceField(label=_("Municipality"), required=False)
    language = forms.ChoiceField(label=_("Language"))
    interpreter = forms.ChoiceField(label=_("Interpreter"))
    interpreter_language = forms.CharField(
        label=_("Interpreter's language"), required=False, max_length=60
    )
    non_disclosure = forms.BooleanField(
        label=_("Non-disclosure for safety: address, phone, municipality and places are hidden"),
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    widths = {"postal_code": "short"}

    def __init__(self, *args: Any, places: list[tuple[str, str]], **kwargs: Any) -> None:
        """The municipalities of the county, and the languages."""
        super().__init__(*args, **kwargs)
        choices: dict[str, list[tuple[str, Any]]] = {
            "municipality": [("", _("Not known")), *places],
            "language": list(LANGUAGES.items()),
            "interpreter": [(str(code), word) for code, word in INTERPRETERS.items()],
        }
        for name, found in choices.items():
            known = self.initial.get(name)
            unlisted = [(known, known)] if known and known not in dict(found) else []
            self.fields[name].choices = [*found, *unlisted]  # type: ignore[attr-defined]

    @property
    def known(self) -> dict[str, Any]:
        """The columns as they are kept."""
        found = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        found["municipality_id"] = found.pop("municipality") or None
        return found


class SignInForm(KaveriForm):
    """The user name of a client's own sign-in."""

    username = forms.CharField(
        label=_("User name"),
        max_length=150,
        help_text=_("Something the person remembers. Never the identity code."),
        validators=[
            UnicodeUsernameValidator(
                message=_("Use only letters, digits and the signs . + - _ @ in the user name.")
            )
        ],
        error_messages={"required": _("Write the user name.")},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    obstacle_words = SIGN_IN_OBSTACLES
    obstacle_fields = {SignInObstacle.NAME_TAKEN: "username"}

    def clean_username(self) -> str:
        """An identity code is no user name: it would stand on screens and in letters."""
        written = str(self.cleaned_data["username"])
        if _LIKE_A_CODE.fullmatch(written):
            raise forms.ValidationError(_("Choose a user name that is not an identity code."))
        return written


class NewPasswordForm(KaveriForm):
    """A new first password for a client: nothing is asked, only confirmed."""

    obstacle_words = SIGN_IN_OBSTACLES
