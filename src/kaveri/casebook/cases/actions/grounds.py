"""The grounds of access.md §3: own register, permit, consent; and what narrows them, item by item, now."""

from collections.abc import Iterable
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Q

from kaveri.casebook.cases.domain import Act
from kaveri.casebook.consent import selectors as allowed
from kaveri.casebook.consent.domain import Party, purposes_for, sector_of
from kaveri.foundation.access.policy import NOTHING
from kaveri.foundation.base.actor import Actor

OWN, PERMIT, CONSENT = "own", "permit", "consent"
# None of these: what the worker wrote, is responsible for or was asked (ADR 0017).
ASKED = "asked"
T = TypeVar("T")


# Whose record it is, and for whom the viewer acts.
OWN_GROUND = "({controller} = {my_organisation} AND {register} = {my_register})"

# Consents, permits and prohibitions that hold now; withdrawn is gone at once.
_IN_FORCE = """x.from_on <= {today} AND (x.until_on IS NULL OR x.until_on >= {today})
  AND (x.withdrawn_at IS NULL OR x.withdrawn_at > {moment})"""
_ABOUT = "JOIN cases_case k ON k.client_id = x.client_id AND k.id = {case}"
_NAMES_CATEGORY = "x.categories LIKE '%% ' || {category} || ' %%'"

# Inside one sector, another controller's rows, by a permit.
_PERMITTED = f"""{{register}} = {{my_register}} AND EXISTS (
  SELECT 1 FROM consent_permit x {_ABOUT} WHERE x.sector = {{my_register}} AND {_IN_FORCE})"""

# Both are parties, the category is named, and the purpose covers the act.
_CONSENTED = f"""EXISTS (
  SELECT 1 FROM consent_consent x {_ABOUT}
  JOIN consent_consentparty me ON me.consent_id = x.id
   AND me.organisation_id = {{my_organisation}} AND me.register = {{my_register}}
  JOIN consent_consentparty holder ON holder.consent_id = x.id
   AND holder.organisation_id = {{controller}} AND holder.register = {{register}}
  WHERE {_IN_FORCE} AND x.replaced_at IS NULL AND {_NAMES_CATEGORY} AND (PURPOSES))"""

# What is left empty in a prohibition is not narrowed by.
_PROHIBITED = f"""EXISTS (
  SELECT 1 FROM consent_prohibition x {_ABOUT}
  WHERE {_IN_FORCE}
   AND (x.controller_of_id IS NULL OR x.controller_of_id = {{controller}})
   AND x.register_of IN ('', {{register}}) AND x.service_task_of IN ('', {{service_task}})
   AND (x.document_id IS NULL OR x.document_id = {{row}}))"""

# What the plan or the client's network keeps from the viewer.
_LIMITED = f"""EXISTS (
  SELECT 1 FROM consent_limit x {_ABOUT}
  WHERE x.from_at <= {{moment}} AND (x.until_at IS NULL OR x.until_at > {{moment}})
   AND (x.account_id = {{me}}
    OR (x.organisation_id = {{my_organisation}} AND x.organisation_register IN ('', {{my_register}})))
   AND {_NAMES_CATEGORY})"""


def own_ground(actor: Actor, home: str = "") -> Q:
    """Ground `own`: the actor acts for the item's controller and register."""
    if actor.organisation_id is None:
        return NOTHING
    return Q(**{f"{home}controller_id": actor.organisation_id, f"{home}register": actor.register})


@cache
def any_ground(act: Act, register: str) -> str:
    """One of the grounds, as SQL: own, or what the client allows and has not narrowed.

    `register` is the viewer's; an organisation's own register has no permits.
    """
    allowed = _consented(act)
    if sector_of(register):
        allowed = f"({_PERMITTED}) OR {allowed}"
    return f"({OWN_GROUND} OR (({allowed}) AND NOT {_PROHIBITED} AND NOT {_LIMITED}))"


@cache
def said_ground(act: Act, register: str) -> str:
    """Which of them it is for a row that is permitted, as SQL; what is one's own asks nothing more."""
    unless = f"AND NOT {_PROHIBITED} AND NOT {_LIMITED}"
    permit = f"WHEN ({_PERMITTED}) {unless} THEN '{PERMIT}'" if sector_of(register) else ""
    return f"""CASE WHEN {OWN_GROUND} THEN '{OWN}' {permit}
  WHEN {_consented(act)} {unless} THEN '{CONSENT}' ELSE '{ASKED}' END"""


def _consented(act: Act) -> str:
    purposes = " OR ".join(f"x.purposes LIKE '%% {each} %%'" for each in purposes_for(act))
    return _CONSENTED.replace("PURPOSES", purposes)


class Allowed:
    """The same question asked of things that are no rows, as the items of a kept version of a plan.

    Reads at most four times for one person and one reader, however many items there are.
    """

    def __init__(self, actor: Actor, act: Act, client_id: UUID) -> None:
        """Read what the client allows this reader now."""
        self.actor = actor
        me = Party(actor.organisation_id, actor.register)
        self.consents: list[tuple[list[str], set[Party]]] = []
        self.permits: set[str] = set()
        self.prohibitions: list[Any] = []
        self.limits: list[str] = []
        if actor.organisation_id is None:
            return
        purposes = set(purposes_for(act))
        for row in (
            allowed.consents_in_force().filter(client_id=client_id).prefetch_related("parties")
        ):
            parties = {Party(p.organisation_id, p.register) for p in row.parties.all()}
            if me in parties and purposes & set(row.purposes.split()):
                self.consents.append((row.categories.split(), parties))
        self.permits = set(
            allowed.permits_in_force().filter(client_id=client_id).values_list("sector", flat=True)
        )
        if self.consents or self.permits:
            self.prohibitions = list(allowed.prohibitions_in_force().filter(client_id=client_id))
            mine = Q(account_id=actor.account_id) | Q(
                organisation_id=actor.organisation_id,
                organisation_register__in=("", actor.register),
            )
            found = allowed.limits_in_force().filter(mine, client_id=client_id)
            self.limits = [code for kept in found for code in kept.categories.split()]

    def ground(self, item: Any) -> str:
        """On which ground the item is shown: own, permit or consent; empty when there is none."""
        home = Party(item.controller_id, item.register)
        if home == Party(self.actor.organisation_id, self.actor.register):
            return OWN
        if item.category in self.limits or any(
            self._narrows(row, item) for row in self.prohibitions
        ):
            return ""
        if sector_of(home.register) in self.permits and home.register == self.actor.register:
            return PERMIT
        if any(item.category in codes and home in parties for codes, parties in self.consents):
            return CONSENT
        return ""

    @staticmethod
    def _narrows(row: Any, item: Any) -> bool:
        return (
            row.controller_of_id in {None, item.controller_id}
            and row.register_of in {"", item.register}
            and row.service_task_of in {"", item.service_task}
            and row.document_id in {None, getattr(item, "id", None)}
        )


def shown_of(actor: Actor, act: Act, client_id: UUID, items: Iterable[T]) -> list[T]:
    """The items a worker may see: whose controller, register, service task and category they carry.

    The client and their representative are asked by relation, not here.
    """
    asked = Allowed(actor, act, client_id)
    return [item for item in items if asked.ground(item)]
