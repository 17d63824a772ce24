"""Leave a network."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.selectors import has_relation
from kaveri.foundation.base.errors import Denied
from kaveri.steps.coordination.domain import Parting
from kaveri.steps.coordination.services import leave_network
from tests.factories import cast, network
from tests.factories.casebook import a_case
from tests.services.coordination.test_remove_member import only_step_is

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def leave(member, by):
    return leave_network(actor=cast.as_actor(by), member_id=member.id)


@pytest.mark.requirement("COORDINATE-7")
def test_who_leaves_leaves_no_step_without_an_owner():
    case, kalle = a_case(), network.kela_worker()
    member = network.a_member(case, kalle)
    task = only_step_is(kalle, case)
    assert leave(member, kalle).parting == Parting.LEFT
    task.refresh_from_db()
    assert task.owner == cast.kerstin()
    assert not has_relation(kalle.id, case.id, RelationKind.MEMBER)


@pytest.mark.parametrize("who", [cast.kerstin, cast.aino_account, network.clinic_worker])
def test_nobody_leaves_for_another(who):
    member = network.a_member(a_case())
    with pytest.raises(Denied):
        leave(member, who())
