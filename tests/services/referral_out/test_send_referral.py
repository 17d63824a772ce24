"""Referring the client on."""

import uuid

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.models import Relation
from kaveri.casebook.records.domain import Category
from kaveri.casebook.tasks.domain import TaskKind, TaskState, Told
from kaveri.casebook.tasks.models import ClientNotice, Task
from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.audit.models import Event, Subject
from kaveri.foundation.base.errors import AlreadyDone, Denied, Refused
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.referral_out.domain import (
    ReferralObstacle,
    SendingGround,
    fingerprint,
)
from kaveri.steps.referral_out.models import ReferralEvent, ReferralOut
from kaveri.steps.referral_out.services import send_referral
from tests.factories import cast
from tests.factories.casebook import a_case, aino, near
from tests.factories.referral_out import (
    a_letter,
    a_referral,
    debt_counselling,
    health_check,
)

pytestmark = pytest.mark.django_db


def send(account, case, service=None, **known):
    return send_referral(
        actor=cast.as_actor(account),
        case_id=case.id,
        service_id=(service or debt_counselling()).id,
        letter=known.pop("letter", None) or a_letter(),
        **known,
    )


@pytest.mark.requirement("COORDINATE-14")
def test_a_service_without_an_account_gets_a_link_whose_secret_is_not_kept():
    case = a_case()
    sent = send(cast.kerstin(), case)
    referral = sent.referral
    assert referral.receiver is None
    assert referral.link_fingerprint == fingerprint(sent.secret)
    notice = Notice.objects.get(address="radgivning@example.org")
    assert notice.link.endswith(f"/answer/{sent.secret}/")
    stored = [
        str(value)
        for row in ReferralOut.objects.values_list()
        for value in row
        if sent.secret in str(value)
    ]
    assert stored == []


@pytest.mark.requirement("COORDINATE-14")
def test_a_service_with_somebody_on_duty_gets_a_receiver_near_the_case():
    case = a_case()
    sent = send(cast.kerstin(), case, health_check())
    assert sent.secret == ""
    assert sent.referral.receiver == cast.sara()
    relation = Relation.objects.get(kind=RelationKind.RECEIVER, case=case)
    assert (relation.account, relation.source_id) == (cast.sara(), sent.referral.id)
    assert Notice.objects.get(address=cast.sara().email).link == ""


@pytest.mark.requirement("COORDINATE-14")
def test_the_sender_makes_sure_that_the_service_answers_by_the_day():
    case = a_case()
    referral = send(cast.kerstin(), case, told=Told.MEETING).referral
    task = Task.objects.get(source_id=referral.id, state=TaskState.OPEN)
    assert (task.kind, task.owner, task.due_on) == (
        TaskKind.REFERRAL_ANSWER,
        cast.kerstin(),
        referral.answer_by,
    )
    assert ClientNotice.objects.get(task=task).how == Told.MEETING


def test_the_referral_carries_what_being_the_services_client_discloses():
    referral = a_referral().referral
    assert referral.category == Category.ECONOMY_BENEFITS
    entry = Entry.objects.get(about_type="referral_out.sent")
    assert (entry.category, entry.about_id) == (Category.ECONOMY_BENEFITS, referral.id)
    assert ReferralEvent.objects.get(referral=referral).by == cast.kerstin()


def test_one_event_stands_in_the_log_with_the_client_and_the_ground():
    a_referral()
    event = Event.objects.get(action="referral_out.referral.send")
    assert Subject.objects.get(event_id=event.id).client_id == aino().id
    assert event.ground == SendingGround.ORAL_CONSENT


@pytest.mark.parametrize(
    "kind", [RelationKind.PAIR, RelationKind.SUBSTITUTE, RelationKind.COACH], ids=str
)
def test_those_who_carry_the_case_may_send(kind):
    case = a_case()
    near(case, cast.mikko(), kind)
    assert send(cast.mikko(), case).referral.sender == cast.mikko()


@pytest.mark.parametrize("kind", [None, RelationKind.MEMBER, RelationKind.PREDECESSOR], ids=str)
def test_others_may_not_send(kind):
    case = a_case()
    if kind:
        near(case, cast.mikko(), kind)
    with pytest.raises(Denied):
        send(cast.mikko(), case)
    assert not ReferralOut.objects.exists()


def test_a_case_of_another_register_is_not_there():
    case = a_case()
    near(case, cast.sara(), RelationKind.PAIR)
    with pytest.raises(Denied):
        send(cast.sara(), case)


def test_the_same_service_twice_needs_a_reason():
    case = a_case()
    send(cast.kerstin(), case)
    with pytest.raises(Refused) as refused:
        send(cast.kerstin(), case)
    assert refused.value.obstacles == [ReferralObstacle.ALREADY_UNDER_WAY]
    send(cast.kerstin(), case, letter=a_letter(overlap_reason="En ny skuld"))
    assert ReferralOut.objects.count() == 2


def test_a_hidden_telephone_number_is_never_told():
    client = aino(non_disclosure=True)
    case = a_case(client=client)
    with pytest.raises(Refused) as refused:
        send(cast.kerstin(), case)
    assert refused.value.obstacles == [ReferralObstacle.PHONE_IS_HIDDEN]


def test_a_double_click_sends_once():
    case, key = a_case(), uuid.uuid4()
    first = send(cast.kerstin(), case, sending=key)
    with pytest.raises(AlreadyDone) as again:
        send(cast.kerstin(), case, sending=key)
    assert again.value.object_id == first.referral.id
    assert ReferralOut.objects.count() == 1


def test_an_unknown_service_is_not_there():
    with pytest.raises(Denied):
        send_referral(
            actor=cast.as_actor(cast.kerstin()),
            case_id=a_case().id,
            service_id=uuid.uuid4(),
            letter=a_letter(),
        )
