"""Remove a member."""

import datetime as dt

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.selectors import has_relation
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.services import create_task
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.coordination.domain import MemberObstacle, MemberState, Parting, WishTold
from kaveri.steps.coordination.services import remove_member
from tests.factories import cast, network
from tests.factories.casebook import a_case, near

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def remove(member, by=cast.aino_account, **known):
    return remove_member(actor=cast.as_actor(by()), member_id=member.id, **known)


def only_step_is(account, case):
    """The one question is answered by the member and by nobody else."""
    task = create_task(
        actor=cast.as_actor(cast.kerstin()),
        case_id=case.id,
        what="skickar pappren",
        owner_id=account.id,
        due_on=clock.today() + dt.timedelta(days=3),
    )
    Task.objects.filter(case=case).exclude(pk=task.pk).delete()
    return task


@pytest.mark.requirement("COORDINATE-7")
def test_the_client_takes_out_alone_and_the_next_step_is_never_ownerless():
    case, kalle = a_case(), network.kela_worker()
    member = network.a_member(case, kalle)
    task = only_step_is(kalle, case)
    member = remove(member)
    assert (member.state, member.parting) == (MemberState.GONE, Parting.BY_CLIENT)
    assert not has_relation(kalle.id, case.id, RelationKind.MEMBER)
    task.refresh_from_db()
    assert task.owner == cast.kerstin()
    event = Event.objects.get(action="coordination.member.remove")
    assert event.facts["tasks_moved"] == 1
    assert kalle.email in {notice.address for notice in Notice.objects.all()}


@pytest.mark.requirement("COORDINATE-7")
def test_a_worker_takes_out_only_on_the_clients_wish():
    member = network.a_member(a_case())
    with pytest.raises(Refused) as refused:
        remove(member, by=cast.kerstin)
    assert refused.value.obstacles == [MemberObstacle.WISH_MISSING]
    member = remove(member, by=cast.kerstin, wish_told=WishTold.PHONE, wish_words="Inte mer.")
    assert (member.parting, member.parting_words) == (Parting.ON_WISH, "Inte mer.")


def test_who_stands_near_in_another_way_keeps_what_belongs_to_it():
    case, kalle = a_case(), network.kela_worker()
    member = network.a_member(case, kalle)
    near(case, kalle, RelationKind.COACH)
    task = only_step_is(kalle, case)
    remove(member)
    task.refresh_from_db()
    assert task.owner == kalle


def test_an_invitation_can_be_taken_back():
    assert remove(network.invited(a_case()).member).state is MemberState.GONE


@pytest.mark.parametrize("who", [cast.petra, cast.kalle, network.clinic_worker, cast.tove])
def test_others_take_out_nobody(who):
    member = network.a_member(a_case())
    with pytest.raises(Denied):
        remove(member, by=who, wish_told=WishTold.PHONE)
