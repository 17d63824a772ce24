"""What the document of somebody who acts for the client covers, and who is kept from them by it."""

from collections.abc import Collection
from typing import TYPE_CHECKING
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.consent.domain import codes_in
from kaveri.foundation.base.actor import Actor
from kaveri.steps.coordination import selectors as coordination

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case


def covered(actor: Actor, case_ids: Collection[UUID]) -> set[str] | None:
    """The kinds of information a representative may act in; None when the document names none."""
    mine = cases.relations_of(actor.account_id).filter(
        case_id__in=case_ids, kind=RelationKind.REPRESENTATIVE
    )
    scopes = [row.scope for row in mine]
    return None if "" in scopes else {code for scope in scopes for code in codes_in(scope)}


def kept_from(actor: Actor, case: "Case", case_ids: Collection[UUID]) -> set[UUID]:
    """Those whose being in the network tells more than a representative may know, then and now."""
    if actor.account_id == case.client.account_id:
        return set()
    codes = covered(actor, case_ids)
    if codes is None:
        return set()
    told = coordination.members().filter(case_id__in=case_ids, account__isnull=False)
    return set(told.exclude(category__in=codes).values_list("account_id", flat=True))
