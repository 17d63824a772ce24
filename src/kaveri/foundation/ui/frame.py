"""What the frame around every page shows: places, languages, links."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from kaveri.foundation.accounts.carried import mark_of
from kaveri.foundation.base.actor import Role

# A place whose pages are not built yet has no address and is not shown.
PLACES = (
    ("workspace:my_day", pgettext_lazy("place", "My day")),
    ("workspace:cases", pgettext_lazy("place", "Cases")),
    ("referral:inbox", pgettext_lazy("place", "Contacts")),
    ("consultation:consultations", pgettext_lazy("place", "Consultations")),
    ("teams:teams", pgettext_lazy("place", "Teams")),
    ("directory:services", pgettext_lazy("place", "Services")),
    # Only those who lead a unit or keep the accounts.
    ("directory:people", pgettext_lazy("place", "People")),
    # Only those who lead a unit have something to follow up.
    ("coordination:risen", pgettext_lazy("place", "Follow-up")),
    # Only the privacy officer.
    ("insight:requests", pgettext_lazy("place", "Requests about the log")),
)
FOR_THOSE_WHO_LEAD = frozenset({"coordination:risen", "directory:people"})
FOR_ADMINISTRATORS = frozenset({"directory:people"})
FOR_PRIVACY_OFFICERS = frozenset({"insight:requests"})
FOOT = (
    ("public:data_use", _("How we use data")),
    ("public:accessibility", _("Accessibility statement")),
    ("public:help", _("Help")),
)


@dataclass(frozen=True)
class Place:
    """A link of the frame."""

    href: str
    name: Any
    current: bool = False


def address(name: str) -> str | None:
    """The address of a named page, when it is built."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return None


class Frame:
    """Worked out only when a template asks."""

    def __init__(self, request: HttpRequest) -> None:
        """Around this request's page."""
        self.request = request

    @property
    def demo(self) -> bool:
        """Whether all people are invented."""
        return bool(getattr(settings, "DEMO", False))

    @cached_property
    def here(self) -> str:
        """The page's own address, filters and all; never another site's."""
        return "/" + self.request.get_full_path().lstrip("/")

    @cached_property
    def places(self) -> list[Place]:
        """The places of staff; the one with the longest address that the page lies under is current."""
        actor = getattr(self.request, "actor", None)
        leads = getattr(actor, "managed_unit_ids", ())
        roles = getattr(actor, "roles", ())
        hidden = FOR_PRIVACY_OFFICERS if Role.PRIVACY_OFFICER not in roles else frozenset()
        if not leads:
            hidden |= FOR_THOSE_WHO_LEAD
        if Role.ADMINISTRATOR in roles:
            hidden -= FOR_ADMINISTRATORS
        built = [
            (href, name) for view, name in PLACES if view not in hidden if (href := address(view))
        ]
        over = [href for href, _name in built if self.request.path.startswith(href)]
        current = max(over, key=len, default=None)
        if current == "/" and self.request.path != "/":
            current = None
        return [Place(href, name, href == current) for href, name in built]

    @cached_property
    def absences(self) -> str | None:
        """Where a worker notes being away."""
        return address("coordination:absences")

    @cached_property
    def foot(self) -> list[Place]:
        """The links of the footer."""
        return [Place(href, name) for view, name in FOOT if (href := address(view))]

    @cached_property
    def search(self) -> str | None:
        """The search page."""
        return address("workspace:search")

    @cached_property
    def home(self) -> str:
        """Where the wordmark leads."""
        return "/"

    @cached_property
    def sign_out(self) -> str | None:
        """Where signing out is sent."""
        return address("account_logout")

    @cached_property
    def how_to_come(self) -> str | None:
        """The page with the number to call."""
        return address("public:how_to_come")

    @cached_property
    def change_password(self) -> str | None:
        """Where somebody who has come in chooses another password."""
        return address("account_change_password")

    @cached_property
    def second_factor(self) -> str | None:
        """Where somebody who has come in sees to the codes from the phone."""
        return address("mfa_index")

    @cached_property
    def sign_in(self) -> str | None:
        """The door for workers and clients; nobody who has come in needs it."""
        user = getattr(self.request, "user", None)
        return None if user is None or user.is_authenticated else address("account_login")

    @cached_property
    def written_by(self) -> str:
        """The mark of who writes here, so that a session that ends loses nobody's text."""
        return mark_of(getattr(self.request.user, "id", None))

    @cached_property
    def languages(self) -> list[tuple[str, str, bool]]:
        """Code, own name, and whether the page is in it."""
        now = get_language()
        return [(code, name, code == now) for code, name in settings.LANGUAGES]


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context processor of the frames."""
    return {"frame": Frame(request)}
