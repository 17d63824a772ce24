"""The log says of each look and each person on which ground they were seen."""

import pytest
from django.test import Client as Browser
from django.urls import reverse

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.clients.services import add_client
from kaveri.foundation.audit.models import Event, Outcome, Subject
from kaveri.steps.coordination.services import remove_pair
from tests.access.allowances import CONSENT, PERMIT, arrange
from tests.access.drives import referrals_out
from tests.access.world import Side, World
from tests.factories import casebook, cast

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("TRUST-1")]


@pytest.fixture(autouse=True)
def _one_factor(settings):
    settings.SECOND_FACTOR = False


def left_by(account, path):
    """What a look leaves: the event's ground and each person's."""
    before = set(Event.objects.values_list("id", flat=True))
    browser = Browser()
    browser.force_login(account)
    assert browser.get(path).status_code == 200
    event = Event.objects.exclude(id__in=before).filter(outcome=Outcome.SEEN).last()
    people = Subject.objects.filter(event_id=event.id).values_list("client_id", "ground")
    return event.ground, dict(people)


def page_of(case):
    return reverse("referral_out:of_case", args=[case.id])


@pytest.mark.parametrize(
    ("kind", "side", "allowance", "expected"),
    [
        (RelationKind.CASE_MANAGER, Side.OWN, None, "own"),
        (RelationKind.MEMBER, Side.CONTROLLER, CONSENT, "consent"),
        (RelationKind.MEMBER, Side.SECTOR, PERMIT, "permit"),
        (RelationKind.MEMBER, Side.SECTOR, CONSENT, "consent"),
    ],
)
def test_a_worker_s_look_says_its_ground(kind, side, allowance, expected):
    world = World(kind, side)
    case = world.case
    if allowance:
        arrange(world, allowance)

    ground, people = left_by(world.account, page_of(case))

    assert (ground, people) == (expected, {case.client_id: expected})


@pytest.mark.parametrize(
    ("kind", "expected"),
    [(RelationKind.SELF, "self"), (RelationKind.REPRESENTATIVE, "representative")],
)
def test_a_look_from_the_client_s_side_says_who_looked(kind, expected):
    world = World(kind, Side.OWN)
    case = world.case

    ground, people = left_by(world.account, reverse("portal:home_of", args=[case.id]))

    assert (ground, people) == (expected, {case.client_id: expected})


def test_who_was_asked_sees_on_that_row():
    world = World(RelationKind.RECEIVER, Side.CONTROLLER, own=True)
    knock = referrals_out.read(world)

    assert left_by(world.account, knock.path) == ("asked", {world.client.id: "asked"})


def test_in_a_list_each_person_has_their_own_ground():
    world = World(RelationKind.MEMBER, Side.SECTOR)
    other = add_client(casebook.an_act(), first_name="Olli", last_name="Ek", **casebook.home())
    own = casebook.a_case(
        client=other,
        manager=world.account,
        **{**casebook.home(), "controller_id": world.account.organisation_id},
    )
    theirs = world.case
    arrange(world, CONSENT)

    ground, people = left_by(world.account, reverse("workspace:cases"))

    assert people == {own.client_id: "own", theirs.client_id: "consent"}
    assert ground == ""


def test_an_act_says_its_ground():
    case = casebook.a_case()
    casebook.near(case, cast.mikko(), RelationKind.PAIR)
    remove_pair(actor=cast.as_actor(cast.kerstin()), case_id=case.id, account_id=cast.mikko().id)

    event = Event.objects.get(action="coordination.pair.remove")
    assert event.ground == "own"
    assert Subject.objects.get(event_id=event.id).ground == "own"
