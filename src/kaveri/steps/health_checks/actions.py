"""Use cases of health checks for unemployed people, and who may carry them out.

access.csv has no row for them: a check is offered and followed as a referral out is sent, and read as an item of the
case. Figures are for professionals and managers, with small groups hidden.
"""

from kaveri.casebook.cases.actions import by_relation
from kaveri.casebook.cases.domain import Act
from kaveri.foundation.access import gates, policy
from kaveri.foundation.access.gates import Gate, tables
from kaveri.foundation.base.actor import Role


class HealthCheckAction(policy.Action):
    """What can be done about a health check."""

    OF_CASE = "health_checks.case.read"
    READ = "health_checks.check.read"
    OFFER = "health_checks.check.offer"
    BOOK = "health_checks.check.book"
    NOTE_DONE = "health_checks.check.note_done"
    DECLINE = "health_checks.check.decline"
    OWN = "health_checks.own.read"
    FIGURES = "health_checks.figures.read"


RULES = {
    HealthCheckAction.OF_CASE: [by_relation(Act.CASE_ITEMS_READ, case="pk")],
    HealthCheckAction.READ: [by_relation(Act.CASE_ITEMS_READ)],
    HealthCheckAction.OFFER: [by_relation(Act.REFERRAL_OUT_SEND, case="pk")],
    HealthCheckAction.BOOK: [by_relation(Act.REFERRAL_OUT_SEND)],
    HealthCheckAction.NOTE_DONE: [by_relation(Act.REFERRAL_OUT_SEND)],
    HealthCheckAction.DECLINE: [by_relation(Act.REFERRAL_OUT_SEND)],
    HealthCheckAction.OWN: [by_relation(Act.PLAN_APPROVE, case="pk")],
    HealthCheckAction.FIGURES: [policy.with_role(Role.PROFESSIONAL, Role.MANAGER)],
}
policy.declare(RULES)
gates.declare(
    {
        HealthCheckAction.FIGURES: Gate(
            because="counts the checks of each municipality, whosever they are; small groups are hidden",
            reads=tables("health_checks_healthcheck"),
        ),
    }
)
