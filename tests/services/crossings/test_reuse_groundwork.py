"""The person comes back and need not tell it again."""

import datetime as dt

import pytest
from django.urls import reverse

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Relation
from kaveri.casebook.measures.models import WorkAbility
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.assessment.models import Statement
from kaveri.steps.crossings.domain import GroundworkObstacle
from kaveri.steps.crossings.services import ask_for_earlier, reuse_groundwork
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.groundwork import an_earlier_case

pytestmark = pytest.mark.django_db


@pytest.fixture
def before():
    return an_earlier_case()


def reuse(account, case, **chosen):
    return reuse_groundwork(actor=cast.as_actor(account), case_id=case.id, **chosen)


@pytest.mark.requirement("COORDINATE-13", "ASSESS-1")
def test_what_was_known_comes_along_with_its_source_and_day_and_once(before):
    again = a_case()
    said = Statement.objects.get(case=before)
    measured = WorkAbility.objects.get(case=before)
    chosen = {"statement_ids": [said.id], "answer_ids": [measured.id]}
    reuse(cast.kerstin(), again, **chosen)
    for repeated in ({"statement_ids": [said.id]}, {"answer_ids": [measured.id]}):
        with pytest.raises(Refused) as refused:
            reuse(cast.kerstin(), again, **repeated)
        assert refused.value.obstacles == [GroundworkObstacle.ALREADY_CARRIED]
    carried = Statement.objects.get(case=again)
    assert (carried.text, carried.source, carried.said_on) == (
        said.text,
        said.source,
        said.said_on,
    )
    assert carried.in_own_words and carried.category == said.category
    assert WorkAbility.objects.get(case=again).answered_at == measured.answered_at
    event = Event.objects.filter(action="crossings.groundwork.reuse").first()
    assert event.facts == {"statements": 1, "answers": 1}


@pytest.mark.requirement("COORDINATE-13", "TRUST-1")
def test_another_case_manager_asks_first_and_reads_for_four_weeks(before):
    again = a_case(manager=cast.mikko())
    said = Statement.objects.get(case=before)
    with pytest.raises(Denied):
        reuse(cast.mikko(), again, statement_ids=[said.id])
    assert ask_for_earlier(actor=cast.as_actor(cast.mikko()), case_id=again.id) == 1
    opened = Relation.objects.get(case=before, account=cast.mikko())
    assert (opened.kind, opened.source_id) == (RelationKind.PREDECESSOR, again.id)
    assert abs(opened.until_at - clock.now() - dt.timedelta(days=28)) < dt.timedelta(minutes=5)
    assert Event.objects.get(action="crossings.earlier.ask").ground == "own"
    assert reuse(cast.mikko(), again, statement_ids=[said.id]) == 1
    with pytest.raises(Refused) as refused:
        ask_for_earlier(actor=cast.as_actor(cast.mikko()), case_id=again.id)
    assert refused.value.obstacles == [GroundworkObstacle.NOTHING_EARLIER]


@pytest.mark.requirement("COORDINATE-13")
def test_nothing_chosen_is_said():
    with pytest.raises(Refused) as refused:
        reuse(cast.kerstin(), a_case())
    assert refused.value.obstacles == [GroundworkObstacle.NOTHING_CHOSEN]


@pytest.mark.requirement("COORDINATE-13", "TRUST-1")
def test_the_page_asks_shows_and_carries_over(before, client, settings):
    settings.SECOND_FACTOR = False
    again = a_case(manager=cast.mikko())
    client.force_login(cast.mikko())
    at = reverse("crossings:earlier", kwargs={"case_id": again.id})
    assert "Ryggen" not in client.get(at).content.decode()
    asked = client.post(reverse("crossings:ask_earlier", kwargs={"case_id": again.id}))
    assert asked.status_code == 302
    assert "Ryggen tål fyra timmar." in client.get(at).content.decode()
    said = Statement.objects.get(case=before)
    assert client.post(at, {}).status_code == 200
    assert client.post(at, {"statements": [str(said.id)]}).status_code == 302
    assert Statement.objects.filter(case=again).count() == 1
    shown = client.get(at).content.decode()
    assert "Ryggen tål fyra timmar." in shown[shown.index("Jo siirretty") :]
    assert f'value="{said.id}"' not in shown
    client.force_login(cast.petra())
    assert client.get(at).status_code == 404
