"""Reading statements and the headings of their kinds."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from kaveri.casebook.cases import selectors as cases
from kaveri.casebook.cases.domain import Act, Grant, kinds_with
from kaveri.foundation.accounts import selectors as people
from kaveri.foundation.accounts.models import Account
from kaveri.foundation.base import clock
from kaveri.steps.statements.domain import Heading, Kind, State
from kaveri.steps.statements.models import AskedStatement, SignedVersion

_FOLDER = Path(__file__).parent / "kinds"
_LANGUAGES = ("sv", "fi", "en")


@lru_cache(maxsize=1)
def kinds() -> Mapping[str, Kind]:
    """Every kind of statement, in the order of their files' own numbers."""
    read = [
        (path.stem, tomllib.loads(path.read_text(encoding="utf-8")))
        for path in sorted(_FOLDER.glob("*.toml"))
    ]
    return {
        key: _kind(key, row) for key, row in sorted(read, key=lambda each: int(each[1]["order"]))
    }


def _kind(key: str, row: Mapping[str, Any]) -> Kind:
    return Kind(
        key=key,
        version=row["version"],
        effective_from=row["effective_from"],
        source=row["source"],
        verified=row["verified"],
        category=row["category"],
        by_team=row["by_team"],
        names=_texts(row, "name"),
        headings=[_heading(each) for each in row["headings"]],
    )


def _heading(row: Mapping[str, Any]) -> Heading:
    return Heading(
        key=row["key"],
        names=_texts(row, "name"),
        helps=_texts(row, "help"),
        required=row["required"],
        verified=row["verified"],
    )


def _texts(row: Mapping[str, Any], name: str) -> dict[str, str]:
    return {language: row[f"{name}_{language}"] for language in _LANGUAGES}


def statements() -> QuerySet[AskedStatement]:
    """Every statement, the newest first; narrow by permission before use."""
    return AskedStatement.objects.select_related(
        "case__client", "asked_by", "writer__organisation"
    ).order_by("-asked_at", "-id")


def of_case(case_id: UUID) -> QuerySet[AskedStatement]:
    """The statements of one case."""
    return statements().filter(case_id=case_id)


def asked_of(account_id: UUID | None) -> QuerySet[AskedStatement]:
    """What somebody has been asked to write and has not signed; what is due first stands first."""
    found = statements().filter(writer_id=account_id, state=State.ASKED)
    return found.order_by("due_on", "asked_at", "id")


def versions(ids: list[UUID]) -> dict[UUID, list[SignedVersion]]:
    """What was signed of each of these, the newest version first."""
    found: dict[UUID, list[SignedVersion]] = {}
    rows = SignedVersion.objects.filter(statement_id__in=ids).select_related("signed_by")
    for row in rows.order_by("statement_id", "-number"):
        found.setdefault(row.statement_id, []).append(row)
    return found


def newest(statement_id: UUID) -> SignedVersion | None:
    """What stands now."""
    return versions([statement_id]).get(statement_id, [None])[0]


def who_can_write(case_id: UUID) -> QuerySet[Account]:
    """Those who stand near the case in a relation that may write statements."""
    near = cases.relations().filter(
        case_id=case_id, kind__in=kinds_with(Act.STATEMENT_WRITE, Grant.OWN)
    )
    return (
        people.professionals()
        .filter(pk__in=near.values("account_id"))
        .select_related("organisation")
        .order_by("last_name", "first_name", "id")
    )


def stands_near_until(case_id: UUID, account_id: UUID) -> dt.date | None:
    """The last day on which somebody can write here; None when no end is set."""
    near = list(
        cases.relations().filter(
            case_id=case_id,
            account_id=account_id,
            kind__in=kinds_with(Act.STATEMENT_WRITE, Grant.OWN),
        )
    )
    ends = [row.until_at for row in near if row.until_at]
    if not near or len(ends) < len(near):
        return None
    return (max(ends) - dt.timedelta(days=1)).astimezone(clock.HELSINKI).date()
