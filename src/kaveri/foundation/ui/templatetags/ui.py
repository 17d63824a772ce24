"""Tags for icons, days, telephone numbers and attributes handed on."""

import datetime as dt
import uuid
from dataclasses import replace
from typing import Any

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates, icons, phones

register = template.Library()


def _language() -> str:
    return dates.known_language(get_language())


def _day(value: dt.date | dt.datetime) -> dt.date:
    return value.astimezone(clock.HELSINKI).date() if isinstance(value, dt.datetime) else value


def _moment(value: dt.datetime | dt.time) -> dt.datetime | dt.time:
    return value.astimezone(clock.HELSINKI) if isinstance(value, dt.datetime) else value


@register.simple_tag
def icon(name: str) -> SafeString:
    """One of the vendored icons, always beside a word."""
    return mark_safe(icons.svg(name))  # noqa: S308 - our own vendored files


@register.filter
def weekday_date(value: Any) -> str:
    """i dag · fre 27.11."""
    return dates.weekday_date(_day(value), clock.today(), _language()) if value else ""


@register.filter
def short_date(value: Any) -> str:
    """fre 27.11., never "i dag": for paper."""
    return dates.short_date(_day(value), clock.today(), _language()) if value else ""


@register.filter
def long_date(value: Any) -> str:
    """fredag 27.11.2026"""
    return dates.long_date(_day(value), _language()) if value else ""


@register.filter
def plain_date(value: Any) -> str:
    """27.11.2026, in English 27 November 2026."""
    return dates.plain_date(_day(value), _language()) if value else ""


@register.filter
def date_and_time(value: Any) -> str:
    """fredag 27.11.2026 kl. 13"""
    return dates.date_and_time(value.astimezone(clock.HELSINKI), _language()) if value else ""


@register.filter
def clock_time(value: Any) -> str:
    """9.05"""
    return dates.list_time(_moment(value), _language()) if value is not None and value != "" else ""


@register.filter
def due(value: Any) -> str:
    """senast fre 27.11."""
    return dates.due(_day(value), clock.today(), _language()) if value else ""


@register.filter
def due_long(value: Any) -> str:
    """senast fredag 27.11.: for the next-step band."""
    return dates.due_long(_day(value), clock.today(), _language()) if value else ""


@register.filter
def since(value: Any) -> str:
    """sedan fre 20.11."""
    return dates.since(_day(value), clock.today(), _language()) if value else ""


@register.filter
def ending(value: str) -> str:
    """A full stop at the end, unless the date already has one."""
    return value if value.endswith(".") else f"{value}."


@register.filter
def age(value: Any) -> str:
    """43 år, from the day of birth or the number of years."""
    if value is None or value == "":
        return ""
    years = value if isinstance(value, int) else dates.years_between(value, clock.today())
    return dates.in_years(years, _language())


@register.filter
def days(value: int) -> str:
    """19 dagar"""
    return dates.in_days(int(value), _language())


@register.filter
def initials(value: str) -> str:
    """ÖÅ: for staff only."""
    parts = value.split()
    return "".join(part[0] for part in (parts[:1] + parts[1:][-1:]))


@register.filter
def phone_link(value: str) -> SafeString:
    """The number as a link that calls it."""
    if not value:
        return mark_safe("")
    shown = phones.shown_phone(value, _language())
    try:
        number = phones.read_phone(value)
    except phones.NotANumber:
        return conditional_escape(shown)
    return format_html('<a class="k-nowrap k-figures" href="tel:{}">{}</a>', number, shown)


@register.filter
def trimmed(slot: Any) -> Any:
    """A slot without the line breaks around it; `strip` alone would forget that it is escaped already."""
    stripped = str(slot).strip()
    return mark_safe(stripped) if isinstance(slot, SafeString) else stripped  # noqa: S308


HANDED_ON = {
    "id",
    "name",
    "value",
    "form",
    "formaction",
    "rel",
    "lang",
    "title",
    "autocomplete",
    "target",
    "open",
}


@register.filter
def handed_on(attrs: Any) -> SafeString:
    """The attributes a component hands on to its element; escaped here, because cotton does not."""
    pairs = [
        (name, "" if value is True else value)
        for name, value in attrs.items()
        # Objects are for the component itself, never for its element.
        if (value is True or isinstance(value, str | int))
        and value is not False
        and (name in HANDED_ON or name.startswith(("hx-", "data-", "aria-")))
    ]
    return format_html_join("", ' {}="{}"', pairs)


@register.simple_tag
def mark_current(groups: list[Any], path: str) -> list[Any]:
    """The same groups; the link with the longest address that the page lies under is current."""
    over = [link.href for group in groups for link in group.links if path.startswith(link.href)]
    here = max(over, key=len, default=None)
    return [
        replace(group, links=[replace(link, current=link.href == here) for link in group.links])
        for group in groups
    ]


@register.filter
def current_name(groups: list[Any]) -> Any:
    """The name of the link one is at; empty on a page that none of them leads to."""
    return next((link.name for group in groups for link in group.links if link.current), "")


@register.filter
def number_of_links(groups: list[Any]) -> int:
    """How many links there are in all the groups."""
    return sum(len(group.links) for group in groups)


@register.simple_tag
def fresh_key() -> str:
    """A key for one sending."""
    return str(uuid.uuid4())
