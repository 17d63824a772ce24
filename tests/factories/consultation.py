"""Questions between colleagues."""

from kaveri.foundation.accounts.models import Account
from kaveri.steps.consultation.domain import Topic
from kaveri.steps.consultation.models import Consultation
from kaveri.steps.consultation.services import ask_colleague
from tests.factories import cast

QUESTION = "Vart hänvisar man den som vill pröva arbete men har B-utlåtande på väg?"


def a_question(by: Account | None = None, *, topic: Topic = Topic.REFERRING) -> Consultation:
    """Petra in Reso asks the unit in Åbo, where Kerstin is on duty."""
    cast.abo()
    return ask_colleague(
        actor=cast.as_actor(by or cast.petra()),
        topic=topic,
        unit_id=cast.unit().id,
        question=QUESTION,
    )
