"""What the doctor needs to know is written, and waits for the client."""

import uuid

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.records.domain import Category
from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base.errors import AlreadyDone, Changed, Denied, Refused
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.appointments.domain import State
from kaveri.steps.appointments.services import note_outcome
from kaveri.steps.pre_visit.domain import BackgroundObstacle, Standing
from kaveri.steps.pre_visit.models import BackgroundPart
from kaveri.steps.pre_visit.selectors import parts_now, stands
from tests.factories import cast
from tests.factories.appointments import a_meeting
from tests.factories.casebook import a_case, near
from tests.factories.pre_visit import PARTS, a_background, a_visit, approved

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("IDENTIFY-6")
def test_each_heading_has_its_kind_of_information_and_the_client_is_told_by_a_neutral_mail():
    aino = cast.aino_account()
    aino.email = "aino@example.org"
    aino.save(update_fields=["email"])
    case = a_case()
    row = a_background(a_visit(case), of_health=Category.SUBSTANCE_USE)
    kinds = dict(parts_now().filter(background=row).values_list("heading", "category"))
    assert kinds == {
        "work": Category.WORK_EDUCATION,
        "health": Category.SUBSTANCE_USE,
        "functioning": Category.FUNCTIONING,
        "goals": Category.WORK_EDUCATION,
        "contact": Category.IDENTITY_CONTACT,
    }
    assert stands(row) is Standing.WAITS
    assert Notice.objects.filter(address=aino.email).exists()
    assert Task.objects.filter(kind=TaskKind.BEFORE_VISIT, state=TaskState.OPEN).exists()


@pytest.mark.requirement("IDENTIFY-6")
def test_a_new_wording_waits_anew_and_the_approved_one_stays_readable():
    row = approved(a_background(a_visit(a_case())))
    again = a_background(
        row.appointment, parts=PARTS | {"goals": "Vill studera."}, version=row.version
    )
    assert stands(again) is Standing.WAITS
    before = BackgroundPart.objects.get(background=row, text_no=1, heading="goals")
    assert before.text == PARTS["goals"]


@pytest.mark.requirement("IDENTIFY-6")
def test_refused_for_an_ordinary_meeting_for_one_that_is_over_and_with_nothing_to_say():
    case = a_case()
    visit = a_visit(case)
    note_outcome(
        actor=cast.as_actor(cast.kerstin()),
        appointment_id=visit.id,
        version=visit.version,
        outcome=State.CANCELLED,
    )
    for meeting in (a_meeting(case), visit):
        with pytest.raises(Refused) as refused:
            a_background(meeting, parts={"work": " "})
        assert refused.value.obstacles == [
            BackgroundObstacle.NO_SUCH_VISIT,
            BackgroundObstacle.NOTHING_WRITTEN,
        ]


@pytest.mark.requirement("IDENTIFY-6", "TRUST-1")
def test_only_who_may_send_something_on_writes_and_a_double_click_is_one():
    case = a_case()
    visit, key = a_visit(case), uuid.uuid4()
    a_background(visit, sending=key)
    with pytest.raises(AlreadyDone):
        a_background(visit, sending=key)
    with pytest.raises(Changed):
        a_background(visit, version=99)
    near(case, cast.petra(), RelationKind.PREDECESSOR)
    for account in (cast.petra(), cast.mikko(), cast.aino_account()):
        with pytest.raises(Denied):
            a_background(visit, account)
