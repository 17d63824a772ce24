"""The link on a phone keeps answers, and opens nothing when it is wrong, old or used up."""

import pytest

from kaveri.foundation.audit.models import Event
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import VISITOR
from kaveri.foundation.base.errors import Changed, Denied
from kaveri.steps.questionnaires.domain.asking import Way
from kaveri.steps.questionnaires.services import keep_by_link, take_back
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.questionnaires import asked, value, written

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("IDENTIFY-3", "TRUST-1")]


def kept(secret, sheet):
    return keep_by_link(actor=VISITOR, secret=secret, written=sheet)


def test_whoever_holds_the_link_answers_and_the_log_has_no_secret():
    sent = asked(a_case(), way=Way.LINK)
    kept(sent.secret, written(sent.asking, 0))
    assert value(sent.asking, "everyday")
    event = Event.objects.get(action="questionnaires.link.keep")
    assert event.account_id is None
    assert sent.secret not in str(list(Event.objects.values()))


def test_two_phones_on_the_same_question_lose_nothing():
    sent = asked(a_case(), way=Way.LINK)
    system = "https://kaveri.invalid/own-view/answers"
    mine = written(sent.asking, 0, f"{system}|1")
    kept(sent.secret, written(sent.asking, 0, f"{system}|3"))
    with pytest.raises(Changed):
        kept(sent.secret, mine)


def test_a_wrong_an_old_and_a_withdrawn_link_look_the_same():
    sent = asked(a_case(), way=Way.LINK)
    sheet = written(sent.asking, 0)
    with pytest.raises(Denied):
        kept("x" * 43, sheet)
    with clock.standing_at(sent.asking.link_until), pytest.raises(Denied):
        kept(sent.secret, sheet)
    take_back(actor=cast.as_actor(cast.kerstin()), asking_id=sent.asking.id)
    with pytest.raises(Denied):
        kept(sent.secret, sheet)
