"""What the peer support page shows."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kaveri.casebook.tasks.selectors import CaseHead
from kaveri.steps.participation.domain import PeerAnswer
from kaveri.steps.participation.forms import PeerSupportForm
from kaveri.steps.participation.labels import PEER_ANSWERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One answer as it is read."""

    answer: Any
    at: dt.datetime
    by: str
    words: str
    with_whom: str
    first_on: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerSupportPage:
    """The newest answer, the form, and what was answered before."""

    head: CaseHead
    form: PeerSupportForm
    newest: Line | None
    earlier: tuple[Line, ...]


def peer_support(head: CaseHead, form: PeerSupportForm, rows: Iterable[Any]) -> PeerSupportPage:
    """The page, from the answers newest first."""
    lines = tuple(_line(row) for row in rows)
    return PeerSupportPage(
        head=head, form=form, newest=lines[0] if lines else None, earlier=lines[1:]
    )


def _line(row: Any) -> Line:
    return Line(
        answer=PEER_ANSWERS[PeerAnswer(row.answer)],
        at=row.at,
        by=row.by.full_name if row.by else "",
        words=row.words,
        with_whom=row.with_whom,
        first_on=row.first_on,
    )
