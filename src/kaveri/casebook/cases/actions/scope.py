"""What a representative with a scope may know of what the client allows (access.md §2 and §3)."""

from functools import cache

from django.db.models import Q

from kaveri.casebook.cases.actions.relations import values_of
from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.records.domain import SENSITIVE
from kaveri.foundation.access.written import Written
from kaveri.foundation.base.actor import Actor


def within_scope(actor: Actor) -> Q:
    """The consents that tell somebody who acts for the client nothing beyond their scope.

    A consent tells by the sensitive information it names, and by its parties: a clinic tells by its name what it
    treats. Who works for an organisation has no scope, nor has the client.
    """
    if actor.organisation_id is not None or actor.account_id is None:
        return Q()
    columns = {"row": "pk", "client": "client_id", "categories": "categories"}
    return Q(Written(_nothing_beyond(), columns=columns, values=values_of(actor)))


@cache
def _nothing_beyond() -> str:
    named = [
        f"({{categories}} LIKE '%% {code} %%' AND r.scope NOT LIKE '%% {code} %%')"
        for code in sorted(SENSITIVE)
    ]
    sensitive = ", ".join(f"'{code}'" for code in sorted(SENSITIVE))
    told = f"""EXISTS (
  SELECT 1 FROM consent_consentparty p JOIN directory_partner d ON d.organisation_id = p.organisation_id
  WHERE p.consent_id = {{row}} AND d.discloses IN ({sensitive})
   AND r.scope NOT LIKE '%% ' || d.discloses || ' %%')"""
    return f"""NOT EXISTS (
  SELECT 1 FROM cases_relation r JOIN cases_case k ON k.id = r.case_id
  WHERE k.client_id = {{client}} AND r.account_id = {{me}} AND r.kind = '{RelationKind.REPRESENTATIVE}'
   AND r.from_at <= {{moment}} AND (r.until_at IS NULL OR r.until_at > {{moment}})
   AND r.scope <> '' AND ({" OR ".join([*named, told])}))"""
