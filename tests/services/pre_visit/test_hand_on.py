"""The approved page is on its way to the doctor, and the visit is prepared."""

import pytest

from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Changed, Denied, Refused
from kaveri.steps.pre_visit.domain import BackgroundObstacle, Handed, Standing
from kaveri.steps.pre_visit.selectors import stands
from kaveri.steps.pre_visit.services import Handing, hand_on
from kaveri.steps.referral_out.domain import SendingGround
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.pre_visit import a_background, a_visit, approved

pytestmark = pytest.mark.django_db


def handed(row, account=None, version=None, **changed):
    known = {"how": Handed.CLIENT_TAKES, "on": clock.today()} | changed
    return hand_on(
        actor=cast.as_actor(account or cast.kerstin()),
        background_id=row.id,
        handing=Handing(**known),
        version=row.version if version is None else version,
    )


@pytest.mark.requirement("IDENTIFY-6")
def test_nothing_waits_to_be_prepared_any_more():
    row = handed(approved(a_background(a_visit(a_case()))))
    assert stands(row) is Standing.HANDED
    task = Task.objects.get(kind=TaskKind.BEFORE_VISIT)
    assert task.state == TaskState.DONE
    with pytest.raises(Refused) as refused:
        handed(row)
    assert refused.value.obstacles == [BackgroundObstacle.HANDED_ALREADY]


@pytest.mark.requirement("IDENTIFY-6", "CONSENT-2")
def test_what_we_send_has_a_ground_that_stands_in_the_log():
    row = approved(a_background(a_visit(a_case())))
    handed(
        row,
        how=Handed.SAFE_MESSAGE,
        receiver="Hälsovårdscentralen",
        ground=SendingGround.ORAL_CONSENT,
    )
    event = Event.objects.filter(action="pre_visit.background.hand_on").latest("at")
    assert event.ground == SendingGround.ORAL_CONSENT


@pytest.mark.requirement("IDENTIFY-6", "PARTICIPATE-1")
def test_refused_until_the_client_has_said_yes():
    row = a_background(a_visit(a_case()))
    with pytest.raises(Refused) as refused:
        handed(row)
    assert refused.value.obstacles == [BackgroundObstacle.NOT_APPROVED]
    row = approved(row)
    with pytest.raises(Changed):
        handed(row, version=99)
    for account in (cast.mikko(), cast.aino_account()):
        with pytest.raises(Denied):
            handed(row, account)
