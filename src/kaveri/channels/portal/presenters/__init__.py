"""The client's own pages, decided before the template."""

from kaveri.channels.portal.presenters.home import home
from kaveri.channels.portal.presenters.pages import does_not_fit, messages, told
from kaveri.channels.portal.presenters.plan import my_plan, what_of
from kaveri.channels.portal.presenters.plan_parts import (
    Line,
    answers,
    approving,
    changes,
    keeping,
    my_tasks,
    question,
)
from kaveri.channels.portal.presenters.plan_whole import whole_plan, wish_words

__all__ = [
    "Line",
    "answers",
    "approving",
    "changes",
    "does_not_fit",
    "home",
    "keeping",
    "messages",
    "my_plan",
    "my_tasks",
    "question",
    "told",
    "what_of",
    "whole_plan",
    "wish_words",
]
