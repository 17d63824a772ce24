"""A worker gets an account in a unit; who keeps the accounts sees no clients."""

import pytest
from django.contrib.auth import authenticate
from django.urls import reverse

from kaveri.casebook.directory.domain import AccountObstacle
from kaveri.casebook.directory.services import make_account
from kaveri.config import set_up
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.accounts.selectors import actor_of
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base.actor import Role
from kaveri.foundation.base.errors import Denied, Refused
from tests.access.world import outsider
from tests.factories import cast

pytestmark = pytest.mark.django_db


def made(actor, **known):
    details = {
        "unit_id": cast.unit().id,
        "role": Role.PROFESSIONAL,
        "username": "maja",
        "first_name": "Maja",
        "last_name": "Berg",
        "language": "sv",
        **known,
    }
    return make_account(actor=actor, **details)


def administrator():
    return outsider("oskar", Role.ADMINISTRATOR)


def test_the_account_stands_in_its_unit_and_signs_in_with_the_first_password():
    password = made(cast.as_actor(administrator()))
    maja = Account.objects.get(username="maja")
    assert authenticate(username="maja", password=password) == maja
    assert actor_of(maja).roles == {Role.PROFESSIONAL}
    assert actor_of(maja).unit_ids == {cast.unit().id}
    assert (maja.organisation, maja.register) == (cast.unit().organisation, cast.unit().register)
    event = Event.objects.get(action="directory.account.make")
    assert event.facts == {"unit": cast.unit().key, "role": "professional"}


def test_what_is_wrong_is_said_at_once():
    actor = cast.as_actor(administrator())
    made(actor)
    with pytest.raises(Refused) as refused:
        made(actor, username="Maja", first_name=" ", role=Role.CLIENT)
    assert set(refused.value.obstacles) == set(AccountObstacle)


@pytest.mark.parametrize("who", [cast.kerstin, cast.tove])
def test_nobody_else_makes_accounts(who):
    with pytest.raises(Denied):
        made(cast.as_actor(who()))


def test_the_page_shows_the_password_once_and_the_list_finds_the_person(client, settings):
    settings.SECOND_FACTOR = False
    client.force_login(administrator())
    client.cookies["django_language"] = "en"
    typed = {
        "first_name": "Maja",
        "last_name": "Berg",
        "username": "maja",
        "unit": str(cast.unit().id),
        "role": "professional",
        "language": "sv",
    }
    assert client.post(reverse("directory:account_new"), {**typed, "unit": ""}).status_code == 200
    spaced = client.post(reverse("directory:account_new"), {**typed, "username": "maja berg"})
    assert "Use only letters, digits and the signs" in spaced.content.decode()
    page = client.post(reverse("directory:account_new"), typed).content.decode()
    assert "The password is not shown again" in page
    assert "Maja Berg" in client.get(reverse("directory:people"), {"q": "berg"}).content.decode()
    assert "Maja" not in client.get(reverse("directory:people"), {"q": "x"}).content.decode()
    client.force_login(cast.kerstin())
    assert client.get(reverse("directory:people")).status_code == 404


def test_the_command_lays_the_county_out_and_makes_the_first_account(capsys):
    assert set_up.lay_county(administrator="oskar", unit="team_turku") == 0
    password = capsys.readouterr().out.split()[-1]
    assert actor_of(authenticate(username="oskar", password=password)).roles == {Role.ADMINISTRATOR}
    assert set_up.lay_county(administrator=None, unit="team_turku") == 0
    assert set_up.lay_county(administrator="oskar", unit="team_turku") == 1
