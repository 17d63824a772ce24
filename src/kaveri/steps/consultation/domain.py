"""Consultations between professionals: what about, how, and by when an answer comes. No client anywhere."""

import datetime as dt
from enum import StrEnum

# Days within which a question in writing is answered (Kaveri's default; the county decides).
ANSWER_WITHIN = 3


class Topic(StrEnum):
    """What was asked about; enough to count by, never whom it was about."""

    SEEING_THE_NEED = "seeing_the_need"
    SERVICES = "services"
    REFERRING = "referring"
    WORK_ABILITY = "work_ability"
    WORK_AND_STUDIES = "work_and_studies"
    BENEFITS = "benefits"
    COOPERATION = "cooperation"
    RIGHTS = "rights"
    OTHER = "other"


class Way(StrEnum):
    """How the colleague asked."""

    PHONE = "phone"
    MEETING = "meeting"
    MESSAGE = "message"
    KAVERI = "kaveri"


# What a worker chooses from when they note one; a question in Kaveri notes itself.
NOTED_WAYS = (Way.PHONE, Way.MEETING, Way.MESSAGE)


class ConsultationState(StrEnum):
    """Whether the colleague has an answer."""

    OPEN = "open"
    ANSWERED = "answered"


class ConsultationObstacle(StrEnum):
    """Why a question or an answer cannot stand like this."""

    NO_QUESTION = "no_question"
    NO_ANSWER = "no_answer"
    NOBODY_RECEIVES = "nobody_receives"
    ALREADY_ANSWERED = "already_answered"


def answer_by(today: dt.date) -> dt.date:
    """The day by which a question in writing is answered; never a Saturday or a Sunday."""
    day = today + dt.timedelta(days=ANSWER_WITHIN)
    return day + dt.timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def obstacles_to_asking(*, question: str, somebody_receives: bool) -> list[ConsultationObstacle]:
    """Every reason the question cannot be sent: it has words, and somebody on duty gets it."""
    checks = {
        ConsultationObstacle.NO_QUESTION: not question.strip(),
        ConsultationObstacle.NOBODY_RECEIVES: not somebody_receives,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def obstacles_to_answering(*, state: str, answer: str) -> list[ConsultationObstacle]:
    """Every reason the answer cannot stand."""
    checks = {
        ConsultationObstacle.ALREADY_ANSWERED: state != ConsultationState.OPEN,
        ConsultationObstacle.NO_ANSWER: not answer.strip(),
    }
    return [obstacle for obstacle, stands in checks.items() if stands]
