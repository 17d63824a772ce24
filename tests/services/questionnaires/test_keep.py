"""Keeping answers screen by screen: nothing is lost, also from two devices."""

import pytest

from kaveri.foundation.audit.models import Event
from kaveri.foundation.base.errors import Changed, Denied, Refused
from kaveri.steps.questionnaires import selectors
from kaveri.steps.questionnaires.domain.asking import AskingObstacle, Way
from kaveri.steps.questionnaires.services import keep
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.questionnaires import answered, asked, value, written

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("IDENTIFY-3")]
SYSTEM = "https://kaveri.invalid/own-view/answers"


def kept(row, sheet, account=None):
    return keep(actor=cast.as_actor(account or cast.kerstin()), asking_id=row.id, written=sheet)


def test_one_screen_is_kept_and_the_log_says_nothing_of_the_answer():
    row = asked(a_case()).asking
    kept(row, written(row, 0, f"{SYSTEM}|2"))
    assert value(row, "everyday")[0]["valueCoding"]["code"] == "2"
    event = Event.objects.get(action="questionnaires.answers.keep")
    assert set(event.facts) == {"case"}


def test_two_devices_on_different_questions_both_stand():
    row = asked(a_case()).asking
    first, second = written(row, 0), written(row, 1)
    kept(row, first)
    kept(row, second)
    assert value(row, "everyday") and value(row, "energy")


def test_two_devices_on_the_same_question_the_second_is_told_and_nothing_is_lost():
    row = asked(a_case()).asking
    mine, theirs = written(row, 0, f"{SYSTEM}|1"), written(row, 0, f"{SYSTEM}|4")
    kept(row, theirs)
    with pytest.raises(Changed):
        kept(row, mine)
    assert value(row, "everyday")[0]["valueCoding"]["code"] == "4"
    row.refresh_from_db()
    kept(row, written(row, 0, f"{SYSTEM}|1"))
    assert value(row, "everyday")[0]["valueCoding"]["code"] == "1"


def test_the_same_answer_from_two_devices_is_no_conflict():
    row = asked(a_case()).asking
    sheet = written(row, 0)
    kept(row, sheet)
    kept(row, sheet)


def test_what_cannot_be_read_is_refused_and_nothing_changes():
    row = asked(a_case()).asking
    with pytest.raises(Refused) as refused:
        kept(row, written(row, 0, "invented"))
    assert refused.value.obstacles == [AskingObstacle.NOT_READABLE]
    assert value(row, "everyday") is None


def test_after_handing_in_nothing_changes():
    row = answered(asked(a_case()).asking)
    sheet = written(row, 0, f"{SYSTEM}|0")
    with pytest.raises(Refused) as refused:
        kept(row, sheet)
    assert refused.value.obstacles == [AskingObstacle.IS_FINISHED]


def test_an_answer_left_out_again_is_gone():
    row = asked(a_case()).asking
    kept(row, written(row, 0))
    row.refresh_from_db()
    kept(row, written(row, 0, ""))
    assert value(row, "everyday") == []
    assert not selectors.asked_of(row).values("everyday")


@pytest.mark.requirement("TRUST-1")
def test_the_client_answers_at_home_and_nobody_else_does():
    case = a_case()
    cast.aino_account()
    row = asked(case, way=Way.HOME).asking
    kept(row, written(row, 0), cast.aino_account())
    with pytest.raises(Denied):
        kept(row, written(row, 1), cast.mikko())
