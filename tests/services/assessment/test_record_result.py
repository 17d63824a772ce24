"""The result of an assessment, with what the person can do."""

import uuid

import pytest

from kaveri.casebook.tasks.domain import TaskKind, TaskObstacle, TaskState, Told
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.timeline.domain import Source
from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import AlreadyDone, Denied, Refused
from kaveri.steps.assessment.domain import (
    AssessmentObstacle,
    AssessmentState,
    NextThing,
)
from kaveri.steps.assessment.services import record_result
from tests.factories import cast
from tests.factories.assessment import (
    NOTHING_NEXT,
    a_result,
    an_assessment,
    in_days,
)
from tests.factories.casebook import a_case

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("ASSESS-2")]


def record(row, account=None, next_=NOTHING_NEXT, told=None, sending=None, **known):
    return record_result(
        actor=cast.as_actor(account or cast.kerstin()),
        assessment_id=row.id,
        result=a_result(**known),
        next_=next_,
        told=told,
        sending=sending,
    )


def test_the_result_says_what_the_person_can_do_and_whose_word_it_is():
    row = record(an_assessment(), told=Told.MEETING)
    assert (row.state, row.result_source) == (AssessmentState.RESULT, Source.HEALTH_CARE)
    assert row.can_do.startswith("Lätt arbete")
    assert (row.told_how, row.told_on) == (Told.MEETING, in_days(0))
    entry = Entry.objects.get(about_type="assessment.result")
    assert (entry.text, entry.source) == (row.can_do, Source.HEALTH_CARE)
    assert not Task.objects.filter(source_id=row.id, state=TaskState.OPEN).exists()


def test_a_result_without_what_can_be_done_is_none():
    with pytest.raises(Refused) as refused:
        record(an_assessment(), text="", can_do=" ", next_=NextThing(what="ringer dig"))
    assert refused.value.obstacles == [
        AssessmentObstacle.NO_RESULT,
        AssessmentObstacle.NO_CAN_DO,
        AssessmentObstacle.NO_NEXT_DAY,
    ]


def test_a_case_is_not_left_without_a_next_step():
    case = a_case()
    row = an_assessment(case=case)
    Task.objects.filter(case=case, kind=TaskKind.NEXT_STEP).update(
        state=TaskState.DONE, closed_at=clock.now()
    )
    with pytest.raises(Refused) as refused:
        record(row)
    assert refused.value.obstacles == [TaskObstacle.NO_NEXT_STEP]
    record(row, next_=NextThing(what="går igenom resultatet med dig", due_on=in_days(4)))
    assert Task.objects.get(case=case, state=TaskState.OPEN).due_on == in_days(4)


def test_a_result_is_recorded_once():
    row, key = an_assessment(), uuid.uuid4()
    record(row, sending=key)
    with pytest.raises(AlreadyDone):
        record(row, sending=key)
    with pytest.raises(Refused) as refused:
        record(row, text="Något annat.")
    assert refused.value.obstacles == [AssessmentObstacle.NOT_NOW]


def test_others_may_not_record_it():
    row = an_assessment()
    for account in (cast.mikko(), cast.sara(), cast.aino_account()):
        with pytest.raises(Denied):
            record(row, account)
