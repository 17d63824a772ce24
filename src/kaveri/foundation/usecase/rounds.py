"""When the scheduled work was last done: written by the one who works, read by whatever watches."""

import datetime as dt

from kaveri.foundation.base import clock
from kaveri.foundation.usecase.models import WorkRound

# What `kaveri work` does.
WORK = "work"


def note_round(work: str) -> None:
    """A round is done."""
    WorkRound.objects.update_or_create(work=work, defaults={"at": clock.now()})


def last_round(work: str) -> dt.datetime | None:
    """When the last round was done; None when there never was one."""
    return WorkRound.objects.filter(work=work).values_list("at", flat=True).first()
