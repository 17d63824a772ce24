"""Who acts for the client: on what footing, about what, on which document, until when (access.md §2)."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from kaveri.casebook.clients.domain import RepresentativeKind

# Being appointed is no matter of the client's: neither the client nor the worker can undo it here.
BY_LAW = frozenset({RepresentativeKind.GUARDIAN})


class MandateState(StrEnum):
    """Where it stands: waiting for the account, to come, in force, run out or ended."""

    WAITING = "waiting"
    LAPSED = "lapsed"
    TO_COME = "to_come"
    IN_FORCE = "in_force"
    RUN_OUT = "run_out"
    ENDED = "ended"


class MandateEnd(StrEnum):
    """Why somebody acts for the client no longer."""

    CLIENTS_WISH = "clients_wish"
    OWN_WISH = "own_wish"
    DECISION = "decision"
    WRITTEN_WRONGLY = "written_wrongly"


class MandateObstacle(StrEnum):
    """Why somebody cannot come to act for the client, or stop, like this."""

    CASE_NOT_OPEN = "case_not_open"
    NAME_MISSING = "name_missing"
    DOCUMENT_MISSING = "document_missing"
    NO_CATEGORY = "no_category"
    END_MISSING = "end_missing"
    ENDS_BEFORE_IT_BEGINS = "ends_before_it_begins"
    IS_OVER = "is_over"
    ADDRESS_MISSING = "address_missing"
    IS_THE_CLIENT = "is_the_client"
    IS_A_WORKER = "is_a_worker"
    ACTS_ALREADY = "acts_already"
    HAS_ACCOUNT = "has_account"
    ENDED_ALREADY = "ended_already"
    APPOINTED_BY_LAW = "appointed_by_law"
    NOT_THEIRS = "not_theirs"


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateFacts:
    """What is known of who is to act for the client, and of the document."""

    is_open: bool
    kind: RepresentativeKind
    name: str
    document: str
    categories: Collection[str]
    from_on: dt.date
    until_on: dt.date | None
    email: str
    today: dt.date
    is_client: bool = False
    is_worker: bool = False
    acts_already: bool = False


def mandate_state(
    *,
    moment: dt.datetime,
    today: dt.date,
    from_on: dt.date,
    until_on: dt.date | None,
    ended_at: dt.datetime | None,
    has_account: bool,
    link_until: dt.datetime | None,
) -> MandateState:
    """Where it stands now; nothing opens before the account is there."""
    if ended_at is not None:
        return MandateState.ENDED
    if until_on is not None and until_on < today:
        return MandateState.RUN_OUT
    if not has_account:
        lapsed = link_until is None or link_until <= moment
        return MandateState.LAPSED if lapsed else MandateState.WAITING
    return MandateState.TO_COME if from_on > today else MandateState.IN_FORCE


def obstacles_to_representing(facts: MandateFacts) -> list[MandateObstacle]:
    """Every reason this person cannot act for the client like this.

    Only what is laid down by law may go on until further notice; what the client gives has a last day.
    """
    until = facts.until_on
    checks = {
        MandateObstacle.CASE_NOT_OPEN: not facts.is_open,
        MandateObstacle.NAME_MISSING: not facts.name.strip(),
        MandateObstacle.DOCUMENT_MISSING: not facts.document.strip(),
        MandateObstacle.NO_CATEGORY: not facts.categories,
        MandateObstacle.END_MISSING: until is None and facts.kind not in BY_LAW,
        MandateObstacle.ENDS_BEFORE_IT_BEGINS: until is not None and until < facts.from_on,
        MandateObstacle.IS_OVER: until is not None and facts.from_on <= until < facts.today,
        MandateObstacle.ADDRESS_MISSING: not facts.email.strip(),
        MandateObstacle.IS_THE_CLIENT: facts.is_client,
        MandateObstacle.IS_A_WORKER: facts.is_worker,
        MandateObstacle.ACTS_ALREADY: facts.acts_already,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def obstacles_to_ending_mandate(
    kind: RepresentativeKind, *, has_ended: bool, is_client: bool, is_own: bool, is_worker: bool
) -> list[MandateObstacle]:
    """Every reason it cannot be ended by this one.

    The client takes back what they gave, the representative lays down their own, a worker writes
    down what has happened. What is laid down by law ends by a decision, which a worker writes down.
    """
    checks = {
        MandateObstacle.ENDED_ALREADY: has_ended,
        MandateObstacle.APPOINTED_BY_LAW: kind in BY_LAW and not is_worker,
        MandateObstacle.NOT_THEIRS: not (is_client or is_own or is_worker),
    }
    return [obstacle for obstacle, stands in checks.items() if stands]
