"""End a representative."""

import pytest

from kaveri.casebook.cases.selectors import relations_of
from kaveri.casebook.clients.domain import RepresentativeKind
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.coordination.domain import MandateEnd, MandateObstacle, MandateState
from kaveri.steps.coordination.services import end_representative
from kaveri.steps.permission.selectors import acting_now
from tests.factories import cast, network
from tests.factories.casebook import a_case

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def end(mandate, by, reason=MandateEnd.DECISION):
    return end_representative(
        actor=cast.as_actor(by),
        case_id=mandate.case_id,
        mandate_id=mandate.id,
        reason=reason,
        words="Vi kommer inte överens.",
    )


@pytest.mark.requirement("TRUST-1")
def test_the_client_takes_back_what_they_gave_from_the_next_request():
    case = a_case()
    aino = cast.aino_account()
    found = network.added(case)
    tarja = network.taken_up(found)
    assert relations_of(tarja.id).exists()
    mandate = end(found.mandate, aino)
    assert mandate.end_reason == MandateEnd.CLIENTS_WISH
    assert mandate.state is MandateState.ENDED
    assert not relations_of(tarja.id).exists()
    assert not acting_now(case.client_id).exists()


def test_the_client_cannot_remove_a_guardian_but_a_worker_writes_down_a_decision():
    case = a_case()
    aino = cast.aino_account()
    guardian = network.acting_for(kind=RepresentativeKind.GUARDIAN, until_on=None)
    found = network.added(case, guardian)
    tarja = network.taken_up(found)
    for who in (aino, tarja):
        with pytest.raises(Refused) as refused:
            end(found.mandate, who)
        assert refused.value.obstacles == [MandateObstacle.APPOINTED_BY_LAW]
    assert relations_of(tarja.id).exists()
    assert end(found.mandate, cast.kerstin()).end_reason == MandateEnd.DECISION
    assert not relations_of(tarja.id).exists()


def test_the_one_who_acts_lays_down_their_own_and_nobody_elses():
    case = a_case()
    found = network.added(case)
    tarja = network.taken_up(found)
    other = network.added(case, network.acting_for(email="paavo@example.org", name="Paavo Ek"))
    network.taken_up(other)
    with pytest.raises(Refused) as refused:
        end(other.mandate, tarja)
    assert refused.value.obstacles == [MandateObstacle.NOT_THEIRS]
    assert end(found.mandate, tarja).end_reason == MandateEnd.OWN_WISH


def test_what_has_ended_is_not_ended_again():
    found = network.added(a_case())
    end(found.mandate, cast.kerstin())
    with pytest.raises(Refused) as refused:
        end(found.mandate, cast.kerstin())
    assert refused.value.obstacles == [MandateObstacle.ENDED_ALREADY]


@pytest.mark.parametrize("who", [cast.petra, cast.kalle])
def test_others_end_nothing(who):
    found = network.added(a_case())
    with pytest.raises(Denied):
        end(found.mandate, who())
