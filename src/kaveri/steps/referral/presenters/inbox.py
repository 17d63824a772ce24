"""The inbox, and the page on which a contact is written down."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from kaveri.casebook.contacts.domain import OWN_CHANNELS, ContactState
from kaveri.casebook.contacts.labels import CHANNELS, CONTACT_STATES, LANGUAGES
from kaveri.casebook.directory import selectors as directory
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.tags import Tag
from kaveri.steps.referral.domain.eligibility import Weighs, points
from kaveri.steps.referral.forms.recording import SENT, InboxFilter, NewContactForm
from kaveri.steps.referral.labels.contacts import POINTS, WEIGHS
from kaveri.steps.referral.models import ContactOffer
from kaveri.steps.referral.selectors.looks import Inbox

if TYPE_CHECKING:
    from kaveri.casebook.contacts.models import Contact

PAGE = 25
# å, ä and ö come last.
_NORDIC = str.maketrans({"å": "{", "ä": "|", "ö": "}", "æ": "|", "ø": "}"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A contact in the list."""

    href: str
    name: str
    about: str
    origin: str
    arrived: dt.datetime
    due_on: dt.date
    owner: str
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferRow:
    """A contact somebody wants to pass on to the worker; who the person is, opens with a yes."""

    href: str
    reference: str
    by: str
    about: str
    why: str
    due_on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxPage:
    """Contacts, the most urgent first."""

    form: InboxFilter
    rows: tuple[Row, ...]
    offered: tuple[OfferRow, ...]
    count: str
    empty: str
    earlier: str
    later: str
    place: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PointLine:
    """A point of eligibility and what is known of it."""

    words: str
    tag: Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPage:
    """The form for writing a contact down, and support for judgement beside it."""

    form: NewContactForm
    may_keep: bool
    points: tuple[PointLine, ...]


def inbox_page(form: InboxFilter, inbox: Inbox, *, number: int, asked: dict[str, Any]) -> InboxPage:
    """One page of the list."""
    total = inbox.total
    last = max(1, -(-total // PAGE))
    narrowed = any(asked[name] for name in ("state", "channel", "name", "overdue"))
    return InboxPage(
        form=form,
        rows=tuple(_row(each, inbox.passed_on.get(each.id, "")) for each in inbox.contacts),
        offered=tuple(map(_offer_row, inbox.offered)),
        count=ngettext("%(number)d contact", "%(number)d contacts", total) % {"number": total},
        empty=_empty(sent=asked["whose"] == SENT, narrowed=narrowed),
        earlier=_page_link(asked, number - 1) if number > 1 else "",
        later=_page_link(asked, number + 1) if number < last else "",
        place=_("Page %(number)d of %(last)d") % {"number": number, "last": last},
        new=reverse("referral:new"),
    )


def new_page(form: NewContactForm) -> NewPage:
    """The form, with every point of eligibility to weigh."""
    weighed = points(born_on=None, lives_in_county=False, today=clock.today())
    return NewPage(form=form, may_keep="keeps" in form.fields, points=point_lines(weighed))


def point_lines(weighed: Any) -> tuple[PointLine, ...]:
    """Support for judgement, never a gate."""
    looks = {
        Weighs.YES: ("ok", "check"),
        Weighs.ASK: ("neutral", "circle-question-mark"),
        Weighs.TALK: ("info", "message-circle"),
    }
    return tuple(
        PointLine(
            words=str(POINTS[point]),
            tag=Tag(kind=looks[known][0], icon=looks[known][1], word=str(WEIGHS[known])),
        )
        for point, known in weighed.items()
    )


def municipalities() -> list[tuple[str, str]]:
    """Municipalities to choose from, in the reader's language and the Nordic order."""
    language = dates.known_language(get_language())
    named = [
        (str(row.id), str(getattr(row, f"name_{language}"))) for row in directory.municipalities()
    ]
    return sorted(named, key=lambda pair: pair[1].casefold().translate(_NORDIC))


def state_tag(state: str) -> Tag:
    """The state of a contact as a tag."""
    looks = {
        ContactState.TO_BE_CONFIRMED: ("warning", "circle-dashed"),
        ContactState.OPEN: ("info", "mail-question-mark"),
        ContactState.TAKEN_ON: ("ok", "circle-check"),
        ContactState.ADVISED: ("ok", "circle-check"),
        ContactState.CLOSED: ("neutral", "archive"),
    }
    kind, icon = looks[ContactState(state)]
    return Tag(kind=kind, icon=icon, word=str(CONTACT_STATES[ContactState(state)]))


def words(labels: Mapping[Any, Any], code: str) -> str:
    """The words of a code; none for a code that has none."""
    return str(labels.get(code, ""))


def origin_of(contact: "Contact") -> str:
    """Who sends, and from where; the person themself has no other."""
    how = words(CHANNELS, contact.channel)
    if contact.channel in OWN_CHANNELS:
        return how
    known = [contact.sender_name, contact.sender_organisation]
    return ", ".join([*filter(None, known)]) or how


def about(contact: "Contact") -> str:
    """Where the person lives and which language they asked for."""
    language = dates.known_language(get_language())
    place = str(getattr(contact.municipality, f"name_{language}")) if contact.municipality else ""
    return " · ".join(filter(None, [place, words(LANGUAGES, contact.language)]))


def _row(contact: "Contact", passed_on_to: str) -> Row:
    tags = [state_tag(contact.state)]
    if contact.closed_at is None and contact.due_on < clock.today():
        tags.insert(0, Tag(kind="danger", icon="clock-alert", word=_("the day has passed")))
    if passed_on_to:
        words = _("waits for an answer from %(name)s") % {"name": passed_on_to}
        tags.append(Tag(kind="warning", icon="hourglass", word=words))
    return Row(
        href=reverse("referral:contact", args=[contact.id]),
        name=contact.name,
        about=about(contact),
        origin=origin_of(contact),
        arrived=contact.arrived_at,
        due_on=contact.due_on,
        owner=contact.owner.full_name,
        tags=tuple(tags),
    )


def _offer_row(offer: ContactOffer) -> OfferRow:
    return OfferRow(
        href=reverse("referral:answer_offer", args=[offer.id]),
        reference=offer.contact.reference,
        by=offer.by.full_name,
        about=about(offer.contact),
        why=offer.why,
        due_on=offer.contact.due_on,
    )


def _empty(*, sent: bool, narrowed: bool) -> str:
    if narrowed:
        return _("No contact fits what you asked for.")
    if sent:
        return _(
            "You have not sent any contact. What you write down and another answers, stands here."
        )
    return _(
        "No contact waits for you. New ones come here when you are on duty or somebody passes one on."
    )


def _page_link(asked: dict[str, Any], number: int) -> str:
    given = {name: "on" if value is True else value for name, value in asked.items() if value}
    return "?" + urlencode({**given, "page": number})
