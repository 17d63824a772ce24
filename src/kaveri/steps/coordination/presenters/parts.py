"""What several pages of coordination show."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import get_language

from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.forms import KaveriForm

if TYPE_CHECKING:
    pass


def language() -> str:
    """The language the reader has chosen."""
    return dates.known_language(get_language())


def local_day(moment: dt.datetime) -> dt.date:
    return moment.astimezone(clock.HELSINKI).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """A page that is one form."""

    title: str
    lead: str
    send: str
    back: str
    form: KaveriForm
