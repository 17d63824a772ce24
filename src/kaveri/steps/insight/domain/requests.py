"""Requests to the privacy officer: older log rows, or an investigation; each has a day and an answer."""

import datetime as dt
from enum import StrEnum

# Days within which a request is answered (Kaveri's default; the county checks).
ANSWER_WITHIN = 30


class RequestKind(StrEnum):
    """What is asked."""

    OLDER = "older"
    INVESTIGATION = "investigation"


class RequestState(StrEnum):
    """Where the request is; it is never without somebody's answer for long."""

    OPEN = "open"
    ANSWERED = "answered"
    REFUSED = "refused"


class AskObstacle(StrEnum):
    """Why a request cannot be sent like this."""

    NO_REASON = "no_reason"
    NO_PERIOD = "no_period"
    PERIOD_TURNED = "period_turned"
    NOT_OLDER = "not_older"
    NO_TIME = "no_time"
    NO_DATA = "no_data"


class AnswerObstacle(StrEnum):
    """Why an answer cannot stand like this."""

    ALREADY_ANSWERED = "already_answered"
    NO_WORDS = "no_words"
    OWN_REQUEST = "own_request"


def answer_by(today: dt.date) -> dt.date:
    """The day by which the request is answered."""
    return today + dt.timedelta(days=ANSWER_WITHIN)


def obstacles_to_asking(
    *,
    kind: RequestKind,
    reason: str,
    first_on: dt.date | None,
    last_on: dt.date | None,
    when: str,
    what_data: str,
    free_from: dt.date,
) -> list[AskObstacle]:
    """Every reason the request cannot be sent; `free_from` is the first day read without reasons."""
    older = kind is RequestKind.OLDER
    checks = {
        AskObstacle.NO_REASON: not reason.strip(),
        AskObstacle.NO_PERIOD: older and (first_on is None or last_on is None),
        AskObstacle.PERIOD_TURNED: older
        and first_on is not None
        and last_on is not None
        and last_on < first_on,
        AskObstacle.NOT_OLDER: older and first_on is not None and first_on >= free_from,
        AskObstacle.NO_TIME: not older and not when.strip(),
        AskObstacle.NO_DATA: not older and not what_data.strip(),
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def obstacles_to_answering(*, state: str, words: str, is_own: bool) -> list[AnswerObstacle]:
    """Every reason the answer cannot stand; nobody answers about their own record."""
    checks = {
        AnswerObstacle.ALREADY_ANSWERED: state != RequestState.OPEN,
        AnswerObstacle.NO_WORDS: not words.strip(),
        AnswerObstacle.OWN_REQUEST: is_own,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]
