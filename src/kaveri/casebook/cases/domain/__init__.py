"""States of a case, kinds of relation, and what each relation grants."""

from kaveri.casebook.cases.domain.acts import GRANTS, Act, Grant, kinds_with, works_on
from kaveri.casebook.cases.domain.relations import (
    ABSENCE,
    PREDECESSOR_DAYS,
    CaseState,
    RelationKind,
)

__all__ = [
    "ABSENCE",
    "GRANTS",
    "PREDECESSOR_DAYS",
    "Act",
    "CaseState",
    "Grant",
    "RelationKind",
    "kinds_with",
    "works_on",
]
