"""The only place that asks for the time; stories and tests may stand at another moment."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from zoneinfo import ZoneInfo

HELSINKI = ZoneInfo("Europe/Helsinki")
_standing_at: ContextVar[dt.datetime | None] = ContextVar("standing_at", default=None)


def now() -> dt.datetime:
    """This moment, in Finland's time."""
    return _standing_at.get() or dt.datetime.now(tz=HELSINKI)


def today() -> dt.date:
    """The day it is in Finland."""
    return now().astimezone(HELSINKI).date()


def start_of(day: dt.date) -> dt.datetime:
    """The first moment of a day in Finland."""
    return dt.datetime.combine(day, dt.time(), tzinfo=HELSINKI)


@contextmanager
def standing_at(moment: dt.datetime) -> Iterator[None]:
    """Let everything inside happen at `moment`: for playing stories, never for real people."""
    token = _standing_at.set(moment)
    try:
        yield
    finally:
        _standing_at.reset(token)
