"""Use cases of coordination and who may carry them out."""

from django.db.models import Q

from kaveri.casebook.cases.actions import by_relation
from kaveri.casebook.cases.domain import Act
from kaveri.foundation.access import gates, policy
from kaveri.foundation.access.gates import Gate, tables
from kaveri.foundation.access.policy import NOTHING, Rule
from kaveri.foundation.accounts.selectors import accounts, works_in
from kaveri.foundation.base.actor import Actor, Role
from kaveri.steps.coordination.domain import HandoverState

FORGETTING = "forget_ended_parts"
# A part of every use case that ends what a worker sees of a case.
TELLING_ENDED = "tell_ended_parts"


class CoordinationAction(policy.Action):
    """What can be done to keep somebody carrying."""

    READ = "coordination.people.read"
    READ_CASE_PARTS = "coordination.parts.read"
    DECIDE = "coordination.coordinating.decide"
    OFFER_HANDOVER = "coordination.handover.offer"
    ANSWER_HANDOVER = "coordination.handover.answer"
    WITHDRAW_HANDOVER = "coordination.handover.withdraw"
    READ_OFFERS = "coordination.offers.read"
    NAME_PAIR = "coordination.pair.name"
    REMOVE_PAIR = "coordination.pair.remove"
    BEGIN_WAIT = "coordination.wait.begin"
    CHANGE_WAIT = "coordination.wait.change"
    END_WAIT = "coordination.wait.end"
    KEEP_CONTACT = "coordination.contact.keep"
    READ_ABSENCES = "coordination.absences.read"
    RECORD_ABSENCE = "coordination.absence.record"
    CHANGE_SUBSTITUTE = "coordination.substitute.change"
    END_ABSENCE = "coordination.absence.end"
    READ_RISEN = "coordination.risen.read"
    REASSIGN_CASE = "coordination.case.reassign"
    REASSIGN_CONTACT = "coordination.contact.reassign"
    READ_NETWORK = "coordination.network.read"
    READ_MEMBERS = "coordination.members.read"
    CHANGE_NETWORK = "coordination.network.change"
    INVITE_MEMBER = "coordination.member.invite"
    INVITE_AGAIN = "coordination.member.invite_again"
    RENEW_INVITATION = "coordination.invitation.renew"
    READ_INVITATION = "coordination.invitation.read"
    ACCEPT_INVITATION = "coordination.invitation.accept"
    DECLINE_INVITATION = "coordination.invitation.decline"
    OPEN_LINK = "coordination.invitation.open"
    TAKE_ACCOUNT = "coordination.invitation.take_account"
    REMOVE_MEMBER = "coordination.member.remove"
    LIMIT_MEMBER = "coordination.member.limit"
    LIFT_LIMIT = "coordination.limit.lift"
    READ_ENDED_PARTS = "coordination.ended_part.read"
    FORGET_ENDED_PARTS = "coordination.ended_part.forget"
    LEAVE_NETWORK = "coordination.network.leave"
    ADD_REPRESENTATIVE = "coordination.representative.add"
    END_REPRESENTATIVE = "coordination.representative.end"
    READ_REPRESENTATIVES = "coordination.representative.read"
    OPEN_MANDATE = "coordination.mandate.open"
    TAKE_UP_MANDATE = "coordination.mandate.take_up"


def _at_work(actor: Actor) -> bool:
    return bool(actor.roles & {Role.PROFESSIONAL, Role.MANAGER})


def _own_or_of_my_unit(field: str) -> Rule:
    """A worker's own row, or one of a worker in a unit that the actor manages."""

    def rows(actor: Actor) -> Q:
        if actor.account_id is None or not _at_work(actor):
            return NOTHING
        own = Q(**{field: actor.account_id})
        if not actor.managed_unit_ids:
            return own
        return own | _in_units(field, actor)

    return Rule("the worker, or the manager of the worker's unit", rows, _at_work)


def _in_units(field: str, actor: Actor) -> Q:
    theirs = accounts().filter(works_in(actor.managed_unit_ids))
    return Q(**{f"{field}__in": theirs.values("pk")})


def _asked() -> Rule:
    """The colleague an open offer names; nothing of the case comes with it."""

    def rows(actor: Actor) -> Q:
        if actor.account_id is None:
            return NOTHING
        return Q(to_account_id=actor.account_id, state=HandoverState.OFFERED)

    return Rule("the one who is asked to take over", rows, _at_work)


def _invited() -> Rule:
    """The worker an open invitation names; nothing of the case comes with it."""

    def rows(actor: Actor) -> Q:
        if actor.account_id is None:
            return NOTHING
        return Q(account_id=actor.account_id) & _UNANSWERED

    return Rule("the one who is invited", rows, lambda _actor: False)


def _for_a_supporter() -> Rule:
    """Somebody close without an account answers by word of mouth; who may invite writes it down."""
    inviting = by_relation(Act.NETWORK_INVITE)
    return Rule(
        f"{inviting.says}, for somebody without an account",
        lambda actor: inviting.rows(actor) & Q(account=None) & _UNANSWERED,
        inviting.at_all,
        inviting.act,
    )


def own_membership(actor: Actor) -> Q:
    """The actor's own row in a network."""
    return Q(account_id=actor.account_id, removed_at=None, accepted_at__isnull=False)


_UNANSWERED = Q(accepted_at=None, declined_at=None, removed_at=None)
_BY_LINK = policy.anyone("whoever holds the link's secret; the service looks it up")


RULES = {
    CoordinationAction.READ: [by_relation(Act.CASE_HEADER_READ, case="pk")],
    CoordinationAction.READ_CASE_PARTS: [by_relation(Act.CASE_HEADER_READ)],
    CoordinationAction.DECIDE: [by_relation(Act.CASE_STATE_CHANGE, case="pk")],
    CoordinationAction.OFFER_HANDOVER: [by_relation(Act.CASE_HAND_OVER, case="pk")],
    CoordinationAction.WITHDRAW_HANDOVER: [by_relation(Act.CASE_HAND_OVER)],
    CoordinationAction.ANSWER_HANDOVER: [_asked()],
    CoordinationAction.READ_OFFERS: [_asked()],
    CoordinationAction.NAME_PAIR: [by_relation(Act.CASE_PAIR_NAME, case="pk")],
    CoordinationAction.REMOVE_PAIR: [by_relation(Act.CASE_PAIR_NAME, case="pk")],
    CoordinationAction.BEGIN_WAIT: [by_relation(Act.CASE_WAIT_RECORD, case="pk")],
    CoordinationAction.CHANGE_WAIT: [by_relation(Act.CASE_WAIT_RECORD)],
    CoordinationAction.END_WAIT: [by_relation(Act.CASE_WAIT_RECORD)],
    CoordinationAction.KEEP_CONTACT: [by_relation(Act.CASE_NOTE_WRITE, case="pk")],
    CoordinationAction.READ_ABSENCES: [_own_or_of_my_unit("account_id")],
    CoordinationAction.RECORD_ABSENCE: [_own_or_of_my_unit("pk")],
    CoordinationAction.CHANGE_SUBSTITUTE: [_own_or_of_my_unit("account_id")],
    CoordinationAction.END_ABSENCE: [_own_or_of_my_unit("account_id")],
    CoordinationAction.READ_RISEN: [
        policy.manages_unit("case__unit_id"),
        policy.manages_unit("contact__unit_id"),
    ],
    CoordinationAction.REASSIGN_CASE: [policy.manages_unit("unit_id")],
    CoordinationAction.REASSIGN_CONTACT: [policy.manages_unit("unit_id")],
    CoordinationAction.READ_NETWORK: [by_relation(Act.NETWORK_READ, case="pk")],
    # Each sees the others as far as their categories allow; one's own row is one's own.
    CoordinationAction.READ_MEMBERS: [
        by_relation(Act.NETWORK_READ),
        by_relation(Act.NETWORK_LEAVE, own=own_membership),
    ],
    CoordinationAction.CHANGE_NETWORK: [by_relation(Act.NETWORK_REMOVE)],
    CoordinationAction.INVITE_MEMBER: [by_relation(Act.NETWORK_INVITE, case="pk")],
    CoordinationAction.INVITE_AGAIN: [by_relation(Act.NETWORK_INVITE, case="pk")],
    CoordinationAction.RENEW_INVITATION: [by_relation(Act.NETWORK_INVITE)],
    CoordinationAction.READ_INVITATION: [
        _invited(),
        by_relation(Act.NETWORK_LEAVE, own=own_membership),
    ],
    CoordinationAction.ACCEPT_INVITATION: [_invited(), _for_a_supporter()],
    CoordinationAction.DECLINE_INVITATION: [_invited(), _for_a_supporter()],
    CoordinationAction.OPEN_LINK: [_BY_LINK],
    CoordinationAction.TAKE_ACCOUNT: [_BY_LINK],
    CoordinationAction.FORGET_ENDED_PARTS: [policy.by_job(FORGETTING)],
    CoordinationAction.READ_ENDED_PARTS: [policy.is_the_person("account_id")],
    CoordinationAction.REMOVE_MEMBER: [by_relation(Act.NETWORK_REMOVE)],
    CoordinationAction.LIMIT_MEMBER: [by_relation(Act.NETWORK_REMOVE)],
    CoordinationAction.LIFT_LIMIT: [by_relation(Act.NETWORK_REMOVE)],
    # Who acts for the client stands in a document, as a consent on paper does (ADR 0037).
    CoordinationAction.ADD_REPRESENTATIVE: [by_relation(Act.CONSENT_RECORD, case="pk")],
    CoordinationAction.END_REPRESENTATIVE: [
        by_relation(Act.CONSENT_RECORD),
        by_relation(Act.CONSENT_WITHDRAW),
    ],
    CoordinationAction.READ_REPRESENTATIVES: [by_relation(Act.NETWORK_INVITE)],
    CoordinationAction.OPEN_MANDATE: [_BY_LINK],
    CoordinationAction.TAKE_UP_MANDATE: [_BY_LINK],
    CoordinationAction.LEAVE_NETWORK: [by_relation(Act.NETWORK_LEAVE, own=own_membership)],
}
policy.declare(RULES)

_MANAGES = "the manager of the unit stands near nobody: reference, owner, age and kind of step"
_MOVES = "the manager moves work between others' hands"
_COVERS = Gate(
    because="who stands in for a worker comes to stand near what that worker carries",
    reads=tables("cases_case clients_client contacts_contact tasks_task coordination_handover"),
    writes=tables("cases_relation"),
)
_INVITED = "whoever holds the link has no account; the row is found by the link's fingerprint"
gates.declare(
    {
        FORGETTING: Gate(
            because="the job forgets lines that have been told for their time, whosever they are",
            writes=tables("coordination_endedpart"),
        ),
        TELLING_ENDED: Gate(
            because="whoever ends a part leaves a line for somebody else, and does not read theirs",
            writes=tables("coordination_endedpart"),
        ),
        CoordinationAction.READ_RISEN: Gate(
            because=_MANAGES, reads=tables("tasks_task cases_case contacts_contact")
        ),
        CoordinationAction.REASSIGN_CASE: Gate(
            because=_MOVES,
            reads=tables("clients_client"),
            writes=tables(
                "cases_case cases_relation cases_responsibility tasks_task coordination_handover"
                " coordination_wait planning_planrow timeline_entry"
            ),
        ),
        CoordinationAction.REASSIGN_CONTACT: Gate(
            because=_MOVES,
            writes=tables("contacts_contact cases_relation tasks_task referral_contactoffer"),
        ),
        CoordinationAction.RECORD_ABSENCE: _COVERS,
        CoordinationAction.CHANGE_SUBSTITUTE: _COVERS,
        CoordinationAction.END_ABSENCE: _COVERS,
        CoordinationAction.OPEN_LINK: Gate(
            because=_INVITED, reads=tables("coordination_member cases_case clients_client")
        ),
        CoordinationAction.OPEN_MANDATE: Gate(
            because=_INVITED,
            reads=tables("coordination_mandate cases_case clients_client clients_representative"),
        ),
        CoordinationAction.TAKE_UP_MANDATE: Gate(
            because=_INVITED,
            reads=tables("cases_case clients_client clients_representative"),
            writes=tables("coordination_mandate clients_representative cases_relation"),
        ),
        CoordinationAction.TAKE_ACCOUNT: Gate(
            because=_INVITED,
            reads=tables("cases_case clients_client"),
            writes=tables("coordination_member cases_relation"),
        ),
    }
)
