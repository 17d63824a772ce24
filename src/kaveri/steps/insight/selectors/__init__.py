"""Reading who sees, who has looked, and what has been asked of the privacy officer."""

from kaveri.steps.insight.selectors.covered import kept_from
from kaveri.steps.insight.selectors.looks import LogView, PersonChoice, log_lines, log_page
from kaveri.steps.insight.selectors.requests import (
    log_requests,
    nobody_answers,
    own_requests,
    wanted_requests,
)
from kaveri.steps.insight.selectors.seeing import Seen, SeenBy, who_sees

__all__ = [
    "LogView",
    "PersonChoice",
    "Seen",
    "SeenBy",
    "kept_from",
    "log_lines",
    "log_page",
    "log_requests",
    "nobody_answers",
    "own_requests",
    "wanted_requests",
    "who_sees",
]
