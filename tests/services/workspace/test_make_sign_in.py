"""The client gets a sign-in of their own, made at the desk."""

import pytest
from django.contrib.auth import authenticate
from django.urls import reverse

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Relation
from kaveri.channels.workspace.domain import SignInObstacle
from kaveri.channels.workspace.services import make_sign_in
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.accounts.selectors import actor_of
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base.actor import Role
from kaveri.foundation.base.errors import Changed, Denied, Refused
from tests.factories import cast
from tests.factories.casebook import a_case, near

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PARTICIPATE-1")]


@pytest.fixture
def case(db):
    found = a_case()
    Relation.objects.filter(case=found, kind=RelationKind.SELF).delete()
    found.client.account = None
    found.client.save()
    return found


def made(case, username="aino.v", *, by=None):
    version = type(case.client).objects.get(pk=case.client_id).version
    return make_sign_in(
        actor=cast.as_actor(by or cast.kerstin()),
        case_id=case.id,
        version=version,
        username=username,
    )


def test_the_client_comes_in_with_the_first_password_and_chooses_another(case, client):
    password = made(case)
    account = authenticate(username="aino.v", password=password)
    assert actor_of(account).roles == {Role.CLIENT}
    assert account.password_is_given
    assert Relation.objects.get(case=case, kind=RelationKind.SELF).account == account
    assert Event.objects.filter(action="workspace.sign_in.make").count() == 1
    client.force_login(account)
    assert client.get("/my/")["Location"] == reverse("account_change_password")


def test_a_second_sign_in_and_a_taken_name_are_refused_at_once(case):
    made(case)
    with pytest.raises(Refused) as refused:
        made(case, "KERSTIN")
    assert refused.value.obstacles == [SignInObstacle.HAS_ONE, SignInObstacle.NAME_TAKEN]


def test_who_comes_second_does_not_write_over_the_first(case):
    with pytest.raises(Changed):
        make_sign_in(
            actor=cast.as_actor(cast.kerstin()), case_id=case.id, version=7, username="aino.v"
        )


@pytest.mark.parametrize("kind", [RelationKind.MEMBER, RelationKind.TEAM, RelationKind.COACH])
def test_others_near_the_case_do_not(case, kind):
    near(case, cast.mikko(), kind)
    with pytest.raises(Denied):
        made(case, by=cast.mikko())


def test_the_page_shows_the_password_once_and_takes_no_identity_code(case, client, settings):
    settings.SECOND_FACTOR = False
    client.force_login(cast.kerstin())
    client.cookies["django_language"] = "en"
    path = reverse("workspace:sign_in", kwargs={"case_id": case.id})
    sent = {"username": "010190-901A", "version": case.client.version}
    page = client.get(path).content.decode()
    assert "Make the sign-in" in page
    client.post(path, {**sent, "idempotency_key": "a" * 32})
    assert not Account.objects.filter(username__startswith="0101").exists()
    page = client.post(path, {**sent, "username": "aino.v", "idempotency_key": "b" * 32})
    assert "Hand this over now" in page.content.decode()
    assert page["Cache-Control"].startswith("max-age=0")
    assert "Make the sign-in" not in client.get(path).content.decode()
