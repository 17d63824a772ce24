"""Signing in and out, each with its row in the log; nobody makes an account alone."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kaveri.foundation.access import limits
from kaveri.foundation.access.limits import Limit
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.accounts.selectors import actor_of
from kaveri.foundation.audit import log
from kaveri.foundation.audit.models import Outcome
from kaveri.foundation.base import sealing
from kaveri.foundation.base.actor import Actor

SIGN_IN = "accounts.sign_in"
SIGN_OUT = "accounts.sign_out"
CHANGE_PASSWORD = "accounts.change_password"  # noqa: S105
# What allauth would write a mail of becomes a row of the log.
SECOND_FACTOR = {
    "mfa/email/totp_activated": "accounts.second_factor.begin",
    "mfa/email/totp_deactivated": "accounts.second_factor.end",
    "mfa/email/recovery_codes_generated": "accounts.second_factor.new_codes",
}
# Guessing one account's password from one place. Elsewhere its owner still comes in.
AT_ONE_ACCOUNT = Limit("sign-in-account", times=10, seconds=300)
# Wide enough for a whole office behind one address, where only the failed tries count.
FROM_ONE_ADDRESS = Limit("sign-in-address", times=300, seconds=300)
TOO_MANY = "too_many_login_attempts"
_PLACE = "accounts.second_factor"


class SignIn(DefaultAccountAdapter):
    """The doors of allauth, with our log beside them."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        TOO_MANY: _("It has been wrong many times. Wait five minutes and try again."),
        "rate_limited": _("It has been wrong many times. Wait five minutes and try again."),
        "incorrect_password": _("This is not the password you signed in with."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are given, never taken."""
        return False

    def post_login(self, request: HttpRequest, user: Account, **how: Any) -> HttpResponse:
        """Somebody has come in, second factor and all."""
        log.write(actor_of(user), SIGN_IN, Outcome.DONE, about=("accounts.account", user.id))
        answer: HttpResponse = super().post_login(request, user, **how)
        return answer

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the try before the password is looked at, so that tries side by side count too."""
        for limit, source in _counted(request, credentials):
            if wait := limits.count(limit, *source):
                _write_denied(credentials)
                limits.tell_to_wait(request, wait)
                raise self.validation_error(TOO_MANY)

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Account | None:
        """A try that went well does not count."""
        account: Account | None = super().authenticate(request, **credentials)
        if account is not None:
            for limit, source in _counted(request, credentials):
                limits.take_back(limit, *source)
        return account

    def validation_error(self, code: str, *what: Any) -> Any:
        """The second factor has been tried too often: the answer says so in its status as well."""
        if code == TOO_MANY and not limits.told_to_wait(self.request):
            limits.tell_to_wait(self.request, AT_ONE_ACCOUNT.seconds)
        return super().validation_error(code, *what)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Somebody tried; the log names the account only when there is one."""
        _write_denied(credentials)
        super().authentication_failed(request, **credentials)

    def set_password(self, user: Account, password: str) -> None:
        """From now on the password is known to the person alone."""
        log.write(
            actor_of(user), CHANGE_PASSWORD, Outcome.DONE, about=("accounts.account", user.id)
        )
        user.password_is_given = False
        super().set_password(user, password)

    def get_password_change_redirect_url(self, _request: HttpRequest) -> str:
        """The same page, which then says that it is done."""
        return reverse("account_change_password") + "?changed=1"

    def add_message(self, *_what: Any, **_how: Any) -> None:
        """The page one comes to says enough."""

    def send_notification_mail(self, template_prefix: str, user: Account, *_more: Any) -> None:
        """No mail tells of the service; that the second step changed stands in the log."""
        if action := SECOND_FACTOR.get(template_prefix):
            log.write(actor_of(user), action, Outcome.DONE, about=("accounts.account", user.id))

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


class SecondFactor(DefaultMFAAdapter):
    """The codes from a phone: their secrets lie sealed, and mistakes are told in our words."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("The code is wrong or too old. Write the one that the app shows now."),
    }

    def get_totp_label(self, user: Account) -> str:
        """What the app on the phone calls the account; never an e-mail address."""
        return user.username

    def encrypt(self, text: str) -> str:
        """Sealed, as identity codes are."""
        return sealing.seal(text, keys=sealing.read_keys(settings.FIELD_KEYS), place=_PLACE)

    def decrypt(self, encrypted_text: str) -> str:
        """Opened with the key that sealed it."""
        keys = sealing.read_keys(settings.FIELD_KEYS)
        return sealing.unseal(encrypted_text, keys=keys, place=_PLACE)


def _counted(
    request: HttpRequest, credentials: dict[str, Any]
) -> list[tuple[Limit, tuple[str, ...]]]:
    address = limits.address_of(request)
    name = str(credentials.get("username", "")).casefold()
    return [(AT_ONE_ACCOUNT, (address, name)), (FROM_ONE_ADDRESS, (address,))]


def _write_denied(credentials: dict[str, Any]) -> None:
    tried = Account.objects.filter(username=str(credentials.get("username", ""))[:150]).first()
    about = ("accounts.account", tried.id if tried else None)
    log.write(Actor(), SIGN_IN, Outcome.DENIED, about=about)
