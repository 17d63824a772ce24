import datetime as dt

import pytest

from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.permission.domain import PermissionObstacle
from kaveri.steps.permission.services import withdraw_consent
from tests.factories import casebook as given
from tests.factories import cast
from tests.factories import permission as allowed

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("CONSENT-1")]


def withdraw(consent, account):
    return withdraw_consent(
        actor=cast.as_actor(account), consent_id=consent.id, version=consent.version
    )


@pytest.mark.requirement("CONSENT-2")
def test_the_client_needs_no_reason_and_it_takes_effect_at_once():
    consent = allowed.a_consent(given.a_case())

    withdraw(consent, cast.aino_account())

    consent.refresh_from_db()
    assert consent.withdrawn_at <= clock.now()
    assert (consent.withdrawn_to, consent.withdrawal_by) == (None, cast.aino_account())


@pytest.mark.requirement("CONSENT-2")
def test_what_has_run_out_needs_no_withdrawal():
    day = clock.today() - dt.timedelta(days=9)
    consent = allowed.a_consent(given.a_case(), from_on=day, until_on=day)

    with pytest.raises(Refused) as refused:
        withdraw(consent, cast.aino_account())

    assert refused.value.obstacles == [PermissionObstacle.ENDED_ALREADY]


def test_staff_take_it_down_in_their_own_way_only():
    consent = allowed.a_consent(given.a_case())
    with pytest.raises(Denied):
        withdraw(consent, cast.kerstin())
