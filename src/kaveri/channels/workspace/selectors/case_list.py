"""The cases a worker stands near, narrowed and in the Nordic order of names."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState
from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.channels.workspace.actions import WorkspaceAction
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.usecase.looking import looking

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Case

PAGE = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """How the list is narrowed; empty means all."""

    state: str = CaseState.OPEN
    role: str = ""
    language: str = ""
    only: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRows:
    """One page of the list."""

    rows: "list[Case]"
    total: int
    page: int
    lines: dict[UUID, tasks.StepLine]
    roles: dict[UUID, list[str]]

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.total // PAGE))


def cases_near(actor: Actor, narrowing: Narrowing, page: int) -> CaseRows:
    """One page of the cases the worker stands near."""
    with looking(WorkspaceAction.CASES, actor=actor) as look:
        near = cases.relations_of(actor.account_id)
        # Said first, so that only the cases near are looked through.
        theirs = cases.cases().filter(id__in=near.filter(case__isnull=False).values("case_id"))
        found = narrowed(look.listed(theirs), narrowing, near)
        total = found.count()
        page = min(max(page, 1), max(1, -(-total // PAGE)))
        rows = list(
            found.order_by("client__sort_name", "opened_at", "id")[(page - 1) * PAGE : page * PAGE]
        )
        look.shows(rows)
        return CaseRows(
            rows=rows,
            total=total,
            page=page,
            lines=lines_of(rows, actor),
            roles=roles_in(rows, actor),
        )


def narrowed(found: "QuerySet[Case]", by: Narrowing, near: QuerySet) -> "QuerySet[Case]":  # type: ignore[type-arg]
    """The cases that the filters leave."""
    if by.state:
        found = found.filter(state=by.state)
    if by.role:
        found = found.filter(id__in=near.filter(kind=by.role).values("case_id"))
    if by.language:
        found = found.filter(client__language=by.language)
    if by.only == "overdue":
        late = tasks.tasks().filter(state="open", client_part=False, due_on__lt=clock.today())
        found = found.filter(Exists(late.filter(case_id=OuterRef("pk"))))
    if by.only == "waiting":
        waits = tasks.tasks().filter(state="open", kind=TaskKind.KEEP_CONTACT)
        found = found.filter(Exists(waits.filter(case_id=OuterRef("pk"))))
    return found


def lines_of(rows: "list[Case]", actor: Actor) -> dict[UUID, tasks.StepLine]:
    """The one question for the open ones of these, as this reader may see it."""
    still_open = [case for case in rows if case.state == CaseState.OPEN]
    ids = [case.id for case in still_open]
    steps = tasks.next_steps(
        {case.id: case.case_manager_id for case in still_open},
        among=tasks.open_steps(actor).filter(case_id__in=ids),
    )
    return tasks.step_lines(steps, clients={case.id: case.client.first_name for case in still_open})


def roles_in(rows: "list[Case]", actor: Actor) -> dict[UUID, list[str]]:
    """How the worker stands to each of these cases."""
    found: dict[UUID, list[str]] = {}
    near = cases.relations_of(actor.account_id).filter(case_id__in=[case.id for case in rows])
    for case_id, kind in near.order_by("from_at", "id").values_list("case_id", "kind"):
        if case_id and kind not in found.setdefault(case_id, []):
            found[case_id].append(kind)
    return found
