"""Somebody who acts for the client reads the log within what their document covers."""

import datetime as dt

import pytest
from django.urls import reverse

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.services import open_relation
from kaveri.casebook.consent.domain import spaced
from kaveri.casebook.records.domain import Category
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Role
from tests.access.world import outsider
from tests.factories import cast, network
from tests.factories.casebook import a_case, an_act
from tests.factories.insight import a_look, a_request

pytestmark = pytest.mark.django_db


def raili_acts(case, *categories, until_at=None):
    raili = outsider("raili", Role.CLIENT)
    open_relation(
        an_act(),
        RelationKind.REPRESENTATIVE,
        account_id=raili.id,
        case_id=case.id,
        scope=spaced(categories),
    )
    case.relations.filter(account=raili).update(until_at=until_at)
    return raili


def opened(client, account, name, case):
    client.cookies["django_language"] = "en"
    client.force_login(account)
    return client.get(reverse(f"insight:{name}", args=[case.id])).content.decode()


@pytest.mark.requirement("TRUST-1")
def test_a_representative_is_told_within_the_document(client):
    case = a_case()
    categories = [Category.IDENTITY_CONTACT, Category.FUNCTIONING]
    raili = raili_acts(case, *categories)
    a_look(case, cast.kerstin(), at=clock.now(), action="measures.work_ability.read")
    a_look(case, cast.kerstin(), at=clock.now(), action="timeline.entry.read")
    page = opened(client, raili, "log", case)
    assert "Looked at: your answers about work ability." in page
    assert "notes and documents" not in page
    assert "notes and documents" in opened(client, cast.aino_account(), "log", case)


@pytest.mark.requirement("TRUST-1")
def test_a_representative_without_limits_is_told_all_but_the_clients_own_looks(client):
    case = a_case()
    raili = raili_acts(case)
    opened(client, cast.aino_account(), "log", case)
    a_look(case, cast.kerstin(), at=clock.now())
    page = opened(client, raili, "log", case)
    assert "notes and documents" in page
    assert "Aino Virtanen" not in page.split("<form")[-1]
    # The client is told that the representative has looked.
    assert "Raili Aalto" in opened(client, cast.aino_account(), "log", case)


@pytest.mark.requirement("TRUST-1")
def test_the_client_reads_what_the_document_covers_and_until_when(client):
    case = a_case()
    until = clock.now() + dt.timedelta(days=40)
    raili_acts(case, Category.IDENTITY_CONTACT, Category.HEALTH, until_at=until)
    page = opened(client, cast.aino_account(), "who_sees", case)
    shown = page.split("Raili Aalto")[1]
    assert "Name and contact details, health" in shown
    assert "A document says that this person may act for you." in shown
    assert "at the latest" in shown


@pytest.mark.requirement("TRUST-1")
def test_a_representative_reads_their_own_requests_and_not_the_clients(client):
    case = a_case()
    raili = raili_acts(case)
    own, theirs = a_request(case, by=raili), a_request(case)
    page = opened(client, raili, "own_requests", case)
    assert own.reference in page
    assert theirs.reference not in page
    both = opened(client, cast.aino_account(), "own_requests", case)
    assert own.reference in both
    assert theirs.reference in both


@pytest.mark.requirement("TRUST-1")
def test_a_representative_is_not_told_who_helps_outside_the_document(client):
    case = a_case()
    kalle, ritva = network.kela_worker(), network.clinic_worker()
    network.a_member(case, kalle)
    network.a_member(case, ritva)
    raili = raili_acts(case, Category.IDENTITY_CONTACT, Category.ECONOMY_BENEFITS)
    for name in ("who_sees", "log"):
        page = opened(client, raili, name, case)
        assert "Kalle Korhonen" in page, name
        assert "Ritva" not in page, name
        assert "missbruksklinik" not in page, name
        assert "Ritva Alm" in opened(client, cast.aino_account(), name, case), name
