"""Asking somebody to answer: in which way, and what stands in the way."""

import datetime as dt
import hashlib
from enum import StrEnum

# How long a link works; what has been answered stays.
LINK_DAYS = 30


class Way(StrEnum):
    """How the questions are answered."""

    TOGETHER = "together"
    PAPER = "paper"
    HOME = "home"
    LINK = "link"


class AskingObstacle(StrEnum):
    """Why somebody cannot be asked, or an answer not be taken."""

    CASE_ENDED = "case_ended"
    NO_SUCH_QUESTIONS = "no_such_questions"
    ASKED_ALREADY = "asked_already"
    DAY_MISSING = "day_missing"
    NO_ACCOUNT = "no_account"
    IS_FINISHED = "is_finished"
    NOT_ASKED_NOW = "not_asked_now"
    NOT_READABLE = "not_readable"
    NOTHING_ANSWERED = "nothing_answered"
    ANSWERS_MISSING = "answers_missing"


class Told(StrEnum):
    """What the timeline tells of questions."""

    ASKED = "questions.asked"
    FINISHED = "questions.finished"
    TAKEN_BACK = "questions.taken_back"


def obstacles_to_asking(
    *,
    case_open: bool,
    found: bool,
    asked_already: bool,
    way: Way,
    due_on: dt.date | None,
    has_account: bool,
    by_client: bool,
) -> list[AskingObstacle]:
    """Every reason nobody can be asked like this."""
    later = way in {Way.HOME, Way.LINK}
    checks = {
        AskingObstacle.CASE_ENDED: not case_open,
        AskingObstacle.NO_SUCH_QUESTIONS: not found,
        AskingObstacle.ASKED_ALREADY: asked_already,
        # Who asks and lets the answer come later says when they go through it.
        AskingObstacle.DAY_MISSING: later and due_on is None and not by_client,
        AskingObstacle.NO_ACCOUNT: way is Way.HOME and not has_account,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def obstacles_to_finishing(*, is_open: bool, answered: int, missing: int) -> list[AskingObstacle]:
    """Every reason the answers cannot be handed in yet."""
    checks = {
        AskingObstacle.IS_FINISHED: not is_open,
        AskingObstacle.NOTHING_ANSWERED: is_open and answered == 0,
        AskingObstacle.ANSWERS_MISSING: is_open and answered > 0 and missing > 0,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def fingerprint(secret: str) -> str:
    """What is kept of a link's secret: enough to know it again, too little to make it."""
    return hashlib.sha256(secret.encode()).hexdigest()
