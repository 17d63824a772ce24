"""Use cases of referrals out and who may carry them out."""

from django.db.models import Q

from kaveri.casebook.cases.actions import by_relation
from kaveri.casebook.cases.domain import Act
from kaveri.foundation.access import gates, policy
from kaveri.foundation.access.gates import Gate, tables
from kaveri.foundation.base.actor import Actor


class ReferralOutAction(policy.Action):
    """What can be done with referrals out."""

    LIST = "referral_out.list.read"
    READ = "referral_out.referral.read"
    SEND = "referral_out.referral.send"
    REMIND = "referral_out.referral.remind"
    NOTE_PROGRESS = "referral_out.referral.note_progress"
    WITHDRAW = "referral_out.referral.withdraw"
    RENEW_LINK = "referral_out.link.renew"
    MINE = "referral_out.mine.read"
    SEE = "referral_out.referral.see"
    ANSWER = "referral_out.referral.answer"
    READ_BY_LINK = "referral_out.link.read"
    SEE_BY_LINK = "referral_out.link.see"
    ANSWER_BY_LINK = "referral_out.link.answer"


def sent_or_received_by(actor: Actor) -> Q:
    """What the actor sent, or was asked."""
    return Q(sender_id=actor.account_id) | Q(receiver_id=actor.account_id)


def asked_of(actor: Actor) -> Q:
    """What the actor was asked."""
    return Q(receiver_id=actor.account_id)


_BY_LINK = policy.anyone("whoever holds the link's secret; the service looks it up")

RULES = {
    # The page of a case: its head opens by its own rule, its rows by theirs.
    ReferralOutAction.LIST: [by_relation(Act.CASE_HEADER_READ, case="pk")],
    ReferralOutAction.READ: [by_relation(Act.REFERRAL_OUT_READ, own=sent_or_received_by)],
    ReferralOutAction.SEND: [by_relation(Act.REFERRAL_OUT_SEND, case="pk")],
    ReferralOutAction.REMIND: [by_relation(Act.REFERRAL_OUT_SEND)],
    ReferralOutAction.NOTE_PROGRESS: [by_relation(Act.REFERRAL_OUT_SEND)],
    ReferralOutAction.WITHDRAW: [by_relation(Act.REFERRAL_OUT_SEND)],
    ReferralOutAction.RENEW_LINK: [by_relation(Act.REFERRAL_OUT_SEND)],
    ReferralOutAction.MINE: [by_relation(Act.REFERRAL_OUT_ANSWER, own=asked_of)],
    ReferralOutAction.SEE: [by_relation(Act.REFERRAL_OUT_ANSWER, own=asked_of)],
    ReferralOutAction.ANSWER: [by_relation(Act.REFERRAL_OUT_ANSWER, own=asked_of)],
    ReferralOutAction.READ_BY_LINK: [_BY_LINK],
    ReferralOutAction.SEE_BY_LINK: [_BY_LINK],
    ReferralOutAction.ANSWER_BY_LINK: [_BY_LINK],
}
policy.declare(RULES)

_LINK_HOLDER = "whoever holds the link has no account; the row is found by the link's fingerprint"
_AROUND = "cases_case clients_client"
gates.declare(
    {
        ReferralOutAction.READ_BY_LINK: Gate(
            because=_LINK_HOLDER, reads=tables(f"referral_out_referralout {_AROUND}")
        ),
        ReferralOutAction.SEE_BY_LINK: Gate(
            because=_LINK_HOLDER,
            reads=tables(_AROUND),
            writes=tables("referral_out_referralout"),
        ),
        ReferralOutAction.ANSWER_BY_LINK: Gate(
            because=_LINK_HOLDER,
            reads=tables(_AROUND),
            writes=tables("referral_out_referralout tasks_task timeline_entry cases_relation"),
        ),
    }
)
