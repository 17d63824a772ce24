"""Any professional of the unit that was asked answers; nobody else."""

import pytest

from kaveri.foundation.base.errors import Changed, Denied, Refused
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.consultation.domain import ConsultationObstacle, ConsultationState
from kaveri.steps.consultation.services import answer_colleague
from tests.factories import cast
from tests.factories.consultation import a_question

pytestmark = pytest.mark.django_db
ANSWER = "Ring samordnaren före läkarbesöket."


def answer(asked, by=None, *, words=ANSWER, version=1):
    return answer_colleague(
        actor=cast.as_actor(by or cast.mikko()),
        consultation_id=asked.id,
        answer=words,
        version=version,
    )


@pytest.mark.requirement("COORDINATE-12")
def test_a_colleague_of_the_unit_answers_and_the_asker_is_told():
    answered = answer(a_question())
    assert (answered.state, answered.answer) == (ConsultationState.ANSWERED, ANSWER)
    assert Notice.objects.filter(address=cast.petra().email).count() == 1
    with pytest.raises(Refused) as refused:
        answer(answered, version=2)
    assert refused.value.obstacles == [ConsultationObstacle.ALREADY_ANSWERED]


def test_nobody_outside_the_unit_answers_and_not_without_words():
    asked = a_question()
    for account in (cast.petra(), cast.kalle(), cast.tove(), cast.oskar(), cast.aino_account()):
        with pytest.raises(Denied):
            answer(asked, by=account)
    with pytest.raises(Refused):
        answer(asked, words=" ")
    with pytest.raises(Changed):
        answer(asked, version=7)
