"""The independent table: `access.csv`, one row an act, one column a relation."""

import csv
from functools import cache
from pathlib import Path

from kaveri.casebook.cases.domain import Act, Grant, RelationKind

WHERE = Path(__file__).with_name("access.csv")
GRANT = {"y": Grant.YES, "own": Grant.OWN, "n": Grant.NO}
NONE = "none"


def written() -> dict[str, dict[str, str]]:
    """The file as it stands: act -> relation -> y, own or n."""
    with WHERE.open(encoding="utf-8", newline="") as file:
        return {row.pop("act"): dict(row) for row in csv.DictReader(file)}


@cache
def expected() -> dict[Act, dict[RelationKind | None, Grant]]:
    """The same in the product's codes; None is the one who stands in no relation."""
    return {
        Act(act): {
            (None if kind == NONE else RelationKind(kind)): GRANT[cell]
            for kind, cell in row.items()
        }
        for act, row in written().items()
    }
