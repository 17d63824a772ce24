"""Use cases of insight and who may carry them out."""

from kaveri.casebook.cases.actions import by_relation
from kaveri.casebook.cases.domain import Act
from kaveri.foundation.access import gates, policy
from kaveri.foundation.access.gates import Gate, tables
from kaveri.foundation.base.actor import Role

# The job that erases answered requests when their time is out.
ERASING = "erase_log_requests"


class InsightAction(policy.Action):
    """What can be known of one's own record, and asked of the privacy officer."""

    WHO_SEES = "insight.who_sees.read"
    LOG = "insight.log.read"
    ORDER_REPORT = "insight.report.order"
    ASK = "insight.request.ask"
    OWN_REQUESTS = "insight.own_requests.read"
    REQUESTS = "insight.requests.read"
    REQUEST = "insight.request.read"
    ANSWER = "insight.request.answer"
    UNSEEN = "insight.request.count_unseen"
    ERASE = "insight.request.erase"


_OFFICER = policy.with_role(Role.PRIVACY_OFFICER)

RULES = {
    InsightAction.WHO_SEES: [by_relation(Act.LOG_OWN_READ, case="pk")],
    InsightAction.LOG: [by_relation(Act.LOG_OWN_READ, case="pk")],
    InsightAction.ORDER_REPORT: [by_relation(Act.LOG_OWN_READ, case="pk")],
    InsightAction.ASK: [by_relation(Act.LOG_OWN_READ, case="pk")],
    InsightAction.OWN_REQUESTS: [by_relation(Act.LOG_OWN_READ, case="pk")],
    # Handled by the privacy officer, who reads what was written in the request and nothing else.
    InsightAction.REQUESTS: [_OFFICER],
    InsightAction.REQUEST: [_OFFICER],
    InsightAction.ANSWER: [_OFFICER],
    # A number, nobody's data: for those who can see to it that somebody holds the role.
    InsightAction.UNSEEN: [policy.with_role(Role.ADMINISTRATOR, Role.MANAGER)],
    InsightAction.ERASE: [policy.by_job(ERASING)],
}
policy.declare(RULES)

_ASSIGNED = "the privacy officer stands near nobody; a request was put to them"
gates.declare(
    {
        **dict.fromkeys(
            (InsightAction.REQUESTS, InsightAction.REQUEST),
            Gate(because=_ASSIGNED, reads=tables("insight_logrequest cases_case clients_client")),
        ),
        InsightAction.ANSWER: Gate(
            because=_ASSIGNED,
            reads=tables("cases_case clients_client"),
            writes=tables("insight_logrequest"),
        ),
        InsightAction.UNSEEN: Gate(
            because="a number for those who can see to it that somebody answers",
            reads=tables("insight_logrequest"),
        ),
        ERASING: Gate(
            because="the job finds and erases requests whose time is out, near nobody",
            reads=tables("cases_case clients_client"),
            writes=tables("insight_logrequest"),
        ),
    }
)
