"""The plan among other plans, as it is shown."""

from kaveri.steps.other_plans.presenters.contents import AnswerLine, answer_line, contents_page
from kaveri.steps.other_plans.presenters.picture import PlansPicture
from kaveri.steps.other_plans.presenters.register import (
    FormPage,
    of_case,
    one_page,
    own_page,
    plan_name,
)

__all__ = [
    "AnswerLine",
    "FormPage",
    "PlansPicture",
    "answer_line",
    "contents_page",
    "of_case",
    "one_page",
    "own_page",
    "plan_name",
]
