"""An answered request is erased when its time is out; the log keeps that it was."""

import datetime as dt

import pytest

from kaveri.config import jobs
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import named_job
from kaveri.foundation.base.errors import Denied
from kaveri.steps.insight.actions import ERASING
from kaveri.steps.insight.domain.requests import RequestState
from kaveri.steps.insight.jobs import erase_due
from kaveri.steps.insight.models import LogRequest
from kaveri.steps.insight.services import answer_request, erase_request
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.insight import a_request, dag

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("TRUST-2")]


def answered():
    request = a_request(a_case())
    return answer_request(
        actor=cast.as_actor(dag()),
        request_id=request.id,
        state=RequestState.ANSWERED,
        words="Ingen obehörig har tittat.",
        version=request.version,
    )


def later(years):
    return clock.standing_at(clock.now() + dt.timedelta(days=round(365.25 * years) + 2))


def test_it_goes_after_twelve_years_and_the_log_says_by_which_rule():
    request = answered()
    with later(11):
        assert erase_due() == 0
    with later(12):
        assert erase_due() == 1
        assert erase_due() == 0
    assert not LogRequest.objects.exists()
    event = Event.objects.get(action="insight.request.erase")
    assert (event.job, event.object_id) == (ERASING, request.id)
    assert event.facts == {"rule": "log_request", "reference": request.reference}


def test_one_that_waits_is_kept_however_old():
    a_request(a_case())
    with later(30):
        assert erase_due() == 0


def test_the_daily_work_does_it():
    answered()
    with later(12):
        jobs.work_round()
    assert not LogRequest.objects.exists()


def test_nobody_else_and_nothing_before_its_time():
    request = answered()
    with pytest.raises(Denied):
        erase_request(actor=named_job(ERASING), request_id=request.id)
    with later(12), pytest.raises(Denied):
        erase_request(actor=cast.as_actor(dag()), request_id=request.id)
