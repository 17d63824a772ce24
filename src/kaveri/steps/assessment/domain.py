"""The mapping's headings, the course of an assessment, and information asked of others."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kaveri.casebook.records.domain import Category
from kaveri.casebook.timeline.domain import Source
from kaveri.steps.referral_out.domain import SendingGround

# --- the mapping ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A line under a heading that helps to ask; its category wins over the heading's."""

    key: str
    category: Category
    text: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """One of the handbook's eight headings, in three languages."""

    key: str
    number: int
    category: Category
    name: Mapping[str, str]
    help: Mapping[str, str]
    prompts: tuple[Prompt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody tells: the words, whose they are, and when they were said."""

    text: str
    source: Source
    said_on: dt.date
    said_by: str = ""
    prompt: str = ""
    in_own_words: bool = False
    category: Category | None = None


class StatementObstacle(StrEnum):
    """Why a statement cannot stand like this."""

    NOTHING_SAID = "nothing_said"
    SAID_IN_THE_FUTURE = "said_in_the_future"
    NO_SUCH_HEADING = "no_such_heading"
    NOT_THE_CLIENTS_WORDS = "not_the_clients_words"
    CORRECTED_MEANWHILE = "corrected_meanwhile"


def category_of(heading: Heading, said: Said) -> Category:
    """The chosen category, else that of the prompt, else that of the heading."""
    if said.category is not None:
        return said.category
    by_prompt = {prompt.key: prompt.category for prompt in heading.prompts}
    return by_prompt.get(said.prompt, heading.category)


def obstacles_to_saying(
    said: Said, *, heading: Heading | None, today: dt.date
) -> list[StatementObstacle]:
    """Every reason the statement cannot stand like this."""
    prompts = {prompt.key for prompt in heading.prompts} if heading else set()
    checks = {
        StatementObstacle.NO_SUCH_HEADING: heading is None
        or bool(said.prompt and said.prompt not in prompts),
        StatementObstacle.NOTHING_SAID: not said.text.strip(),
        StatementObstacle.SAID_IN_THE_FUTURE: said.said_on > today,
        StatementObstacle.NOT_THE_CLIENTS_WORDS: said.in_own_words
        and said.source is not Source.CLIENT,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


# --- the assessment ------------------------------------------------------------------------------


class AskedFor(StrEnum):
    """What an assessment is to give."""

    EXAMINATION = "examination"
    STATEMENT = "statement"
    B_STATEMENT = "b_statement"
    WORK_TRY_OUT = "work_try_out"


class AssessmentState(StrEnum):
    """Where the assessment stands."""

    ASKED = "asked"
    BOOKED = "booked"
    DONE = "done"
    RESULT = "result"
    CANCELLED = "cancelled"


class AssessmentObstacle(StrEnum):
    """Why an assessment cannot go on like this."""

    CASE_ENDED = "case_ended"
    NO_QUESTION = "no_question"
    NO_EXAMINER = "no_examiner"
    DUE_HAS_PASSED = "due_has_passed"
    NOT_NOW = "not_now"
    DONE_IN_THE_FUTURE = "done_in_the_future"
    NO_RESULT = "no_result"
    NO_CAN_DO = "no_can_do"
    NO_REASON = "no_reason"
    NO_NEXT_DAY = "no_next_day"


UNDER_WAY = frozenset({AssessmentState.ASKED, AssessmentState.BOOKED, AssessmentState.DONE})
# A time can be moved; a result may come without the day it was made being told first.
FOLLOWING: Mapping[AssessmentState, frozenset[AssessmentState]] = {
    AssessmentState.ASKED: frozenset(
        {
            AssessmentState.BOOKED,
            AssessmentState.DONE,
            AssessmentState.RESULT,
            AssessmentState.CANCELLED,
        }
    ),
    AssessmentState.BOOKED: frozenset(
        {
            AssessmentState.BOOKED,
            AssessmentState.DONE,
            AssessmentState.RESULT,
            AssessmentState.CANCELLED,
        }
    ),
    AssessmentState.DONE: frozenset({AssessmentState.RESULT, AssessmentState.CANCELLED}),
    AssessmentState.RESULT: frozenset(),
    AssessmentState.CANCELLED: frozenset(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What an assessment is to answer, by whom and by when."""

    text: str
    asked_for: AskedFor
    examiner: str
    due_on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What the assessment gave; what the person can do is always part of it."""

    text: str
    source: Source
    can_do: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NextThing:
    """What is done next, when the one who writes says so."""

    what: str = ""
    due_on: dt.date | None = None

    @property
    def lacks_day(self) -> bool:
        """Whether something is to be done and nobody says by when."""
        return bool(self.what.strip()) and self.due_on is None


def may_follow(state: str, following: AssessmentState) -> bool:
    """Whether the assessment may go from one state to the other."""
    return following in FOLLOWING[AssessmentState(state)]


def obstacles_to_asking(
    question: Question, *, case_open: bool, today: dt.date
) -> list[AssessmentObstacle]:
    """Every reason the assessment cannot be asked for like this."""
    checks = {
        AssessmentObstacle.CASE_ENDED: not case_open,
        AssessmentObstacle.NO_QUESTION: not question.text.strip(),
        AssessmentObstacle.NO_EXAMINER: not question.examiner.strip(),
        AssessmentObstacle.DUE_HAS_PASSED: question.due_on < today,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def obstacles_to_result(state: str, result: Result, next_: NextThing) -> list[AssessmentObstacle]:
    """Every reason this cannot be the result."""
    checks = {
        AssessmentObstacle.NOT_NOW: not may_follow(state, AssessmentState.RESULT),
        AssessmentObstacle.NO_RESULT: not result.text.strip(),
        AssessmentObstacle.NO_CAN_DO: not result.can_do.strip(),
        AssessmentObstacle.NO_NEXT_DAY: next_.lacks_day,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


# --- information asked of others -----------------------------------------------------------------


class RequestState(StrEnum):
    """Where the asking stands."""

    ASKED = "asked"
    RECEIVED = "received"
    DROPPED = "dropped"


class InformationObstacle(StrEnum):
    """Why information cannot be asked for, or received, like this."""

    CASE_ENDED = "case_ended"
    NOBODY_ASKED = "nobody_asked"
    NOTHING_ASKED = "nothing_asked"
    GROUND_NOT_WRITTEN = "ground_not_written"
    NOT_WITHIN = "not_within"
    DUE_HAS_PASSED = "due_has_passed"
    NOT_NOW = "not_now"
    NOTHING_RECEIVED = "nothing_received"
    RECEIVED_IN_THE_FUTURE = "received_in_the_future"
    NO_REASON = "no_reason"
    NO_NEXT_DAY = "no_next_day"


# Whoever keeps another record: the own register is no ground for asking them.
OTHERS = frozenset(
    {
        Source.HEALTH_CARE,
        Source.EMPLOYMENT_SERVICES,
        Source.KELA,
        Source.PENSION_INSURER,
        Source.OTHER_AUTHORITY,
        Source.ORGANISATION,
    }
)
ASKABLE = (
    Source.KELA,
    Source.PENSION_INSURER,
    Source.EMPLOYMENT_SERVICES,
    Source.HEALTH_CARE,
    Source.SOCIAL_CARE,
    Source.OTHER_AUTHORITY,
    Source.ORGANISATION,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked of whom, on which ground, by when."""

    source: Source
    whom: str
    what: str
    ground: SendingGround
    due_on: dt.date
    category: Category
    ground_note: str = ""


def obstacles_to_wishing(
    wish: Wish, *, case_open: bool, today: dt.date
) -> list[InformationObstacle]:
    """Every reason the information cannot be asked for like this."""
    within = wish.ground is SendingGround.OWN_REGISTER
    checks = {
        InformationObstacle.CASE_ENDED: not case_open,
        InformationObstacle.NOBODY_ASKED: not wish.whom.strip(),
        InformationObstacle.NOTHING_ASKED: not wish.what.strip(),
        InformationObstacle.NOT_WITHIN: within and wish.source in OTHERS,
        InformationObstacle.GROUND_NOT_WRITTEN: not within and not wish.ground_note.strip(),
        InformationObstacle.DUE_HAS_PASSED: wish.due_on < today,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def obstacles_to_receiving(
    state: str, text: str, received_on: dt.date, next_: NextThing, *, today: dt.date
) -> list[InformationObstacle]:
    """Every reason this cannot be what came."""
    checks = {
        InformationObstacle.NOT_NOW: state != RequestState.ASKED,
        InformationObstacle.NOTHING_RECEIVED: not text.strip(),
        InformationObstacle.RECEIVED_IN_THE_FUTURE: received_on > today,
        InformationObstacle.NO_NEXT_DAY: next_.lacks_day,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]
