"""What the workers' pages open, and to whom."""

from django.db.models import Exists, OuterRef, Q

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.actions import by_relation, own_ground
from kaveri.casebook.cases.domain import Act, RelationKind
from kaveri.foundation.access import policy
from kaveri.foundation.base.actor import Actor, Role

# Who may know where a protected person is (access.md §3), and who keeps the details right.
NEAREST = frozenset({RelationKind.CASE_MANAGER, RelationKind.PAIR, RelationKind.SUBSTITUTE})


class WorkspaceAction(policy.Action):
    """What can be done on the workers' own pages."""

    MY_DAY = "workspace.my_day.read"
    CASES = "workspace.cases.read"
    CONTACTS = "workspace.contacts.read"
    SEARCH = "workspace.search.read"
    CASE = "workspace.case.read"
    DUTIES = "workspace.duties.read"
    TIMELINE = "workspace.timeline.read"
    PERSON = "workspace.person.read"
    PERSON_CHANGE = "workspace.person.change"
    CODE_SHOW = "workspace.identity_code.show"
    SIGN_IN_GIVE = "workspace.sign_in.give"
    SIGN_IN_MAKE = "workspace.sign_in.make"
    SIGN_IN_RENEW = "workspace.sign_in.renew"
    WRITE_TO_CLIENT = "workspace.message.write"


def _own_case(actor: Actor) -> Q:
    """The case manager, pair or substitute, on the ground `own`."""
    if actor.account_id is None:
        return policy.NOTHING
    near = cases.relations_of(actor.account_id).filter(kind__in=NEAREST)
    return Q(Exists(near.filter(case_id=OuterRef("pk")))) & own_ground(actor)


_STAFF = policy.with_role(*(role for role in Role if role is not Role.CLIENT))
_NEAREST = policy.Rule(
    "case manager, pair or substitute",
    _own_case,
    lambda _actor: False,
    "who keeps a person's details right is no row of its own: the same three as the"
    " non-disclosure gate of access.md §3",
)
RULES = {
    # The page itself opens to every worker; its rows are asked for one by one below.
    WorkspaceAction.MY_DAY: [_STAFF],
    WorkspaceAction.SEARCH: [_STAFF],
    WorkspaceAction.CASES: [by_relation(Act.CASE_HEADER_READ, case="pk")],
    WorkspaceAction.CONTACTS: [
        by_relation(
            Act.CONTACT_READ,
            case=None,
            contact="pk",
            own=lambda actor: Q(sender_id=actor.account_id),
        )
    ],
    WorkspaceAction.CASE: [by_relation(Act.CASE_HEADER_READ, case="pk")],
    # The duties are of those who answer for the plan: they also write down that it was approved.
    WorkspaceAction.DUTIES: [by_relation(Act.PLAN_APPROVAL_RECORD_ON_PAPER, case="pk")],
    WorkspaceAction.TIMELINE: [by_relation(Act.CASE_HEADER_READ, case="pk")],
    WorkspaceAction.PERSON: [by_relation(Act.CASE_HEADER_READ, case="pk")],
    WorkspaceAction.PERSON_CHANGE: [_NEAREST],
    WorkspaceAction.CODE_SHOW: [_NEAREST],
    WorkspaceAction.SIGN_IN_GIVE: [_NEAREST],
    WorkspaceAction.SIGN_IN_MAKE: [_NEAREST],
    WorkspaceAction.SIGN_IN_RENEW: [_NEAREST],
    WorkspaceAction.WRITE_TO_CLIENT: [by_relation(Act.CASE_NOTE_WRITE, case="pk")],
}
policy.declare(RULES)
