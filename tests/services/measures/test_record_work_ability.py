"""The client's own view of their work ability, recorded on the case."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.measures.domain import Answer, AskedBy
from kaveri.casebook.measures.models import WorkAbility
from kaveri.casebook.measures.services import record_work_ability
from kaveri.foundation.audit.models import Event, Outcome, Subject
from kaveri.foundation.base.errors import AlreadyDone, Denied, Refused
from kaveri.foundation.base.ids import new_id
from tests.factories import cast
from tests.factories.casebook import a_case, near

pytestmark = pytest.mark.django_db
ACTION = "measures.work_ability.record"


def record(case, account=None, *, answer=Answer.SCORE, score=4, sending=None):
    return record_work_ability(
        actor=cast.as_actor(account or cast.kerstin()),
        case_id=case.id,
        answer=answer,
        score=score,
        asked_by=AskedBy.PROFESSIONAL,
        language="sv",
        sending=sending,
    )


def test_the_case_manager_records_it_and_the_log_tells_of_whom_but_not_the_score():
    case = a_case()
    measured = record(case)
    assert (measured.case_id, measured.score) == (case.id, 4)
    event = Event.objects.get(action=ACTION)
    assert (event.outcome, event.object_id) == (Outcome.DONE, measured.id)
    assert event.facts == {"answer": "score"}
    assert Subject.objects.get(event_id=event.id).client_id == case.client_id


@pytest.mark.requirement("TRUST-1")
def test_a_stranger_and_a_predecessor_record_nothing_and_the_log_says_so():
    case = a_case()
    near(case, cast.mikko(), RelationKind.PREDECESSOR)
    for account in (cast.mikko(), cast.petra(), cast.kalle()):
        with pytest.raises(Denied):
            record(case, account)
    assert not WorkAbility.objects.exists()
    assert Event.objects.filter(action=ACTION, outcome=Outcome.DENIED).count() == 3


@pytest.mark.parametrize(
    ("answer", "score"),
    [
        (Answer.SCORE, None),
        (Answer.SCORE, 11),
        (Answer.DOES_NOT_WANT, 4),
        (Answer.CANNOT_SAY, 0),
    ],
)
def test_a_score_that_does_not_go_with_the_answer_is_refused(answer, score):
    case = a_case()
    with pytest.raises(Refused) as refused:
        record(case, answer=answer, score=score)
    assert not WorkAbility.objects.exists()
    event = Event.objects.get(action=ACTION, outcome=Outcome.REFUSED)
    assert event.facts == {"obstacles": [str(code) for code in refused.value.obstacles]}


def test_a_double_click_records_one():
    case, key = a_case(), new_id()
    first = record(case, sending=key)
    with pytest.raises(AlreadyDone) as already:
        record(case, sending=key)
    assert already.value.object_id == first.id
    assert WorkAbility.objects.count() == 1
