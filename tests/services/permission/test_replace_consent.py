import datetime as dt

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.consent.selectors import consents_in_force
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.permission.domain import PermissionObstacle
from kaveri.steps.permission.services import replace_consent
from tests.factories import casebook as given
from tests.factories import cast
from tests.factories import permission as allowed

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("CONSENT-1")]


def replace(consent, draft, account=None):
    return replace_consent(
        actor=cast.as_actor(account or cast.kerstin()),
        consent_id=consent.id,
        version=consent.version,
        draft=draft,
    )


def test_the_newer_one_holds_and_the_older_one_stays_to_be_read():
    case = given.a_case()
    old = allowed.a_consent(case)

    new = replace(old, allowed.a_draft(until_on=clock.today() + dt.timedelta(days=500)))

    old.refresh_from_db()
    assert (new.replaces, old.replaced_at is None) == (old, False)
    assert list(consents_in_force().filter(client=case.client)) == [new]


def test_whoever_sees_less_comes_to_know():
    case = given.a_case()
    given.near(case, cast.kalle(), RelationKind.MEMBER)
    old = allowed.a_consent(case)

    replace(old, allowed.a_draft(categories=frozenset({"functioning"})))

    assert Notice.objects.filter(address=cast.kalle().email).count() == 1


def test_a_longer_one_tells_nobody():
    case = given.a_case()
    given.near(case, cast.kalle(), RelationKind.MEMBER)
    old = allowed.a_consent(case)

    replace(old, allowed.a_draft(until_on=clock.today() + dt.timedelta(days=500)))

    assert not Notice.objects.exists()


@pytest.mark.parametrize(
    ("changed", "obstacle"),
    [
        ({}, PermissionObstacle.NOTHING_CHANGED),
        (
            {"from_on": clock.today() + dt.timedelta(days=3)},
            PermissionObstacle.BEGINS_LATER,
        ),
    ],
)
def test_one_that_changes_nothing_or_leaves_a_gap_is_refused(changed, obstacle):
    old = allowed.a_consent(given.a_case())

    with pytest.raises(Refused) as refused:
        replace(old, allowed.a_draft(**changed))

    assert obstacle in refused.value.obstacles


def test_a_stranger_finds_nothing():
    old = allowed.a_consent(given.a_case())

    with pytest.raises(Denied):
        replace(old, allowed.a_draft(), cast.petra())


def test_whoever_is_to_be_told_hears_that_it_was_changed_and_not_that_it_was_withdrawn():
    case = given.a_case()
    old = allowed.a_consent(case)

    replace(old, allowed.a_draft(categories=frozenset({"functioning"})))

    told = Task.objects.get(kind=TaskKind.TELL_WITHDRAWAL)
    assert told.what.endswith("att ett samtycke har ändrats")
