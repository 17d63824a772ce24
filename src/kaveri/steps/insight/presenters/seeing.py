"""Who sees what, in words a person who reads little can follow."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kaveri.casebook.records.domain import Category, Register
from kaveri.casebook.records.labels import CATEGORIES, REGISTERS
from kaveri.foundation.ui import dates
from kaveri.steps.insight.domain.seeing import Ground, Sight
from kaveri.steps.insight.labels import GROUNDS, STANDING
from kaveri.steps.insight.selectors import Seen, SeenBy

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from kaveri.foundation.accounts.models import Organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class SightLine:
    """What is seen, on which ground, until when."""

    what: str
    of: str
    ground: str
    until: str
    partly: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCard:
    """Somebody near the matter."""

    name: str
    about: str
    standing: str
    matters: str
    sights: tuple[SightLine, ...]
    # What is said of a protected address; empty when it is not protected.
    place: str
    sees_place: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoSeesPage:
    """Everybody near the matter, those who see something first."""

    people: tuple[PersonCard, ...]
    is_protected: bool
    see_place: tuple[str, ...]


def who_sees_page(seen: Seen) -> WhoSeesPage:
    """The page, those who see something first."""
    code = dates.known_language(get_language())
    cards = [_card(each, seen, code) for each in seen.people]
    return WhoSeesPage(
        people=tuple(sorted(cards, key=lambda card: not card.sights)),
        is_protected=seen.is_protected,
        see_place=tuple(card.name for card in cards if card.sees_place),
    )


def _card(each: SeenBy, seen: Seen, code: str) -> PersonCard:
    account = each.account
    organisation = getattr(account.organisation, f"name_{code}", "")
    return PersonCard(
        name=account.full_name,
        about=", ".join(part for part in (getattr(account, f"title_{code}"), organisation) if part),
        standing=capfirst(", ".join(str(STANDING[kind]) for kind in each.kinds)),
        matters=", ".join(each.references) if seen.several else "",
        sights=_together(_line(sight, seen.organisations, code) for sight in each.sights),
        sees_place=each.sees_place,
        place=_place(each) if seen.is_protected else "",
    )


def _together(lines: "Iterable[SightLine]") -> tuple[SightLine, ...]:
    """The same kinds on the same ground until the same day are said once, with every record they come from."""
    found: dict[SightLine, list[str]] = {}
    for line in lines:
        found.setdefault(replace(line, of=""), []).append(line.of)
    return tuple(
        replace(line, of=_("From: %(records)s") % {"records": "; ".join(records)})
        if (records := [of for of in every if of])
        else line
        for line, every in found.items()
    )


def _place(each: SeenBy) -> str:
    if each.sees_place:
        return _("Sees your protected address and telephone number.")
    return _("Does not see your protected address or telephone number.")


def _line(sight: Sight, organisations: "dict[UUID, Organisation]", code: str) -> SightLine:
    holder = sight.holder
    of = ""
    if holder is not None:
        organisation = organisations.get(holder.organisation_id)  # type: ignore[call-overload]
        of = _("%(organisation)s, %(register)s") % {
            "organisation": getattr(organisation, f"name_{code}", ""),
            "register": REGISTERS[Register(holder.register)],
        }
    return SightLine(
        what=_what(sight),
        of=of,
        ground=str(GROUNDS[sight.ground]),
        until=_("Until %(day)s at the latest") % {"day": dates.plain_date(sight.until_on, code)}
        if sight.until_on
        else _("For as long as this person works with your matter")
        if sight.ground is Ground.OWN
        else _("Until further notice"),
        partly=sight.partly,
    )


def _what(sight: Sight) -> str:
    if sight.categories:
        return capfirst(
            ", ".join(str(CATEGORIES[Category(category)]) for category in sight.categories)
        )
    if sight.ground is Ground.OWN:
        return _("Everything about you in this record")
    if sight.ground is Ground.ASKED:
        return _("Only what was sent to them, and their own answer")
    if sight.ground is Ground.SHARED:
        return _("Only what you share yourself")
    return _("All kinds of information in your matter")
