"""Offer handover."""

import pytest
from django.db import IntegrityError, transaction

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.selectors import has_relation
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base.errors import Refused
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.coordination.domain import HandoverObstacle
from kaveri.steps.coordination.models import Handover
from kaveri.steps.coordination.services import (
    accept_handover,
)
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.coordination import an_offer, in_days

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def accept(offer, account=None, **known):
    return accept_handover(
        actor=cast.as_actor(account or cast.mikko()),
        handover_id=offer.id,
        told=known.pop("told", None),
        **known,
    )


@pytest.mark.requirement("COORDINATE-5")
def test_until_the_receiver_accepts_the_sender_carries_and_the_receiver_sees_nothing():
    case = a_case()
    offer = an_offer(case)
    case.refresh_from_db()
    assert case.case_manager == cast.kerstin()
    assert not has_relation(cast.mikko().id, case.id, *RelationKind)
    task = Task.objects.get(kind=TaskKind.HANDOVER_ANSWER)
    assert (task.owner, task.source_id) == (cast.kerstin(), offer.id)
    assert Notice.objects.get().address == "mikko@example.org"


@pytest.mark.requirement("COORDINATE-5")
def test_all_three_questions_are_asked_at_once():
    case = a_case()
    with pytest.raises(Refused) as refused:
        an_offer(case, to=cast.sara(), step="", due_on=in_days(-1), supports_on=" ", agreed="")
    assert refused.value.obstacles == [
        HandoverObstacle.STEP_MISSING,
        HandoverObstacle.DATE_HAS_PASSED,
        HandoverObstacle.SUPPORT_MISSING,
        HandoverObstacle.AGREED_MISSING,
        HandoverObstacle.NO_GROUND,
    ]
    assert Event.objects.filter(action="coordination.handover.offer", outcome="refused").exists()


def test_only_one_offer_stands_open():
    case = a_case()
    an_offer(case)
    with pytest.raises(Refused) as refused:
        an_offer(case, to=cast.petra())
    assert refused.value.obstacles == [HandoverObstacle.ALREADY_OFFERED]
    row = Handover.objects.get()
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():  # noqa: TID251
        Handover.objects.create(
            **{
                field.attname: getattr(row, field.attname)
                for field in Handover._meta.fields
                if field.attname != "id"
            }
        )
