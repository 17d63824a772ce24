"""Agreeing: each row by its responsible one, the whole as a version that is kept unchanged."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from kaveri.casebook.directory import selectors as directory
from kaveri.casebook.records.domain import Category
from kaveri.casebook.tasks.services import require_next_step
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.base.errors import refuse_if
from kaveri.foundation.ui import dates
from kaveri.foundation.usecase.acting import Act, acting
from kaveri.steps.planning.actions import PlanAction
from kaveri.steps.planning.domain import (
    AgreeingFacts,
    GoalLevel,
    GoalState,
    How,
    Part,
    PlanForm,
    PlanObstacle,
    PlanState,
    Yes,
    canonical,
    category_of_row,
    fingerprint,
    obstacles_to_agreeing,
    obstacles_to_yes,
)
from kaveri.steps.planning.models import Plan, PlanRow, PlanVersion, RowAgreement
from kaveri.steps.planning.selectors import (
    agreements_of,
    day_of,
    facts_of_row,
    follow_ups,
    goals,
    keeper_of_case,
    keeping_to_keep,
    newest_version,
    own_words,
    plan_rows,
    plan_statements,
)
from kaveri.steps.planning.services import parts


def agree_row(
    *, actor: Actor, row_id: UUID, version: int, words: str = "", sending: UUID | None = None
) -> RowAgreement:
    """The one who is responsible says yes to the row as it reads now, signed in."""
    with acting(PlanAction.AGREE_ROW, actor=actor, sending=sending) as act:
        row = act.fetch(plan_rows(), row_id, version=version)
        # Nobody says yes to what is kept from them in the plan.
        parts.require(act, PlanAction.READ, plan_rows(), row_id)
        act.concerns(row.case.client_id)
        refuse_if([PlanObstacle.AGREED_ALREADY] if row.id in agreements_of([row]) else [])
        yes = Yes(how=How.SIGNED_IN, on=clock.today(), words=words)
        agreement = _agree(act, row, yes, by_id=actor.account_id)
        require_next_step(row.case)
        act.record(row)
    return agreement


def record_row_agreement(
    *, actor: Actor, row_id: UUID, version: int, yes: Yes, sending: UUID | None = None
) -> RowAgreement:
    """The responsible one told the case manager, who writes down how and when."""
    with acting(PlanAction.RECORD_ROW_AGREEMENT, actor=actor, sending=sending) as act:
        row = act.fetch(plan_rows(), row_id, version=version)
        act.concerns(row.case.client_id)
        nobody = not (row.responsible_id or row.responsible_name or row.by_client)
        refuse_if(
            [
                *([PlanObstacle.ROW_WITHOUT_RESPONSIBLE] if nobody else []),
                *([PlanObstacle.AGREED_ALREADY] if row.id in agreements_of([row]) else []),
                *obstacles_to_yes(yes, named=False, today=clock.today()),
            ]
        )
        agreement = _agree(act, row, yes, by_id=row.responsible_id)
        require_next_step(row.case)
        act.record(row, facts={"how": yes.how})
    return agreement


def agree_plan(
    *, actor: Actor, plan_id: UUID, version: int, sending: UUID | None = None
) -> PlanVersion:
    """What the plan says now is agreed: a version that nobody can change, with the next number."""
    with acting(PlanAction.AGREE, actor=actor, sending=sending) as act:
        plan = parts.fetch_plan(act, plan_id, version=version)
        parts.edit(plan)
        refuse_if(obstacles_to_agreeing(_facts(plan)))
        former = newest_version(plan.pk)
        number = former.number + 1 if former else 1
        content = content_of(plan, _held(plan), number=number, on=clock.today())
        kept = PlanVersion.objects.create(
            number=number,
            content=content,
            sha256=fingerprint(content),
            **parts.piece(act, plan, plan.category),
        )
        parts.count_up(act, plan, state=PlanState.AGREED)
        parts.tell_timeline(act, plan, "agreed", kept.pk)
        require_next_step(plan.case)
        act.record(kept, facts={"number": number})
    return kept


def _agree(act: Act, row: PlanRow, yes: Yes, *, by_id: UUID | None) -> RowAgreement:
    return RowAgreement.objects.create(
        row=row,
        content_no=row.content_no,
        due_on=day_of(row),
        by_id=by_id,
        name=yes.name.strip() or row.responsible_name,
        how=yes.how,
        on=yes.on,
        words=yes.words.strip(),
        recorded_by_id=act.actor.person_id,
        recorded_at=clock.now(),
    )


def _facts(plan: Plan) -> AgreeingFacts:
    words = own_words().filter(plan=plan).first()
    follow_up = follow_ups().filter(plan=plan).first()
    return AgreeingFacts(
        form=PlanForm(plan.form),
        own_words=words.text if words else "",
        levels=frozenset(
            GoalLevel(goal.level)
            for goal in goals().filter(plan=plan).exclude(state=GoalState.GIVEN_UP)
        ),
        rows=tuple(facts_of_row(row) for row in plan_rows().filter(plan=plan)),
        follow_up_on=follow_up.on if follow_up else None,
        today=clock.today(),
    )


# What is kept of each part, besides its home; foreign keys as ids.
_KEPT = {
    Part.WORDS: "text",
    Part.GOAL: "level own_words wording leads_to state closed_on closed_reason",
    Part.STATEMENT: "topic text effect source said_by said_on",
    Part.ROW: "kind what service_id organisation_id organisation_name responsible_id"
    " responsible_name by_client wish client_words recommendation client_part place from_on"
    " until_on state left_reason",
    Part.FOLLOW_UP: "what on who_id who_name",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Everything that stands in the plan, and what being a client of whose workers tells."""

    words: Sequence[Any]
    goals: Sequence[Any]
    statements: Sequence[Any]
    rows: Sequence[PlanRow]
    follow_ups: Sequence[Any]
    partners: Mapping[UUID | None, str]
    # Section 8, as it holds on the day.
    keeping: Mapping[str, Any] = field(default_factory=dict)
    agreed: Mapping[UUID, RowAgreement] = field(default_factory=dict)


def content_of(plan: Plan, held: Held, *, number: int, on: dt.date) -> str:
    """What a version of this plan keeps, as canonical text."""
    return canonical(
        {
            "plan": str(plan.pk),
            "case": str(plan.case_id),
            "number": number,
            "form": plan.form,
            "agreed_on": on.isoformat(),
            "items": list(_items(plan, held)),
            "keeping": held.keeping,
        }
    )


def _held(plan: Plan) -> Held:
    rows = list(plan_rows().filter(plan=plan))
    return Held(
        words=list(own_words().filter(plan=plan)),
        goals=list(goals().filter(plan=plan)),
        statements=list(plan_statements().filter(plan=plan)),
        rows=rows,
        follow_ups=list(follow_ups().filter(plan=plan)),
        partners=dict(directory.partners().values_list("organisation_id", "discloses")),
        agreed=agreements_of(rows),
        keeping=keeping_to_keep(keeper_of_case(plan.case)),
    )


def _items(plan: Plan, held: Held) -> Iterable[dict[str, Any]]:
    known: list[tuple[Part, Any, object]] = [
        *((Part.WORDS, row, "words") for row in held.words),
        *((Part.GOAL, row, row.root_id) for row in held.goals),
        *((Part.STATEMENT, row, row.id) for row in held.statements),
        *((Part.ROW, row, row.id) for row in held.rows),
        *((Part.FOLLOW_UP, row, "follow_up") for row in held.follow_ups),
    ]
    agreed = held.agreed
    for part, row, key in known:
        item = _homed(row, part, key, row.category, row.id)
        item |= {name: _plain(getattr(row, name)) for name in _KEPT[part].split()}
        item |= {"written_by": row.written_by.full_name, "written_at": _plain(row.written_at)}
        if part == Part.ROW:
            item |= {
                "due_on": _plain(day_of(row)),
                "service": row.service.name_sv if row.service else "",
                "responsible": row.responsible.full_name if row.responsible else "",
                "organisations": _organisations(row),
                "agreed_on": _plain(agreed[row.id].on) if row.id in agreed else None,
            }
        if part == Part.FOLLOW_UP:
            item["who"] = row.who.full_name if row.who else ""
        yield item
    yield from _makers(plan, [row for _part, row, _key in known], held)


def _organisations(row: PlanRow) -> dict[str, str]:
    """The organisation that the row names, or else that of the account which is responsible."""
    found = row.organisation or (row.responsible.organisation if row.responsible else None)
    return {each: getattr(found, f"name_{each}") for each in dates.LANGUAGES} if found else {}


def _makers(plan: Plan, written: list[Any], held: Held) -> Iterable[dict[str, Any]]:
    """Who wrote or is responsible; being named tells no less than what they are responsible for."""
    rows = held.rows
    accounts = {row.written_by_id: row.written_by for row in written}
    accounts |= {row.responsible_id: row.responsible for row in rows if row.responsible}
    for account in accounts.values():
        theirs = [row.category for row in rows if row.responsible_id == account.pk]
        told = [held.partners.get(account.organisation_id), *theirs]
        category = category_of_row(told, Category.LIFE_SITUATION)
        item = _homed(plan, Part.MAKER, account.pk, category, account.pk)
        yield {**item, "account": str(account.pk), "name": account.full_name}
    named: dict[str, list[PlanRow]] = {}
    for row in rows:
        if row.responsible_name and not row.responsible_id:
            named.setdefault(row.responsible_name, []).append(row)
    for name, theirs_ in named.items():
        category = category_of_row([row.category for row in theirs_], None)
        item = _homed(plan, Part.MAKER, f"name:{name}", category, theirs_[0].pk)
        yield {**item, "account": "", "name": name}


def _homed(row: Any, part: Part, key: object, category: str, item_id: UUID) -> dict[str, Any]:
    return {
        "part": str(part),
        "key": str(key),
        "id": str(item_id),
        "controller_id": str(row.controller_id),
        "register": row.register,
        "service_task": row.service_task,
        "category": str(category),
    }


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, (bool, int)):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
