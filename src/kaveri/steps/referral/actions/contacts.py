"""Use cases of contacts that come in, and who may carry them out."""

from django.db.models import Q

from kaveri.casebook.cases.actions import by_relation
from kaveri.casebook.cases.domain import Act
from kaveri.foundation.access import gates, policy
from kaveri.foundation.access.gates import Gate, tables
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
    READ_HANDLED = "referral.contact.read_handled"
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
    # What became of it, and nothing else of it, to whoever owned it to the end.
    ContactAction.READ_HANDLED: [policy.is_the_person("owner_id")],
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

_ARRIVES = Gate(
    because="a contact arrives: nobody stands near it before it is there",
    writes=tables("contacts_contact cases_relation tasks_task"),
)
_KEY_HOLDER = (
    "whoever holds the receipt's key has no account; the row is found by the key's fingerprint"
)
gates.declare(
    {
        ContactAction.RECEIVE: _ARRIVES,
        ContactAction.RECORD: _ARRIVES,
        ContactAction.READ_RECEIPT: Gate(
            because=_KEY_HOLDER, reads=tables("contacts_contact tasks_task")
        ),
        ContactAction.TAKE_BACK: Gate(
            because=_KEY_HOLDER,
            writes=tables("contacts_contact cases_relation tasks_task referral_contactoffer"),
        ),
        ContactAction.CHECK_KNOWN: Gate(
            because="the known-person check asks over all; its answer is whom to contact (docs/adr/0014)",
            reads=tables("clients_client cases_case cases_relation"),
        ),
        ContactAction.TAKE_ON: Gate(
            because="a client and a case begin, perhaps with a colleague as case manager; the code may be known",
            writes=tables(
                "clients_client cases_case cases_relation cases_responsibility cases_statechange"
                " tasks_task timeline_entry measures_workability"
            ),
        ),
        ContactAction.ANSWER_OFFER: Gate(
            because="an offer that has been taken back says so to the one it was made to",
            reads=tables("contacts_contact"),
        ),
        ContactAction.ERASE: Gate(
            because="what has been kept long enough goes, whoever's it was",
            writes=tables(
                "contacts_contact contacts_contactattempt cases_relation tasks_task tasks_clientnotice"
                " measures_workability referral_contactoffer referral_knowncheck"
                " referral_knowncheck_whom_to_contact"
            ),
        ),
        ERASING: Gate(
            because="the job finds what has been kept long enough", reads=tables("contacts_contact")
        ),
    }
)
