"""That somebody's part ended is told for two weeks, and then kept no longer."""

import datetime as dt

import pytest

from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import named_job
from kaveri.foundation.base.errors import Denied
from kaveri.steps.coordination.actions import FORGETTING
from kaveri.steps.coordination.domain import ENDED_PART_DAYS
from kaveri.steps.coordination.models import EndedPart
from kaveri.steps.coordination.services import forget_ended_parts
from tests.factories import cast

pytestmark = pytest.mark.django_db


def ended(days_ago: int) -> EndedPart:
    return EndedPart.objects.create(
        account=cast.kalle(),
        reference=f"K-2026-{days_ago:05}",
        ended_on=clock.today() - dt.timedelta(days=days_ago),
    )


@pytest.mark.requirement("TRUST-2")
def test_what_has_been_told_for_its_time_goes_and_the_rest_stays():
    ended(ENDED_PART_DAYS + 1)
    kept = ended(ENDED_PART_DAYS)
    assert forget_ended_parts(actor=named_job(FORGETTING)) == 1
    assert EndedPart.objects.get() == kept


def test_only_the_job_does_it():
    ended(ENDED_PART_DAYS + 1)
    for account in (cast.kerstin(), cast.oskar()):
        with pytest.raises(Denied):
            forget_ended_parts(actor=cast.as_actor(account))
    assert EndedPart.objects.exists()
