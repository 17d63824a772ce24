"""The scheduled work: notices out of the outbox every few seconds; once a day, what is kept no longer."""

import signal
import threading
from collections.abc import Callable

from django.db import connections

from kaveri.foundation.access import limits
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import named_job
from kaveri.foundation.messaging.outbox import send_waiting
from kaveri.foundation.usecase.rounds import WORK, last_round, note_round
from kaveri.steps.appointments.actions import REMINDING
from kaveri.steps.appointments.jobs import remind_of_tomorrow
from kaveri.steps.coordination.actions import FORGETTING
from kaveri.steps.coordination.services import forget_ended_parts
from kaveri.steps.insight.actions import ERASING as ERASING_REQUESTS
from kaveri.steps.insight.jobs import erase_due as erase_requests
from kaveri.steps.permission.actions import RENEWING, RUNNING_OUT
from kaveri.steps.permission.jobs import ask_in_time, see_to_those_over
from kaveri.steps.referral.actions import ERASING
from kaveri.steps.referral.jobs import erase_due

PAUSE_SECONDS = 10


def _erase() -> None:
    erase_due()
    limits.forget_old()


def _forget_ended_parts() -> None:
    forget_ended_parts(actor=named_job(FORGETTING))


# What is done once a day.
_DAILY: dict[str, Callable[[], object]] = {
    ERASING: _erase,
    RENEWING: ask_in_time,
    RUNNING_OUT: see_to_those_over,
    FORGETTING: _forget_ended_parts,
    ERASING_REQUESTS: erase_requests,
    REMINDING: remind_of_tomorrow,
}


# The hour before which a daily work does not begin: nobody is reminded in the middle of the night.
_NOT_BEFORE = {REMINDING: 9}


def work_round() -> int:
    """Do what waits once, and leave word that it was done; how much was sent."""
    sent = send_waiting()
    for daily, work in _DAILY.items():
        last = last_round(daily)
        hour = clock.now().astimezone(clock.HELSINKI).hour
        is_new = last is None or last.astimezone(clock.HELSINKI).date() < clock.today()
        if is_new and hour >= _NOT_BEFORE.get(daily, 0):
            work()
            note_round(daily)
    note_round(WORK)
    return sent


def run(*, once: bool) -> int:
    """Work until told to stop; `once` stops when nothing waits."""
    stop = threading.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_received: stop.set())
    while not stop.is_set():
        sent = work_round()
        if once and not sent:
            break
        if not sent:
            connections.close_all()
            stop.wait(PAUSE_SECONDS)
    return 0
