"""Reading agreed versions: kept whole, shown item by item as the grounds are now."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.actions import shown_of
from kaveri.casebook.cases.domain import Act, CaseState, Grant, RelationKind, kinds_with
from kaveri.casebook.directory import selectors as directory
from kaveri.foundation.access import policy
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.usecase.looking import Look
from kaveri.steps.planning.actions import PlanAction
from kaveri.steps.planning.domain import Change, Item, Part, Signer, compare
from kaveri.steps.planning.models import Approval, Confirmation, PlanVersion

_BY_GROUND = kinds_with(Act.PLAN_READ, Grant.YES) - {
    RelationKind.SELF,
    RelationKind.REPRESENTATIVE,
}


@dataclass(frozen=True, slots=True)
class Kept:
    """An item of a version with whose it is, as the grounds ask for it."""

    id: UUID
    controller_id: UUID
    register: str
    service_task: str
    category: str
    item: Item


def versions() -> QuerySet[PlanVersion]:
    """Every agreed version, newest first; narrow by permission before use."""
    return PlanVersion.objects.select_related("case__client", "plan", "written_by").order_by(
        "-number", "id"
    )


def newest_version(plan_id: UUID) -> PlanVersion | None:
    """The version that is current: the one agreed on last."""
    return versions().filter(plan_id=plan_id).first()


def versions_read_by(actor: Actor, plan_id: UUID) -> QuerySet[PlanVersion]:
    """The versions of a plan that this reader may open."""
    return policy.permitted(versions().filter(plan_id=plan_id), PlanAction.READ_VERSION, actor)


def approvals(version_ids: Iterable[UUID]) -> QuerySet[Approval]:
    """Who has approved, and how."""
    return (
        Approval.objects.filter(of_id__in=list(version_ids))
        .select_related("by", "recorded_by", "of__case__client")
        .order_by("recorded_at", "id")
    )


def signed_by(approval: Approval) -> str:
    """Whose yes it is: also the client's, who has not signed it in here."""
    if approval.name:
        return approval.name
    if approval.by:
        return approval.by.full_name
    return approval.of.case.client.full_name if approval.signer == Signer.CLIENT else ""


def confirmations(version_ids: Iterable[UUID]) -> QuerySet[Confirmation]:
    """Who has said that they know it."""
    return (
        Confirmation.objects.filter(of_id__in=list(version_ids))
        .select_related("by", "recorded_by")
        .order_by("recorded_at", "id")
    )


def content_of(version: PlanVersion) -> Mapping[str, Any]:
    """The whole of a version; nobody is shown it without `shown`."""
    found: Mapping[str, Any] = json.loads(version.content)
    return found


def shown(version: PlanVersion, actor: Actor) -> list[Item]:
    """The items of a kept version that this reader may see now, whatever held when it was agreed.

    The client sees all, a representative what their document covers, others what a ground opens.
    """
    items = [_kept(item) for item in content_of(version)["items"]]
    near = list(cases.relations_of(actor.account_id).filter(case_id=version.case_id))
    kinds = {RelationKind(relation.kind) for relation in near}
    if RelationKind.SELF in kinds:
        return [kept.item for kept in items]
    open_to = {
        kept.id
        for relation in near
        if relation.kind == RelationKind.REPRESENTATIVE
        for kept in items
        if not relation.scope or f" {kept.category} " in relation.scope
    }
    if kinds & _BY_GROUND:
        client_id = version.case.client_id
        open_to |= {kept.id for kept in shown_of(actor, Act.PLAN_READ, client_id, items)}
    return [kept.item for kept in items if kept.id in open_to]


def compared(old: PlanVersion, new: PlanVersion, actor: Actor) -> list[Change]:
    """How two versions differ, in what this reader may see of both."""
    return compare(shown(old, actor), shown(new, actor))


def made_by(rows: QuerySet[PlanVersion], actor: Actor) -> QuerySet[PlanVersion]:
    """Those of the versions that this account made and has not said that they know.

    Only those who made it carry an account in what is kept, written in the one way of `canonical`.
    """
    said = Confirmation.objects.filter(of=OuterRef("pk"), by_id=actor.account_id)
    return rows.filter(~Exists(said), content__contains=f'"account":"{actor.account_id}"')


def versions_to_confirm(look: Look) -> QuerySet[PlanVersion]:
    """The plans that the one who looks took part in and has not said that they know, the oldest first."""
    near = cases.relations_of(look.actor.account_id).values("case_id")
    newer = PlanVersion.objects.filter(plan=OuterRef("plan"), number__gt=OuterRef("number"))
    rows = versions().filter(
        ~Exists(newer), case_id__in=near, case__state=CaseState.OPEN, plan__closed_at=None
    )
    asked = made_by(look.rows(rows, PlanAction.CONFIRM), look.actor)
    return asked.order_by("written_at", "id")


def service_names(items: Iterable[Item], language: str) -> dict[str, str]:
    """What the services of a version are called today, by id; a version keeps their Swedish names."""
    wanted = {item["service_id"] for item in items if item.get("service_id")}
    return {
        str(service.id): str(getattr(service, f"name_{language}"))
        for service in directory.services().filter(pk__in=wanted)
    }


def makers(version: PlanVersion) -> list[Item]:
    """Those who made it: each is to know it."""
    return [item for item in content_of(version)["items"] if item["part"] == Part.MAKER]


def unconfirmed(version: PlanVersion) -> list[Item]:
    """Those who made it and have not said that they know it."""
    said = list(confirmations([version.id]))
    accounts = {str(row.by_id) for row in said if row.by_id}
    names = {row.name for row in said if not row.by_id}
    return [
        maker
        for maker in makers(version)
        if maker["account"] not in accounts and (maker["account"] or maker["name"] not in names)
    ]


def _kept(item: Item) -> Kept:
    return Kept(
        UUID(item["id"]),
        UUID(item["controller_id"]),
        item["register"],
        item["service_task"],
        item["category"],
        item,
    )
