"""A line of the log in words, the same on the page and on paper."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.steps.insight.domain.looks import Kind, Line
from kaveri.steps.insight.labels import GROUNDS_IN_LOG, KINDS
from kaveri.steps.insight.selectors.looks import LogView


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Who, when, what, on which ground: as it is read."""

    who: str
    about: str
    when: str
    what: list[str]
    tried: bool
    ground: str


def told(view: LogView, language: str) -> list[Told]:
    """Every line in words."""
    return [_told(line, view, language) for line in view.lines]


def _told(line: Line, view: LogView, language: str) -> Told:
    account = view.accounts.get(line.account_id) if line.account_id else None
    organisation = view.organisations.get(line.organisation_id) if line.organisation_id else None
    about = [
        getattr(account, f"title_{language}", ""),
        getattr(organisation, f"name_{language}", ""),
    ]
    if account is not None:
        who = account.full_name
    elif line.job:
        who = _("Automatic work")
        about = [_("No person has looked.")]
    else:
        who = _("Somebody without a sign-in")
        about = [_("For example through a link or a form.")]
    return Told(
        who=who,
        about=", ".join(part for part in about if part),
        when=_hour(line.hour, language),
        what=list(_what(line)),
        tried=bool(line.tried) and not line.read and not line.written,
        ground=capfirst(
            ", ".join(str(GROUNDS_IN_LOG[code]) for code in line.grounds if code in GROUNDS_IN_LOG)
        ),
    )


def _hour(hour: dt.datetime, language: str) -> str:
    here = hour.astimezone(clock.HELSINKI)
    said = {
        "day": dates.plain_date(here.date(), language),
        "first": dates.list_time(here, language),
        "last": dates.list_time(here + dt.timedelta(hours=1), language),
    }
    return _("%(day)s, %(first)s–%(last)s") % said


def _what(line: Line) -> Iterator[str]:
    if line.written:
        yield _("Wrote or changed: %(what)s") % {"what": _words(line.written)}
    if line.read:
        yield _("Looked at: %(what)s") % {"what": _words(line.read)}
    if line.tried:
        yield _("Tried and was not shown anything: %(what)s") % {"what": _words(line.tried)}


def _words(kinds: Iterable[Kind]) -> str:
    return ", ".join(str(KINDS[kind]) for kind in Kind if kind in set(kinds))
