"""Pages of insight."""

from kaveri.steps.insight.views.asking import ask_investigation, ask_older, own_requests
from kaveri.steps.insight.views.officer import request, requests
from kaveri.steps.insight.views.own import log, report, who_sees

__all__ = [
    "ask_investigation",
    "ask_older",
    "log",
    "own_requests",
    "report",
    "request",
    "requests",
    "who_sees",
]
