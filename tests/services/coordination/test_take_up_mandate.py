"""Take up a mandate by the link."""

import datetime as dt

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Relation
from kaveri.foundation.accounts.selectors import is_clients
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied
from kaveri.steps.coordination.domain import INVITATION_DAYS, MandateEnd, MandateState
from kaveri.steps.coordination.services import end_representative
from tests.factories import cast, network
from tests.factories.casebook import a_case

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


@pytest.mark.requirement("TRUST-1")
def test_the_account_is_a_private_persons_and_stands_near_within_the_scope():
    case = a_case()
    found = network.added(case)
    tarja = network.taken_up(found)
    assert (tarja.organisation_id, tarja.full_name) == (None, "Tarja Heikkilä")
    assert tarja.check_password(cast.PASSWORD)
    assert is_clients(tarja.id)
    relation = Relation.objects.get(account=tarja)
    assert (relation.kind, relation.case_id) == (RelationKind.REPRESENTATIVE, case.id)
    assert "health" not in relation.scope
    found.mandate.refresh_from_db()
    assert found.mandate.state is MandateState.IN_FORCE


def test_it_opens_on_its_first_day_and_not_before():
    later = clock.today() + dt.timedelta(days=5)
    found = network.added(a_case(), network.acting_for(from_on=later))
    tarja = network.taken_up(found)
    assert Relation.objects.get(account=tarja).from_at == clock.start_of(later)


def test_a_wrong_used_old_and_ended_link_are_all_alike():
    case = a_case(next_in_days=60)
    used = network.added(case)
    network.taken_up(used)
    ended = network.added(case, network.acting_for(email="b@example.org"))
    end_representative(
        actor=cast.as_actor(cast.kerstin()),
        case_id=case.id,
        mandate_id=ended.mandate.id,
        reason=MandateEnd.WRITTEN_WRONGLY,
    )
    for secret in (used.secret, ended.secret, "invented"):
        with pytest.raises(Denied):
            network.taken_up(type(used)(used.mandate, secret))
    late = network.added(case, network.acting_for(email="c@example.org"))
    with (
        clock.standing_at(clock.now() + dt.timedelta(days=INVITATION_DAYS, seconds=1)),
        pytest.raises(Denied),
    ):
        network.taken_up(late)
