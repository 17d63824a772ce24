"""A dated try to reach the person."""

import datetime as dt

import pytest

from kaveri.casebook.contacts.domain import AttemptWay
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Refused
from kaveri.steps.referral import services
from kaveri.steps.referral.domain.contacts import ContactObstacle
from tests.factories import cast
from tests.factories import referral as given
from tests.factories.referral import tried

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)


def test_a_try_is_dated_and_not_in_the_future():
    contact = given.from_the_form()
    tried(contact)

    for at, obstacle in (
        (clock.now() + HOUR, ContactObstacle.ATTEMPT_IN_THE_FUTURE),
        (contact.arrived_at - HOUR, ContactObstacle.ATTEMPT_BEFORE_ARRIVAL),
    ):
        with pytest.raises(Refused) as refused:
            services.record_attempt(
                actor=cast.as_actor(cast.kerstin()),
                contact_id=contact.id,
                how=AttemptWay.PHONE,
                at=at,
                reached=False,
            )
        assert refused.value.obstacles == [obstacle]
