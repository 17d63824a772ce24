"""The sign-in form, which also carries what was being written."""

from typing import Any

from allauth.account.forms import LoginForm
from django import forms

from kaveri.foundation.accounts.carried import FIELD


class SignInForm(LoginForm):
    """User name and password; the sealed writing travels in a hidden field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Add the hidden field and keep its value over a mistyped password."""
        super().__init__(*args, **kwargs)
        self.fields[FIELD] = forms.CharField(required=False, widget=forms.HiddenInput)

    def login(self, request: Any, redirect_url: str | None = None) -> Any:
        """Keep the writing for the page after sign-in, then go in."""
        if self.cleaned_data.get(FIELD):
            request.session[FIELD] = self.cleaned_data[FIELD]
        return super().login(request, redirect_url=redirect_url)
