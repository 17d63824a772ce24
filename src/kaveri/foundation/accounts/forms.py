"""Signing in, with what was being written; the second step; changing the password."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as CodeReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kaveri.foundation.access import limits
from kaveri.foundation.accounts.carried import FIELD


class SignInForm(LoginForm):
    """User name and password; the sealed writing travels in a hidden field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Add the hidden field and keep its value over a mistyped password."""
        super().__init__(*args, **kwargs)
        self.fields[FIELD] = forms.CharField(required=False, widget=forms.HiddenInput)

    @property
    def minutes_to_wait(self) -> int:
        """How long somebody who has tried too often waits."""
        return limits.minutes(limits.told_to_wait(self.request))

    def login(self, request: Any, redirect_url: str | None = None) -> Any:
        """Keep the writing for the page after sign-in, then go in."""
        if self.cleaned_data.get(FIELD):
            request.session[FIELD] = self.cleaned_data[FIELD]
        return super().login(request, redirect_url=redirect_url)


class PasswordForm(ChangePasswordForm):
    """The password one has, and twice the new one, in our words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say what each field is for, and what to do when it is empty."""
        super().__init__(*args, **kwargs)
        words = {
            "oldpassword": (
                gettext_lazy("The password you have now"),
                "",
                gettext_lazy("Write the password you signed in with."),
            ),
            "password1": (
                gettext_lazy("New password"),
                gettext_lazy("At least 12 characters. Several words after each other are good."),
                gettext_lazy("Write a new password."),
            ),
            "password2": (
                gettext_lazy("The new password once more"),
                "",
                gettext_lazy("Write the new password once more."),
            ),
        }
        for name, (label, hint, empty) in words.items():
            _say(self.fields[name], label=label, hint=hint, empty=empty)

    def clean_oldpassword(self) -> str:
        """Whoever sits down at an open computer does not take the account over."""
        written = str(self.cleaned_data.get("oldpassword", ""))
        if not self.user.check_password(written):
            raise forms.ValidationError(_("This is not the password you signed in with."))
        return written

    def clean(self) -> dict[str, Any]:
        """The new one is written alike twice, and is not the one that was handed over."""
        # The parent says the same in words of its own.
        given: dict[str, Any] = self.cleaned_data
        new = given.get("password1")
        if new and given.get("password2") and new != given["password2"]:
            self.add_error("password2", _("The two new passwords differ. Write them alike."))
        if new and new == given.get("oldpassword"):
            self.add_error("password1", _("Choose another password than the one you have now."))
        return given


def _say(field: forms.Field, *, label: Any, hint: Any = "", empty: Any) -> None:
    """Our words in a field of allauth's."""
    field.label, field.help_text = label, hint
    field.error_messages["required"] = empty
    field.widget.attrs.pop("placeholder", None)


class AgainForm(ReauthenticateForm):
    """The password once more, before something that only the person may do."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say what is asked for."""
        super().__init__(*args, **kwargs)
        _say(
            self.fields["password"],
            label=gettext_lazy("Password"),
            empty=gettext_lazy("Write the password you signed in with."),
        )


class CodeForm(AuthenticateForm):
    """The code from the phone, or one of the reserve codes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say where the code is found."""
        super().__init__(*args, **kwargs)
        _say_code(self.fields["code"], gettext_lazy("Six digits from the app, or a reserve code."))


class CodeAgainForm(CodeReauthenticateForm):
    """The code once more, before something that only the person may do."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say where the code is found."""
        super().__init__(*args, **kwargs)
        _say_code(self.fields["code"], gettext_lazy("Six digits from the app, or a reserve code."))


class FirstCodeForm(ActivateTOTPForm):
    """The first code, which shows that the app counts as we do."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say where the code is found."""
        super().__init__(*args, **kwargs)
        _say_code(self.fields["code"], gettext_lazy("Six digits, from the app."))


def _say_code(field: forms.Field, hint: Any) -> None:
    _say(
        field,
        label=gettext_lazy("Code"),
        hint=hint,
        empty=gettext_lazy("Write the code that the app shows now."),
    )
    field.widget.attrs.update({"inputmode": "numeric", "autocomplete": "one-time-code"})
