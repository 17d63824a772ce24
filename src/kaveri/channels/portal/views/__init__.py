"""The client's own pages."""

from kaveri.channels.portal.views.pages import (
    accept_step,
    decline_step,
    do_part,
    home,
    home_of,
    messages,
    told,
)
from kaveri.channels.portal.views.plan import (
    answers,
    plan,
    plan_changes,
    plan_keeping,
    plan_pdf,
    plan_receipt,
    plan_row_mark,
    plan_whole,
    tasks,
)
from kaveri.channels.portal.views.plan_writing import (
    plan_approve,
    plan_goal,
    plan_row_agree,
    plan_row_view,
    plan_say,
    plan_words,
)

__all__ = [
    "accept_step",
    "answers",
    "decline_step",
    "do_part",
    "home",
    "home_of",
    "messages",
    "plan",
    "plan_approve",
    "plan_changes",
    "plan_goal",
    "plan_keeping",
    "plan_pdf",
    "plan_receipt",
    "plan_row_agree",
    "plan_row_mark",
    "plan_row_view",
    "plan_say",
    "plan_whole",
    "plan_words",
    "tasks",
    "told",
]
