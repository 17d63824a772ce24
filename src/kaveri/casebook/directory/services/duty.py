"""Changing the duty lists: by those who keep them, and as a part of somebody's leaving."""

import datetime as dt
from uuid import UUID

from kaveri.casebook.directory.actions import DirectoryAction
from kaveri.casebook.directory.domain import Span, obstacles_to_duty
from kaveri.casebook.directory.models import DutyTurn
from kaveri.casebook.directory.selectors import duty_list
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Denied, refuse_if
from kaveri.foundation.usecase.acting import Act, acting


def put_on_duty(
    *,
    actor: Actor,
    unit_id: UUID,
    account_id: UUID,
    place: int,
    from_on: dt.date,
    until_on: dt.date | None = None,
    sending: UUID | None = None,
) -> DutyTurn:
    """Somebody of the unit comes on its duty list; those from that place on move one down."""
    with acting(DirectoryAction.PUT_ON_DUTY, actor=actor, sending=sending) as act:
        unit = act.fetch(people.units(), unit_id)
        refuse_if(
            obstacles_to_duty(
                works_there=people.professionals(unit_id=unit.pk).filter(pk=account_id).exists(),
                from_on=from_on,
                until_on=until_on,
                # Somebody more leaves no day empty that was not empty before.
                before=[],
                after=[],
                today=clock.today(),
            )
        )
        turn = DutyTurn(unit=unit, account_id=account_id, from_on=from_on, until_on=until_on)
        _set_in(turn, place)
        act.record(turn, facts={"unit": str(unit.pk), "account": str(account_id)})
    return turn


def change_duty(
    *,
    actor: Actor,
    unit_id: UUID,
    turn_id: UUID,
    place: int,
    from_on: dt.date,
    until_on: dt.date | None = None,
    sending: UUID | None = None,
) -> DutyTurn:
    """A line of the list gets other days or another place; a last day ends it."""
    with acting(DirectoryAction.CHANGE_DUTY, actor=actor, sending=sending) as act:
        unit = act.fetch(people.units(), unit_id)
        listed = {line.pk: line for line in duty_list([unit.pk])}
        before = {pk: Span(line.from_on, line.until_on) for pk, line in listed.items()}
        turn = listed.get(turn_id)
        if turn is None:
            raise Denied(act.action)
        refuse_if(
            obstacles_to_duty(
                works_there=True,
                from_on=from_on,
                until_on=until_on,
                before=before.values(),
                after={**before, turn.pk: Span(from_on, until_on)}.values(),
                today=clock.today(),
            )
        )
        turn.from_on, turn.until_on = from_on, until_on
        _set_in(turn, place)
        act.record(turn, facts={"unit": str(unit.pk), "account": str(turn.account_id)})
    return turn


def _set_in(turn: DutyTurn, place: int) -> None:
    """Write the line at its place and number the list anew, so that no two share a place."""
    others = [line for line in duty_list([turn.unit_id]) if line.pk != turn.pk]
    others.insert(place - 1, turn)
    for number, line in enumerate(others, 1):
        if line is turn or line.place != number:
            line.place = number
            line.save()


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
