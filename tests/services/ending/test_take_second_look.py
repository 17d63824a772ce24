"""Another worker looks before anything ends without agreement."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.foundation.audit.models import Event, Outcome, Subject
from kaveri.foundation.base.errors import AlreadyDone, Changed, Denied, Refused
from kaveri.foundation.base.ids import new_id
from kaveri.steps.ending.domain import EndObstacle, Way
from kaveri.steps.ending.services import take_second_look
from tests.factories import cast
from tests.factories.casebook import a_case, aino, near
from tests.factories.ending import end, prepare, with_summary

pytestmark = pytest.mark.django_db


ACTION = "ending.ending.second_look"


def look(account, ending, *, sending=None):
    return take_second_look(
        actor=cast.as_actor(account),
        ending_id=ending.id,
        version=ending.version,
        words="Adressen.",
        sending=sending,
    )


@pytest.mark.requirement("COORDINATE-13")
def test_a_colleague_near_the_case_looks_and_the_support_can_end():
    case = a_case()
    near(case, cast.mikko(), RelationKind.PAIR)
    ending = prepare(case, Way.MOVED)
    with_summary(case)
    assert look(cast.mikko(), ending).looked_by == cast.mikko()
    assert end(case).state == "done"
    event = Event.objects.get(action=ACTION)
    assert (event.outcome, event.facts) == (Outcome.DONE, {"way": "moved"})
    assert Subject.objects.get(event_id=event.id).client_id == case.client_id


@pytest.mark.requirement("COORDINATE-13")
def test_nobody_is_their_own_second_look_and_the_client_is_not_asked_to_be():
    case = a_case(client=aino())
    ending = prepare(case, Way.MOVED)
    for account in (cast.kerstin(), cast.aino_account()):
        with pytest.raises(Refused) as refused:
            look(account, ending)
        assert refused.value.obstacles == [EndObstacle.OWN_SECOND_LOOK]


@pytest.mark.requirement("COORDINATE-13", "TRUST-1")
def test_a_colleague_without_a_part_in_the_case_does_not_look():
    case = a_case()
    ending = prepare(case, Way.MOVED)
    with pytest.raises(Denied):
        look(cast.mikko(), ending)
    assert Event.objects.get(action=ACTION).outcome == Outcome.DENIED


def test_a_double_click_and_an_older_page_look_once():
    case, key = a_case(), new_id()
    near(case, cast.mikko(), RelationKind.PAIR)
    ending = prepare(case, Way.MOVED)
    look(cast.mikko(), ending, sending=key)
    with pytest.raises(AlreadyDone):
        look(cast.mikko(), ending, sending=key)
    with pytest.raises(Changed):
        look(cast.mikko(), ending)
    assert Event.objects.filter(action=ACTION, outcome=Outcome.DONE).count() == 1
