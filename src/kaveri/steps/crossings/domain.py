"""A worker leaves and nothing they carry is left behind; a person comes back and need not tell it again."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Carried(StrEnum):
    """What somebody can carry."""

    CASE = "case"
    CONTACT = "contact"
    PAIR = "pair"
    TASKS = "tasks"
    PROMISE = "promise"
    SUBSTITUTION = "substitution"
    OFFER = "offer"
    CONTACT_OFFER = "contact_offer"
    DUTY = "duty"
    ABSENCE = "absence"


# What somebody else must be named for; the rest goes by itself (domain: `Carried`).
NEEDS_RECEIVER = frozenset(
    {
        Carried.CASE,
        Carried.CONTACT,
        Carried.CONTACT_OFFER,
        Carried.PROMISE,
        Carried.SUBSTITUTION,
        Carried.DUTY,
    }
)


class LeavingObstacle(StrEnum):
    """Why the account cannot be closed like this."""

    RECEIVER_MISSING = "receiver_missing"
    RECEIVER_NOT_ACTIVE = "receiver_not_active"
    RECEIVER_LEAVES = "receiver_leaves"
    RECEIVER_AWAY = "receiver_away"
    NO_GROUND = "no_ground"
    STILL_CARRIES = "still_carries"
    ALREADY_CLOSED = "already_closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Burden:
    """One thing carried: what it is, and by which reference people know it."""

    kind: Carried
    id: UUID
    reference: str
    tasks: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiverFacts:
    """What is true of the one who is to have it."""

    is_active: bool
    leaves: bool
    has_ground: bool
    is_away: bool = False


def obstacles_to_leaving(
    burdens: Iterable[Burden], receivers: dict[UUID, ReceiverFacts | None], *, is_closed: bool
) -> list[LeavingObstacle]:
    """Every reason the worker cannot leave yet, each kind once."""
    found: list[LeavingObstacle] = [LeavingObstacle.ALREADY_CLOSED] if is_closed else []
    for burden in burdens:
        if burden.kind in NEEDS_RECEIVER:
            found += _obstacles_of(receivers.get(burden.id))
    return list(dict.fromkeys(found))


def _obstacles_of(receiver: ReceiverFacts | None) -> list[LeavingObstacle]:
    if receiver is None:
        return [LeavingObstacle.RECEIVER_MISSING]
    checks = {
        LeavingObstacle.RECEIVER_LEAVES: receiver.leaves,
        LeavingObstacle.RECEIVER_NOT_ACTIVE: not receiver.is_active,
        LeavingObstacle.NO_GROUND: receiver.is_active and not receiver.has_ground,
        LeavingObstacle.RECEIVER_AWAY: receiver.is_away,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


class GroundworkObstacle(StrEnum):
    """Why earlier work cannot be used like this."""

    CASE_ENDED = "case_ended"
    NOTHING_EARLIER = "nothing_earlier"
    NOTHING_CHOSEN = "nothing_chosen"
    ALREADY_CARRIED = "already_carried"


def obstacles_to_reuse(*, case_open: bool, chosen: int, carried: int) -> list[GroundworkObstacle]:
    """Every reason nothing can be carried over."""
    checks = {
        GroundworkObstacle.CASE_ENDED: not case_open,
        GroundworkObstacle.NOTHING_CHOSEN: chosen == 0,
        GroundworkObstacle.ALREADY_CARRIED: carried > 0,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]
