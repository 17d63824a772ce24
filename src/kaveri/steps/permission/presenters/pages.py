"""The pages of staff and of the client."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from kaveri.casebook.cases.domain import Act, RelationKind
from kaveri.casebook.consent.domain import Given, Life
from kaveri.casebook.consent.labels import GIVEN
from kaveri.casebook.records.labels import REGISTERS, SERVICE_TASKS
from kaveri.casebook.tasks.selectors import CaseHead
from kaveri.casebook.tasks.selectors.head_words import may
from kaveri.foundation.ui.forms import KaveriForm
from kaveri.steps.permission.labels import SECTORS, period
from kaveri.steps.permission.presenters.words import (
    Fact,
    Line,
    Row,
    consent_facts,
    day,
    language,
    listed,
    over,
    state_of,
    told,
)
from kaveri.steps.permission.selectors import life

_HOLDS = frozenset({Life.VALID, Life.COMING})
_RENEWABLE = _HOLDS | {Life.EXPIRED}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentsPage:
    """Everything the client allows and has allowed; `head` is missing for who may not open the case."""

    case_id: UUID
    head: CaseHead | None
    client: str
    may_record: bool
    missing: str
    consents: tuple[Row, ...]
    earlier: tuple[Row, ...]
    permits: tuple[Row, ...]
    prohibitions: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """A form about what the client allows; on the second look the facts and what follows."""

    head: CaseHead | None
    case_id: UUID
    title: Any
    form: KaveriForm
    send: Any
    looking: bool = False
    facts: tuple[Fact, ...] = ()
    lines: tuple[Line, ...] = ()
    texts: tuple[str, ...] = ()
    text_language: str = ""
    verified: bool = True
    lead: Any = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPage:
    """The client's own consents."""

    case_id: UUID
    head: CaseHead
    name: str
    may_give: bool
    # Something beyond the scope of the one who acts for the client holds as well.
    kept_back: bool
    consents: tuple[Row, ...]
    earlier: tuple[Row, ...]
    permits: tuple[Row, ...]
    prohibitions: tuple[Row, ...]


def consents_page(
    case: Any,
    head: CaseHead | None,
    consents: Iterable[Any],
    permits: Iterable[Any],
    prohibitions: Iterable[Any],
) -> ConsentsPage:
    """The list, with what is missing said when nothing holds."""
    relations = head.relations if head else frozenset()
    records = may(relations, Act.CONSENT_RECORD)
    rows = [_consent(row, records=records, takes_back=True, says_why=records) for row in consents]
    return ConsentsPage(
        case_id=case.id,
        head=head,
        client=case.client.full_name,
        may_record=bool(records and head and head.is_open),
        missing=""
        if any(not row.is_over for row in rows)
        else _("No consent holds now. Other authorities and organisations do not see the case."),
        consents=tuple(row for row in rows if not row.is_over),
        earlier=tuple(row for row in rows if row.is_over),
        permits=tuple(_permit(row, records=records) for row in permits),
        prohibitions=tuple(_prohibition(row, records=records) for row in prohibitions),
    )


def own_page(
    head: CaseHead,
    consents: Iterable[Any],
    permits: Iterable[Any],
    prohibitions: Iterable[Any],
    *,
    kept_back: bool,
) -> OwnPage:
    """What holds, between whom, which information, until when."""
    gives = may(head.relations, Act.CONSENT_GIVE)
    rows = [
        _consent(row, records=gives and head.is_open, takes_back=True, says_why=True)
        for row in consents
    ]
    own = RelationKind.SELF in head.relations
    return OwnPage(
        case_id=head.case_id,
        head=head,
        name="" if own else head.client,
        may_give=gives and head.is_open,
        kept_back=kept_back,
        consents=tuple(row for row in rows if not row.is_over),
        earlier=tuple(row for row in rows if row.is_over),
        permits=tuple(_permit(row, records=False) for row in permits),
        prohibitions=tuple(_prohibition(row, records=False) for row in prohibitions),
    )


def _consent(row: Any, *, records: bool, takes_back: bool, says_why: bool) -> Row:
    """`says_why`: what the client said when they took it back is for those who work with them."""
    now = life(row)
    facts = consent_facts(row)
    return Row(
        id=row.id,
        title=_("Consent given on %(day)s") % {"day": day(row.given_on)},
        state=state_of(row),
        facts=facts,
        words=row.withdrawal_words if says_why else "",
        has_scan=bool(row.scan),
        told=told(row),
        may_change=records and now in _RENEWABLE,
        may_scan=records and row.given == Given.PAPER and not row.scan,
        may_withdraw=takes_back and now in _HOLDS,
        is_over=now not in _HOLDS,
    )


def _permit(row: Any, *, records: bool) -> Row:
    return _paper(
        row, _("Permit: %(sector)s") % {"sector": SECTORS[row.sector]}, [], records=records
    )


def _prohibition(row: Any, *, records: bool) -> Row:
    whose = getattr(row.controller_of, f"name_{language()}") if row.controller_of else ""
    narrows = listed(
        [
            whose,
            REGISTERS.get(row.register_of, ""),
            SERVICE_TASKS.get(row.service_task_of, ""),
        ]
    )
    what = narrows or _("everything")
    return _paper(row, _("Prohibition"), [(_("Is not passed on"), what)], records=records)


def _paper(row: Any, title: str, first: list[tuple[Any, Any]], *, records: bool) -> Row:
    how = _("%(how)s, %(day)s") % {"how": GIVEN[row.given], "day": day(row.given_on)}
    lines = [
        *first,
        (_("Valid"), period(row.from_on, row.until_on, language())),
        (_("How it was given"), how),
        (_("Where the paper is"), row.stored_where),
        *over(row),
    ]
    holds = life(row) in _HOLDS
    return Row(
        id=row.id,
        title=title,
        state=state_of(row),
        facts=tuple(Fact(name=name, text=text) for name, text in lines if text),
        words=row.withdrawal_words,
        has_scan=False,
        told=(),
        may_scan=False,
        may_change=False,
        may_withdraw=records and holds,
        is_over=not holds,
    )
