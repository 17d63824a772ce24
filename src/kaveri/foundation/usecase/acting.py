"""Everything inside `acting()` happens, and is recorded, together; or not at all.

The five movements of a use case: act, fetch, refuse, change, record. A use case inside
another joins its transaction, leaves its own record, and lets the outer one answer for a no.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.db.models import Model, QuerySet

from kaveri.foundation.access import policy
from kaveri.foundation.audit import log
from kaveri.foundation.audit.models import Outcome
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import AlreadyDone, Changed, Denied, Refused
from kaveri.foundation.usecase.context import told
from kaveri.foundation.usecase.models import Sending

M = TypeVar("M", bound=Model)
_depth: ContextVar[int] = ContextVar("acting_depth", default=0)


class Act:
    """A use case under way."""

    def __init__(self, action: policy.Action, actor: Actor, sending: UUID | None) -> None:
        """Hold what is done and by whom; nothing is allowed or recorded yet."""
        self.action = action
        self.actor = actor
        self.sending = sending
        self.allowed = False
        self.recorded = False
        self.about: tuple[str, UUID | None] = ("", None)
        self.subjects: list[UUID] = []
        self.ground = ""

    def allow(self) -> None:
        """Go on only if the actor may do this at all; for acts that start without a row."""
        if not policy.may(self.action, self.actor):
            raise Denied(self.action)
        self.allowed = True

    def fetch(self, rows: QuerySet[M], pk: UUID, *, version: int | None = None) -> M:
        """The permitted row, locked; `version` is the one the person saw when they began to write."""
        self.about = (rows.model._meta.label_lower, pk)
        permitted = policy.permitted(rows, self.action, self.actor).filter(pk=pk)
        permitted = policy.saying_ground(permitted, self.action, self.actor)
        if connection.features.has_select_for_update:
            permitted = permitted.select_for_update(of=("self",))
        row = permitted.first()
        if row is None:
            raise Denied(self.action)
        self.allowed = True
        self.ground = self.ground or policy.ground_of(row)
        if version is not None and version != row.version:  # type: ignore[attr-defined]
            raise Changed(self.action)
        return row

    def concerns(self, *client_ids: UUID | None) -> None:
        """Whose data this touches, also when it ends in a no."""
        self.subjects.extend(client_id for client_id in client_ids if client_id)

    def record(
        self,
        row: Model | None = None,
        *,
        subjects: Iterable[UUID | None] = (),
        ground: str = "",
        facts: Mapping[str, Any] | None = None,
    ) -> None:
        """Leave the record; without it the use case does not finish."""
        if not self.allowed:
            raise AssertionError(f"{self.action} asked nobody whether it may")
        self.concerns(*subjects)
        if row is not None:
            self.about = (row._meta.label_lower, row.pk)
        log.write(
            self.actor,
            self.action,
            Outcome.DONE,
            about=self.about,
            subjects=self.subjects,
            ground=ground or self.ground,
            grounds=dict.fromkeys(self.subjects, self.ground),
            facts=facts,
        )
        if self.sending:
            Sending.objects.filter(key=self.sending).update(object_id=self.about[1])
        self.recorded = True

    def record_no(self, outcome: Outcome, facts: Mapping[str, Any]) -> None:
        """Leave the record of a no, after the transaction is gone."""
        with transaction.atomic():
            log.write(
                self.actor,
                self.action,
                outcome,
                about=self.about,
                subjects=self.subjects,
                facts=facts,
            )

    def take_sending(self) -> None:
        """Claim the form's key; raises AlreadyDone when it has been carried out."""
        if self.sending is None:
            return
        try:
            with transaction.atomic():
                Sending.objects.create(
                    key=self.sending,
                    action=self.action,
                    account_id=self.actor.account_id,
                    at=clock.now(),
                )
        except IntegrityError:
            first = Sending.objects.filter(
                key=self.sending, account_id=self.actor.account_id
            ).first()
            if first is None:
                raise Denied(self.action) from None
            raise AlreadyDone(first.object_id) from None


@contextmanager
def acting(action: policy.Action, *, actor: Actor, sending: UUID | None = None) -> Iterator[Act]:
    """Carry out a use case; `sending` is the form's key, so that a double click makes one."""
    act = Act(action, actor, sending)
    outermost = _depth.get() == 0
    token = _depth.set(_depth.get() + 1)
    try:
        # The outermost one may stand in a test's transaction, which a no must leave whole.
        with transaction.atomic(savepoint=outermost), told(actor, action):
            act.take_sending()
            yield act
            if not act.recorded:
                raise AssertionError(f"{action} finished without an audit record")
    except Denied:
        if outermost:
            act.record_no(Outcome.DENIED, {})
        raise
    except Refused as refusal:
        if outermost:
            act.record_no(Outcome.REFUSED, {"obstacles": [str(code) for code in refusal.obstacles]})
        raise
    finally:
        _depth.reset(token)
