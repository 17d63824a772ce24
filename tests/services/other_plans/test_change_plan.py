"""What is known of another plan changes."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.foundation.base import clock
from kaveri.foundation.base.errors import Changed, Denied, Refused
from kaveri.steps.other_plans.domain import RegisterObstacle
from kaveri.steps.other_plans.services import change_plan, end_plan
from tests.factories import cast
from tests.factories.casebook import a_case, near
from tests.factories.other_plans import a_plan, terms

pytestmark = pytest.mark.django_db


def changed(row, account, **known):
    return change_plan(
        actor=cast.as_actor(account),
        other_plan_id=row.id,
        terms=terms(**known),
        version=known.pop("version", row.version),
    )


@pytest.mark.requirement("PLAN-11", "TRUST-1")
def test_its_holder_changes_it_and_no_other_member_does():
    case = a_case()
    for account in (cast.petra(), cast.mikko()):
        near(case, account, RelationKind.MEMBER)
    row = a_plan(case, holder_id=cast.petra().id)
    again = changed(row, cast.petra(), holder_id=cast.petra().id, kept_in="Arkivet")
    assert (again.kept_in, again.version) == ("Arkivet", 2)
    with pytest.raises(Denied):
        changed(again, cast.mikko())


@pytest.mark.requirement("PLAN-11")
def test_who_has_left_may_go_on_being_named_and_what_was_saved_meanwhile_is_not_lost():
    case = a_case()
    near(case, cast.petra(), RelationKind.MEMBER)
    row = a_plan(case, holder_id=cast.petra().id)
    case.relations.filter(account=cast.petra()).update(until_at=clock.now())
    assert changed(row, cast.kerstin(), holder_id=cast.petra().id).version == 2
    with pytest.raises(Changed):
        change_plan(
            actor=cast.as_actor(cast.kerstin()), other_plan_id=row.id, terms=terms(), version=1
        )


@pytest.mark.requirement("PLAN-11")
def test_what_has_ended_is_not_changed():
    row = a_plan(a_case())
    actor = cast.as_actor(cast.kerstin())
    row = end_plan(actor=actor, other_plan_id=row.id, reason="Ny plan.", version=1)
    with pytest.raises(Refused) as refused:
        changed(row, cast.kerstin())
    assert refused.value.obstacles == [RegisterObstacle.PLAN_ENDED]
