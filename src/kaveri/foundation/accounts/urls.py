"""Where the pages live, and which doors of allauth are open: the others are not there."""

from collections.abc import Iterable, Iterator

from allauth.account import urls as sign_in
from allauth.mfa import urls as second_factor
from django.urls import URLPattern, URLResolver, include, path

from kaveri.foundation.accounts import views

app_name = "accounts"
urlpatterns = [path("written/", views.written, name="written")]

# Nobody makes an account or gets a password by mail, and e-mail addresses are no sign-ins.
OFFERED = frozenset(
    {
        "account_login",
        "account_logout",
        "account_change_password",
        "account_reauthenticate",
        "mfa_index",
        "mfa_authenticate",
        "mfa_reauthenticate",
        "mfa_activate_totp",
        "mfa_deactivate_totp",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
    }
)


def only_offered(entries: Iterable[URLPattern | URLResolver]) -> Iterator[URLPattern | URLResolver]:
    """The same addresses; what we do not offer answers as if nothing were there.

    The names stay, because allauth asks for the addresses of its own pages.
    """
    for entry in entries:
        if isinstance(entry, URLResolver):
            yield path(str(entry.pattern), include(list(only_offered(entry.url_patterns))))
        elif entry.name in OFFERED:
            yield entry
        else:
            yield URLPattern(entry.pattern, views.closed, name=entry.name)


of_allauth = list(only_offered([*sign_in.urlpatterns, *second_factor.urlpatterns]))
