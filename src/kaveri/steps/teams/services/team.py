"""The team's page is written anew and kept; members come and go."""

from uuid import UUID

from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Changed, refuse_if
from kaveri.foundation.usecase.acting import acting
from kaveri.steps.teams.actions import TeamAction
from kaveri.steps.teams.domain import (
    Profession,
    Rhythm,
    obstacles_to_seating,
    obstacles_to_unseating,
    obstacles_to_ways,
)
from kaveri.steps.teams.models import Seat, Ways
from kaveri.steps.teams.selectors import seated, seats, teams, versions


def describe_team(
    *,
    actor: Actor,
    unit_id: UUID,
    version: int,
    rhythm: Rhythm,
    weekday: str,
    place: str,
    text: str,
    sending: UUID | None = None,
) -> Ways:
    """A new version of the team's page; `version` is the one the writer saw, 0 for none."""
    with acting(TeamAction.DESCRIBE, actor=actor, sending=sending) as act:
        unit = act.fetch(teams(), unit_id)
        newest = versions(unit.pk).first()
        number = newest.number if newest else 0
        if number != version:
            raise Changed(act.action)
        refuse_if(obstacles_to_ways(rhythm=rhythm, weekday=weekday, ways=text))
        ways = Ways.objects.create(
            unit=unit,
            number=number + 1,
            rhythm=rhythm,
            weekday=weekday if rhythm is not Rhythm.BY_NEED else "",
            place=place.strip(),
            text=text.strip(),
            written_at=clock.now(),
            written_by_id=actor.person_id,
        )
        act.record(ways, facts={"unit": str(unit.pk), "number": ways.number})
    return ways


def add_seat(
    *,
    actor: Actor,
    unit_id: UUID,
    account_id: UUID,
    profession: Profession,
    sending: UUID | None = None,
) -> Seat:
    """Somebody becomes a permanent member; that alone shows them no client."""
    with acting(TeamAction.ADD_SEAT, actor=actor, sending=sending) as act:
        unit = act.fetch(teams(), unit_id)
        refuse_if(
            obstacles_to_seating(
                is_professional=people.professionals().filter(pk=account_id).exists(),
                sits_already=seated(unit.pk).filter(account_id=account_id).exists(),
            )
        )
        seat = Seat.objects.create(
            unit=unit, account_id=account_id, profession=profession, taken_at=clock.now()
        )
        act.record(seat, facts={"unit": str(unit.pk), "account": str(account_id)})
    return seat


def end_seat(*, actor: Actor, seat_id: UUID, sending: UUID | None = None) -> Seat:
    """Somebody leaves the team; that they sat in it stays known."""
    with acting(TeamAction.END_SEAT, actor=actor, sending=sending) as act:
        seat = act.fetch(seats(), seat_id)
        refuse_if(obstacles_to_unseating(has_left=seat.left_at is not None))
        seat.left_at = clock.now()
        seat.save(update_fields=["left_at"])
        act.record(seat, facts={"unit": str(seat.unit_id), "account": str(seat.account_id)})
    return seat
