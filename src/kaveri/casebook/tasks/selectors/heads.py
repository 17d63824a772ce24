"""The one question as a line people read, and what stands at the head of every case page."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Value
from django.utils.translation import get_language

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import CaseState, RelationKind
from kaveri.casebook.records.domain import Category
from kaveri.casebook.tasks.actions import WORDS_CATEGORY, TaskAction
from kaveri.casebook.tasks.domain import NextStep
from kaveri.casebook.tasks.labels import NOT_SHOWN, TOLD, step_words
from kaveri.casebook.tasks.selectors.head_words import (
    SEES_THE_PLACE,
    Band,
    Group,
    Link,
    above,
    band,
    pages,
    tags,
    years,
)
from kaveri.casebook.tasks.selectors.steps import next_steps, open_steps, open_tasks
from kaveri.foundation.access import policy
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.foundation.base.actor import Actor
from kaveri.foundation.ui import dates
from kaveri.foundation.ui.tags import Tag
from kaveri.foundation.usecase.looking import Look

if TYPE_CHECKING:
    from kaveri.casebook.cases.models import Relation
    from kaveri.casebook.tasks.models import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """Who does what next, by when, and does the client know: ready to be shown."""

    task_id: UUID | None
    who: str
    who_id: UUID
    phone: str
    deputy_for: str
    what: str
    # Whether somebody wrote `what`, for the client to read; else the kind says it.
    is_written: bool
    kind: str
    due_on: dt.date
    told_on: dt.date | None
    told_how: str
    client: str
    is_overdue: bool
    is_missing: bool

    @property
    def client_knows(self) -> bool:
        """Whether a notice of this very step is recorded."""
        return self.told_on is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Somebody who stands near the case now."""

    account_id: UUID
    kind: str
    name: str
    title: str
    phone: str
    from_on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseHead:
    """What every page about a case begins with."""

    case_id: UUID
    client_id: UUID
    reference: str
    version: int
    client: str
    first_name: str
    born_on: dt.date | None
    language: str
    interpreter: str
    interpreter_language: str
    non_disclosure: bool
    is_open: bool
    opened_on: dt.date
    ended_on: dt.date | None
    manager_id: UUID
    manager: str
    manager_phone: str
    own_words: str
    step: StepLine | None
    # Everybody who stands near the case now, and how the one who looks does.
    people: tuple[Near, ...]
    relations: frozenset[str]
    # Whether the next step is the task of the one who looks.
    step_is_mine: bool = False
    besides: Mapping[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What the page is headed with."""
        return self.client

    @property
    def age(self) -> str:
        """43 years."""
        return years(self.born_on)

    @property
    def tags(self) -> list[Tag]:
        """Language, interpreter, protection, state."""
        return tags(self)

    @property
    def breadcrumb(self) -> list[Link]:
        """The way here."""
        return above()

    @property
    def sections(self) -> list[Group]:
        """The pages of the case that the one who looks may open, in groups."""
        return pages(self)

    @property
    def band(self) -> Band | None:
        """Who does what next, by when, and does the client know: as the band says it."""
        return band(self) if self.step else None


def case_head(
    look: Look,
    case_id: UUID,
    *,
    among: "Iterable[Task] | None" = None,
    besides: Mapping[str, Any] | None = None,
) -> CaseHead:
    """Open a case for a page: permission by the look's action, and the client noted as looked at.

    `among` are all its open tasks, read as `open_steps` reads them, when the caller has read them already;
    `besides` are columns that the page wants of the case and that the head itself knows nothing of.
    """
    # Whatever the page is for, its head is read by the head's own rule.
    rows = look.rows(cases.cases(), TaskAction.READ_HEAD).annotate(
        **{WORDS_CATEGORY: Value(str(Category.LIFE_SITUATION))}, **(besides or {})
    )
    case = look.row(policy.marked(rows, TaskAction.READ_WORDS, look.actor, "words_shown"), case_id)
    look.concerns([case.client_id])
    is_open = case.state == CaseState.OPEN
    relations = list(cases.relations().filter(case_id=case.id).order_by("from_at", "id"))
    step = None
    if is_open:
        answer = next_steps(
            {case.id: case.case_manager_id},
            among=open_steps(look.actor).filter(case_id=case.id) if among is None else among,
            near={(case.id, relation.account_id) for relation in relations},
        )
        step = step_lines(
            answer,
            clients={case.id: case.client.first_name},
            known={relation.account_id: relation.account for relation in relations},
        )[case.id]
    client = case.client
    return CaseHead(
        case_id=case.id,
        client_id=client.id,
        reference=case.reference,
        version=case.version,
        client=client.full_name,
        first_name=client.first_name,
        born_on=client.born_on,
        language=client.language,
        interpreter=client.interpreter,
        interpreter_language=client.interpreter_language,
        non_disclosure=client.non_disclosure,
        is_open=is_open,
        opened_on=case.opened_at.astimezone(clock.HELSINKI).date(),
        ended_on=case.ended_at.astimezone(clock.HELSINKI).date() if case.ended_at else None,
        manager_id=case.case_manager_id,
        manager=case.case_manager.full_name,
        manager_phone=case.case_manager.phone,
        own_words=case.own_words if case.words_shown else "",  # type: ignore[attr-defined]
        step=step,
        people=tuple(_near(relation) for relation in relations),
        relations=frozenset(
            relation.kind for relation in relations if relation.account_id == look.actor.account_id
        ),
        step_is_mine=step is not None and step.who_id == look.actor.account_id,
        besides={name: getattr(case, name) for name in besides or {}},
    )


def _near(relation: "Relation") -> Near:
    account = relation.account
    return Near(
        account_id=account.id,
        kind=relation.kind,
        name=account.full_name,
        title=getattr(account, f"title_{dates.known_language(get_language())}"),
        phone=account.phone,
        from_on=relation.from_at.astimezone(clock.HELSINKI).date(),
    )


def step_lines(
    steps: Mapping[UUID, NextStep],
    *,
    clients: Mapping[UUID, str],
    known: Mapping[UUID, Account] | None = None,
) -> dict[UUID, StepLine]:
    """The answers with names in place; `clients` gives each case's (or contact's) first name.

    `known` are accounts the caller has read already.
    """
    wanted = {step.who_id for step in steps.values()}
    wanted |= {step.deputy_for_id for step in steps.values() if step.deputy_for_id}
    found = dict(known or {})
    if missing := wanted - set(found):
        found |= {account.id: account for account in people.accounts().filter(pk__in=missing)}
    today = clock.today()
    return {
        about: _line(step, found, client=clients.get(about, ""), today=today)
        for about, step in steps.items()
    }


def _line(
    step: NextStep, found: Mapping[UUID, Account], *, client: str, today: dt.date
) -> StepLine:
    who = found[step.who_id]
    return StepLine(
        task_id=step.task_id,
        who=who.full_name,
        who_id=who.id,
        phone=who.phone,
        deputy_for=found[step.deputy_for_id].full_name if step.deputy_for_id else "",
        what=str(NOT_SHOWN) if step.is_hidden else step_words(step.kind, step.what),
        is_written=bool(step.what),
        kind=step.kind,
        due_on=step.due_on,
        told_on=step.told_on,
        told_how=str(TOLD.get(step.told_how, "")),  # type: ignore[call-overload]
        client=client,
        is_overdue=step.is_overdue(today),
        is_missing=step.is_fallback,
    )


def may_know_place(head: CaseHead, actor: Actor, *, protected: bool) -> bool:
    """Address, telephone, municipality, places of meeting: of a protected person only to the nearest.

    A substitute must have a task of their own on the case (access.md §3).
    """
    if not protected:
        return True
    kinds = {RelationKind(kind) for kind in head.relations} & SEES_THE_PLACE
    if kinds - {RelationKind.SUBSTITUTE}:
        return True
    if not kinds:
        return False
    mine = open_tasks().filter(case_id=head.case_id, owner_id=actor.account_id)
    return mine.exists() or (head.step is not None and head.step.who_id == actor.account_id)
