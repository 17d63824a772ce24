"""The client, who cannot sign in any more, gets a new first password."""

import pytest
from django.contrib.auth import authenticate

from kaveri.channels.workspace.domain import SignInObstacle
from kaveri.channels.workspace.services import renew_sign_in
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base.errors import Denied, Refused
from tests.factories import cast
from tests.factories.casebook import a_case

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PARTICIPATE-1")]


def test_the_old_password_and_what_was_open_with_it_stop(client):
    case = a_case()
    aino = cast.aino_account()
    aino.set_password("three calm grey herons")
    aino.save()
    client.force_login(aino)
    assert client.get("/my/").status_code == 200

    password = renew_sign_in(actor=cast.as_actor(cast.kerstin()), case_id=case.id)

    assert authenticate(username="aino", password="three calm grey herons") is None
    assert authenticate(username="aino", password=password).password_is_given
    assert "/account/login/" in client.get("/my/")["Location"]
    assert Event.objects.filter(action="workspace.sign_in.renew").count() == 1


def test_without_a_sign_in_there_is_nothing_to_renew():
    case = a_case()
    case.client.account = None
    case.client.save()
    with pytest.raises(Refused) as refused:
        renew_sign_in(actor=cast.as_actor(cast.kerstin()), case_id=case.id)
    assert refused.value.obstacles == [SignInObstacle.HAS_NONE]


@pytest.mark.parametrize("who", [cast.mikko, cast.tove, cast.oskar, cast.aino_account])
def test_others_do_not(who):
    case = a_case()
    with pytest.raises(Denied):
        renew_sign_in(actor=cast.as_actor(who()), case_id=case.id)
