"""Reading tasks, the one question, and the head of a case page."""

from kaveri.casebook.tasks.selectors.heads import (
    CaseHead,
    StepLine,
    case_head,
    may_know_place,
    step_lines,
)
from kaveri.casebook.tasks.selectors.steps import (
    carries_anything,
    next_steps,
    of_a_case,
    open_steps,
    open_tasks,
    tasks,
)

__all__ = [
    "CaseHead",
    "StepLine",
    "carries_anything",
    "case_head",
    "may_know_place",
    "next_steps",
    "of_a_case",
    "open_steps",
    "open_tasks",
    "step_lines",
    "tasks",
]
