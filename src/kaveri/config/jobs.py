"""The scheduled work: notices out of the outbox every few seconds; once a day, what is kept no longer."""

import signal
import threading

from django.db import connections

from kaveri.foundation.base import clock
from kaveri.foundation.messaging.outbox import send_waiting
from kaveri.foundation.usecase.rounds import WORK, last_round, note_round
from kaveri.steps.referral.actions import ERASING
from kaveri.steps.referral.jobs import erase_due

PAUSE_SECONDS = 10


def work_round() -> int:
    """Do what waits once, and leave word that it was done; how much was sent."""
    sent = send_waiting()
    last = last_round(ERASING)
    if last is None or last.astimezone(clock.HELSINKI).date() < clock.today():
        erase_due()
        note_round(ERASING)
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
