"""Use cases of ending and coming back, a file for each."""

from kaveri.steps.ending.services.ask import ask_to_end
from kaveri.steps.ending.services.drafting import Draft, draft_for
from kaveri.steps.ending.services.end import end_support
from kaveri.steps.ending.services.prepare import prepare_ending, withdraw_ending
from kaveri.steps.ending.services.reopen import reopen_support
from kaveri.steps.ending.services.second_look import take_second_look
from kaveri.steps.ending.services.summary import print_summary, write_summary

__all__ = [
    "Draft",
    "ask_to_end",
    "draft_for",
    "end_support",
    "prepare_ending",
    "print_summary",
    "reopen_support",
    "take_second_look",
    "withdraw_ending",
    "write_summary",
]
