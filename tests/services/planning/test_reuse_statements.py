"""Telling it once."""

import pytest

from kaveri.foundation.base.errors import Denied, Refused
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.assessment.actions import AssessmentAction
from kaveri.steps.planning.domain import PlanObstacle
from kaveri.steps.planning.models import PlanStatement
from kaveri.steps.planning.selectors import offered_for_reuse
from kaveri.steps.planning.services import reuse_statements
from tests.factories.assessment import a_statement
from tests.factories.planning import a_plan, in_days, kerstin

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PLAN-14")]


def test_what_the_mapping_holds_is_taken_over_with_its_source_and_offered_no_more():
    plan = a_plan()
    statement = a_statement(case=plan.case)
    with looking(AssessmentAction.MAPPING, actor=kerstin()) as look:
        assert [known.text for known in offered_for_reuse(look, plan.case_id)] == [statement.text]
    other = a_statement(case=plan.case, heading="skills", text="Bor med sin son.")
    row, second = reuse_statements(
        actor=kerstin(), plan_id=plan.id, statement_ids=[statement.id, other.id]
    )
    assert second.text == other.text
    assert (row.text, row.said_on, row.reused_from, row.category) == (
        statement.text,
        statement.said_on,
        statement,
        statement.category,
    )
    with looking(AssessmentAction.MAPPING, actor=kerstin()) as look:
        assert offered_for_reuse(look, plan.case_id) == []
    with pytest.raises(Refused) as refused:
        reuse_statements(actor=kerstin(), plan_id=plan.id, statement_ids=[statement.id])
    assert refused.value.obstacles == [PlanObstacle.REUSED_ALREADY]


def test_what_was_said_long_ago_is_told_as_such():
    plan = a_plan()
    a_statement(case=plan.case, said_on=in_days(-500))
    with looking(AssessmentAction.MAPPING, actor=kerstin()) as look:
        assert offered_for_reuse(look, plan.case_id)[0].is_stale


def test_all_that_is_chosen_is_taken_over_or_nothing():
    plan = a_plan()
    mine = a_statement(case=plan.case)
    with pytest.raises(Refused) as refused:
        reuse_statements(actor=kerstin(), plan_id=plan.id, statement_ids=[])
    assert refused.value.obstacles == [PlanObstacle.NOTHING_CHOSEN]
    with pytest.raises(Denied):
        reuse_statements(actor=kerstin(), plan_id=plan.id, statement_ids=[mine.id, plan.id])
    assert not PlanStatement.objects.exists()
