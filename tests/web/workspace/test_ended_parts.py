"""A part of a case that ended without the worker's doing: one neutral line on their day."""

import datetime as dt

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.records.domain import Category
from kaveri.foundation.base import clock
from kaveri.foundation.ui import dates
from kaveri.steps.coordination.models import EndedPart
from kaveri.steps.coordination.services import (
    leave_network,
    limit_member,
    remove_member,
)
from kaveri.steps.permission.services import withdraw_consent
from tests.factories import casebook as given
from tests.factories import cast, network
from tests.factories import permission as allowed

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("CONSENT-2")]


@pytest.fixture(autouse=True)
def _one_factor(settings, client):
    settings.SECOND_FACTOR = False
    client.cookies["django_language"] = "en"


def day_of(client, account):
    client.force_login(account)
    return client.get("/my-day/").content.decode()


def withdrawn(case):
    given.near(case, cast.kalle(), RelationKind.MEMBER)
    consent = allowed.a_consent(case)
    withdraw_consent(
        actor=cast.as_actor(cast.aino_account()),
        consent_id=consent.id,
        version=consent.version,
        words="Jag vill inte att FPA vet.",
    )


def test_after_a_withdrawal_the_partner_reads_reference_and_day_and_nothing_else(client):
    case = given.a_case()
    withdrawn(case)

    page = day_of(client, cast.kalle())

    day = dates.plain_date(clock.today(), "en")
    assert f"Your part of {case.reference} ended on {day}." in page
    assert "Aino" not in page
    assert "FPA vet" not in page
    assert f"/case/{case.id}" not in page
    assert case.reference not in day_of(client, cast.viola())


def test_it_stands_for_two_weeks(client):
    case = given.a_case()
    withdrawn(case)

    with clock.standing_at(clock.now() + dt.timedelta(days=13)):
        assert case.reference in day_of(client, cast.kalle())
    with clock.standing_at(clock.now() + dt.timedelta(days=14)):
        assert case.reference not in day_of(client, cast.kalle())


def member_of(case):
    network.a_consent(case, cast.kalle().organisation, categories=tuple(Category))
    return network.a_member(case, network.kela_worker())


def test_whoever_the_client_takes_out_of_the_network_reads_it_too(client):
    case = given.a_case()
    member = member_of(case)
    remove_member(actor=cast.as_actor(cast.aino_account()), member_id=member.id)

    assert f"Your part of {case.reference} ended" in day_of(client, member.account)


def test_a_limit_that_closes_the_case_is_such_an_end_and_a_smaller_one_is_not(client):
    case = given.a_case()
    member = member_of(case)
    aino = cast.as_actor(cast.aino_account())

    limit_member(actor=aino, member_id=member.id, categories=[Category.HEALTH])
    assert not EndedPart.objects.exists()
    limit_member(actor=aino, member_id=member.id, categories=[Category(case.category)])

    assert f"Your part of {case.reference} ended" in day_of(client, member.account)


def test_whoever_leaves_knows_it_already(client):
    member = member_of(given.a_case())

    leave_network(actor=cast.as_actor(member.account), member_id=member.id)

    assert not EndedPart.objects.exists()
