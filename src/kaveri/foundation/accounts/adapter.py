"""Signing in and out, each with its row in the log; nobody makes an account alone."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse

from kaveri.foundation.accounts.models import Account
from kaveri.foundation.accounts.selectors import actor_of
from kaveri.foundation.audit import log
from kaveri.foundation.audit.models import Outcome
from kaveri.foundation.base.actor import Actor

SIGN_IN = "accounts.sign_in"
SIGN_OUT = "accounts.sign_out"


class SignIn(DefaultAccountAdapter):
    """The doors of allauth, with our log beside them."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are given, never taken."""
        return False

    def post_login(self, request: HttpRequest, user: Account, **how: Any) -> HttpResponse:
        """Somebody has come in, second factor and all."""
        log.write(actor_of(user), SIGN_IN, Outcome.DONE, about=("accounts.account", user.id))
        answer: HttpResponse = super().post_login(request, user, **how)
        return answer

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Somebody tried; the log names the account only when there is one."""
        tried = Account.objects.filter(username=str(credentials.get("username", ""))[:150]).first()
        log.write(
            Actor(),
            SIGN_IN,
            Outcome.DENIED,
            about=("accounts.account", tried.id if tried else None),
        )
        super().authentication_failed(request, **credentials)

    def add_message(self, *_what: Any, **_how: Any) -> None:
        """The page one comes to says enough."""

    def logout(self, request: HttpRequest) -> None:
        """Somebody goes out."""
        if isinstance(request.user, Account):
            log.write(
                actor_of(request.user),
                SIGN_OUT,
                Outcome.DONE,
                about=("accounts.account", request.user.id),
            )
        super().logout(request)
