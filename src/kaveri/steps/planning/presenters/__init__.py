"""The pages of the plan, decided before the template."""

from kaveri.steps.planning.presenters.known import KnownLine, KnownPage, known_lines
from kaveri.steps.planning.presenters.order import OrderPage, order_page
from kaveri.steps.planning.presenters.page import FormPage, May, PlanPage, plan_page
from kaveri.steps.planning.presenters.versions import (
    ComparePage,
    VersionLine,
    VersionPage,
    VersionsPage,
    version_lines,
    version_page,
)

__all__ = [
    "ComparePage",
    "FormPage",
    "KnownLine",
    "KnownPage",
    "May",
    "OrderPage",
    "PlanPage",
    "VersionLine",
    "VersionPage",
    "VersionsPage",
    "known_lines",
    "order_page",
    "plan_page",
    "version_lines",
    "version_page",
]
