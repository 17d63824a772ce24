"""The plan on a phone and on a desk: read, with its picture, its duties and where it waits."""

import pytest

from kaveri.foundation.accounts.models import Account
from kaveri.steps.planning.domain import PlanForm
from kaveri.steps.planning.models import FollowUp
from tests.browser import (
    DESKTOP,
    PHONE,
    check_accessibility,
    check_reflow,
    picture,
    sign_in,
)
from tests.factories import cast, planning

pytestmark = pytest.mark.journey


def a_whole_plan():
    """Aino's plan with goals and rows, out of date by three days."""
    plan = planning.a_plan(form=PlanForm.FULL)
    planning.a_goal(plan)
    days = planning.in_days
    planning.a_row(
        plan,
        what="arbetsprövning i verkstaden, halva dagar till att börja med och sedan hela",
        from_on=days(20),
        until_on=days(110),
        due_on=None,
        recommendation="Börja med halva dagar.",
    )
    planning.a_row(plan, what="ny bedömning av arbetsförmågan", due_on=days(120))
    FollowUp.objects.filter(plan=plan).update(on=days(-3))
    return plan


@pytest.mark.requirement("PLAN-5")
@pytest.mark.parametrize("language", ["sv", "fi"])
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_the_plan_is_read_on_a_phone_and_on_a_desk(page_at, width, language):
    plan = a_whole_plan()
    page = page_at(width=width, language=language)
    Account.objects.filter(pk=cast.kerstin().pk).update(language=language)
    sign_in(page, cast.kerstin())
    case = f"/case/{plan.case_id}/"
    for name, address in (
        ("plan", f"{case}plan/"),
        ("duties", f"{case}duties/"),
        ("case", case),
        ("my-day", "/my-day/"),
    ):
        page.goto(address)
        check_reflow(page)
        check_accessibility(page)
        picture(page, f"plan/{name}-{width}-{language}")
