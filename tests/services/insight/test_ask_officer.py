"""Asking the privacy officer."""

import datetime as dt

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.insight.domain.requests import AskObstacle, RequestKind
from kaveri.steps.insight.models import LogRequest
from kaveri.steps.insight.services import ask_officer
from kaveri.steps.insight.services.requests import Asked
from tests.factories import cast
from tests.factories.casebook import a_case, near
from tests.factories.insight import WHY, a_request, dag

pytestmark = pytest.mark.django_db


def ask(case, kind=RequestKind.OLDER, **asked):
    return ask_officer(
        actor=cast.as_actor(cast.aino_account()), case_id=case.id, kind=kind, asked=Asked(**asked)
    )


@pytest.mark.requirement("TRUST-1")
def test_a_request_has_a_reference_a_day_and_somebody_who_is_told():
    dag()
    request = a_request(a_case())
    assert request.reference.startswith("L-")
    assert request.due_on == clock.today() + dt.timedelta(days=30)
    assert list(Notice.objects.values_list("address", flat=True)) == ["dag@example.org"]
    event = Event.objects.get(action="insight.request.ask")
    assert event.facts == {"kind": "investigation"}


@pytest.mark.requirement("TRUST-1")
def test_everything_that_is_missing_is_said_at_once():
    case = a_case()
    with pytest.raises(Refused) as refused:
        ask(case, reason=" ")
    assert refused.value.obstacles == [AskObstacle.NO_REASON, AskObstacle.NO_PERIOD]
    with pytest.raises(Refused) as refused:
        ask(case, RequestKind.INVESTIGATION, reason=WHY)
    assert refused.value.obstacles == [AskObstacle.NO_TIME, AskObstacle.NO_DATA]
    today = clock.today()
    with pytest.raises(Refused) as refused:
        ask(case, reason=WHY, first_on=today, last_on=today - dt.timedelta(days=1))
    assert refused.value.obstacles == [AskObstacle.PERIOD_TURNED, AskObstacle.NOT_OLDER]
    assert not LogRequest.objects.exists()


@pytest.mark.requirement("TRUST-1")
def test_only_the_client_and_who_represents_them_ask():
    case = a_case()
    near(case, cast.mikko(), RelationKind.PAIR)
    for account in (cast.kerstin(), cast.mikko(), dag()):
        with pytest.raises(Denied):
            a_request(case, by=account)


@pytest.mark.requirement("TRUST-1")
def test_where_nobody_is_privacy_officer_it_rises_to_those_who_give_the_role(client, settings):
    settings.SECOND_FACTOR = False
    client.cookies["django_language"] = "en"
    oskar, tove = cast.oskar(), cast.tove()
    case = a_case()

    request = a_request(case)

    assert list(Notice.objects.values_list("address", flat=True)) == [oskar.email]
    for who in (oskar, tove):
        client.force_login(who)
        page = client.get("/my-day/").content.decode()
        assert "1 request about the log waits, and nobody is privacy officer." in page
        assert request.reference not in page
        assert "Aino" not in page
    client.force_login(cast.kerstin())
    assert "nobody is privacy officer" not in client.get("/my-day/").content.decode()
    dag()
    client.force_login(oskar)
    assert "nobody is privacy officer" not in client.get("/my-day/").content.decode()
