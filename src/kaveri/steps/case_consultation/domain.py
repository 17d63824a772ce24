"""A question about a client: whom it is asked of, by when it is answered, and what stands in the way."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kaveri.casebook.records.domain import Category
from kaveri.steps.consultation.domain import Topic

# Working days within which a colleague answers (Kaveri's default, the county decides).
ANSWER_WITHIN = 5
# Working days within which the answer has been read and something follows from it.
READ_WITHIN = 2


class AskedAs(StrEnum):
    """As what the colleague is asked."""

    LOCAL_TEAM = "local_team"
    COORDINATOR = "coordinator"
    SPECIAL_TEAM = "special_team"
    OTHER = "other"


class QuestionState(StrEnum):
    """Where the question stands; late is computed, never stored."""

    OPEN = "open"
    ANSWERED = "answered"
    NOT_ANSWERED = "not_answered"
    TAKEN_BACK = "taken_back"


class Told(StrEnum):
    """What the timeline tells."""

    ASKED = "case_consultation.asked"
    ANSWERED = "case_consultation.answered"
    NOT_ANSWERED = "case_consultation.not_answered"
    TAKEN_BACK = "case_consultation.taken_back"


class QuestionObstacle(StrEnum):
    """Why a question or an answer cannot stand like this."""

    CASE_ENDED = "case_ended"
    NO_QUESTION = "no_question"
    DAY_HAS_PASSED = "day_has_passed"
    ASKED_ONESELF = "asked_oneself"
    NOT_AT_WORK = "not_at_work"
    NOT_IN_A_TEAM = "not_in_a_team"
    NO_ANSWER = "no_answer"
    NOT_OPEN = "not_open"
    NO_REASON = "no_reason"
    NO_NEXT_DAY = "no_next_day"


# What the client wants told apart is chosen by itself; the rest is what a question usually tells of.
TELLS_OF = (
    Category.LIFE_SITUATION,
    Category.WORK_EDUCATION,
    Category.FUNCTIONING,
    Category.HEALTH,
    Category.SUBSTANCE_USE,
    Category.SOCIAL_CARE,
    Category.ECONOMY_BENEFITS,
    Category.CRIMINAL_SANCTIONS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What is asked, as what, by when, and what it tells of."""

    question: str
    topic: Topic
    asked_as: AskedAs
    category: Category
    answer_by: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedFacts:
    """What is true of the case and of the one asked today."""

    case_open: bool
    is_oneself: bool
    at_work: bool
    in_a_team: bool
    today: dt.date


def obstacles_to_asking(asking: Asking, facts: AskedFacts) -> list[QuestionObstacle]:
    """Every reason at once; whether there is a ground is asked besides."""
    return _holding(
        {
            QuestionObstacle.CASE_ENDED: not facts.case_open,
            QuestionObstacle.NO_QUESTION: not asking.question.strip(),
            QuestionObstacle.DAY_HAS_PASSED: asking.answer_by < facts.today,
            QuestionObstacle.ASKED_ONESELF: facts.is_oneself,
            QuestionObstacle.NOT_AT_WORK: not facts.at_work,
            QuestionObstacle.NOT_IN_A_TEAM: asking.asked_as is AskedAs.LOCAL_TEAM
            and facts.at_work
            and not facts.in_a_team,
        }
    )


def obstacles_to_answering(
    *, state: str, text: str, answers: bool, case_open: bool
) -> list[QuestionObstacle]:
    """An answer has words, and so has a no."""
    return _holding(
        {
            QuestionObstacle.CASE_ENDED: not case_open,
            QuestionObstacle.NOT_OPEN: state != QuestionState.OPEN,
            QuestionObstacle.NO_ANSWER: answers and not text.strip(),
            QuestionObstacle.NO_REASON: not answers and not text.strip(),
        }
    )


def obstacles_to_taking_back(
    *, state: str, reason: str, next_what: str, next_due_on: dt.date | None
) -> list[QuestionObstacle]:
    """Only what waits is taken back, for a reason; a next step has its day."""
    return _holding(
        {
            QuestionObstacle.NOT_OPEN: state != QuestionState.OPEN,
            QuestionObstacle.NO_REASON: not reason.strip(),
            QuestionObstacle.NO_NEXT_DAY: bool(next_what.strip()) and next_due_on is None,
        }
    )


def _holding(checks: Mapping[QuestionObstacle, bool]) -> list[QuestionObstacle]:
    return [obstacle for obstacle, stands in checks.items() if stands]
