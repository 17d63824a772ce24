"""The responsible one agrees."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.records.domain import Category
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.foundation.usecase.looking import looking
from kaveri.steps.planning.actions import PlanAction
from kaveri.steps.planning.domain import PlanObstacle
from kaveri.steps.planning.selectors import agreements_of, calls
from kaveri.steps.planning.services import agree_row
from tests.factories import cast
from tests.factories.casebook import a_case, a_consent, near
from tests.factories.planning import a_plan, a_row, kerstin

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PLAN-10")]


def test_only_the_responsible_one_agrees_and_once():
    row = a_row(a_plan(), responsible_id=cast.mikko().id)
    with pytest.raises(Denied):
        agree_row(actor=kerstin(), row_id=row.id, version=1)
    near(row.case, cast.mikko(), RelationKind.PAIR)
    agree_row(actor=cast.as_actor(cast.mikko()), row_id=row.id, version=1)
    with pytest.raises(Refused) as refused:
        agree_row(actor=cast.as_actor(cast.mikko()), row_id=row.id, version=1)
    assert refused.value.obstacles == [PlanObstacle.AGREED_ALREADY]


def test_the_client_agrees_to_their_own_part():
    row = a_row(a_plan(), responsible_id=None, by_client=True)
    agree_row(actor=cast.as_actor(cast.aino_account()), row_id=row.id, version=1)
    assert row.id in agreements_of([row])


def test_what_is_kept_from_somebody_in_the_plan_is_not_asked_of_them_either():
    case = a_case()
    near(case, cast.kalle(), RelationKind.MEMBER)
    a_consent(case, {"kela": "own"}, but=[Category.SUBSTANCE_USE])
    plan = a_plan(case=case)
    seen = a_row(plan, what="ringer FPA", responsible_id=cast.kalle().id)
    hidden = a_row(
        plan,
        what="samtal på kliniken",
        responsible_id=cast.kalle().id,
        category=Category.SUBSTANCE_USE,
    )
    kalle = cast.as_actor(cast.kalle())

    with looking(PlanAction.OPEN, actor=kalle) as look:
        asked = [call.id for call in calls(look, "sv", most=9).to_agree]

    assert asked == [seen.id]
    with pytest.raises(Denied):
        agree_row(actor=kalle, row_id=hidden.id, version=1)
