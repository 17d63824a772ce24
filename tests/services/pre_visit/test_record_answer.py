"""What the client said on paper or by phone is written down by a worker."""

import datetime as dt

import pytest

from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.pre_visit.domain import Answer, AnsweredHow, BackgroundObstacle, Standing
from kaveri.steps.pre_visit.selectors import stands
from kaveri.steps.pre_visit.services import record_answer
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.pre_visit import a_background, a_visit

pytestmark = pytest.mark.django_db


def recorded(row, account=None, **changed):
    known = {
        "answer": Answer.APPROVED,
        "how": AnsweredHow.PHONE,
        "on": clock.today(),
        "read_no": row.text_no,
    }
    actor = cast.as_actor(account or cast.kerstin())
    return record_answer(actor=actor, background_id=row.id, **known | changed)


@pytest.mark.requirement("IDENTIFY-6")
def test_the_pages_of_the_client_are_never_the_only_way():
    row = recorded(a_background(a_visit(a_case())))
    assert (stands(row), row.answered_by, row.answered_how) == (
        Standing.APPROVED,
        None,
        AnsweredHow.PHONE,
    )


@pytest.mark.requirement("IDENTIFY-6")
def test_not_before_it_was_said_and_only_by_who_may_note_an_approval():
    row = a_background(a_visit(a_case()))
    with pytest.raises(Refused) as refused:
        recorded(row, on=clock.today() + dt.timedelta(days=1))
    assert refused.value.obstacles == [BackgroundObstacle.DAY_NOT_COME]
    for account in (cast.aino_account(), cast.mikko()):
        with pytest.raises(Denied):
            recorded(row, account)
