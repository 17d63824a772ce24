"""Days, ages and addresses as the workers' pages write them."""

import datetime as dt
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kaveri.casebook.clients.domain import Interpreter
from kaveri.casebook.clients.labels import INTERPRETERS, language_name
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates


def language() -> str:
    """The reader's language."""
    return dates.known_language(get_language())


def address(name: str, **kwargs: Any) -> str:
    """The address of a page; empty while it is not built, or without what it needs."""
    if any(value is None for value in kwargs.values()):
        return ""
    try:
        return reverse(name, kwargs=kwargs)
    except NoReverseMatch:
        return ""


def day_in_list(day: dt.date) -> str:
    """Today, tomorrow, Fri 27 Nov."""
    return dates.weekday_date(day, clock.today(), language())


def one_stop(sentence: str) -> str:
    """A date that ends in a full stop brings no second one."""
    return sentence.replace("..", ".")


def since_words(day: dt.date) -> str:
    """Since Fri 20 Nov."""
    return dates.since(day, clock.today(), language())


def in_days(days: int) -> str:
    """19 days."""
    return dates.in_days(days, language())


def week_line(day: dt.date) -> str:
    """Monday 23.11.2026, week 48."""
    words = _("%(day)s, week %(week)d") % {
        "day": dates.long_date(day, language()),
        "week": day.isocalendar().week,
    }
    return words[:1].upper() + words[1:]


def about_person(born_on: dt.date | None, spoken: str, interpreter: str) -> str:
    """51 years · Finnish · interpreter."""
    parts = [
        dates.in_years(dates.years_between(born_on, clock.today()), language()) if born_on else "",
        language_name(spoken),
    ]
    if interpreter and interpreter != Interpreter.NONE:
        parts.append(str(INTERPRETERS[Interpreter(interpreter)]))
    return " · ".join(part for part in parts if part)


def shortened(text: str) -> str:
    """The first line or so of somebody's own words, cut between words."""
    flat = " ".join(text.split())
    return flat if len(flat) <= 120 else flat[:120].rsplit(" ", 1)[0] + " …"
