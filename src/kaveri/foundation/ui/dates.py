"""How days, times and ages are written in Swedish, Finnish and English.

Plain functions: the caller says which day it is and which language is read. The words stand here and
not in the message catalogues, because word order, case and punctuation differ with the language.
"""

import datetime as dt
import re

NBSP = "\xa0"
LANGUAGES = ("sv", "fi", "en")

WEEKDAYS = {
    "sv": ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
    "fi": (
        "maanantaina",
        "tiistaina",
        "keskiviikkona",
        "torstaina",
        "perjantaina",
        "lauantaina",
        "sunnuntaina",
    ),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
WEEKDAYS_SHORT = {
    "sv": ("mån", "tis", "ons", "tor", "fre", "lör", "sön"),
    "fi": ("ma", "ti", "ke", "to", "pe", "la", "su"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
NEAR = {
    "sv": {-1: "i går", 0: "i dag", 1: "i morgon"},
    "fi": {-1: "eilen", 0: "tänään", 1: "huomenna"},
    "en": {-1: "yesterday", 0: "today", 1: "tomorrow"},
}
DUE = {"sv": "senast {day}", "fi": "viimeistään {day}", "en": "by {day}"}
SINCE = {"sv": "sedan {day}", "fi": "{day} alkaen", "en": "since {day}"}
AT = {"sv": "{day} kl.\xa0{time}", "fi": "{day} kello\xa0{time}", "en": "{day} at\xa0{time}"}
YEARS = {
    "sv": ("{n}\xa0år", "{n}\xa0år"),
    "fi": ("{n}\xa0vuosi", "{n}\xa0vuotta"),
    "en": ("{n}\xa0year", "{n}\xa0years"),
}
DAYS = {
    "sv": ("{n}\xa0dag", "{n}\xa0dagar"),
    "fi": ("{n}\xa0päivä", "{n}\xa0päivää"),
    "en": ("{n}\xa0day", "{n}\xa0days"),
}


def known_language(code: str | None) -> str:
    """The language the words are written in; English when it is another."""
    short = (code or "").split("-")[0]
    return short if short in LANGUAGES else "en"


def numeric_date(day: dt.date) -> str:
    """22.11.2026, alike in all languages."""
    return f"{day.day}.{day.month}.{day.year}"


def weekday_date(day: dt.date, today: dt.date, language: str) -> str:
    """A day in a list: today and its neighbours by name, others as weekday and date, the year when not this one."""
    near = NEAR[language].get((day - today).days)
    return near or short_date(day, today, language)


def short_date(day: dt.date, today: dt.date, language: str) -> str:
    """Weekday and date, never "today": for paper and for what is read another day."""
    weekday = WEEKDAYS_SHORT[language][day.weekday()]
    if language == "en":
        year = "" if day.year == today.year else f" {day.year}"
        return f"{weekday} {day.day} {MONTHS[day.month - 1][:3]}{year}"
    year = "" if day.year == today.year else str(day.year)
    return f"{weekday} {day.day}.{day.month}.{year}"


def long_date(day: dt.date, language: str) -> str:
    """A day in running text: weekday and whole date."""
    weekday = WEEKDAYS[language][day.weekday()]
    if language == "en":
        return f"{weekday} {day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{weekday} {numeric_date(day)}"


def sentence_date(day: dt.date, today: dt.date, language: str) -> str:
    """A day somebody must act on, in a sentence: whole weekday and date, the year when not this one."""
    weekday = WEEKDAYS[language][day.weekday()]
    if language == "en":
        return f"{weekday} {day.day} {MONTHS[day.month - 1]}" + (
            "" if day.year == today.year else f" {day.year}"
        )
    return f"{weekday} {day.day}.{day.month}." + ("" if day.year == today.year else str(day.year))


def plain_date(day: dt.date, language: str) -> str:
    """A day without its weekday: 22.11.2026, in English 22 November 2026."""
    return (
        f"{day.day} {MONTHS[day.month - 1]} {day.year}" if language == "en" else numeric_date(day)
    )


def clock_time(moment: dt.datetime | dt.time, language: str) -> str:
    """9.05, in English 9:05; a full hour is written 13, in English 13:00."""
    if language == "en":
        return f"{moment.hour}:{moment.minute:02d}"
    return f"{moment.hour}.{moment.minute:02d}" if moment.minute else str(moment.hour)


def list_time(moment: dt.datetime | dt.time, language: str) -> str:
    """The time in a column of times, minutes always written: 9.00."""
    return f"{moment.hour}{':' if language == 'en' else '.'}{moment.minute:02d}"


def date_and_time(moment: dt.datetime, language: str) -> str:
    """Day and time in running text."""
    return AT[language].format(
        day=long_date(moment.date(), language), time=clock_time(moment, language)
    )


def due(day: dt.date, today: dt.date, language: str) -> str:
    """Until when: "senast fre 27.11."."""
    return DUE[language].format(day=weekday_date(day, today, language))


def due_long(day: dt.date, today: dt.date, language: str) -> str:
    """Until when, in the next-step band: "senast fredag 27.11."."""
    return DUE[language].format(day=sentence_date(day, today, language))


def since(day: dt.date, today: dt.date, language: str) -> str:
    """From when: "sedan fre 20.11."."""
    return SINCE[language].format(day=weekday_date(day, today, language))


def years_between(born: dt.date, today: dt.date) -> int:
    """Whole years lived."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def years_later(day: dt.date, years: int) -> dt.date:
    """The same day so many years on; 29.2. becomes 28.2. where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def in_years(years: int, language: str) -> str:
    """43 år, 43 vuotta, 43 years."""
    return YEARS[language][years != 1].format(n=years)


def in_days(days: int, language: str) -> str:
    """19 dagar, 19 päivää, 19 days."""
    return DAYS[language][days != 1].format(n=days)


class NotADay(ValueError):
    """What was written is no day in the calendar."""


def read_date(written: str, today: dt.date) -> dt.date:
    """The day somebody wrote: 22.11.2026, 22.11. (the nearest to come, within a year), 22.11.26 or 2026-11-22."""
    text = re.sub(r"\s+", "", written)
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
        year, month, day = (int(part) for part in found.groups())
        return _day(year, month, day)
    if found := re.fullmatch(r"(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})", text):
        day, month, year = (int(part) for part in found.groups())
        return _day(year + (2000 if year < 100 else 0), month, day)
    if found := re.fullmatch(r"(\d{1,2})[./](\d{1,2})\.?", text):
        day, month = (int(part) for part in found.groups())
        return _nearest(day, month, today)
    raise NotADay(written)


def _day(year: int, month: int, day: int) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise NotADay(f"{day}.{month}.{year}") from None


def _nearest(day: int, month: int, today: dt.date) -> dt.date:
    """Without a year people mean the one closest to today; 29.2. may be up to four years off."""
    candidates = []
    for year in range(today.year - 4, today.year + 5):
        try:
            candidates.append(dt.date(year, month, day))
        except ValueError:
            continue
    if not candidates:
        raise NotADay(f"{day}.{month}.")
    return min(candidates, key=lambda candidate: abs(candidate - today))
