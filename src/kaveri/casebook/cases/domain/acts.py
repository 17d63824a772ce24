"""What each relation grants: the declared table of access.md §4."""

from collections.abc import Mapping
from enum import StrEnum

from kaveri.casebook.cases.domain.relations import RelationKind


class Act(StrEnum):
    """The acts of access.csv; each use case stands under one of them."""

    CASE_HEADER_READ = "case.header.read"
    CASE_NEXT_STEP_READ = "case.next_step.read"
    CASE_ITEMS_READ = "case.items.read"
    CASE_NOTE_WRITE = "case.note.write"
    CASE_DOCUMENT_ADD = "case.document.add"
    CASE_STATE_CHANGE = "case.state.change"
    CASE_HAND_OVER = "case.hand_over"
    CASE_PAIR_NAME = "case.pair.name"
    CASE_WAIT_RECORD = "case.wait.record"
    CASE_END = "case.end"
    CASE_END_ASK = "case.end.ask"
    CASE_REOPEN = "case.reopen"
    ASSESSMENT_READ = "assessment.read"
    ASSESSMENT_WRITE = "assessment.write"
    INFORMATION_ASK = "information.ask"
    MEASURE_RECORD = "measure.record"
    PLAN_READ = "plan.read"
    PLAN_EDIT = "plan.edit"
    PLAN_COMMENT = "plan.comment"
    PLAN_ROW_AGREE = "plan.row.agree"
    PLAN_AGREE = "plan.agree"
    PLAN_APPROVE = "plan.approve"
    PLAN_APPROVAL_RECORD_ON_PAPER = "plan.approval.record_on_paper"
    PLAN_PRINT = "plan.print"
    CONSENT_READ = "consent.read"
    CONSENT_RECORD = "consent.record"
    CONSENT_GIVE = "consent.give"
    CONSENT_WITHDRAW = "consent.withdraw"
    CONSENT_WITHDRAWAL_RECORD = "consent.withdrawal.record"
    NETWORK_READ = "network.read"
    NETWORK_INVITE = "network.invite"
    NETWORK_REMOVE = "network.remove"
    NETWORK_LEAVE = "network.leave"
    TASK_READ = "task.read"
    TASK_CREATE = "task.create"
    TASK_COMPLETE = "task.complete"
    REFERRAL_OUT_SEND = "referral_out.send"
    REFERRAL_OUT_READ = "referral_out.read"
    REFERRAL_OUT_ANSWER = "referral_out.answer"
    TEAM_AGENDA_ADD = "team.agenda.add"
    TEAM_MINUTES_READ = "team.minutes.read"
    TEAM_MINUTES_WRITE = "team.minutes.write"
    STATEMENT_ASK = "statement.ask"
    STATEMENT_WRITE = "statement.write"
    STATEMENT_READ = "statement.read"
    SPECIAL_TEAM_REFER = "special_team.refer"
    COACHING_READ = "coaching.read"
    COACHING_WRITE = "coaching.write"
    FEEDBACK_GIVE = "feedback.give"
    EXPERT_SHARED_READ = "expert.shared.read"
    LOG_OWN_READ = "log.own.read"
    CONTACT_READ = "contact.read"
    CONTACT_HANDLE = "contact.handle"


class Grant(StrEnum):
    """With relation and ground; only what one wrote, is responsible for or was asked; or not."""

    YES = "y"
    OWN = "o"
    NO = "n"


# One letter for each kind of relation, in this order.
_ORDER = tuple(RelationKind)
_LETTERS: Mapping[Act, str] = {
    # self, representative, case manager, pair, substitute, predecessor, coach, member, team,
    # special team, receiver, contact owner, contact sender, expert
    Act.CASE_HEADER_READ: "yyyyyyyyyynnnn",
    Act.CASE_NEXT_STEP_READ: "yyyyyyyyyynnnn",
    Act.CASE_ITEMS_READ: "yyyyyyyyyyonnn",
    Act.CASE_NOTE_WRITE: "ooyyynyyyynnnn",
    Act.CASE_DOCUMENT_ADD: "ooyyynyyyyonnn",
    Act.CASE_STATE_CHANGE: "nnynynnnnnnnnn",
    Act.CASE_HAND_OVER: "nnynynnnnnnnnn",
    Act.CASE_PAIR_NAME: "nnynynnnnnnnnn",
    Act.CASE_WAIT_RECORD: "nnyyynynnnnnnn",
    Act.CASE_END: "nnynynnnnnnnnn",
    Act.CASE_END_ASK: "yyyyynyynnnnnn",
    Act.CASE_REOPEN: "nnynynnnnnnnnn",
    Act.ASSESSMENT_READ: "yyyyyyyyyyonnn",
    Act.ASSESSMENT_WRITE: "nnyyynnooonnnn",
    Act.INFORMATION_ASK: "nnyyynnnnynnnn",
    Act.MEASURE_RECORD: "yyyyynyynynonn",
    Act.PLAN_READ: "yyyyyyyyyynnnn",
    Act.PLAN_EDIT: "ooyyynoonnnnnn",
    Act.PLAN_COMMENT: "yyyyynyyyynnnn",
    Act.PLAN_ROW_AGREE: "ooooonoonnnnnn",
    Act.PLAN_AGREE: "nnynynnnnnnnnn",
    Act.PLAN_APPROVE: "yynnnnnnnnnnnn",
    Act.PLAN_APPROVAL_RECORD_ON_PAPER: "nnyyynnnnnnnnn",
    Act.PLAN_PRINT: "yyyyyyyyyynnnn",
    Act.CONSENT_READ: "yyyyyyooooonnn",
    Act.CONSENT_RECORD: "nnyyynnnnnnonn",
    Act.CONSENT_GIVE: "yynnnnnnnnnnnn",
    Act.CONSENT_WITHDRAW: "yynnnnnnnnnnnn",
    Act.CONSENT_WITHDRAWAL_RECORD: "nnyyynyyyyyonn",
    Act.NETWORK_READ: "yyyyyyyyyynnnn",
    Act.NETWORK_INVITE: "yyyyynnnnnnnnn",
    Act.NETWORK_REMOVE: "yyyyynnnnnnnnn",
    Act.NETWORK_LEAVE: "nnnnnnnonnnnno",
    Act.TASK_READ: "yyyyyyoooonnnn",
    Act.TASK_CREATE: "nnyyynyyyynnnn",
    Act.TASK_COMPLETE: "ooyyynoooonnnn",
    Act.REFERRAL_OUT_SEND: "nnyyynynnnnnnn",
    Act.REFERRAL_OUT_READ: "yyyyyyooooonnn",
    Act.REFERRAL_OUT_ANSWER: "nnnnnnnnnnonnn",
    Act.TEAM_AGENDA_ADD: "nnyyynynnnnnnn",
    Act.TEAM_MINUTES_READ: "yyyyyyooyynnnn",
    Act.TEAM_MINUTES_WRITE: "nnnnnnnnynnnnn",
    Act.STATEMENT_ASK: "nnyyynnnyynnnn",
    Act.STATEMENT_WRITE: "nnnnnnnooonnnn",
    Act.STATEMENT_READ: "yyyyyyooyynnnn",
    Act.SPECIAL_TEAM_REFER: "nnyyynnnnnnnnn",
    Act.COACHING_READ: "yyyyynyonnnnnn",
    Act.COACHING_WRITE: "oonnnnynnnnnnn",
    Act.FEEDBACK_GIVE: "yynnnnnnnnnnnn",
    Act.EXPERT_SHARED_READ: "yyyyynnnnnnnny",
    Act.LOG_OWN_READ: "yynnnnnnnnnnnn",
    Act.CONTACT_READ: "oonnnnnnnnnyon",
    Act.CONTACT_HANDLE: "nnnnnnnnnnnynn",
}

GRANTS: Mapping[Act, Mapping[RelationKind, Grant]] = {
    act: dict(zip(_ORDER, map(Grant, letters), strict=True)) for act, letters in _LETTERS.items()
}


def works_on() -> frozenset[RelationKind]:
    """The kinds of relation in which somebody can have something to do: all that may finish a task."""
    return kinds_with(Act.TASK_COMPLETE, Grant.YES) | kinds_with(Act.TASK_COMPLETE, Grant.OWN)


def kinds_with(act: Act, grant: Grant) -> frozenset[RelationKind]:
    """The kinds of relation to which the act is granted in this way."""
    return frozenset(kind for kind, given in GRANTS[act].items() if given is grant)
