"""Another worker looks before anything ends without agreement."""

from uuid import UUID

from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.usecase.acting import acting
from kaveri.steps.ending.actions import EndingAction
from kaveri.steps.ending.domain import EndingState, EndObstacle
from kaveri.steps.ending.models import Ending
from kaveri.steps.ending.selectors import endings


def take_second_look(
    *, actor: Actor, ending_id: UUID, version: int, words: str, sending: UUID | None = None
) -> Ending:
    """A worker near the case who did not prepare the ending says what they looked at."""
    with acting(EndingAction.SECOND_LOOK, actor=actor, sending=sending) as act:
        ending = act.fetch(endings(), ending_id, version=version)
        act.concerns(ending.case.client_id)
        checks = {
            EndObstacle.NOT_PREPARED: ending.state != EndingState.PREPARED,
            EndObstacle.OWN_SECOND_LOOK: actor.account_id
            in {ending.prepared_by_id, ending.case.client.account_id},
        }
        refuse_if([obstacle for obstacle, stands in checks.items() if stands])
        ending.looked_at, ending.looked_by_id = clock.now(), actor.account_id
        ending.look_words = words.strip()
        ending.version += 1
        ending.save(update_fields=["looked_at", "looked_by", "look_words", "version"])
        act.record(ending, facts={"way": ending.way})
    return ending
