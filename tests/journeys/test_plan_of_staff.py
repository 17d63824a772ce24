"""The staff side of the plan: every page seen, judged by axe, reflowed; rows put in order by keyboard."""

import pytest

from kaveri.steps.planning.domain import CommentKind, GoalLevel, Part, PlanForm, Topic, Wish
from kaveri.steps.planning.models import PlanRow
from kaveri.steps.planning.services import add_statement, comment_plan, revise_plan
from tests.browser import (
    DESKTOP,
    PHONE,
    check_accessibility,
    check_reflow,
    picture,
    sign_in,
)
from tests.factories import cast, planning
from tests.factories.assessment import a_statement

pytestmark = [
    pytest.mark.journey,
    pytest.mark.requirement("PLAN-1", "PLAN-5", "PLAN-10", "PLAN-14"),
]
LONG = "Söker en plats på en snickeriverkstad där man kan börja med fyra timmar om dagen."


@pytest.fixture
def made(site, settings):
    """A plan of two versions, with what Aino has said about it, that is written in again."""
    settings.SECOND_FACTOR = False
    plan = planning.a_plan(form=PlanForm.FULL)
    goal = planning.a_goal(plan)
    planning.a_goal(plan, own_words="Först vill jag sova bättre.", level=GoalLevel.SUB)
    row = planning.a_row(
        plan,
        what=LONG,
        recommendation="Två dagar i veckan.",
        wish=Wish.UNSURE,
        client_part="Ringer",
    )
    planning.a_row(plan, what="visar", responsible_id=None, responsible_name="Nisse Ek, Verkstan")
    for topic in (Topic.LIFE_SITUATION, Topic.STRENGTH):
        add_statement(actor=planning.kerstin(), plan_id=plan.id, told=planning.told(topic=topic))
    for part, item in ((Part.GOAL, goal), (Part.ROW, row), (None, None)):
        comment_plan(
            actor=cast.as_actor(cast.aino_account()),
            plan_id=plan.id,
            text="Hellre på eftermiddagarna, för jag sover dåligt.",
            kind=CommentKind.PROPOSAL,
            part=part,
            item_id=item.id if item else None,
        )
    a_statement(case=plan.case, text="Tål inte damm.")
    a_statement(case=plan.case, heading="skills", text="Truckkort.", said_on=planning.in_days(-500))
    first = planning.an_agreed(plan)
    second = planning.agreed_again(first)
    plan.refresh_from_db()
    revise_plan(actor=planning.kerstin(), plan_id=plan.id, version=plan.version)
    return plan, first, second, row


@pytest.mark.parametrize(("language", "width"), [("sv", DESKTOP), ("fi", PHONE)])
def test_every_page_of_the_plan_is_readable(page_at, made, language, width):
    plan, first, second, row = made
    kerstin = cast.kerstin()
    kerstin.language = language
    kerstin.save()
    page = page_at(width, language=language)
    sign_in(page, kerstin)
    at = f"/case/{plan.case_id}/plan/"
    for path, name in [
        (at, "plan"),
        (f"{at}order/", "order"),
        (f"{at}rows/{row.id}/agree/", "row-agree"),
        (f"{at}known/", "known"),
        (f"{at}versions/", "versions"),
        (f"{at}versions/{first.id}/", "version-old"),
        (f"{at}versions/{second.id}/", "version"),
        (f"{at}versions/{second.id}/confirm/", "confirm"),
        (f"{at}versions/{second.id}/known/", "confirmation"),
        (f"{at}versions/{second.id}/changes/", "compare"),
        (f"/case/{plan.case_id}/duties/", "duties"),
        ("/my-day/", "my-day"),
    ]:
        page.goto(path)
        picture(page, f"plan/{name}-{language}-{width}")
        check_accessibility(page)
        check_reflow(page)


def test_a_row_is_moved_by_keyboard_without_javascript_and_the_focus_stays(page_at, made):
    plan, _first, _second, row = made
    page = page_at(DESKTOP, language="sv", javascript=False)
    sign_in(page, cast.kerstin())
    page.goto(f"/case/{plan.case_id}/plan/order/")
    page.locator(f"#down-{row.id}").focus()
    places = []
    for _press in range(2):
        with page.expect_navigation():
            page.keyboard.press("Enter")
        places.append(PlanRow.objects.get(pk=row.pk).place)
        assert page.locator(f"#down-{row.id}:focus, #up-{row.id}:focus").count() == 1
    assert places == [3, 4]
