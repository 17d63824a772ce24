"""What the database is told about who acts, for its own second wall (docs/adr/0020)."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace

from django.db import connection, transaction

from kaveri.foundation.access.gates import SHUT, Gate, gate_of
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor, named_job


@dataclass(frozen=True, slots=True)
class Told:
    """What stands in the transaction's settings; the names are those the wall reads."""

    account: str = ""
    organisation: str = ""
    register: str = ""
    job: str = ""
    moment: str = ""
    gate: Gate = SHUT
    # Told for a whole page rather than for a transaction.
    lasting: bool = field(default=False, compare=False)

    def settings(self) -> list[str]:
        """One text for each setting, in the order of the statement."""
        named = [self.account, self.organisation, self.register, self.job, self.moment]
        return [*named, " ".join(sorted(self.gate.reads)), " ".join(sorted(self.gate.writes))]


_NOBODY = Told()
_NAMES = ("account", "organisation", "register", "job", "moment", "reads", "writes")
# For the transaction, or until it is told otherwise.
_TELL = "SELECT " + ", ".join(f"set_config('kaveri.{name}', %s, true)" for name in _NAMES)
_TELL_LASTING = _TELL.replace("true", "false")
_told: ContextVar[Told] = ContextVar("told", default=_NOBODY)


@contextmanager
def told(actor: Actor, name: str) -> Iterator[None]:
    """Everything inside is asked as this actor, through the gate of this use case or job if it has one.

    Stands inside a transaction, and holds for it alone. A use case inside another has the gates of both.
    """
    if connection.vendor != "postgresql":
        yield
        return
    before = _told.get()
    now = _joined(before, actor, name)
    if now != before:
        _tell(now)
    token = _told.set(now)
    try:
        yield
    finally:
        _told.reset(token)
    # What a broken-off one had told is taken back with its savepoint, and the outermost ends with its transaction.
    within = before != _NOBODY and not before.lasting
    goes_on = within or bool(connection.savepoint_ids)
    if now != before and goes_on and not connection.needs_rollback:
        _tell(before)


@contextmanager
def signed_in(actor: Actor) -> Iterator[None]:
    """Between its use cases a page still asks as the one who is signed in, through no gate; after it, as nobody."""
    if connection.vendor != "postgresql" or actor.account_id is None:
        yield
        return
    token = _told.set(replace(_joined(_NOBODY, actor, ""), lasting=True))
    _tell(_told.get(), _TELL_LASTING)
    try:
        yield
    finally:
        _told.reset(token)
        if not connection.needs_rollback:
            _tell(_NOBODY, _TELL_LASTING)


@contextmanager
def as_job(name: str) -> Iterator[None]:
    """What a named job or a command asks outside any use case, in one transaction; SQLite has no wall to pass."""
    if connection.vendor != "postgresql":
        yield
        return
    with transaction.atomic(), told(named_job(name), name):
        yield


def is_told_nothing() -> bool:
    """Whether the database shows nothing of anybody now."""
    return _told.get() == _NOBODY


def _joined(before: Told, actor: Actor, name: str) -> Told:
    gates = [before.gate, *{gate_of(name), gate_of(actor.job)} - {SHUT, before.gate}]
    gate = SHUT
    for each in gates:
        gate = each if gate is SHUT else gate.joined(each)
    # The moment of the outermost one stands; a story or a test that is set elsewhere in time tells its own.
    moment = clock.now()
    if before.moment and abs(moment - dt.datetime.fromisoformat(before.moment)) < _ONE:
        moment = dt.datetime.fromisoformat(before.moment)
    return Told(
        account=str(actor.account_id or before.account),
        organisation=str(actor.organisation_id or before.organisation),
        register=actor.register or before.register,
        job=actor.job or before.job,
        moment=moment.isoformat(),
        gate=gate,
    )


_ONE = dt.timedelta(minutes=1)


def _tell(what: Told, statement: str = _TELL) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, what.settings())
