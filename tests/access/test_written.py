"""A condition written in SQL stands like any other: joined, turned round, asked twice."""

import pytest
from django.db.models import Q, UUIDField, Value

from kaveri.foundation.access.written import Written
from kaveri.foundation.accounts.models import Account
from tests.factories import cast

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("TRUST-1")]


def written(text, account):
    me = Value(account.id, output_field=UUIDField())
    return Q(Written(text, columns={"account": "pk", "name": "first_name"}, values={"me": me}))


def test_alternatives_stay_together_when_another_condition_follows():
    kerstin = cast.kerstin()
    either = written("{account} = {me} OR {name} = 'Nobody'", kerstin)

    assert list(Account.objects.filter(either)) == [kerstin]
    assert not Account.objects.filter(either).filter(written("1 = 0", kerstin)).exists()
    assert not Account.objects.filter(written("1 = 0", kerstin)).filter(either).exists()


def test_turned_round_it_leaves_the_others():
    kerstin, mikko = cast.kerstin(), cast.mikko()

    assert list(Account.objects.filter(~written("{account} = {me}", kerstin))) == [mikko]


def test_two_viewers_are_not_taken_for_one():
    kerstin, mikko = cast.kerstin(), cast.mikko()
    mine, his = written("{account} = {me}", kerstin), written("{account} = {me}", mikko)

    assert not Account.objects.filter(mine).filter(his).exists()
    assert Account.objects.filter(mine | his).count() == 2
