"""Reading tasks, and answering the one question for many cases or contacts at once."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from uuid import UUID

from django.db.models import F, OuterRef, QuerySet, Subquery

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.tasks.actions import TaskAction
from kaveri.casebook.tasks.domain import NextStep, StepFacts, TaskState, next_step
from kaveri.casebook.tasks.models import ClientNotice, Task
from kaveri.foundation.access import policy
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor


def tasks() -> QuerySet[Task]:
    """Every task; narrow by permission before use."""
    return Task.objects.select_related("owner")


def of_a_case(case_id: UUID | None = None) -> QuerySet[Task]:
    """Tasks of this case, or of any case and no contact; narrow by permission before use."""
    rows = tasks().select_related("case")
    return rows.filter(case_id=case_id) if case_id else rows.filter(case__isnull=False)


def open_tasks() -> QuerySet[Task]:
    """Tasks still to do, with the notice of their present version beside them."""
    told = ClientNotice.objects.filter(
        task=OuterRef("pk"), task_version=OuterRef("version")
    ).order_by("-on", "id")
    return (
        Task.objects.filter(state=TaskState.OPEN)
        .select_related("owner")
        .annotate(
            told_on=Subquery(told.values("on")[:1]), told_how=Subquery(told.values("how")[:1])
        )
    )


def open_steps(actor: Actor) -> QuerySet[Task]:
    """All open tasks, each with whether this reader may know what it is.

    Who does something by when, everybody near the case may know; what it is goes by the kind of information, as
    every item of a case does.
    """
    return policy.marked(open_tasks(), TaskAction.READ_STEP, actor, "words_shown")


def next_steps(
    answerable: Mapping[UUID, UUID],
    *,
    of: str = "case",
    among: Iterable[Task] | None = None,
    near: set[tuple[UUID, UUID]] | None = None,
) -> dict[UUID, NextStep]:
    """The one question for these cases (or contacts), given as id -> who answers for it meanwhile.

    `among` are their open tasks, with the mark of `open_steps` where somebody reads them, and `near` who stands
    near them (case, account), when the caller has read them already.
    """
    key = f"{of}_id"
    if among is None:
        rows = list(open_tasks().filter(**{f"{key}__in": list(answerable)}).order_by(F(key)))
    else:
        rows = sorted(
            (row for row in among if getattr(row, key) in answerable),
            key=lambda row: str(getattr(row, key)),
        )
    facts = _facts(rows, of, near)
    by_id = {
        found: list(group)
        for found, group in groupby(zip(rows, facts, strict=True), lambda p: getattr(p[0], key))
    }
    today = clock.today()
    return {
        about: next_step(
            [fact for _row, fact in by_id.get(about, [])], answerable_id=who, today=today
        )
        for about, who in answerable.items()
    }


def _facts(rows: list[Task], of: str, near: set[tuple[UUID, UUID]] | None) -> list[StepFacts]:
    away = people.substitutes({row.owner_id for row in rows})
    if near is None:
        near = cases.related_accounts({row.case_id for row in rows if row.case_id})
    facts = []
    for row in rows:
        stands_in = away.get(row.owner_id)
        facts.append(
            StepFacts(
                task_id=row.id,
                what=row.what if getattr(row, "words_shown", True) else "",
                is_hidden=not getattr(row, "words_shown", True),
                kind=row.kind,
                due_on=row.due_on,
                made_at=row.made_at,
                owner_id=row.owner_id,
                owner_active=row.owner.is_active,
                # Before there is a case, owning the contact's task is the relation.
                owner_near=of == "contact" or (row.case_id, row.owner_id) in near,
                client_part=row.client_part,
                owner_away=stands_in is not None,
                substitute_id=stands_in.id if stands_in and stands_in.is_active else None,
                substitute_near=stands_in is not None
                and (of == "contact" or (row.case_id, stands_in.id) in near),
                told_on=row.told_on,  # type: ignore[attr-defined]
                told_how=row.told_how or "",  # type: ignore[attr-defined]
            )
        )
    return facts


def carries_anything(account_ids: Iterable[UUID]) -> set[UUID]:
    """Which of these accounts still own an open task."""
    return set(
        Task.objects.filter(state=TaskState.OPEN, owner_id__in=list(account_ids)).values_list(
            "owner_id", flat=True
        )
    )
