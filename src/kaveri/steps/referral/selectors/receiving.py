"""Who receives what arrives: every path ends at a person."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from kaveri.casebook.directory import selectors as directory
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.models import Account, Unit
from kaveri.foundation.base.actor import Actor


@dataclass(frozen=True, slots=True)
class Receiving:
    """The unit that receives and the worker who owns what arrives."""

    unit: Unit
    owner: Account


def receiving_for(municipality_id: UUID | None) -> Receiving | None:
    """The unit of the municipality and its worker on duty; else whoever there is; None when nobody at all.

    The chain: the worker on duty, the unit's manager, any worker of the unit; then the same in
    the other receiving units of the county, the one that receives most municipalities first.
    """
    for unit in _units(municipality_id):
        owner = _owner_in(unit)
        if owner is not None:
            return Receiving(unit, owner)
    return None


def receiving_unit_ids() -> set[UUID]:
    """The units that receive contacts from some municipality."""
    return {row.receiving_unit_id for row in directory.municipalities()}


def may_keep(actor: Actor) -> bool:
    """Whether the worker's own unit receives contacts, so that they may answer one they record."""
    return bool(actor.unit_ids & receiving_unit_ids())


def is_away(account_id: UUID) -> bool:
    """Whether the worker is away today."""
    return account_id in people.substitutes([account_id])


def _units(municipality_id: UUID | None) -> Iterator[Unit]:
    known = list(directory.municipalities())
    own = next((row.receiving_unit for row in known if row.id == municipality_id), None)
    if own is not None:
        yield own
    times: dict[UUID, int] = {}
    units = {}
    for row in known:
        units[row.receiving_unit_id] = row.receiving_unit
        times[row.receiving_unit_id] = times.get(row.receiving_unit_id, 0) + 1
    for unit_id in sorted(times, key=lambda each: (-times[each], each)):
        yield units[unit_id]


def _owner_in(unit: Unit) -> Account | None:
    on_duty = directory.worker_on_duty(unit.id)
    candidates = [
        *(people.accounts().filter(pk=on_duty) if on_duty else []),
        *people.managers(unit.id),
        *people.professionals(unit_id=unit.id),
    ]
    # Somebody of another controller could not read what they own.
    within = [each for each in candidates if each.organisation_id == unit.organisation_id]
    away = people.substitutes([each.id for each in within])
    present = [each for each in within if each.id not in away]
    stand_ins = [away[each.id] for each in within if each.id in away and away[each.id].is_active]
    return next(iter([*present, *stand_ins, *within]), None)
