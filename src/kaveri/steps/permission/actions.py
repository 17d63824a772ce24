"""Use cases of what the client allows, and who may carry them out."""

from collections.abc import Callable
from typing import Any

from django.db.models import Q

from kaveri.casebook.cases.actions import by_relation, within_scope
from kaveri.casebook.cases.domain import Act
from kaveri.casebook.consent.selectors import consents, permits, prohibitions
from kaveri.foundation.access import gates, policy
from kaveri.foundation.access.gates import Gate, tables
from kaveri.foundation.access.policy import NOTHING, Rule
from kaveri.foundation.base.actor import Actor

# The job that asks for a consent to be renewed in time.
RENEWING = "renew_consents"
# The job that sees to what follows when a consent has run out.
RUNNING_OUT = "consents_run_out"


class PermissionAction(policy.Action):
    """What can be done about consents, permits and prohibitions."""

    OPEN = "permission.consents.open"
    READ = "permission.consent.read"
    READ_PERMITS = "permission.permit.read"
    READ_PROHIBITIONS = "permission.prohibition.read"
    PRINT = "permission.consent.print"
    OPEN_SCAN = "permission.scan.open"
    ATTACH_SCAN = "permission.scan.attach"
    RECORD = "permission.consent.record"
    REPLACE = "permission.consent.replace"
    OPEN_WITHDRAWAL = "permission.withdrawal.open"
    RECORD_WITHDRAWAL = "permission.withdrawal.record"
    TELL = "permission.withdrawal.tell"
    RECORD_PERMIT = "permission.permit.record"
    WITHDRAW_PERMIT = "permission.permit.withdraw"
    RECORD_PROHIBITION = "permission.prohibition.record"
    WITHDRAW_PROHIBITION = "permission.prohibition.withdraw"
    OPEN_OWN = "permission.own.open"
    GIVE = "permission.consent.give"
    CHANGE = "permission.consent.change"
    WITHDRAW = "permission.consent.withdraw"
    RENEW = "permission.renewal.ask"
    RUN_OUT = "permission.consent.run_out"


def _about(rows: Callable[[], Any], act: Act, own: Callable[[Actor], Q] | None = None) -> Rule:
    """What the person allows is reached by any of their cases, and each row once."""
    rule = by_relation(act, case="client__cases", own=own)

    def permitted(actor: Actor) -> Q:
        if actor.account_id is None:
            return NOTHING
        found = rows().order_by().filter(rule.rows(actor))
        if rows is consents:
            found = found.filter(within_scope(actor))
        return Q(pk__in=found.values("pk"))

    return Rule(rule.says, permitted, rule.at_all, rule.act)


def _is_party(actor: Actor) -> Q:
    """A party reads the consent it stood in also afterwards: what it knew rested on it."""
    return Q(parties__organisation_id=actor.organisation_id, parties__register=actor.register)


def _names_the_actor(actor: Actor) -> Q:
    """A case of somebody whose consent names the actor's organisation and register."""
    if actor.organisation_id is None:
        return NOTHING
    named = consents().order_by().filter(_is_party(actor))
    return Q(client_id__in=named.values("client_id"))


def _own(actor: Actor) -> Q:
    return _is_party(actor) if actor.organisation_id else NOTHING


RULES = {
    PermissionAction.OPEN: [by_relation(Act.CONSENT_READ, case="pk", own=_names_the_actor)],
    PermissionAction.READ: [_about(consents, Act.CONSENT_READ, own=_own)],
    PermissionAction.READ_PERMITS: [_about(permits, Act.CONSENT_READ)],
    PermissionAction.READ_PROHIBITIONS: [_about(prohibitions, Act.CONSENT_READ)],
    PermissionAction.PRINT: [_about(consents, Act.CONSENT_READ, own=_own)],
    PermissionAction.OPEN_SCAN: [_about(consents, Act.CONSENT_READ, own=_own)],
    PermissionAction.ATTACH_SCAN: [_about(consents, Act.CONSENT_RECORD)],
    PermissionAction.RECORD: [by_relation(Act.CONSENT_RECORD, case="pk")],
    PermissionAction.REPLACE: [_about(consents, Act.CONSENT_RECORD)],
    PermissionAction.OPEN_WITHDRAWAL: [by_relation(Act.CONSENT_WITHDRAWAL_RECORD, case="pk")],
    PermissionAction.RECORD_WITHDRAWAL: [_about(consents, Act.CONSENT_WITHDRAWAL_RECORD)],
    PermissionAction.TELL: [_about(consents, Act.CONSENT_RECORD)],
    PermissionAction.RECORD_PERMIT: [by_relation(Act.CONSENT_RECORD, case="pk")],
    PermissionAction.WITHDRAW_PERMIT: [_about(permits, Act.CONSENT_RECORD)],
    PermissionAction.RECORD_PROHIBITION: [by_relation(Act.CONSENT_RECORD, case="pk")],
    PermissionAction.WITHDRAW_PROHIBITION: [_about(prohibitions, Act.CONSENT_RECORD)],
    PermissionAction.OPEN_OWN: [by_relation(Act.CONSENT_GIVE, case="pk")],
    PermissionAction.GIVE: [by_relation(Act.CONSENT_GIVE, case="pk")],
    PermissionAction.CHANGE: [_about(consents, Act.CONSENT_GIVE)],
    PermissionAction.WITHDRAW: [_about(consents, Act.CONSENT_WITHDRAW)],
    PermissionAction.RENEW: [policy.by_job(RENEWING)],
    PermissionAction.RUN_OUT: [policy.by_job(RUNNING_OUT)],
}
policy.declare(RULES)
gates.declare(
    {
        RENEWING: Gate(
            because="the job finds consents that run out and nobody has been asked about",
            reads=tables("consent_consent cases_case clients_client tasks_task"),
        ),
        RUNNING_OUT: Gate(
            because="the job sees to what follows when a consent has run out, near nobody",
            reads=tables(
                "clients_client consent_consentparty consent_permit consent_prohibition consent_limit"
                " planning_plan planning_planrow"
            ),
            writes=tables(
                "consent_consent cases_case cases_relation cases_responsibility cases_statechange"
                " tasks_task tasks_clientnotice timeline_entry coordination_member"
                " coordination_handover coordination_wait referral_out_referralout"
            ),
        ),
        PermissionAction.RENEW: Gate(
            because="the job asks the case manager, near nobody itself",
            reads=tables("cases_case clients_client cases_relation"),
            # The consent is locked while it is asked about.
            writes=tables("consent_consent tasks_task"),
        ),
    }
)
