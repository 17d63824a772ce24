"""A right removed bites at the next request; every no and every look leaves its one event."""

import datetime as dt

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client as Browser
from django.urls import reverse

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.services import close_relations
from kaveri.casebook.clients.services import add_client
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.audit import log
from kaveri.foundation.audit.models import Event, Outcome, Subject
from kaveri.foundation.base import clock
from tests.factories import casebook, cast, referral_out

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("TRUST-1")]


@pytest.fixture(autouse=True)
def _one_factor(settings):
    settings.SECOND_FACTOR = False


def signed_in(account):
    browser = Browser()
    browser.force_login(account)
    return browser


def referrals_of(case):
    return reverse("referral_out:of_case", args=[case.id])


def test_a_relation_closed_bites_at_the_next_request():
    case = casebook.a_case()
    casebook.near(case, cast.mikko(), RelationKind.PAIR)
    mikko = signed_in(cast.mikko())
    assert mikko.get(referrals_of(case)).status_code == 200

    close_relations(casebook.an_act(), case_id=case.id, kind=RelationKind.PAIR)

    assert mikko.get(referrals_of(case)).status_code == 404


def test_a_relation_past_its_day_bites_at_the_next_request():
    case = casebook.a_case()
    casebook.near(case, cast.mikko(), RelationKind.SUBSTITUTE)
    mikko = signed_in(cast.mikko())
    assert mikko.get(referrals_of(case)).status_code == 200
    case.relations.filter(account=cast.mikko()).update(until_at=clock.now() + dt.timedelta(hours=1))

    with clock.standing_at(clock.now() + dt.timedelta(hours=2)):
        assert mikko.get(referrals_of(case)).status_code == 404


def test_another_register_bites_at_the_next_request():
    case = casebook.a_case()
    kerstin = signed_in(cast.kerstin())
    assert kerstin.get(referrals_of(case)).status_code == 200

    Account.objects.filter(pk=cast.kerstin().pk).update(register="health")

    assert kerstin.get(referrals_of(case)).status_code == 404


def test_an_assignment_ended_closes_the_staff_pages_at_the_next_request():
    case = casebook.a_case()
    kerstin = signed_in(cast.kerstin())
    assert kerstin.get(referrals_of(case)).status_code == 200

    cast.kerstin().assignments.update(until_on=clock.today() - dt.timedelta(days=1))

    assert kerstin.get(referrals_of(case)).status_code == 404


def test_a_denial_stands_in_the_log():
    case = casebook.a_case()

    signed_in(cast.petra()).get(referrals_of(case))

    event = Event.objects.get(outcome=Outcome.DENIED)
    assert event.account_id == cast.petra().id
    assert event.object_id == case.id
    assert event.action == "referral_out.list.read"


def test_a_page_of_a_list_is_one_event_with_all_its_subjects():
    service = referral_out.health_check()
    people = [
        add_client(
            casebook.an_act(), first_name=f"Klient{number}", last_name="Ek", **casebook.home()
        )
        for number in range(40)
    ]
    for person in people:
        referral_out.a_referral(case=casebook.a_case(client=person), service=service)
    before = set(Event.objects.values_list("id", flat=True))

    sara = signed_in(cast.sara())
    for page in ("", "?page=2"):
        assert sara.get(reverse("referral_out:mine") + page).status_code == 200

    events = Event.objects.exclude(id__in=before)
    assert {event.outcome for event in events} == {Outcome.SEEN}
    looked_at = [
        list(Subject.objects.filter(event_id=event.id).values_list("client_id", flat=True))
        for event in events
    ]
    assert sorted(map(len, looked_at)) == [15, 25]
    seen = {client_id for each in looked_at for client_id in each}
    assert seen == {person.id for person in people}


@pytest.mark.parametrize("table", ["audit_event", "audit_subject"])
@pytest.mark.parametrize("change", ["UPDATE {table} SET id = id", "DELETE FROM {table}"])
def test_the_database_refuses_to_change_or_take_away_what_is_logged(table, change):
    event = log.write(
        cast.as_actor(cast.kerstin()), "tests.look", Outcome.SEEN, subjects=[casebook.aino().id]
    )

    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),  # noqa: TID251 - the refusal must not end the test
        connection.cursor() as cursor,
    ):
        cursor.execute(change.format(table=table))

    assert Event.objects.filter(id=event.id).exists()
    assert Subject.objects.filter(event_id=event.id).exists()
