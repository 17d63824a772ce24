"""The rows in their order, each with what moves it up or down."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from kaveri.steps.planning.forms import MoveForm
from kaveri.steps.planning.selectors import row_words

if TYPE_CHECKING:
    from kaveri.steps.planning.models import PlanRow

Sent = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLine:
    """A row at its place; what is sent to move it is empty where it cannot move."""

    id: UUID
    what: str
    up: Sent
    down: Sent


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPage:
    """The page where rows are put in order."""

    form: MoveForm
    rows: list[PlaceLine]


def order_page(form: MoveForm, rows: "Iterable[PlanRow]", version: int, language: str) -> OrderPage:
    """Each row with a button up, but for the first, and a button down, but for the last."""
    found = list(rows)

    def sent(row: "PlanRow", way: str) -> Sent:
        return (("row", str(row.id)), ("way", way), ("version", str(version)))

    return OrderPage(
        form=form,
        rows=[
            PlaceLine(
                id=row.id,
                what=row_words(row, language),
                up=sent(row, "up") if place else (),
                down=sent(row, "down") if place + 1 < len(found) else (),
            )
            for place, row in enumerate(found)
        ],
    )
