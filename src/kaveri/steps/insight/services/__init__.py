"""Use cases of insight: ordering the log on paper, asking the privacy officer, answering."""

from kaveri.steps.insight.services.erasing import erase_request
from kaveri.steps.insight.services.order_report import order_report
from kaveri.steps.insight.services.requests import answer_request, ask_officer

__all__ = ["answer_request", "ask_officer", "erase_request", "order_report"]
