"""The log as it is read."""

from dataclasses import dataclass

from django.utils.translation import get_language, ngettext

from kaveri.foundation.ui import dates
from kaveri.foundation.ui.paging import Pager
from kaveri.steps.insight.forms import LogFilter
from kaveri.steps.insight.selectors import LogView
from kaveri.steps.insight.services.telling import Told, told


@dataclass(frozen=True, slots=True, kw_only=True)
class LogPage:
    """A page of the log, with the filter and the way to more."""

    form: LogFilter
    lines: tuple[Told, ...]
    count: str
    pager: Pager
    clear: str
    first_day: str


def log_page(
    form: LogFilter, view: LogView, pager: Pager, *, clear: str, first_day: str
) -> LogPage:
    """The page, the newest hour first."""
    number = pager.total
    return LogPage(
        form=form,
        lines=tuple(told(view, dates.known_language(get_language()))),
        count=ngettext("%(number)d line", "%(number)d lines", number) % {"number": number},
        pager=pager,
        clear=clear,
        first_day=first_day,
    )
