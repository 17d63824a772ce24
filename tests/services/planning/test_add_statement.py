"""What is known of the situation."""

import pytest

from kaveri.casebook.records.domain import Category
from kaveri.casebook.timeline.domain import Source
from kaveri.foundation.base.errors import Refused
from kaveri.steps.planning.domain import PlanObstacle, Told, Topic
from kaveri.steps.planning.services import add_statement
from tests.factories import cast
from tests.factories.planning import a_plan, in_days, kerstin

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PLAN-2", "PLAN-3")]


def told(**known):
    details = {
        "topic": Topic.EDUCATION,
        "text": "Snickare.",
        "source": Source.CLIENT,
        "said_on": in_days(0),
    }
    return Told(**{**details, **known})


def test_the_source_and_the_author_are_kept():
    row = add_statement(actor=kerstin(), plan_id=a_plan().id, told=told())
    assert (row.source, row.written_by, row.category) == (
        Source.CLIENT,
        cast.kerstin(),
        Category.WORK_EDUCATION,
    )


def test_all_that_is_missing_is_said_at_once():
    with pytest.raises(Refused) as refused:
        add_statement(
            actor=kerstin(),
            plan_id=a_plan().id,
            told=told(text=" ", said_on=in_days(1), source=Source.KELA),
        )
    assert refused.value.obstacles == [
        PlanObstacle.NOTHING_SAID,
        PlanObstacle.SAID_IN_THE_FUTURE,
        PlanObstacle.NOT_WHO_SAID_IT,
    ]
