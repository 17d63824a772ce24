"""What the pages of consents share: sides, texts, and the facts behind a change."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.consent.selectors import text_now, text_of
from kaveri.casebook.tasks.actions import TaskAction
from kaveri.casebook.tasks.selectors import CaseHead, case_head
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import Denied
from kaveri.foundation.ui import dates
from kaveri.foundation.usecase.looking import Look
from kaveri.steps.coordination.selectors import who_sees_to
from kaveri.steps.insight.selectors import kept_from
from kaveri.steps.permission import selectors
from kaveri.steps.permission.actions import PermissionAction
from kaveri.steps.permission.domain import Consequences, Draft
from kaveri.steps.permission.presenters.words import Line, follows
from kaveri.steps.permission.services.writing import what_follows

if TYPE_CHECKING:
    from django.db.models import QuerySet

PARTS = ("what", "law", "free", "withdraw")


def head_if_open(look: Look, case_id: UUID) -> CaseHead | None:
    """The head of the case for those who may open it; who only is a party has none."""
    if look.rows(cases.cases(), TaskAction.READ_HEAD).filter(pk=case_id).exists():
        return case_head(look, case_id)
    return None


def one_of(look: Look, rows: "QuerySet[Any]", pk: UUID, action: PermissionAction) -> Any:
    """One of the person's rows under its own rule; missing and forbidden look the same."""
    row = look.rows(rows, action).filter(pk=pk).first()
    if row is None:
        raise Denied(action)
    look.about = (rows.model._meta.label_lower, pk)
    look.concerns([row.client_id])
    return row


def consent_of(look: Look, case: Any, consent_id: UUID, action: PermissionAction) -> Any:
    """A consent of the person whose case this is."""
    return one_of(look, selectors.of_client(case.client_id), consent_id, action)


def texts(language: str, version: str = "") -> dict[str, Any]:
    """What the client reads before, in their language; unverified says so."""
    text = text_of(version) if version else text_now(clock.today())
    known = dates.known_language(language)
    return {
        "texts": tuple(str(text[f"{part}_{known}"]) for part in PARTS),
        "text_language": known,
        "verified": bool(text["verified"]),
    }


def what_changes(
    case: Any, consent: Any, sides: Any, *, reader: Actor, instead: Draft | None = None
) -> tuple[Line, ...]:
    """What nobody will see any more, in sentences the reader may read, before anything is done."""
    to_client = reader.organisation_id is None
    hidden = kept_from(reader, case, [case.id]) if to_client else set()
    found: Consequences = what_follows(case, consent, instead=instead)
    near = cases.relations().filter(case_id=case.id, account_id__in=found.leave)
    people = {row.account_id: row.account.full_name for row in near if row.account_id not in hidden}
    alone = case.state == CaseState.OPEN and case.case_manager_id in found.leave
    who = who_sees_to(case, without=found.leave) if alone else None
    carries = (case.case_manager.full_name, who.full_name if who else "") if alone else None
    known = {side.party: side for side in sides}
    return follows(
        found,
        known,
        people,
        taken_back=instead is None,
        to_client=to_client,
        carries=carries,
    )
