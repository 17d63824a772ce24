"""Somebody asks for help through the public form."""

import uuid

import pytest

from kaveri.casebook.cases.models import Relation
from kaveri.casebook.contacts.domain import ContactState
from kaveri.casebook.contacts.models import Contact
from kaveri.casebook.directory.models import DutyTurn, Municipality
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.selectors import next_steps
from kaveri.foundation.accounts.models import Account, Assignment
from kaveri.foundation.audit.models import Event
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import VISITOR
from kaveri.foundation.base.errors import AlreadyDone, Refused
from kaveri.foundation.messaging.models import Notice
from kaveri.steps.referral.domain.contacts import ContactObstacle
from kaveri.steps.referral.selectors.receipts import contacts_with_key, receipt_key
from kaveri.steps.referral.services import receive_contact
from tests.factories import cast
from tests.factories import referral as given

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("ACCESS-1", "ACCESS-3")
def test_somebody_owns_it_with_a_day_and_a_task_from_the_first_second():
    contact = given.from_the_form()

    assert contact.owner == cast.kerstin()
    assert contact.due_on > clock.today()
    step = next_steps({contact.id: contact.owner_id}, of="contact")[contact.id]
    assert (step.kind, step.who_id, step.is_fallback) == (
        TaskKind.ANSWER_CONTACT,
        cast.kerstin().id,
        False,
    )
    assert step.client_knows
    relation = Relation.objects.get(contact=contact)
    assert (relation.kind, relation.account) == ("contact_owner", cast.kerstin())


@pytest.mark.requirement("ACCESS-1")
def test_no_identity_code_reaches_the_record():
    with pytest.raises(Refused) as refused:
        given.from_the_form(message="Min kod är 010183-901X")

    assert refused.value.obstacles == [ContactObstacle.HOLDS_IDENTITY_CODE]
    assert not Contact.objects.exists()


def test_every_reason_is_told_at_once():
    with pytest.raises(Refused) as refused:
        given.from_the_form(name=" ", phone="", email="")

    assert refused.value.obstacles == [ContactObstacle.NO_NAME, ContactObstacle.NO_WAY_TO_REACH]


@pytest.mark.requirement("ACCESS-5")
def test_the_receipts_key_is_kept_only_as_a_fingerprint_and_opens_the_contact():
    contact = given.from_the_form()

    key = receipt_key(contact.id)
    assert key not in (contact.receipt_fingerprint, contact.sender_fingerprint)
    assert contacts_with_key(key).get() == contact
    assert not contacts_with_key(contact.receipt_fingerprint).exists()
    assert not contacts_with_key("").exists()
    event = Event.objects.get(action="referral.contact.receive")
    assert key not in str(event.facts)
    assert event.facts == {"channel": "self_web"}


@pytest.mark.requirement("ACCESS-5")
def test_the_receipt_goes_to_the_address_in_the_persons_language():
    contact = given.from_the_form(language="fi")

    notice = Notice.objects.get()
    assert (notice.address, notice.language) == ("minna@example.org", "fi")
    assert notice.link.endswith(f"/receipt/{receipt_key(contact.id)}/")


def test_sent_twice_is_received_once():
    key = uuid.uuid4()
    first = receive_contact(actor=VISITOR, asked=given.five_things(), sending=key)

    with pytest.raises(AlreadyDone) as again:
        receive_contact(actor=VISITOR, asked=given.five_things(), sending=key)

    assert again.value.object_id == first.id
    assert Contact.objects.count() == 1


@pytest.mark.requirement("ACCESS-1", "ACCESS-3")
def test_for_somebody_else_it_waits_until_the_person_agrees():
    contact = given.by_a_sister()

    assert contact.state == ContactState.TO_BE_CONFIRMED
    step = next_steps({contact.id: contact.owner_id}, of="contact")[contact.id]
    assert step.kind == TaskKind.CONFIRM_WISH
    assert not step.client_knows
    # Nothing goes to the person before they have been asked.
    assert [notice.address for notice in Notice.objects.all()] == ["liisa@example.org"]
    assert not contacts_with_key(receipt_key(contact.id)).exists()
    assert contacts_with_key(receipt_key(contact.id, of_writer=True)).get() == contact


@pytest.mark.requirement("ACCESS-3")
def test_an_owner_is_found_on_every_path():
    abo = cast.abo()
    kerstin, mikko, petra = cast.kerstin(), cast.mikko(), cast.petra()

    def owner(municipality_id=abo.id):
        return given.from_the_form(municipality_id=municipality_id).owner

    assert owner(None) == owner() == kerstin
    given.away(kerstin, mikko)
    assert owner() == mikko
    # Nobody is on the duty list: the manager, then any worker who is present.
    DutyTurn.objects.all().delete()
    tove = cast.tove()
    assert owner() == tove
    Assignment.objects.filter(account=tove).delete()
    assert owner() == mikko
    # Nobody is left in the unit: another receiving unit takes over.
    Account.objects.filter(pk__in=[mikko.id, kerstin.id]).update(is_active=False)
    Municipality.objects.create(
        key="reso",
        name_sv="Reso",
        name_fi="Raisio",
        name_en="Raisio",
        receiving_unit=petra.assignments.get().unit,
    )
    assert owner() == owner(None) == petra


def test_with_nobody_at_all_it_says_so_and_loses_nothing():
    abo = cast.abo()
    Account.objects.update(is_active=False)

    with pytest.raises(Refused) as refused:
        given.from_the_form(municipality_id=abo.id)

    assert refused.value.obstacles == [ContactObstacle.NOBODY_RECEIVES]
