"""Asking for statements, signing and amending them, taking a request back, putting one on paper."""

from kaveri.steps.statements.services.paper import print_statement
from kaveri.steps.statements.services.statements import (
    amend_statement,
    ask_statement,
    request_statement,
    sign_statement,
    take_back,
    take_back_open,
    withdraw_statement,
)

__all__ = [
    "amend_statement",
    "ask_statement",
    "print_statement",
    "request_statement",
    "sign_statement",
    "take_back",
    "take_back_open",
    "withdraw_statement",
]
