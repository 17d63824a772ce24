"""The special competence team: referred from basic services, triaged, taken to a statement and a follow-up.

The handbook's definition card: one comes to the team through basic services with a referral; the team forms a shared
picture, gives the case manager a statement, and agrees on follow-up and case manager. Until it is closed, every
referral is in somebody's hands until a day.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

# Days (Kaveri's default, the county decides): to the team's answer, to the sender's, from statement to follow-up,
# and to another way after a no.
ANSWER_WITHIN = 14
MORE_WITHIN = 14
FOLLOW_UP_WITHIN = 14
OTHER_WAY_WITHIN = 5
# The unit of the county that is the team.
UNIT = "special_team"
# The kind of statement the team gives.
STATEMENT = "special_team"


class State(StrEnum):
    """Where a referral stands."""

    SENT = "sent"
    MORE_ASKED = "more_asked"
    TAKEN = "taken"
    NOT_FOR_US = "not_for_us"
    WITHDRAWN = "withdrawn"
    AGREED = "agreed"


OPEN = frozenset({State.SENT, State.MORE_ASKED, State.TAKEN})


class Answer(StrEnum):
    """What the team says of a referral."""

    TAKE = "take"
    ASK_MORE = "ask_more"
    NOT_FOR_US = "not_for_us"


class Told(StrEnum):
    """What the timeline tells."""

    REFERRED = "special_team.referred"
    MORE_ASKED = "special_team.more_asked"
    COMPLETED = "special_team.completed"
    TAKEN = "special_team.taken"
    NOT_FOR_US = "special_team.not_for_us"
    WITHDRAWN = "special_team.withdrawn"
    CALLED = "special_team.called"
    AGREED = "special_team.agreed"


class Profession(StrEnum):
    """Who can be called for a case: the handbook's list."""

    COORDINATOR = "coordinator"
    SOCIAL_WORKER = "social_worker"
    OCCUPATIONAL_DOCTOR = "occupational_doctor"
    PSYCHIATRIC_NURSE = "psychiatric_nurse"
    KELA_ADVISER = "kela_adviser"
    EMPLOYMENT_EXPERT = "employment_expert"
    PSYCHOLOGIST = "psychologist"
    NEUROLOGIST = "neurologist"
    PSYCHIATRIST = "psychiatrist"
    PHYSIATRIST = "physiatrist"
    ADDICTION_DOCTOR = "addiction_doctor"
    OCCUPATIONAL_THERAPIST = "occupational_therapist"
    PHYSIOTHERAPIST = "physiotherapist"


class Obstacle(StrEnum):
    """Why a referral cannot be sent, answered, or brought to its end."""

    CASE_ENDED = "case_ended"
    NOT_BASIC_SERVICES = "not_basic_services"
    UNDER_WAY = "under_way"
    NOBODY_THERE = "nobody_there"
    NO_QUESTION = "no_question"
    NOTHING_TRIED = "nothing_tried"
    NO_OUTCOME = "no_outcome"
    NO_MEASURES = "no_measures"
    NO_PLAN = "no_plan"
    NOT_OPEN = "not_open"
    NOT_TO_ANSWER = "not_to_answer"
    NO_REASON = "no_reason"
    NO_OTHER_WAY = "no_other_way"
    NO_DAY = "no_day"
    NOTHING_ASKED = "nothing_asked"
    NOT_TAKEN = "not_taken"
    NO_STATEMENT = "no_statement"
    NOT_A_PROFESSIONAL = "not_a_professional"
    CALLED_ALREADY = "called_already"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a referral says: each part is needed."""

    question: str
    tried: str
    outcome: str
    measures: str


def missing_parts(written: Written, *, has_plan: bool) -> list[Obstacle]:
    """Each part that is missing, by name; the ground is asked for apart."""
    checks = {
        Obstacle.NO_QUESTION: not written.question.strip(),
        Obstacle.NOTHING_TRIED: not written.tried.strip(),
        Obstacle.NO_OUTCOME: not written.outcome.strip(),
        Obstacle.NO_MEASURES: not written.measures.strip(),
        Obstacle.NO_PLAN: not has_plan,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def obstacles_to_referring(
    *, case_open: bool, from_basic_services: bool, under_way: bool, somebody_there: bool
) -> list[Obstacle]:
    """Every reason besides the missing parts."""
    checks = {
        Obstacle.CASE_ENDED: not case_open,
        Obstacle.NOT_BASIC_SERVICES: not from_basic_services,
        Obstacle.UNDER_WAY: under_way,
        Obstacle.NOBODY_THERE: not somebody_there,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def obstacles_to_answering(
    *, state: State, answer: Answer, reason: str, instead: str, due_on: dt.date | None
) -> list[Obstacle]:
    """Every answer has its reason; a no says what instead, a yes says by when the statement comes."""
    checks = {
        Obstacle.NOT_TO_ANSWER: state not in {State.SENT, State.MORE_ASKED},
        Obstacle.NO_REASON: not reason.strip(),
        Obstacle.NO_OTHER_WAY: answer is Answer.NOT_FOR_US and not instead.strip(),
        Obstacle.NO_DAY: answer is Answer.TAKE and due_on is None,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def obstacles_to_calling(
    *, state: State, is_professional: bool, called_already: bool
) -> list[Obstacle]:
    """Who is called for a case works with clients, and is called once."""
    checks = {
        Obstacle.NOT_TAKEN: state is not State.TAKEN,
        Obstacle.NOT_A_PROFESSIONAL: not is_professional,
        Obstacle.CALLED_ALREADY: called_already,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def obstacles_to_agreeing(*, state: State, has_statement: bool) -> list[Obstacle]:
    """The team lets go when its statement is delivered and somebody follows up."""
    checks = {
        Obstacle.NOT_TAKEN: state is not State.TAKEN,
        Obstacle.NO_STATEMENT: state is State.TAKEN and not has_statement,
    }
    return [obstacle for obstacle, stands in checks.items() if stands]


def in_days(today: dt.date, days: int) -> dt.date:
    """So many days from today."""
    return today + dt.timedelta(days=days)


def waited(sent_on: dt.date, today: dt.date) -> int:
    """How many days a referral has stood in the queue."""
    return max((today - sent_on).days, 0)
