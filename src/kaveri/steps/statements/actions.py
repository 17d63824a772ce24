"""Use cases of statements and who may carry them out."""

from django.db.models import Q

from kaveri.casebook.cases.actions import by_relation
from kaveri.casebook.cases.domain import Act
from kaveri.foundation.access import policy
from kaveri.foundation.base.actor import Actor, Role


class StatementAction(policy.Action):
    """What can be done about a statement."""

    OF_CASE = "statements.case.read"
    READ = "statements.statement.read"
    PRINT = "statements.statement.print"
    ASK = "statements.statement.ask"
    WITHDRAW = "statements.statement.withdraw"
    SIGN = "statements.statement.sign"
    AMEND = "statements.statement.amend"
    TO_WRITE = "statements.to_write.read"


def writes(actor: Actor) -> Q:
    """What is asked of the actor."""
    return Q(writer_id=actor.account_id)


def wrote_or_asked(actor: Actor) -> Q:
    """What the actor writes, or has asked for."""
    return writes(actor) | Q(asked_by_id=actor.account_id)


RULES = {
    # A coach or a member sees the page, and on it what they write or asked for.
    StatementAction.OF_CASE: [
        by_relation(Act.STATEMENT_READ, case="pk", own=lambda _actor: policy.EVERYTHING)
    ],
    StatementAction.READ: [by_relation(Act.STATEMENT_READ, own=wrote_or_asked)],
    StatementAction.PRINT: [by_relation(Act.STATEMENT_READ, own=wrote_or_asked)],
    StatementAction.ASK: [by_relation(Act.STATEMENT_ASK, case="pk")],
    StatementAction.WITHDRAW: [by_relation(Act.STATEMENT_ASK)],
    StatementAction.SIGN: [by_relation(Act.STATEMENT_WRITE, own=writes)],
    StatementAction.AMEND: [by_relation(Act.STATEMENT_WRITE, own=writes)],
    StatementAction.TO_WRITE: [policy.with_role(Role.PROFESSIONAL)],
}
policy.declare(RULES)
