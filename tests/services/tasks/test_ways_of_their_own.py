"""What somebody follows is not over because its task is ticked off: it ends its own way."""

import pytest

from kaveri.casebook.tasks.domain import TaskKind, TaskObstacle
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.services import complete_task
from kaveri.config import integrity
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import VISITOR
from kaveri.foundation.base.errors import Refused
from kaveri.steps.referral_out.domain import ReferralState, Reply
from kaveri.steps.referral_out.services import answer_by_link
from tests.factories import cast
from tests.factories.assessment import an_assessment
from tests.factories.casebook import a_case
from tests.factories.coordination import a_wait, an_offer
from tests.factories.referral_out import a_referral

pytestmark = pytest.mark.django_db


def answered(case, answer, **known):
    answer_by_link(
        actor=VISITOR, secret=a_referral(case=case).secret, reply=Reply(answer=answer, **known)
    )


@pytest.mark.parametrize(
    ("begun", "kind"),
    [
        (lambda case: a_referral(case=case), TaskKind.REFERRAL_ANSWER),
        (lambda case: answered(case, ReferralState.ACCEPTED), TaskKind.REFERRAL_FIRST_DATE),
        (
            lambda case: answered(case, ReferralState.FIRST_DATE, on=clock.today()),
            TaskKind.REFERRAL_FOLLOW,
        ),
        (lambda case: an_assessment(case=case), TaskKind.ASSESSMENT),
        (a_wait, TaskKind.KEEP_CONTACT),
        (an_offer, TaskKind.HANDOVER_ANSWER),
    ],
    ids=[
        "silent referral",
        "first time to come",
        "first time agreed",
        "assessment",
        "wait",
        "handover",
    ],
)
def test_nobody_ticks_off_what_is_still_going_on(begun, kind):
    case = a_case()
    cast.mikko()
    begun(case)

    with pytest.raises(Refused) as refused:
        complete_task(actor=cast.as_actor(cast.kerstin()), task_id=Task.objects.get(kind=kind).id)

    assert refused.value.obstacles == [TaskObstacle.HAS_A_WAY_OF_ITS_OWN]
    assert {check.__name__: check() for check in integrity.CHECKS if check()} == {}
