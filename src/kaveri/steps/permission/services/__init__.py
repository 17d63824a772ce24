"""Use cases of what the client allows, a file for each kind."""

from kaveri.steps.permission.services.giving import (
    change_consent,
    give_consent,
    obstacles_to_changing,
    obstacles_to_giving,
)
from kaveri.steps.permission.services.paper import print_consent
from kaveri.steps.permission.services.permits import (
    record_permit,
    record_prohibition,
    withdraw_permit,
    withdraw_prohibition,
)
from kaveri.steps.permission.services.recording import (
    obstacles,
    obstacles_to_putting_instead,
    record_consent,
    replace_consent,
)
from kaveri.steps.permission.services.renewing import ask_to_renew
from kaveri.steps.permission.services.running_out import see_to_run_out
from kaveri.steps.permission.services.scanning import attach_scan
from kaveri.steps.permission.services.withdrawing import (
    record_withdrawal,
    tell_party,
    withdraw_consent,
)
from kaveri.steps.permission.services.writing import Scan

__all__ = [
    "Scan",
    "ask_to_renew",
    "attach_scan",
    "change_consent",
    "give_consent",
    "obstacles",
    "obstacles_to_changing",
    "obstacles_to_giving",
    "obstacles_to_putting_instead",
    "print_consent",
    "record_consent",
    "record_permit",
    "record_prohibition",
    "record_withdrawal",
    "replace_consent",
    "see_to_run_out",
    "tell_party",
    "withdraw_consent",
    "withdraw_permit",
    "withdraw_prohibition",
]
