"""A contact's own page, and the pages on which its owner does something with it."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kaveri.casebook.contacts.domain import OPEN_STATES, OWN_CHANNELS, ContactState
from kaveri.casebook.contacts.labels import (
    ATTEMPT_WAYS,
    CHANNELS,
    CLOSING_REASONS,
    KNOWS,
    LANGUAGES,
)
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.tags import Tag
from kaveri.steps.referral.domain.contacts import OfferState
from kaveri.steps.referral.domain.eligibility import points
from kaveri.steps.referral.labels.contacts import CHECKED_BY, OFFER_STATES
from kaveri.steps.referral.models import ContactOffer, KnownCheck
from kaveri.steps.referral.presenters.inbox import (
    PointLine,
    about,
    point_lines,
    state_tag,
    words,
)
from kaveri.steps.referral.selectors.looks import ContactLook

if TYPE_CHECKING:
    from kaveri.casebook.contacts.models import Contact


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link of the breadcrumb or of the actions."""

    href: str
    name: str
    kind: str = "secondary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The band: who does what, by when, and does the person know."""

    who: str
    what: str
    by: dt.date
    client_knows: str = ""
    client_does_not_know: str = ""
    deputy: str = ""
    overdue: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A line: what, and what is known."""

    name: str
    value: str
    is_phone: bool = False
    is_text: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptLine:
    """A try to reach the person."""

    at: dt.datetime
    how: str
    by: str
    note: str
    tag: Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferLine:
    """An offer to another worker and what came of it."""

    to: str
    at: dt.datetime
    state: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Whom:
    """Somebody to turn to."""

    name: str
    unit: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """An answer of the known-person check; the same form whether somebody was found or not."""

    how: str
    at: dt.datetime
    whom: tuple[Whom, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPage:
    """One contact."""

    breadcrumb: tuple[Link, ...]
    name: str
    reference: str
    about: str
    tags: tuple[Tag, ...]
    is_owner: bool
    is_open: bool
    step: Step | None
    words: str
    words_label: str
    words_source: str
    unconfirmed: str
    person: tuple[Fact, ...]
    sender: tuple[Fact, ...]
    attempts: tuple[AttemptLine, ...]
    offers: tuple[OfferLine, ...]
    checks: tuple[CheckLine, ...]
    check_href: str
    attempt_href: str
    measure_href: str
    points: tuple[PointLine, ...]
    actions: tuple[Link, ...]
    outcome: str


def contact_page(look: ContactLook) -> ContactPage:
    """The contact as its owner, or its sender, sees it."""
    contact, own = look.contact, look.is_owner
    is_open = contact.state in OPEN_STATES
    href = {
        name: reverse(f"referral:{name}", args=[contact.id]) for name in ("check_known", "attempt")
    }
    return ContactPage(
        breadcrumb=to_inbox(),
        name=contact.name,
        reference=contact.reference,
        about=about(contact),
        tags=(state_tag(contact.state),),
        is_owner=own,
        is_open=is_open,
        step=_step(look),
        words=contact.message,
        words_label=_words_label(contact),
        words_source=words(CHANNELS, contact.channel),
        unconfirmed="yes" if contact.state == ContactState.TO_BE_CONFIRMED else "",
        person=_shown(_person(contact)),
        sender=_shown(_sender(contact)),
        attempts=tuple(map(_attempt, look.attempts)),
        offers=tuple(map(_offer, look.offers)),
        checks=tuple(map(check_line, look.checks)),
        check_href=href["check_known"] if own and is_open else "",
        attempt_href=href["attempt"] if own and is_open else "",
        measure_href=_built("identification:for_contact", contact.id) if own else "",
        points=point_lines(
            points(
                born_on=contact.born_on,
                lives_in_county=contact.municipality_id is not None,
                today=clock.today(),
            )
        )
        if own
        else (),
        actions=_actions(contact) if own and is_open else (),
        outcome=_outcome(contact),
    )


def check_line(check: KnownCheck) -> CheckLine:
    """An answer: whom to contact, and nothing else."""
    language = dates.known_language(get_language())
    found = []
    for account in check.whom_to_contact.all():
        units = [each.unit for each in account.assignments.all() if each.unit]
        unit = str(getattr(units[0], f"name_{language}")) if units else ""
        phone = account.phone or (units[0].phone if units else "")
        found.append(Whom(name=account.full_name, unit=unit, phone=phone))
    found.sort(key=lambda whom: whom.name)
    return CheckLine(how=words(CHECKED_BY, check.asked_by), at=check.at, whom=tuple(found))


def to_inbox() -> tuple[Link, ...]:
    """The way back to the list."""
    return (Link(href=reverse("referral:inbox"), name=_("Contacts")),)


def _step(look: ContactLook) -> Step | None:
    line = look.step
    if line is None:
        return None
    name = look.contact.name
    days = (clock.today() - line.due_on).days
    language = dates.known_language(get_language())
    return Step(
        who=line.who,
        what=line.what,
        by=line.due_on,
        client_knows=_("%(name)s knows: %(how)s") % {"name": name, "how": line.told_how}
        if line.client_knows
        else "",
        client_does_not_know=""
        if line.client_knows
        else _("%(name)s does not know yet.") % {"name": name},
        deputy=_("stands in for %(name)s") % {"name": line.deputy_for} if line.deputy_for else "",
        overdue=_("%(days)s late") % {"days": dates.in_days(days, language)}
        if line.is_overdue
        else "",
    )


def _person(contact: "Contact") -> list[Fact]:
    born = (
        dates.plain_date(contact.born_on, dates.known_language(get_language()))
        if contact.born_on
        else ""
    )
    return [
        Fact(name=_("Phone"), value=contact.phone, is_phone=True),
        Fact(name=_("E-mail"), value=contact.email),
        Fact(name=_("Day of birth"), value=born),
        Fact(name=_("Language"), value=words(LANGUAGES, contact.language)),
    ]


def _sender(contact: "Contact") -> list[Fact]:
    if contact.channel in OWN_CHANNELS:
        return []
    return [
        Fact(name=_("How it came"), value=words(CHANNELS, contact.channel)),
        Fact(name=_("Who sends"), value=contact.sender_name),
        Fact(name=_("From where"), value=contact.sender_organisation),
        Fact(name=_("The sender's phone"), value=contact.sender_phone, is_phone=True),
        Fact(name=_("The sender's e-mail"), value=contact.sender_email),
        Fact(name=_("What the sender says"), value=words(KNOWS, contact.person_knows)),
        Fact(name=_("On which ground"), value=contact.sending_ground, is_text=True),
        Fact(name=_("What has been tried"), value=contact.tried, is_text=True),
    ]


def _shown(facts: list[Fact]) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.value)


def _words_label(contact: "Contact") -> str:
    if contact.channel in OWN_CHANNELS:
        return _("In the words of %(name)s") % {"name": contact.name}
    who = contact.sender_name or words(CHANNELS, contact.channel)
    return _("In the words of %(name)s") % {"name": who}


def _attempt(attempt: Any) -> AttemptLine:
    reached = Tag(kind="ok", icon="check", word=_("reached"))
    missed = Tag(kind="neutral", icon="phone-missed", word=_("not reached"))
    return AttemptLine(
        at=attempt.at,
        how=words(ATTEMPT_WAYS, attempt.how),
        by=attempt.by.full_name,
        note=attempt.note,
        tag=reached if attempt.reached else missed,
    )


def _offer(offer: ContactOffer) -> OfferLine:
    return OfferLine(
        to=offer.to.full_name,
        at=offer.offered_at,
        state=str(OFFER_STATES[OfferState(offer.state)]),
        reason=offer.reason,
    )


def _actions(contact: "Contact") -> tuple[Link, ...]:
    waits = contact.state == ContactState.TO_BE_CONFIRMED
    offered = [
        ("confirm", _("Record what the person says")) if waits else ("take_on", _("Take on")),
        *([] if waits else [("advise", _("Answer with advice"))]),
        ("pass_on", _("Pass on")),
        ("close", _("Close the contact")),
    ]
    return tuple(
        Link(
            href=reverse(f"referral:{name}", args=[contact.id]),
            name=words,
            kind="secondary" if place else "primary",
        )
        for place, (name, words) in enumerate(offered)
    )


def _outcome(contact: "Contact") -> str:
    if contact.state == ContactState.CLOSED:
        return words(CLOSING_REASONS, contact.closing_reason)
    return ""


def _built(name: str, contact_id: Any) -> str:
    """The address of a page that another step may have built."""
    try:
        return reverse(name, args=[contact_id])
    except NoReverseMatch:
        return ""
