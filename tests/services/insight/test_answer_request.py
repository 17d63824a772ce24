"""The privacy officer answers in writing."""

import pytest
from django.db import IntegrityError, transaction

from kaveri.foundation.base.errors import Changed, Denied, Refused
from kaveri.steps.insight.domain.requests import AnswerObstacle, RequestState
from kaveri.steps.insight.models import LogRequest
from kaveri.steps.insight.services import answer_request
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.insight import a_request, dag

pytestmark = pytest.mark.django_db


def answer(request, by=None, state=RequestState.ANSWERED, words="Ingen har tittat.", version=1):
    return answer_request(
        actor=cast.as_actor(by or dag()),
        request_id=request.id,
        state=state,
        words=words,
        version=version,
    )


@pytest.mark.requirement("TRUST-1")
@pytest.mark.parametrize("state", [RequestState.ANSWERED, RequestState.REFUSED])
def test_an_answer_and_a_refusal_are_written_and_stay(state):
    answered = answer(a_request(a_case()), state=state)
    answered.refresh_from_db()
    assert (answered.state, answered.answer) == (state, "Ingen har tittat.")
    assert answered.answered_by == dag()
    with pytest.raises(Refused) as refused:
        answer(answered, version=2)
    assert refused.value.obstacles == [AnswerObstacle.ALREADY_ANSWERED]


@pytest.mark.requirement("TRUST-1")
def test_nobody_answers_without_words_or_about_themselves():
    request = a_request(a_case())
    LogRequest.objects.filter(pk=request.pk).update(asked_by=dag())
    with pytest.raises(Refused) as refused:
        answer(request, words=" ")
    assert refused.value.obstacles == [AnswerObstacle.NO_WORDS, AnswerObstacle.OWN_REQUEST]


@pytest.mark.requirement("TRUST-1")
def test_only_the_privacy_officer_answers_and_only_what_was_read():
    request = a_request(a_case())
    for account in (cast.kerstin(), cast.tove(), cast.oskar(), cast.aino_account()):
        with pytest.raises(Denied):
            answer(request, by=account)
    with pytest.raises(Changed):
        answer(request, version=7)


@pytest.mark.requirement("TRUST-1")
def test_the_database_refuses_an_answer_without_words():
    request = a_request(a_case())
    with pytest.raises(IntegrityError), transaction.atomic():  # noqa: TID251 - to see the no
        LogRequest.objects.filter(pk=request.pk).update(state="answered")
