"""A worker leaves and leaves nothing behind."""

import pytest
from django.db import IntegrityError

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Case, Relation
from kaveri.casebook.contacts.models import Contact
from kaveri.casebook.directory.selectors import worker_on_duty
from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.selectors import next_steps
from kaveri.foundation.accounts.models import Absence, Account, Assignment
from kaveri.foundation.audit.models import Event, Subject
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.coordination.domain import HandoverState
from kaveri.steps.coordination.models import Handover, Wait
from kaveri.steps.coordination.services import name_pair
from kaveri.steps.crossings.domain import Carried, LeavingObstacle
from kaveri.steps.crossings.selectors import burdens
from kaveri.steps.crossings.services import leave_service
from kaveri.steps.referral.selectors.handling import open_offers
from kaveri.steps.referral.services import pass_on_contact
from tests.factories import cast
from tests.factories.casebook import a_case, a_contact
from tests.factories.coordination import a_wait, an_absence, an_offer
from tests.factories.ending import an_ended_case

pytestmark = pytest.mark.django_db


def leave(account=None, to=None, by=cast.tove, **other):
    account = account or cast.kerstin()
    receivers = {burden.id: (to or cast.mikko()).id for burden in burdens(account.id)}
    return leave_service(
        actor=cast.as_actor(by()), account_id=account.id, receivers={**receivers, **other}
    )


@pytest.mark.requirement("COORDINATE-9")
def test_everything_moves_in_one_act_and_the_account_closes():
    case, contact = a_case(), a_contact()
    a_wait(case)
    days = {task.id: task.due_on for task in Task.objects.all()}
    absence = an_absence(cast.petra(), substitute=cast.kerstin())
    kinds = {burden.kind for burden in burdens(cast.kerstin().id)}
    assert kinds == {Carried.CASE, Carried.CONTACT, Carried.SUBSTITUTION, Carried.DUTY}
    leave()
    gone = Account.objects.get(pk=cast.kerstin().pk)
    assert not gone.is_active
    assert gone.closed_at
    assert Case.objects.get().case_manager == cast.mikko()
    assert Contact.objects.get(pk=contact.pk).owner == cast.mikko()
    assert {Task.objects.get(pk=pk).due_on for pk in days} == set(days.values())
    assert not Task.objects.filter(owner=gone, state=TaskState.OPEN).exists()
    assert not burdens(gone.id)
    assert Wait.objects.get().supporter == cast.mikko()
    assert Absence.objects.filter(account=cast.petra(), ended_at=None).get().substitute == (
        cast.mikko()
    )
    assert Absence.objects.get(pk=absence.pk).ended_at
    assert worker_on_duty(cast.unit().id) == cast.mikko().id
    assert not next_steps({case.id: cast.mikko().id})[case.id].is_fallback


@pytest.mark.requirement("COORDINATE-9")
def test_every_moved_client_is_to_be_told():
    case = a_case()
    leave()
    assert Task.objects.filter(case=case, kind=TaskKind.TELL_CHANGE, owner=cast.mikko()).exists()
    assert not next_steps({case.id: cast.mikko().id})[case.id].client_knows
    event = Event.objects.get(action="crossings.service.leave")
    subjects = Subject.objects.filter(event_id=event.id).values_list("client_id", flat=True)
    assert set(subjects) == {case.client_id}


@pytest.mark.requirement("COORDINATE-9")
def test_nothing_moves_when_one_thing_has_nobody():
    a_case()
    contact = a_contact()
    with pytest.raises(Refused) as refused:
        leave_service(
            actor=cast.as_actor(cast.tove()),
            account_id=cast.kerstin().id,
            receivers={contact.id: cast.mikko().id},
        )
    assert refused.value.obstacles == [LeavingObstacle.RECEIVER_MISSING]
    assert Case.objects.get().case_manager == cast.kerstin()


def test_who_cannot_receive():
    a_case()
    for who, obstacle in (
        (cast.kerstin(), LeavingObstacle.RECEIVER_LEAVES),
        (cast.sara(), LeavingObstacle.NO_GROUND),
        (cast.oskar(), LeavingObstacle.RECEIVER_NOT_ACTIVE),
    ):
        with pytest.raises(Refused) as refused:
            leave(to=who)
        assert refused.value.obstacles == [obstacle]


def test_offers_to_the_leaver_are_answered_and_the_sender_has_a_step():
    case = a_case()
    offer = an_offer(case)
    leave(cast.mikko(), to=cast.petra())
    assert Handover.objects.get(pk=offer.pk).state == HandoverState.DECLINED
    assert Task.objects.get(kind=TaskKind.HANDOVER_DECLINED).owner == cast.kerstin()


def test_a_pair_who_leaves_gives_what_they_had_to_the_case_manager():
    case = a_case()
    name_pair(actor=cast.as_actor(cast.kerstin()), case_id=case.id, account_id=cast.mikko().id)
    wait = a_wait(case, supporter=cast.mikko())
    leave(cast.mikko())
    assert not Relation.objects.filter(account=cast.mikko(), until_at=None).exists()
    wait.refresh_from_db()
    assert wait.supporter == cast.kerstin()


def test_the_roles_of_a_closed_account_end():
    leave(cast.mikko())
    assert Assignment.objects.get(account=cast.mikko()).until_on is not None


@pytest.mark.parametrize("who", [cast.kerstin, cast.mikko, cast.petra, cast.oskar])
def test_only_the_manager_of_the_unit_closes(who):
    with pytest.raises(Denied):
        leave(by=who)


def test_nobody_closes_their_own_account():
    with pytest.raises(Denied):
        leave(cast.tove())


def test_an_own_absence_ends_and_nothing_stays_open_for_the_substitute():
    case = a_case()
    an_absence(cast.kerstin())
    leave(to=cast.petra())
    assert not Relation.objects.filter(
        case=case, kind=RelationKind.SUBSTITUTE, until_at=None
    ).exists()
    assert not Absence.objects.filter(ended_at=None).exists()


@pytest.mark.requirement("COORDINATE-9")
@pytest.mark.parametrize("carried", [a_case, a_contact])
def test_the_database_itself_refuses_to_close_who_carries_something(carried):
    carried()
    with pytest.raises(IntegrityError):
        Account.objects.filter(pk=cast.kerstin().pk).update(is_active=False, closed_at=clock.now())


def test_what_was_passed_on_to_the_leaver_is_anothers_to_answer():
    contact = a_contact()
    pass_on_contact(
        actor=cast.as_actor(cast.kerstin()),
        contact_id=contact.id,
        version=contact.version,
        to_id=cast.mikko().id,
        why="Min vecka är full.",
    )
    assert Carried.CONTACT_OFFER in {burden.kind for burden in burdens(cast.mikko().id)}
    leave(cast.mikko(), to=cast.petra())
    assert open_offers(contact.id).get().to == cast.petra()
    assert not Task.objects.filter(owner=cast.mikko(), state=TaskState.OPEN).exists()


@pytest.mark.requirement("COORDINATE-13", "COORDINATE-9")
def test_a_contact_promised_after_an_ended_support_is_kept_by_another():
    case = a_case()
    an_ended_case(case)
    assert {burden.kind for burden in burdens(cast.kerstin().id)} >= {Carried.PROMISE}
    leave()
    assert Task.objects.get(case=case, state=TaskState.OPEN).owner == cast.mikko()
    case.refresh_from_db()
    assert (case.state, case.case_manager) == ("ended", cast.mikko())
