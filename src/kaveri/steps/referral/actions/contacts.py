"""Use cases of contacts that come in, and who may carry them out."""

from django.db.models import Q

from kaveri.casebook.cases.actions import by_relation
from kaveri.casebook.cases.domain import Act
from kaveri.foundation.access import policy
from kaveri.foundation.base.actor import Actor, Role

# The job that erases what has been kept long enough.
ERASING = "erasing"


class ContactAction(policy.Action):
    """What can be done with a contact."""

    RECEIVE = "referral.contact.receive"
    READ_RECEIPT = "referral.receipt.read"
    TAKE_BACK = "referral.contact.take_back"
    RECORD = "referral.contact.record"
    INBOX = "referral.inbox.read"
    READ = "referral.contact.read"
    CHECK_KNOWN = "referral.contact.check_known"
    TAKE_ON = "referral.contact.take_on"
    PASS_ON = "referral.contact.pass_on"  # noqa: S105 no password
    READ_OFFER = "referral.offer.read"
    ANSWER_OFFER = "referral.offer.answer"
    ADVISE = "referral.contact.advise"
    CLOSE = "referral.contact.close"
    ATTEMPT = "referral.contact.attempt"
    CONFIRM = "referral.contact.confirm"
    ERASE = "referral.contact.erase"


def sent_by(actor: Actor) -> Q:
    """What the actor sent: a sender sees their own message and its state."""
    return Q(sender_id=actor.account_id) if actor.account_id else policy.NOTHING


_READ = by_relation(Act.CONTACT_READ, case=None, contact="pk", own=sent_by)
_HANDLE = by_relation(Act.CONTACT_HANDLE, case=None, contact="pk")
_WORKER = policy.with_role(Role.PROFESSIONAL)
# Whoever holds the receipt's key; the rows are narrowed by its fingerprint before they come here.
_KEY = policy.anyone("whoever holds the key of the receipt")

RULES = {
    ContactAction.RECEIVE: [policy.anyone()],
    ContactAction.READ_RECEIPT: [_KEY],
    ContactAction.TAKE_BACK: [_KEY],
    ContactAction.RECORD: [_WORKER],
    ContactAction.INBOX: [_READ],
    ContactAction.READ: [_READ],
    ContactAction.CHECK_KNOWN: [_HANDLE],
    ContactAction.TAKE_ON: [_HANDLE],
    ContactAction.PASS_ON: [_HANDLE],
    ContactAction.READ_OFFER: [policy.is_the_person("to_id")],
    ContactAction.ANSWER_OFFER: [policy.is_the_person("to_id")],
    ContactAction.ADVISE: [_HANDLE],
    ContactAction.CLOSE: [_HANDLE],
    ContactAction.ATTEMPT: [_HANDLE],
    ContactAction.CONFIRM: [_HANDLE],
    ContactAction.ERASE: [policy.by_job(ERASING)],
}
policy.declare(RULES)
