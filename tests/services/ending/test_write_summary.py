"""The draft of the summary, as the worker and the client want it."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.foundation.audit.models import Event, Outcome, Subject
from kaveri.foundation.base.errors import AlreadyDone, Changed, Denied, Refused
from kaveri.foundation.base.ids import new_id
from kaveri.steps.ending.domain import EndObstacle
from kaveri.steps.ending.models import Summary
from kaveri.steps.ending.services import write_summary
from tests.factories import cast
from tests.factories.casebook import a_case, near
from tests.factories.ending import PARTS, an_ended_case

pytestmark = pytest.mark.django_db
ACTION = "ending.summary.write"


def write(case, version=None, account=None, *, sending=None, **changed):
    return write_summary(
        actor=cast.as_actor(account or cast.kerstin()),
        case_id=case.id,
        language="sv",
        parts={**PARTS, **changed},
        version=version,
        sending=sending,
    )


@pytest.mark.requirement("COORDINATE-13")
def test_the_case_manager_writes_it_and_the_log_holds_no_text():
    case = a_case()
    summary = write(case)
    assert summary.done == PARTS["done"]
    event = Event.objects.get(action=ACTION)
    assert (event.outcome, event.object_id) == (Outcome.DONE, summary.id)
    assert event.facts == {"language": "sv"}
    assert Subject.objects.get(event_id=event.id).client_id == case.client_id


@pytest.mark.requirement("COORDINATE-13", "TRUST-1")
def test_a_stranger_and_a_predecessor_write_nothing_and_the_log_says_so():
    case = a_case()
    near(case, cast.mikko(), RelationKind.PREDECESSOR)
    for account in (cast.mikko(), cast.petra(), cast.kalle()):
        with pytest.raises(Denied):
            write(case, account=account)
    assert not Summary.objects.exists()
    assert Event.objects.filter(action=ACTION, outcome=Outcome.DENIED).count() == 3


@pytest.mark.requirement("COORDINATE-13")
def test_an_empty_summary_is_refused():
    with pytest.raises(Refused) as refused:
        write(a_case(), done="  ")
    assert refused.value.obstacles == [EndObstacle.NOTHING_WRITTEN]
    assert Event.objects.get(action=ACTION).outcome == Outcome.REFUSED


@pytest.mark.requirement("COORDINATE-13")
def test_a_given_summary_is_not_written_again():
    case = a_case()
    an_ended_case(case)
    with pytest.raises(Refused) as refused:
        write(case, Summary.objects.get(case=case).version, done="Annat.")
    assert refused.value.obstacles == [EndObstacle.ALREADY_GIVEN]
    assert Summary.objects.get(case=case).done == PARTS["done"]


@pytest.mark.requirement("COORDINATE-13")
def test_who_saw_an_older_draft_does_not_write_over_the_newer():
    case = a_case()
    first = write(case)
    write(case, first.version, done="Först sparad.")
    with pytest.raises(Changed):
        write(case, first.version, done="Sist sparad.")
    assert Summary.objects.get(case=case).done == "Först sparad."


def test_a_double_click_writes_one():
    case, key = a_case(), new_id()
    first = write(case, sending=key)
    with pytest.raises(AlreadyDone) as already:
        write(case, sending=key)
    assert already.value.object_id == first.id
    assert Summary.objects.get(case=case).version == 1
