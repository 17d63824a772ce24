"""When a contact may be taken on, passed on, advised, closed or confirmed."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from kaveri.casebook.contacts.domain import (
    OPEN_STATES,
    Channel,
    ClosingReason,
    ContactState,
    Knows,
)
from kaveri.foundation.careful import looks_like_identity_code

# Tries on different days before somebody counts as not reached (Kaveri's default).
ATTEMPT_DAYS = 2


class ContactObstacle(StrEnum):
    """Why a contact cannot be handled like this, yet."""

    ALREADY_HANDLED = "already_handled"
    NOT_CONFIRMED = "not_confirmed"
    NOTHING_TO_CONFIRM = "nothing_to_confirm"
    NO_WAY_TO_REACH = "no_way_to_reach"
    NO_NAME = "no_name"
    NOBODY_RECEIVES = "nobody_receives"
    HOLDS_IDENTITY_CODE = "holds_identity_code"
    TOO_FEW_ATTEMPTS = "too_few_attempts"
    ATTEMPT_IN_THE_FUTURE = "attempt_in_the_future"
    ATTEMPT_BEFORE_ARRIVAL = "attempt_before_arrival"
    NO_ANSWER_WRITTEN = "no_answer_written"
    NO_REASON_WRITTEN = "no_reason_written"
    ALREADY_OFFERED = "already_offered"
    OFFER_ANSWERED = "offer_answered"
    RECEIVER_IS_ONESELF = "receiver_is_oneself"
    RECEIVER_NOT_WITHIN = "receiver_not_within"
    RECEIVER_AWAY = "receiver_away"
    MANAGER_NOT_IN_UNIT = "manager_not_in_unit"
    MANAGER_AWAY = "manager_away"
    MEETING_HAS_PASSED = "meeting_has_passed"
    CANNOT_KEEP = "cannot_keep"
    CHOOSE_EARLIER_OR_NEW = "choose_earlier_or_new"
    HAS_OPEN_CASE = "has_open_case"
    TAKEN_BACK_BY_PERSON_ONLY = "taken_back_by_person_only"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked, of whom: the five things of the public form."""

    name: str
    phone: str = ""
    email: str = ""
    municipality_id: UUID | None = None
    language: str = "sv"
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Somebody close who writes for another."""

    name: str
    phone: str = ""
    email: str = ""
    knows: Knows = Knows.DOES_NOT_KNOW


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What a professional also gives: from where, on which ground, what has been tried."""

    channel: Channel
    agrees: bool = False
    born_on: dt.date | None = None
    keeps: bool = False
    name: str = ""
    organisation: str = ""
    phone: str = ""
    email: str = ""
    ground: str = ""
    tried: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handled:
    """A contact as these rules see it."""

    state: ContactState
    has_open_offer: bool = False
    days_not_reached: Collection[dt.date] = ()


class Manager(StrEnum):
    """Whether the one named can be case manager: in the worker's own unit, and present."""

    PRESENT = "present"
    AWAY = "away"
    ELSEWHERE = "elsewhere"


class Earlier(StrEnum):
    """What the check by code found in the worker's own register."""

    NOTHING = "nothing"
    ENDED = "ended"
    OPEN_CASE = "open_case"


class OfferState(StrEnum):
    """A contact offered to a named receiver: waiting, answered, or taken back by what happened since."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


def obstacles_to_receiving(
    *, name: str, reachable: bool, texts: Collection[str]
) -> list[ContactObstacle]:
    """Every reason a contact cannot be received like this; benefit and diagnosis are never asked."""
    return _standing(
        {
            ContactObstacle.NO_NAME: not name.strip(),
            ContactObstacle.NO_WAY_TO_REACH: not reachable,
            ContactObstacle.HOLDS_IDENTITY_CODE: any(map(looks_like_identity_code, texts)),
        }
    )


def obstacles_to_taking_on(
    contact: Handled,
    *,
    first_meeting_on: dt.date,
    today: dt.date,
    manager: Manager,
    earlier: Earlier,
    goes_on: bool | None,
) -> list[ContactObstacle]:
    """Every reason the person cannot become a client with this case manager."""
    return _standing(
        {
            **_open_and_confirmed(contact),
            ContactObstacle.MEETING_HAS_PASSED: first_meeting_on < today,
            ContactObstacle.MANAGER_NOT_IN_UNIT: manager is Manager.ELSEWHERE,
            ContactObstacle.MANAGER_AWAY: manager is Manager.AWAY,
            ContactObstacle.HAS_OPEN_CASE: earlier is Earlier.OPEN_CASE,
            ContactObstacle.CHOOSE_EARLIER_OR_NEW: earlier is Earlier.ENDED and goes_on is None,
        }
    )


def obstacles_to_passing_on(
    contact: Handled, *, why: str, to_oneself: bool, receiver_within: bool, receiver_away: bool
) -> list[ContactObstacle]:
    """Every reason the contact cannot be offered to this receiver."""
    return _standing(
        {
            ContactObstacle.ALREADY_HANDLED: contact.state not in OPEN_STATES,
            ContactObstacle.ALREADY_OFFERED: contact.has_open_offer,
            ContactObstacle.NO_REASON_WRITTEN: not why.strip(),
            ContactObstacle.RECEIVER_IS_ONESELF: to_oneself,
            ContactObstacle.RECEIVER_NOT_WITHIN: not to_oneself and not receiver_within,
            ContactObstacle.RECEIVER_AWAY: not to_oneself and receiver_within and receiver_away,
        }
    )


def obstacles_to_answering_offer(
    *, offer_state: OfferState, state: ContactState, accepts: bool, reason: str
) -> list[ContactObstacle]:
    """Every reason the offer cannot be answered like this; a no says why."""
    return _standing(
        {
            ContactObstacle.OFFER_ANSWERED: offer_state is not OfferState.OPEN
            or state not in OPEN_STATES,
            ContactObstacle.NO_REASON_WRITTEN: not accepts and not reason.strip(),
        }
    )


def obstacles_to_advising(contact: Handled, *, answer: str) -> list[ContactObstacle]:
    """Every reason the contact cannot be answered with advice."""
    return _standing(
        {**_open_and_confirmed(contact), ContactObstacle.NO_ANSWER_WRITTEN: not answer.strip()}
    )


def obstacles_to_closing(contact: Handled, *, reason: ClosingReason) -> list[ContactObstacle]:
    """Every reason the contact cannot be closed: "not reached" needs tries on different days."""
    unreached = reason is ClosingReason.NOT_REACHED
    return _standing(
        {
            ContactObstacle.ALREADY_HANDLED: contact.state not in OPEN_STATES,
            ContactObstacle.TOO_FEW_ATTEMPTS: unreached
            and len(set(contact.days_not_reached)) < ATTEMPT_DAYS,
        }
    )


def obstacles_to_trying(
    contact: Handled, *, at: dt.datetime, arrived_at: dt.datetime, now: dt.datetime
) -> list[ContactObstacle]:
    """Every reason this try cannot be recorded."""
    return _standing(
        {
            ContactObstacle.ALREADY_HANDLED: contact.state not in OPEN_STATES,
            ContactObstacle.ATTEMPT_IN_THE_FUTURE: at > now,
            # The form asks for minutes; a try in the minute of arrival is no mistake.
            ContactObstacle.ATTEMPT_BEFORE_ARRIVAL: at
            < arrived_at.replace(second=0, microsecond=0),
        }
    )


def obstacles_to_confirming(contact: Handled) -> list[ContactObstacle]:
    """Every reason the person's own word cannot be recorded."""
    handled = contact.state not in OPEN_STATES
    return _standing(
        {
            ContactObstacle.ALREADY_HANDLED: handled,
            ContactObstacle.NOTHING_TO_CONFIRM: not handled
            and contact.state is not ContactState.TO_BE_CONFIRMED,
        }
    )


def obstacles_to_taking_back(contact: Handled, *, by_writer: bool) -> list[ContactObstacle]:
    """Every reason the message cannot be taken back; once the person has agreed, it is theirs."""
    handled = contact.state not in OPEN_STATES
    return _standing(
        {
            ContactObstacle.ALREADY_HANDLED: handled,
            ContactObstacle.TAKEN_BACK_BY_PERSON_ONLY: not handled
            and by_writer
            and contact.state is not ContactState.TO_BE_CONFIRMED,
        }
    )


def _open_and_confirmed(contact: Handled) -> dict[ContactObstacle, bool]:
    return {
        ContactObstacle.ALREADY_HANDLED: contact.state not in OPEN_STATES,
        ContactObstacle.NOT_CONFIRMED: contact.state is ContactState.TO_BE_CONFIRMED,
    }


def _standing(checks: dict[ContactObstacle, bool]) -> list[ContactObstacle]:
    return [obstacle for obstacle, stands in checks.items() if stands]
