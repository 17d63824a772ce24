"""The plan's tables: the plan, its parts, and the versions kept of it."""

from kaveri.steps.planning.models.parts import Comment, Goal, PlanRow, PlanStatement, RowAgreement
from kaveri.steps.planning.models.plans import (
    FollowUp,
    Former,
    OwnWords,
    Piece,
    Plan,
    Review,
    ReviewLine,
)
from kaveri.steps.planning.models.versions import Approval, Confirmation, PlanVersion

__all__ = [
    "Approval",
    "Comment",
    "Confirmation",
    "FollowUp",
    "Former",
    "Goal",
    "OwnWords",
    "Piece",
    "Plan",
    "PlanRow",
    "PlanStatement",
    "PlanVersion",
    "Review",
    "ReviewLine",
    "RowAgreement",
]
