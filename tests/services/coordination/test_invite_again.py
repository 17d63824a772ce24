"""The support is open again: nobody comes back by themselves."""

import datetime as dt

import pytest
from django.urls import reverse

from kaveri.casebook.cases.models import Case
from kaveri.casebook.records.domain import Category
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.coordination import selectors
from kaveri.steps.coordination.domain import MemberObstacle, MemberState, WishTold
from kaveri.steps.coordination.models import Member
from kaveri.steps.coordination.services import invite_again
from kaveri.steps.ending.services import reopen_support
from tests.factories import cast, network
from tests.factories.casebook import a_case
from tests.factories.ending import an_ended_case

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("COORDINATE-7", "COORDINATE-13")]


@pytest.fixture(autouse=True)
def _one_factor(settings, client):
    settings.SECOND_FACTOR = False
    client.cookies["django_language"] = "en"


@pytest.fixture
def case():
    """Kalle and Ritva belonged; the support ended, and Aino came back the next day."""
    found = a_case()
    kalle, ritva = network.kela_worker(), network.clinic_worker()
    network.a_consent(found, kalle.organisation, ritva.organisation, categories=tuple(Category))
    network.a_member(found, kalle)
    network.a_member(found, ritva)
    an_ended_case(found)
    reopen_support(
        actor=cast.as_actor(cast.kerstin()),
        case_id=found.id,
        why="Växthuset stängde.",
        next_what="ringer",
        next_due_on=clock.today() + dt.timedelta(days=2),
    )
    return Case.objects.get(pk=found.pk)


def again(case, *members, by=None, wish=WishTold.MEETING):
    return invite_again(
        actor=cast.as_actor(by or cast.kerstin()),
        case_id=case.id,
        member_ids=[member.id for member in members],
        wish_told=wish,
    )


def earlier(case):
    return {row.account.first_name: row for row in selectors.earlier_members(case.id)}


def test_when_it_opens_again_those_who_still_read_see_nothing(case, client):
    client.force_login(cast.kalle())
    assert client.get(reverse("workspace:case", args=[case.id])).status_code == 404
    assert not selectors.members_of(case.id).exists()
    assert set(earlier(case)) == {"Kalle", "Ritva"}


def test_only_the_one_chosen_is_asked_and_nothing_opens_before_the_yes(case, client):
    invited = again(case, earlier(case)["Kalle"])

    assert [each.member.state for each in invited] == [MemberState.INVITED]
    assert invited[0].member.role == "sakkunnig i förmåner"
    assert set(earlier(case)) == {"Ritva"}
    client.force_login(cast.kalle())
    assert client.get(reverse("workspace:case", args=[case.id])).status_code == 404


def test_the_client_asks_alone_and_a_worker_says_how_the_client_said_it(case):
    kalle = earlier(case)["Kalle"]
    with pytest.raises(Refused) as refused:
        again(case, kalle, wish="")
    assert refused.value.obstacles == [MemberObstacle.WISH_MISSING]

    assert len(again(case, kalle, by=cast.aino_account(), wish="")) == 1


def test_nobody_chosen_and_somebody_who_was_never_here(case):
    with pytest.raises(Refused) as refused:
        again(case)
    assert refused.value.obstacles == [MemberObstacle.NOBODY_CHOSEN]
    elsewhere = network.row(
        case,
        kind="supporter",
        first_name="Liisa",
        role="min vän",
    )
    with pytest.raises(Denied):
        again(case, elsewhere)


def test_one_page_offers_them_with_nobody_ticked(case, client):
    client.force_login(cast.kerstin())
    path = reverse("coordination:network_earlier", args=[case.id])
    assert path in client.get(reverse("coordination:network", args=[case.id])).content.decode()

    page = client.get(path).content.decode()

    assert "Kalle Korhonen, sakkunnig i förmåner, FPA" in page
    assert "Ritva Alm" in page
    assert "checked" not in page
    sent = {"members": [earlier(case)["Kalle"].id], "wish_told": "meeting"}
    assert client.post(path, sent).status_code == 302
    assert Member.objects.filter(case=case, removed_at=None).count() == 1


def test_without_anybody_from_before_there_is_no_such_page(client):
    case = a_case()
    client.force_login(cast.kerstin())
    page = client.get(reverse("coordination:network_earlier", args=[case.id]))
    assert page.status_code == 302
    listed = client.get(reverse("coordination:network", args=[case.id])).content.decode()
    assert "Invite again" not in listed
