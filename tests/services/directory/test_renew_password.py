"""A worker who cannot sign in gets a new first password from whoever keeps the accounts."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import authenticate
from django.urls import reverse

from kaveri.casebook.directory.domain import RenewalObstacle
from kaveri.casebook.directory.services import renew_password
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base.errors import Denied, Refused
from tests.factories import cast

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("TRUST-1")]


def renewed(account, *, by=cast.oskar, phone_lost=False):
    return renew_password(actor=cast.as_actor(by()), account_id=account.id, phone_lost=phone_lost)


def with_phone(account):
    return Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={})


def test_the_new_password_is_handed_over_and_the_second_step_stays():
    with_phone(cast.kerstin())
    password = renewed(cast.kerstin())
    assert authenticate(username="kerstin", password=password).password_is_given
    assert Authenticator.objects.filter(user=cast.kerstin()).exists()
    assert Event.objects.get(action="directory.password.renew").facts == {"phone_lost": False}


def test_the_second_step_goes_when_the_phone_is_gone():
    with_phone(cast.kerstin())
    renewed(cast.kerstin(), phone_lost=True)
    assert not Authenticator.objects.filter(user=cast.kerstin()).exists()


def test_nobody_hands_themself_a_password():
    with pytest.raises(Refused) as refused:
        renewed(cast.oskar())
    assert refused.value.obstacles == [RenewalObstacle.OWN_ACCOUNT]


@pytest.mark.parametrize("who", [cast.mikko, cast.tove])
def test_nobody_else_does_it(who):
    with pytest.raises(Denied):
        renewed(cast.kerstin(), by=who)


def test_a_clients_account_is_not_reached_from_here():
    with pytest.raises(Denied):
        renewed(cast.aino_account())


def test_the_page_shows_it_once(client, settings):
    settings.SECOND_FACTOR = False
    client.force_login(cast.oskar())
    client.cookies["django_language"] = "en"
    path = reverse("directory:password_renew", args=[cast.kerstin().id])
    assert path in client.get(reverse("directory:people")).content.decode()
    assert "The old password no longer works" in client.post(path, {}).content.decode()
    client.force_login(cast.tove())
    assert path not in client.get(reverse("directory:people")).content.decode()
    assert client.get(path).status_code == 404
