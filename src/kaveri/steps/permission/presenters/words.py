"""Consents and what follows from changing them, in sentences."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from kaveri.casebook.consent.domain import Life, Party, Purpose
from kaveri.casebook.consent.labels import GIVEN, LIVES, PURPOSES
from kaveri.casebook.records.domain import SENSITIVE, Category
from kaveri.casebook.records.labels import CATEGORIES
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.steps.permission.domain import Consequences, Draft
from kaveri.steps.permission.labels import TOLD_HOW, party_name, period
from kaveri.steps.permission.selectors import Side, life, runs_out

TAGS = {
    Life.COMING: ("info", "clock"),
    Life.VALID: ("ok", "check"),
    Life.EXPIRED: ("warning", "clock"),
    Life.WITHDRAWN: ("neutral", "x"),
    Life.REPLACED: ("neutral", "history"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that follows."""

    icon: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that is so."""

    name: Any
    text: Any
    change: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Where in its life it is."""

    kind: str
    icon: str
    word: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldParty:
    """A party of a consent that no longer holds, and whether it knows."""

    id: UUID
    name: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A consent, permit or prohibition as it is read."""

    id: UUID
    title: str
    state: State
    facts: tuple[Fact, ...]
    words: str
    has_scan: bool
    told: tuple[ToldParty, ...]
    may_change: bool
    may_scan: bool
    may_withdraw: bool
    is_over: bool


def language() -> Any:
    """The reader's language."""
    return dates.known_language(get_language())


def state_of(row: Any) -> State:
    """Valid, running out, over: with its colour and its word."""
    now = life(row)
    if runs_out(row):
        return State(kind="warning", icon="clock", word=_("runs out soon"))
    kind, icon = TAGS[now]
    return State(kind=kind, icon=icon, word=LIVES[now])


def named(party: Party, sides: Mapping[Party, Side]) -> str:
    """The name of a party; what is not known any more is not invented."""
    side = sides.get(party)
    return party_name(side.organisation, party.register, language()) if side else ""


def listed(words: Iterable[Any]) -> str:
    """Words one after another."""
    return ", ".join(str(word) for word in words if word)


def parties_listed(names: Iterable[str]) -> str:
    """Names that may hold a comma themselves, one after another."""
    return "; ".join(name for name in names if name)


def kinds(codes: Iterable[str]) -> str:
    """Kinds of information in their own order."""
    order = [str(code) for code in Category]
    return listed(CATEGORIES[Category(code)] for code in sorted(codes, key=order.index))


def day(date: dt.date) -> str:
    """The day in words."""
    return dates.plain_date(date, language())


def consent_facts(consent: Any) -> tuple[Fact, ...]:
    """Between whom, which information, what for, until when, how given and where stored."""
    codes = consent.categories.split()
    parties = parties_listed(
        sorted(
            party_name(row.organisation, row.register, language()) for row in consent.parties.all()
        )
    )
    purposes = listed(
        [*(PURPOSES[code] for code in consent.purposes.split()), consent.purpose_words]
    )
    how = _("%(how)s, %(day)s") % {"how": GIVEN[consent.given], "day": day(consent.given_on)}
    lines = (
        (_("Between"), parties),
        (_("Which information"), kinds(code for code in codes if code not in SENSITIVE)),
        (_("Sensitive information"), kinds(code for code in codes if code in SENSITIVE)),
        (_("What for"), purposes),
        (_("Valid"), period(consent.from_on, consent.until_on, language())),
        (_("How it was given"), how),
        (_("By"), consent.representative.name if consent.representative else ""),
        (_("Where the paper is"), consent.stored_where),
        (_("Scan"), consent.scan_name),
        *over(consent),
    )
    return tuple(Fact(name=name, text=text) for name, text in lines if text)


def over(row: Any) -> list[tuple[Any, str]]:
    """When it was taken back and by whom it was taken down."""
    if row.withdrawn_at is None:
        return []
    who = row.withdrawal_by.full_name if row.withdrawal_by else ""
    said = {"day": day(row.withdrawn_at.astimezone(clock.HELSINKI).date()), "who": who}
    return [(_("Taken back"), _("%(day)s, recorded by %(who)s") % said)]


def draft_facts(draft: Draft, sides: Mapping[Party, Side]) -> tuple[Fact, ...]:
    """What was just written, to be looked at once more."""
    plain = {code for code in draft.categories if code not in SENSITIVE}
    until = day(draft.until_on) if draft.until_on else ""
    lines = (
        (_("Between"), parties_listed(named(party, sides) for party in draft.parties)),
        (_("Which information"), kinds(plain)),
        (_("Sensitive information"), kinds(draft.categories - plain)),
        (
            _("What for"),
            listed(
                [*(PURPOSES[Purpose(code)] for code in sorted(draft.purposes)), draft.purpose_words]
            ),
        ),
        (_("Valid"), _("%(first)s–%(last)s") % {"first": day(draft.from_on), "last": until}),
        (_("How it was given"), GIVEN[draft.given]),
        (_("Where the paper is"), draft.stored_where),
    )
    return tuple(Fact(name=name, text=text) for name, text in lines if text)


def opens(draft: Draft, sides: Mapping[Party, Side], *, to_client: bool) -> list[Line]:
    """What the parties may tell each other from now on."""
    who = {
        "who": parties_listed(named(party, sides) for party in draft.parties),
        "kinds": kinds(draft.categories),
    }
    lines = [
        Line(icon="eye", text=_("%(who)s may tell each other about: %(kinds)s.") % who),
        Line(icon="lock", text=_("Nobody else sees anything more.")),
    ]
    back = _("You can take it back at any time, and it takes effect at once.")
    theirs = _("The client can take it back at any time, and it takes effect at once.")
    return [*lines, Line(icon="undo-2", text=back if to_client else theirs)]


def _see_less(
    no_longer: Mapping[Party, Iterable[str]], sides: Mapping[Party, Side]
) -> Iterable[str]:
    """Parties who lose the same are named together."""
    losing: dict[str, list[str]] = {}
    for party, codes in sorted(no_longer.items(), key=lambda pair: named(pair[0], sides)):
        losing.setdefault(kinds(codes), []).append(named(party, sides))
    for codes_, names in losing.items():
        said = {"who": parties_listed(names), "kinds": codes_}
        one = _("%(who)s will no longer see what the others know: %(kinds)s.")
        several = _("These will no longer see what the others know, %(kinds)s: %(who)s.")
        yield (one if len(names) == 1 else several) % said


def follows(
    found: Consequences,
    sides: Mapping[Party, Side],
    people: Mapping[UUID, str],
    *,
    at_all: bool = True,
    taken_back: bool = False,
    to_client: bool = False,
    carries: tuple[str, str] | None = None,
) -> tuple[Line, ...]:
    """What is no longer so, each for whom; `carries` is a case manager who must go, and who sees to it."""
    lines = [Line(icon="eye-off", text=text) for text in _see_less(found.no_longer, sides)]
    for party, uses in sorted(found.not_for.items(), key=lambda pair: named(pair[0], sides)):
        said = {
            "who": named(party, sides),
            "uses": listed(PURPOSES[Purpose(use)] for use in sorted(uses)),
        }
        lines.append(
            Line(icon="eye-off", text=_("%(who)s will no longer use it for: %(uses)s.") % said)
        )
    names = sorted({people[account] for account in found.leave if account in people})
    if names:
        one = _("%(names)s can no longer open the case.")
        several = _("These can no longer open the case: %(names)s.")
        text = one if len(names) == 1 else several
        lines.append(Line(icon="users", text=text % {"names": listed(names)}))
    if carries is not None:
        lines.append(Line(icon="handshake", text=_somebody_else(*carries)))
    elif found.tasks:
        number = len(found.tasks)
        text = ngettext(
            "%(number)d open task moves to the case manager.",
            "%(number)d open tasks move to the case manager.",
            number,
        )
        lines.append(Line(icon="list-checks", text=text % {"number": number}))
    if found.referrals:
        number = len(found.referrals)
        text = ngettext(
            "%(number)d open referral loses its ground: talk about how it goes on.",
            "%(number)d open referrals lose their ground: talk about how they go on.",
            number,
        )
        lines.append(Line(icon="send", text=text % {"number": number}))
    meeting = (
        _("The team may not talk about you at its meeting on %(day)s.")
        if to_client
        else _("The meeting on %(day)s loses its ground: the team may not talk about the client.")
    )
    days = [at.astimezone(clock.HELSINKI).date() for at in sorted(found.meetings)]
    lines += [Line(icon="calendar", text=meeting % {"day": day(on)}) for on in days]
    if lines and taken_back:
        text = _("The parties can still read the consent itself, and that it is taken back.")
        lines.append(Line(icon="file-text", text=text))
    if not lines and at_all:
        lines.append(Line(icon="check", text=_("Nobody sees less than before.")))
    return tuple(lines)


def _somebody_else(manager: str, who: str) -> str:
    if not who:
        return _(
            "%(manager)s can no longer be the case manager, and nobody is on duty who could see to"
            " it. The manager of the unit must say who carries on."
        ) % {"manager": manager}
    return _(
        "%(manager)s can no longer be the case manager. %(name)s takes over what is open, and agrees"
        " within three days who carries on."
    ) % {"manager": manager, "name": who}


def told(consent: Any) -> tuple[ToldParty, ...]:
    """Who of the parties knows that it is withdrawn, and how they came to know."""
    if consent.withdrawn_at is None:
        return ()
    return tuple(
        ToldParty(
            id=row.id,
            name=party_name(row.organisation, row.register, language()),
            told=_("%(how)s, %(day)s")
            % {
                "how": TOLD_HOW[row.told_how],
                "day": day(row.told_at.astimezone(clock.HELSINKI).date()),
            }
            if row.told_at
            else "",
        )
        for row in consent.parties.all()
    )
