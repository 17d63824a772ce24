"""What has been kept long enough is erased; the log says that it was, and by which rule."""

from uuid import UUID

from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.usecase.acting import acting
from kaveri.steps.insight import retention
from kaveri.steps.insight.actions import InsightAction


def erase_request(*, actor: Actor, request_id: UUID) -> None:
    """A request goes with its answer when its time is out."""
    with acting(InsightAction.ERASE, actor=actor) as act:
        request = act.fetch(retention.due(clock.today()), request_id)
        act.concerns(request.client_id)
        act.record(request, facts={"rule": retention.RULE, "reference": request.reference})
        request.delete()
