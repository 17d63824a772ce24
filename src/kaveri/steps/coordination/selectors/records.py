"""The rows of coordination, and where its rules come from."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from uuid import UUID

from django.db.models import QuerySet

from kaveri.casebook.timeline import selectors as timeline
from kaveri.casebook.timeline.domain import EntryKind, Reached
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.models import Absence
from kaveri.foundation.base import clock
from kaveri.steps.coordination.domain import HandoverState
from kaveri.steps.coordination.models import CoordinatingDecision, Handover, Wait

_RULES = Path(__file__).resolve().parent.parent / "rules" / "coordinating.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSource:
    """Where a rule comes from, since when it holds, and whether somebody has checked it."""

    source: Mapping[str, str]
    effective_from: dt.date
    verified: bool


@cache
def rule_sources() -> Mapping[str, RuleSource]:
    """The source of every rule that proposes who should coordinate."""
    with _RULES.open("rb") as file:
        rows = tomllib.load(file)
    return {
        key: RuleSource(
            source={code: row[f"source_{code}"] for code in ("sv", "fi", "en")},
            effective_from=row["effective_from"],
            verified=row["verified"],
        )
        for key, row in rows.items()
        if isinstance(row, dict)
    }


def decisions() -> QuerySet[CoordinatingDecision]:
    """Decisions on who coordinates, newest first; narrow by permission before use."""
    return CoordinatingDecision.objects.select_related("by").order_by("-at", "id")


def handovers() -> QuerySet[Handover]:
    """Every handover, newest first; narrow by permission before use."""
    return Handover.objects.select_related("case", "from_account", "to_account").order_by(
        "-offered_at", "id"
    )


def open_handover(case_id: UUID) -> Handover | None:
    """The offer that waits for an answer."""
    return handovers().filter(case_id=case_id, state=HandoverState.OFFERED).first()


def waits() -> QuerySet[Wait]:
    """Every wait, newest first; narrow by permission before use."""
    return Wait.objects.select_related("case", "supporter").order_by("-since_on", "id")


def open_waits(case_id: UUID) -> QuerySet[Wait]:
    """What the client waits for now."""
    return waits().filter(case_id=case_id, ended_at=None)


def last_contact_on(case_id: UUID) -> dt.date | None:
    """The day somebody was last in touch with the client; a missed contact does not count."""
    last = (
        timeline.entries()
        .filter(case_id=case_id, kind=EntryKind.CONTACT, reached=Reached.REACHED)
        .values_list("at", flat=True)
        .first()
    )
    return last.astimezone(clock.HELSINKI).date() if last else None


def absences() -> QuerySet[Absence]:
    """Absences that go on or are to come; narrow by permission before use."""
    return people.every_absence()
