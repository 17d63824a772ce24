"""What has been kept long enough is erased; the log says that it was, and by which rule."""

from uuid import UUID

from kaveri.casebook.contacts.services import erase
from kaveri.casebook.measures.services import erase_answers
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.usecase.acting import acting
from kaveri.steps.referral import retention
from kaveri.steps.referral.actions import ContactAction
from kaveri.steps.referral.models import ContactOffer, KnownCheck


def erase_contact(*, actor: Actor, contact_id: UUID) -> None:
    """A contact that never became a case goes with everything about it when its time is out."""
    with acting(ContactAction.ERASE, actor=actor) as act:
        contact = act.fetch(retention.due(clock.today()), contact_id)
        act.record(contact, facts={"rule": retention.RULE, "reference": contact.reference})
        KnownCheck.objects.filter(contact=contact).delete()
        ContactOffer.objects.filter(contact=contact).delete()
        erase_answers(act, contact.id)
        erase(act, contact)
