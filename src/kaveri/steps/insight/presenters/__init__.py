"""What the pages show."""

from kaveri.steps.insight.presenters.looks import LogPage, log_page
from kaveri.steps.insight.presenters.requests import (
    AskPage,
    RequestLine,
    RequestPage,
    RequestsPage,
    request_page,
    requests_page,
    shown_request,
)
from kaveri.steps.insight.presenters.seeing import WhoSeesPage, who_sees_page

__all__ = [
    "AskPage",
    "LogPage",
    "RequestLine",
    "RequestPage",
    "RequestsPage",
    "WhoSeesPage",
    "log_page",
    "request_page",
    "requests_page",
    "shown_request",
    "who_sees_page",
]
