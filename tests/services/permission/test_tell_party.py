import datetime as dt

import pytest

from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.permission.domain import PermissionObstacle, ToldHow
from kaveri.steps.permission.services import record_withdrawal, tell_party
from tests.factories import casebook as given
from tests.factories import cast
from tests.factories import permission as allowed

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("CONSENT-1")]


def withdrawn():
    case = given.a_case()
    consent = allowed.a_consent(case, allowed.county(), allowed.association())
    record_withdrawal(
        actor=cast.as_actor(cast.kerstin()), consent_id=consent.id, version=consent.version
    )
    return consent, consent.parties.get(told_at=None)


def tell(consent, party, account=None):
    tell_party(
        actor=cast.as_actor(account or cast.kerstin()),
        consent_id=consent.id,
        party_id=party.id,
        how=ToldHow.PHONE,
    )


@pytest.mark.requirement("CONSENT-2")
def test_it_is_noted_and_the_task_is_done():
    consent, party = withdrawn()

    tell(consent, party)

    party.refresh_from_db()
    assert (party.told_how, party.told_at <= clock.now()) == (ToldHow.PHONE, True)
    assert Task.objects.get(kind=TaskKind.TELL_WITHDRAWAL).state == "done"


@pytest.mark.requirement("CONSENT-2")
def test_once_is_enough():
    consent, party = withdrawn()
    tell(consent, party)
    with pytest.raises(Refused) as refused:
        tell(consent, party)
    assert refused.value.obstacles == [PermissionObstacle.TOLD_ALREADY]


def test_of_one_that_holds_there_is_nothing_to_tell():
    later = clock.today() + dt.timedelta(days=40)
    consent = allowed.a_consent(given.a_case(), until_on=later)
    with pytest.raises(Refused) as refused:
        tell(consent, consent.parties.first())
    assert refused.value.obstacles == [PermissionObstacle.NOT_WITHDRAWN]


def test_a_stranger_finds_nothing():
    consent, party = withdrawn()
    with pytest.raises(Denied):
        tell(consent, party, cast.petra())
