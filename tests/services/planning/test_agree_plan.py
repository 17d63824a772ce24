"""Agreeing: a version that nobody can change."""

import pytest
from django.db import DatabaseError, transaction

from kaveri.casebook.cases.domain import RelationKind
from kaveri.foundation.base.errors import Changed, Refused
from kaveri.steps.planning.domain import PlanForm, PlanObstacle, fingerprint
from kaveri.steps.planning.models import PlanVersion
from kaveri.steps.planning.selectors import content_of, shown
from kaveri.steps.planning.services import agree_plan, start_plan
from tests.factories import cast
from tests.factories.casebook import a_case, near
from tests.factories.planning import a_plan, a_row, an_agreed, kerstin

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PLAN-1", "PLAN-7", "PLAN-10")]


def test_every_obstacle_is_said_at_once():
    plan = start_plan(actor=kerstin(), case_id=a_case().id, form=PlanForm.FULL)
    a_row(plan, responsible_id=None, due_on=None)
    with pytest.raises(Refused) as refused:
        an_agreed(plan)
    assert refused.value.obstacles == [
        PlanObstacle.NO_OWN_WORDS,
        PlanObstacle.NO_CAREER_GOAL,
        PlanObstacle.ROW_WITHOUT_RESPONSIBLE,
        PlanObstacle.ROW_WITHOUT_DAY,
        PlanObstacle.NO_FOLLOW_UP,
    ]


def test_a_version_is_kept_byte_for_byte():
    version = an_agreed()
    assert version.sha256 == fingerprint(version.content)
    for change in (lambda rows: rows.update(content="{}"), lambda rows: rows.delete()):
        with pytest.raises(DatabaseError), transaction.atomic():  # noqa: TID251
            change(PlanVersion.objects.filter(pk=version.pk))


def test_a_version_agreed_on_another_plan_than_was_seen_is_refused():
    plan = a_plan()
    with pytest.raises(Changed):
        agree_plan(actor=kerstin(), plan_id=plan.id, version=plan.version - 1)


def test_a_reader_sees_only_what_a_ground_opens_now():
    version = an_agreed()
    everything = content_of(version)["items"]
    assert {"id", "controller_id", "register", "service_task", "category"} <= set(everything[0])
    assert shown(version, cast.as_actor(cast.aino_account())) == everything
    assert shown(version, kerstin()) == everything
    near(version.case, cast.sara(), RelationKind.MEMBER)
    assert shown(version, cast.as_actor(cast.sara())) == []
    assert shown(version, cast.as_actor(cast.petra())) == []
