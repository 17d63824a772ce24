"""The loop of a referral out: which answer may follow which, what must be said, when silence begins."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kaveri.casebook.tasks.domain import TaskKind

# Working days within which a service answers (Kaveri's default, the county decides).
ANSWER_WITHIN = 10
# How long a link without an account opens.
LINK_DAYS = 60


class ReferralState(StrEnum):
    """Where the referral stands; silence is computed, never stored."""

    SENT = "sent"
    SEEN = "seen"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    FIRST_DATE = "first_date"
    BEGUN = "begun"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"


class EventKind(StrEnum):
    """What happened in the loop: the states as they were reached, reminders and new links."""

    SENT = "sent"
    SEEN = "seen"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    FIRST_DATE = "first_date"
    BEGUN = "begun"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"
    REMINDED = "reminded"
    NEW_LINK = "new_link"
    NO_CHANGE = "no_change"


class SendingGround(StrEnum):
    """On which ground information leaves: within the own register, or with a word for it."""

    OWN_REGISTER = "own_register"
    ORAL_CONSENT = "oral_consent"
    PERMIT = "permit"
    STATUTE = "statute"


class ReferralObstacle(StrEnum):
    """Why a referral cannot be sent, or an answer cannot be given, like this."""

    CASE_ENDED = "case_ended"
    NOTHING_ASKED = "nothing_asked"
    TAKES_NO_REFERRALS = "takes_no_referrals"
    NOT_OWN_REGISTER = "not_own_register"
    GROUND_NOT_WRITTEN = "ground_not_written"
    ANSWER_BY_HAS_PASSED = "answer_by_has_passed"
    ALREADY_UNDER_WAY = "already_under_way"
    NO_WAY_TO_REACH = "no_way_to_reach"
    PHONE_IS_HIDDEN = "phone_is_hidden"
    NOT_NOW = "not_now"
    NO_REASON = "no_reason"
    NO_FIRST_DATE = "no_first_date"
    FIRST_DATE_HAS_PASSED = "first_date_has_passed"
    NOTHING_CAME_OF_IT = "nothing_came_of_it"
    NO_LINK = "no_link"
    NO_NEXT_DAY = "no_next_day"
    NOTHING_HEARD = "nothing_heard"
    ASK_AGAIN_HAS_PASSED = "ask_again_has_passed"


OPEN_STATES = frozenset(
    {
        ReferralState.SENT,
        ReferralState.SEEN,
        ReferralState.ACCEPTED,
        ReferralState.FIRST_DATE,
        ReferralState.BEGUN,
    }
)
# The service has answered and the loop goes on: the sender asks how, until it has ended.
GOES_ON = OPEN_STATES - {ReferralState.SENT, ReferralState.SEEN}
UNANSWERED = frozenset({ReferralState.SENT, ReferralState.SEEN})
# What the receiver may say, in the order it is offered.
ANSWERS = (
    ReferralState.FIRST_DATE,
    ReferralState.ACCEPTED,
    ReferralState.DECLINED,
    ReferralState.BEGUN,
    ReferralState.ENDED,
)
# The whole loop: from each state to those that may follow. A date can be moved; nothing leaves an end.
FOLLOWING: Mapping[ReferralState, frozenset[ReferralState]] = {
    ReferralState.SENT: frozenset(
        {
            ReferralState.SEEN,
            ReferralState.ACCEPTED,
            ReferralState.DECLINED,
            ReferralState.FIRST_DATE,
            ReferralState.WITHDRAWN,
        }
    ),
    ReferralState.SEEN: frozenset(
        {
            ReferralState.ACCEPTED,
            ReferralState.DECLINED,
            ReferralState.FIRST_DATE,
            ReferralState.WITHDRAWN,
        }
    ),
    ReferralState.ACCEPTED: frozenset(
        {
            ReferralState.FIRST_DATE,
            ReferralState.BEGUN,
            ReferralState.ENDED,
            ReferralState.WITHDRAWN,
        }
    ),
    ReferralState.FIRST_DATE: frozenset(
        {
            ReferralState.FIRST_DATE,
            ReferralState.BEGUN,
            ReferralState.ENDED,
            ReferralState.WITHDRAWN,
        }
    ),
    ReferralState.BEGUN: frozenset({ReferralState.ENDED, ReferralState.WITHDRAWN}),
    ReferralState.DECLINED: frozenset(),
    ReferralState.ENDED: frozenset(),
    ReferralState.WITHDRAWN: frozenset(),
}


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What the sender's side owes once a state is reached, within so many working days."""

    kind: TaskKind
    within: int


# What the sender's side does next. The days of an unanswered referral and of a first date are its own.
FOLLOW_UPS: Mapping[ReferralState, FollowUp] = {
    ReferralState.SENT: FollowUp(TaskKind.REFERRAL_ANSWER, ANSWER_WITHIN),
    ReferralState.SEEN: FollowUp(TaskKind.REFERRAL_ANSWER, ANSWER_WITHIN),
    ReferralState.ACCEPTED: FollowUp(TaskKind.REFERRAL_FIRST_DATE, 10),
    ReferralState.FIRST_DATE: FollowUp(TaskKind.REFERRAL_FOLLOW, 1),
    ReferralState.BEGUN: FollowUp(TaskKind.REFERRAL_FOLLOW, 20),
    ReferralState.DECLINED: FollowUp(TaskKind.REFERRAL_DECLINED, 1),
    ReferralState.ENDED: FollowUp(TaskKind.REFERRAL_ENDED, 5),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What the sender writes to a service."""

    question: str
    ground: SendingGround
    answer_by: dt.date
    ground_note: str = ""
    tells_name: bool = True
    tells_phone: bool = False
    overlap_reason: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendingFacts:
    """What is true of the case and the service on the day of sending."""

    case_open: bool
    takes_referrals: bool
    same_register: bool
    under_way: bool
    has_receiver: bool
    phone_hidden: bool
    today: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the receiver answers."""

    answer: ReferralState
    on: dt.date | None = None
    text: str = ""


def obstacles_to_sending(letter: Letter, facts: SendingFacts) -> list[ReferralObstacle]:
    """Every reason the referral cannot be sent like this."""
    noted = bool(letter.ground_note.strip())
    within = letter.ground is SendingGround.OWN_REGISTER
    checks = {
        ReferralObstacle.CASE_ENDED: not facts.case_open,
        ReferralObstacle.TAKES_NO_REFERRALS: not facts.takes_referrals,
        ReferralObstacle.NOTHING_ASKED: not letter.question.strip(),
        ReferralObstacle.NOT_OWN_REGISTER: within and not facts.same_register,
        ReferralObstacle.GROUND_NOT_WRITTEN: not within and not noted,
        ReferralObstacle.PHONE_IS_HIDDEN: letter.tells_phone and facts.phone_hidden,
        ReferralObstacle.ANSWER_BY_HAS_PASSED: letter.answer_by < facts.today,
        ReferralObstacle.NO_WAY_TO_REACH: not facts.has_receiver and not letter.address,
        ReferralObstacle.ALREADY_UNDER_WAY: facts.under_way and not letter.overlap_reason.strip(),
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def may_follow(state: str, following: ReferralState) -> bool:
    """Whether the referral may go from one state to the other."""
    return following in FOLLOWING[ReferralState(state)]


def answers_now(state: str) -> list[ReferralState]:
    """What the receiver may say now, in the order it is offered."""
    return [answer for answer in ANSWERS if may_follow(state, answer)]


def obstacles_to_answering(state: str, reply: Reply, *, today: dt.date) -> list[ReferralObstacle]:
    """Every reason this cannot be the answer."""
    said = bool(reply.text.strip())
    first = reply.answer is ReferralState.FIRST_DATE
    checks = {
        ReferralObstacle.NOT_NOW: reply.answer not in answers_now(state),
        ReferralObstacle.NO_REASON: reply.answer is ReferralState.DECLINED and not said,
        ReferralObstacle.NO_FIRST_DATE: first and reply.on is None,
        ReferralObstacle.FIRST_DATE_HAS_PASSED: first and reply.on is not None and reply.on < today,
        ReferralObstacle.NOTHING_CAME_OF_IT: reply.answer is ReferralState.ENDED and not said,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def obstacles_to_following(
    state: str, text: str, ask_again_on: dt.date | None, *, today: dt.date
) -> list[ReferralObstacle]:
    """Every reason the sender cannot note that the service goes on as before."""
    checks = {
        ReferralObstacle.NOT_NOW: state not in GOES_ON,
        ReferralObstacle.NOTHING_HEARD: not text.strip(),
        ReferralObstacle.NO_NEXT_DAY: ask_again_on is None,
        ReferralObstacle.ASK_AGAIN_HAS_PASSED: ask_again_on is not None and ask_again_on < today,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def is_silent(state: str, answer_by: dt.date, today: dt.date) -> bool:
    """Whether the service should have answered by now and has not."""
    return state in UNANSWERED and answer_by < today


def working_days_after(day: dt.date, number: int, *, holidays: Iterable[dt.date]) -> dt.date:
    """The day so many working days later, Finland's holidays apart."""
    closed, left = frozenset(holidays), number
    while left:
        day += dt.timedelta(days=1)
        if day.weekday() < 5 and day not in closed:
            left -= 1
    return day


def fingerprint(secret: str) -> str:
    """What is kept of a link's secret: enough to know it again, too little to make it."""
    return hashlib.sha256(secret.encode()).hexdigest()
