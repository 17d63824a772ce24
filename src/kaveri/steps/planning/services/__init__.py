"""The use cases of the plan."""

from kaveri.steps.planning.services.agreeing import (
    agree_plan,
    agree_row,
    record_row_agreement,
)
from kaveri.steps.planning.services.approving import (
    approve_plan,
    confirm_plan,
    record_approval,
    record_confirmation,
)
from kaveri.steps.planning.services.comments import (
    answer_comment,
    comment_plan,
    see_answers,
)
from kaveri.steps.planning.services.following import (
    review_plan,
    set_follow_up,
)
from kaveri.steps.planning.services.goals import (
    add_goal,
    change_goal,
    close_goal,
)
from kaveri.steps.planning.services.paper import print_plan
from kaveri.steps.planning.services.plans import (
    grow_plan,
    revise_plan,
    set_own_words,
    start_plan,
)
from kaveri.steps.planning.services.rows import (
    add_row,
    change_row,
    mark_row,
    reorder_rows,
)
from kaveri.steps.planning.services.statements import (
    add_statement,
    reuse_statements,
)
from kaveri.steps.planning.services.taking import take_task

__all__ = [
    "add_goal",
    "add_row",
    "add_statement",
    "agree_plan",
    "agree_row",
    "answer_comment",
    "approve_plan",
    "change_goal",
    "change_row",
    "close_goal",
    "comment_plan",
    "confirm_plan",
    "grow_plan",
    "mark_row",
    "print_plan",
    "record_approval",
    "record_confirmation",
    "record_row_agreement",
    "reorder_rows",
    "reuse_statements",
    "review_plan",
    "revise_plan",
    "see_answers",
    "set_follow_up",
    "set_own_words",
    "start_plan",
    "take_task",
]
