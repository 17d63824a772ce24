"""The pages on which a contact's owner does something with it."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kaveri.casebook.contacts.domain import ContactState
from kaveri.casebook.contacts.labels import CHANNELS, CONTACT_STATES
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.steps.referral.models import ContactOffer
from kaveri.steps.referral.presenters.contact import (
    CheckLine,
    Fact,
    Link,
    check_line,
    to_inbox,
)
from kaveri.steps.referral.presenters.inbox import about, words
from kaveri.steps.referral.selectors.looks import ContactLook

if TYPE_CHECKING:
    from kaveri.casebook.contacts.models import Contact


@dataclass(frozen=True, slots=True, kw_only=True)
class ActPage:
    """A form on which the owner does something with the contact."""

    breadcrumb: tuple[Link, ...]
    title: str
    lead: str
    send: str
    danger: bool
    form: KaveriForm
    back: str
    facts: tuple[Fact, ...] = ()
    notice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPage:
    """The known-person check: two questions, each asked once."""

    breadcrumb: tuple[Link, ...]
    name: str
    born: dt.date | None
    checks: tuple[CheckLine, ...]
    by_name: KaveriForm | None
    by_code: KaveriForm | None
    back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandledPage:
    """What became of a contact that is dealt with; nothing of what it said."""

    breadcrumb: tuple[Link, ...]
    title: str
    sentence: str
    case_page: str


def handled_page(contact: "Contact", case_page: str) -> HandledPage:
    """To whoever goes back to a contact they have dealt with."""
    said = {
        "reference": contact.reference,
        "state": CONTACT_STATES[ContactState(contact.state)],
        "day": dates.plain_date(
            (contact.closed_at or contact.arrived_at).astimezone(clock.HELSINKI).date(),
            dates.known_language(get_language()),
        ),
    }
    taken_on = contact.state == ContactState.TAKEN_ON
    return HandledPage(
        breadcrumb=to_inbox(),
        title=_("This contact has already been taken on")
        if taken_on
        else _("This contact has already been dealt with"),
        sentence=_("%(reference)s: %(state)s, %(day)s. Nothing was changed now.") % said,
        case_page=case_page,
    )


def act_page(
    form: KaveriForm,
    contact: "Contact",
    *,
    title: str,
    lead: str,
    send: str,
    danger: bool = False,
    notice: str = "",
) -> ActPage:
    """One form about the contact."""
    back = reverse("referral:contact", args=[contact.id])
    return ActPage(
        breadcrumb=(*to_inbox(), Link(href=back, name=contact.name)),
        title=title,
        lead=lead,
        send=send,
        danger=danger,
        form=form,
        back=back,
        notice=notice,
    )


def offer_page(form: KaveriForm, offer: ContactOffer) -> ActPage:
    """What a colleague asks; who the person is, opens with a yes."""
    contact = offer.contact
    facts = [
        Fact(name=_("Asked by"), value=offer.by.full_name),
        Fact(name=_("How it came"), value=words(CHANNELS, contact.channel)),
        Fact(name=_("Where and in which language"), value=about(contact)),
        Fact(name=_("Why"), value=offer.why, is_text=True),
    ]
    return ActPage(
        breadcrumb=to_inbox(),
        title=_("A contact passed on to you"),
        lead=_(
            "Until you say yes, %(name)s answers for it. Who the person is, you see when you take it."
        )
        % {"name": offer.by.full_name},
        send=_("Send the answer"),
        danger=False,
        form=form,
        back=reverse("referral:inbox"),
        facts=tuple(facts),
    )


def known_page(
    look: ContactLook, *, by_name: KaveriForm, by_code: KaveriForm, asked: frozenset[str]
) -> KnownPage:
    """What has been asked and answered, and what may still be asked."""
    contact = look.contact
    back = reverse("referral:contact", args=[contact.id])
    return KnownPage(
        breadcrumb=(*to_inbox(), Link(href=back, name=contact.name)),
        name=contact.name,
        born=contact.born_on,
        checks=tuple(map(check_line, look.checks)),
        by_name=None if "name" in asked else by_name,
        by_code=None if "code" in asked else by_code,
        back=back,
    )
