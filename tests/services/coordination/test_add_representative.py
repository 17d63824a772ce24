"""Add a representative."""

import datetime as dt

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Relation
from kaveri.casebook.clients.domain import RepresentativeKind
from kaveri.casebook.records.domain import Category
from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.accounts.services import add_representative_account
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.coordination.domain import MandateObstacle, MandateState
from kaveri.steps.permission.selectors import acting_now
from tests.factories import cast, network
from tests.factories.casebook import a_case, an_act, near

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


@pytest.mark.requirement("TRUST-1")
def test_it_is_written_down_with_scope_period_and_document_and_opens_nothing_yet():
    case = a_case()
    mandate = network.added(case).mandate
    acts = mandate.representative
    assert (acts.kind, acts.name, acts.document) == (
        "authorised",
        "Tarja Heikkilä",
        "Fullmakt 3.11.2026, i mappen",
    )
    assert acts.scope.split() == ["functioning", "identity_contact", "work_education"]
    assert mandate.state is MandateState.WAITING
    assert list(acting_now(case.client_id)) == [acts]
    assert not Relation.objects.filter(kind=RelationKind.REPRESENTATIVE).exists()
    assert Entry.objects.filter(about_type="coordination.acts_for_client").exists()


def test_the_client_and_the_one_who_acts_are_told_and_the_mail_names_nobody():
    case = a_case()
    Account.objects.filter(pk=cast.aino_account().pk).update(email="aino@example.org")
    Notice.objects.all().delete()
    found = network.added(case)
    addresses = set(Notice.objects.values_list("address", flat=True))
    assert addresses == {"tarja.heikkila@example.org", "aino@example.org"}
    assert found.secret in Notice.objects.get(address="tarja.heikkila@example.org").link


def test_who_signs_in_already_acts_at_once_within_the_scope_and_to_the_last_day():
    case, tarja = (
        a_case(),
        add_representative_account(
            an_act(), username="tarja.heikkila@example.org", password=cast.PASSWORD
        ),
    )
    last = clock.today() + dt.timedelta(days=10)
    network.added(case, network.acting_for(until_on=last))
    relation = Relation.objects.get(kind=RelationKind.REPRESENTATIVE)
    assert relation.account == tarja
    assert relation.scope == " functioning identity_contact work_education "
    assert relation.until_at == clock.start_of(last + dt.timedelta(days=1))


@pytest.mark.parametrize(
    ("known", "obstacle"),
    [
        ({"document": " "}, MandateObstacle.DOCUMENT_MISSING),
        ({"name": " "}, MandateObstacle.NAME_MISSING),
        ({"email": ""}, MandateObstacle.ADDRESS_MISSING),
        ({"categories": frozenset()}, MandateObstacle.NO_CATEGORY),
        ({"until_on": None}, MandateObstacle.END_MISSING),
        ({"until_on": dt.date(2020, 1, 1)}, MandateObstacle.ENDS_BEFORE_IT_BEGINS),
        (
            {"from_on": dt.date(2020, 1, 1), "until_on": dt.date(2020, 2, 1)},
            MandateObstacle.IS_OVER,
        ),
        ({"email": "mikko"}, MandateObstacle.IS_A_WORKER),
    ],
)
def test_what_is_missing_is_said(known, obstacle):
    cast.mikko()
    with pytest.raises(Refused) as refused:
        network.added(a_case(), network.acting_for(**known))
    assert refused.value.obstacles == [obstacle]


def test_only_a_guardian_may_act_until_further_notice():
    network.added(a_case(), network.acting_for(kind=RepresentativeKind.GUARDIAN, until_on=None))


def test_nobody_is_written_down_twice():
    case = a_case()
    network.added(case)
    with pytest.raises(Refused) as refused:
        network.added(case)
    assert refused.value.obstacles == [MandateObstacle.ACTS_ALREADY]


@pytest.mark.parametrize("kind", [RelationKind.PAIR, RelationKind.SUBSTITUTE])
def test_the_pair_and_the_substitute_write_it_down_too(kind):
    case = a_case()
    near(case, cast.mikko(), kind)
    network.added(case, by=cast.mikko())


@pytest.mark.parametrize("who", [cast.petra, cast.kalle, cast.aino_account])
def test_nobody_else_does(who):
    with pytest.raises(Denied):
        network.added(a_case(), by=who())


def test_the_scope_is_what_the_document_says_and_whom_it_is_about():
    scope = frozenset({Category.HEALTH})
    acts = network.added(a_case(), network.acting_for(categories=scope)).mandate.representative
    assert acts.scope.split() == ["health", "identity_contact"]
