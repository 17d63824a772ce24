"""A word of five hundred letters widens no page: staff's and the client's, on a phone and on a desk."""

import pytest
from django.urls import reverse

from kaveri.steps.planning.domain import GoalLevel, PlanForm, Topic
from kaveri.steps.planning.services import add_statement, comment_plan, revise_plan
from tests.browser import DESKTOP, PHONE, check_reflow, sign_in
from tests.factories import cast, planning

pytestmark = [pytest.mark.journey, pytest.mark.requirement("PLAN-14")]
WORD = "Suunnitelmasana" * 34


@pytest.fixture
def made(site, settings):
    """A plan with such a word wherever somebody can write."""
    settings.SECOND_FACTOR = False
    plan = planning.a_plan(form=PlanForm.FULL, words=WORD)
    planning.a_goal(plan, own_words=WORD, wording=WORD, level=GoalLevel.CAREER)
    row = planning.a_row(plan, what=WORD, recommendation=WORD, client_words=WORD, client_part=WORD)
    planning.a_row(plan, what="ringer", responsible_id=None, responsible_name=WORD[:200])
    add_statement(
        actor=planning.kerstin(),
        plan_id=plan.id,
        told=planning.told(topic=Topic.STRENGTH, text=WORD, said_by=WORD[:200]),
    )
    comment_plan(actor=cast.as_actor(cast.aino_account()), plan_id=plan.id, text=WORD)
    first = planning.an_agreed(plan)
    second = planning.agreed_again(first)
    plan.refresh_from_db()
    revise_plan(actor=planning.kerstin(), plan_id=plan.id, version=plan.version)
    return plan, second, row


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_no_page_is_wider_than_the_screen(page_at, made, size):
    plan, version, row = made
    case = plan.case_id
    of_staff = [
        *(reverse(f"planning:{name}", args=[case]) for name in ("plan", "order", "versions")),
        *(reverse(f"planning:{name}", args=[case, version.id]) for name in ("version", "compare")),
        *(reverse(f"planning:{name}", args=[case, row.id]) for name in ("row", "row_agree")),
        reverse("workspace:case", args=[case]),
        reverse("workspace:timeline", args=[case]),
        reverse("workspace:my_day"),
    ]
    staff, client = page_at(size, language="fi"), page_at(size, language="fi")
    sign_in(staff, cast.kerstin())
    sign_in(client, cast.aino_account())

    for address in of_staff:
        staff.goto(address)
        check_reflow(staff)
    for address in (reverse("portal:home"), reverse("portal:plan", args=[case])):
        client.goto(address)
        check_reflow(client)
