"""Changing the duty lists, inside a use case."""

import datetime as dt
from uuid import UUID

from kaveri.casebook.directory.models import DutyTurn
from kaveri.foundation.base import clock
from kaveri.foundation.usecase.acting import Act


def pass_turn(_act: Act, turn: DutyTurn, *, to_id: UUID) -> None:
    """Another worker has this place on the duty list from today."""
    today = clock.today()
    DutyTurn.objects.create(
        unit_id=turn.unit_id,
        account_id=to_id,
        from_on=max(today, turn.from_on),
        until_on=turn.until_on,
        place=turn.place,
    )
    if turn.from_on < today:
        turn.until_on = today - dt.timedelta(days=1)
        turn.save(update_fields=["until_on"])
    else:
        turn.delete()
