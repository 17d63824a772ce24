"""Writing the minutes, and reading of the team on one's own page."""

import uuid

import pytest
from django.urls import reverse

from kaveri.casebook.cases.domain import RelationKind
from kaveri.foundation.base.actor import Role
from kaveri.steps.teams.models import AgendaItem
from tests.access.world import outsider
from tests.factories import casebook, cast
from tests.services.teams.test_record_decision import decided
from tests.services.teams.test_write_minutes import OUTCOME, an_item_at, minuted

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("TEAM-2")]


@pytest.fixture(autouse=True)
def _in_english(settings, client):
    settings.SECOND_FACTOR = False
    client.cookies["django_language"] = "en"


def at(item):
    return reverse("teams:minutes", args=[item.id])


def sent(item, **changed):
    return {
        "version": item.version,
        "outcome": OUTCOME,
        "said": "",
        "client_came": "came",
        "present": [str(cast.mikko().id)],
        "idempotency_key": str(uuid.uuid4()),
        **changed,
    }


def test_the_team_writes_and_the_client_reads(client):
    item = an_item_at()
    decided(item)
    client.force_login(cast.mikko())
    assert client.post(at(item), sent(item)).status_code == 302
    assert OUTCOME in client.get(reverse("teams:talk", args=[item.id])).content.decode()

    client.force_login(cast.aino_account())
    page = client.get(reverse("teams:own", args=[item.case_id])).content.decode()

    assert OUTCOME in page
    assert "skriver om dagpenningen" in page
    assert cast.kalle().full_name in page
    assert "Mikko" in page


def test_before_it_is_written_the_client_reads_when(client):
    item = an_item_at()
    client.force_login(cast.aino_account())

    page = client.get(reverse("teams:own", args=[item.case_id])).content.decode()

    assert "You will be told within a week" in page


def test_with_no_meeting_the_page_says_how_it_would_come_to_one(client):
    case = casebook.a_case()
    client.force_login(cast.aino_account())

    assert (
        "No team has talked about you"
        in client.get(reverse("teams:own", args=[case.id])).content.decode()
    )


def test_who_acts_for_the_client_within_another_scope_reads_nothing_of_it(client):
    item = minuted(an_item_at())
    raili = outsider("raili", Role.CLIENT)
    casebook.near(item.case, raili, RelationKind.REPRESENTATIVE)
    item.case.relations.filter(account=raili).update(scope=f" {item.case.category} health ")
    AgendaItem.objects.filter(pk=item.pk).update(category="substance_use")
    client.force_login(raili)

    answer = client.get(reverse("teams:own", args=[item.case_id]))

    assert OUTCOME not in answer.content.decode()


def test_what_is_missing_is_said_beside_its_field_and_the_rest_stays(client):
    item = an_item_at()
    client.force_login(cast.mikko())

    page = client.post(at(item), sent(item, outcome="", said="Det här sades.")).content.decode()

    assert "Write what the client is told." in page
    assert "Det här sades." in page


def test_somebody_else_who_saved_meanwhile_is_shown_beside_ones_own(client):
    item = an_item_at()
    client.force_login(cast.mikko())
    client.get(at(item))
    minuted(item, by=cast.kalle, outcome="Kalles ord.")

    page = client.post(at(item), sent(item, outcome="Mikkos ord.")).content.decode()

    assert "Kalles ord." in page
    assert "Mikkos ord." in page
    assert AgendaItem.objects.get(pk=item.pk).outcome == "Kalles ord."


def test_who_may_not_write_finds_nothing(client):
    item = an_item_at()
    client.force_login(cast.kerstin())

    assert client.get(at(item)).status_code == 404
