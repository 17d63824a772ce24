"""A question about a client."""

from typing import Any

from kaveri.casebook.records.domain import Category
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.steps.assessment.services.parts import in_working_days
from kaveri.steps.case_consultation.domain import AskedAs, Asking
from kaveri.steps.case_consultation.models import Question
from kaveri.steps.case_consultation.services import ask_about_client
from kaveri.steps.consultation.domain import Topic
from tests.factories import cast

QUESTION = "Kan arbetsprövningen börja på halvtid?"
ANSWER = "Ja, från två timmar om dagen."


def asking(**changed: Any) -> Asking:
    """Whether a trial can begin part-time, within a week."""
    known = {
        "question": QUESTION,
        "topic": Topic.WORK_ABILITY,
        "asked_as": AskedAs.COORDINATOR,
        "category": Category.LIFE_SITUATION,
        "answer_by": in_working_days(5, after=clock.today()),
    }
    return Asking(**(known | changed))


def a_question(
    case: Any, asked: Account | None = None, by: Account | None = None, **changed: Any
) -> Question:
    """Kerstin asks Petra."""
    return ask_about_client(
        actor=cast.as_actor(by or cast.kerstin()),
        case_id=case.id,
        asked_id=(asked or cast.petra()).id,
        asking=asking(**changed),
    )
