"""The client gets a sign-in of their own."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Relation
from kaveri.channels.workspace.domain import SignInObstacle
from kaveri.channels.workspace.services import give_sign_in
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.audit.models import Event, Subject
from kaveri.foundation.base.errors import Changed, Denied, Refused
from tests.factories import cast
from tests.factories.casebook import a_case, near

pytestmark = pytest.mark.django_db


def given(case, account, *, by=None, version=1):
    return give_sign_in(
        actor=cast.as_actor(by or cast.kerstin()),
        case_id=case.id,
        version=version,
        account_id=account.id,
    )


def without_sign_in(case):
    client = case.client
    client.account = None
    client.save()
    Relation.objects.filter(case=case, kind=RelationKind.SELF).delete()
    return client


@pytest.fixture
def case(db):
    found = a_case()
    without_sign_in(found)
    return found


def test_the_client_stands_near_their_own_case_and_the_log_says_who_joined_them(case):
    client = given(case, cast.aino_account())

    assert client.account == cast.aino_account()
    near_it = Relation.objects.get(case=case, kind=RelationKind.SELF, until_at=None)
    assert near_it.account == cast.aino_account()
    event = Event.objects.filter(action="workspace.sign_in.give").latest("at")
    assert Subject.objects.filter(event_id=event.id, client_id=case.client_id).exists()


def test_a_workers_account_never_becomes_a_clients(case):
    with pytest.raises(Refused) as refusal:
        given(case, cast.mikko())
    assert refusal.value.obstacles == [SignInObstacle.NOT_A_CLIENTS]


def test_a_closed_account_is_not_given(case):
    Account.objects.filter(pk=cast.aino_account().pk).update(is_active=False)
    with pytest.raises(Refused):
        given(case, cast.aino_account())


def test_each_person_has_one_sign_in_and_each_sign_in_one_person(case):
    client = given(case, cast.aino_account())
    with pytest.raises(Refused) as refusal:
        given(case, cast.aino_account(), version=client.version)
    assert refusal.value.obstacles == [SignInObstacle.HAS_ONE, SignInObstacle.IS_TAKEN]


def test_who_comes_second_does_not_write_over_the_first(case):
    with pytest.raises(Changed):
        given(case, cast.aino_account(), version=7)


@pytest.mark.parametrize("kind", [RelationKind.MEMBER, RelationKind.TEAM, RelationKind.COACH])
def test_others_near_the_case_do_not(case, kind):
    near(case, cast.mikko(), kind)
    with pytest.raises(Denied):
        given(case, cast.aino_account(), by=cast.mikko())
