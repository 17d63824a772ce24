"""A result from elsewhere, scale by scale, as it stands there."""

from decimal import Decimal

import pytest

from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.questionnaires.domain.recording import RecordingObstacle
from kaveri.steps.questionnaires.models import ScaleResult
from kaveri.steps.questionnaires.services import record_results
from tests.factories import cast
from tests.factories.assessment import in_days
from tests.factories.casebook import a_case

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("IDENTIFY-3")]


def record(case, account=None, **changed):
    known = {
        "measure": "kykyviisari",
        "measured_on": in_days(-3),
        "lowest": Decimal(0),
        "highest": Decimal(100),
        "scores": {"mind": Decimal("61.5"), "body": Decimal(40)},
    }
    actor = cast.as_actor(account or cast.kerstin())
    return record_results(actor=actor, case_id=case.id, **known | changed)


def test_the_scores_stand_as_they_were_with_their_range():
    record(a_case())
    found = ScaleResult.objects.get(scale="mind")
    assert (found.score, found.lowest, found.highest) == (Decimal("61.5"), 0, 100)
    assert (found.asking, found.recorded_by, found.category) == (
        None,
        cast.kerstin(),
        "functioning",
    )


@pytest.mark.parametrize(
    ("changed", "obstacle"),
    [
        ({"scores": {}}, RecordingObstacle.NO_SCORES),
        (
            {"highest": Decimal(0), "scores": {"mind": Decimal(0)}},
            RecordingObstacle.RANGE_BACKWARDS,
        ),
        ({"highest": Decimal(50)}, RecordingObstacle.OUTSIDE_RANGE),
        ({"measured_on": in_days(1)}, RecordingObstacle.DAY_AHEAD),
    ],
)
def test_it_is_refused_with_the_reason(changed, obstacle):
    with pytest.raises(Refused) as refused:
        record(a_case(), **changed)
    assert refused.value.obstacles == [obstacle]
    assert not ScaleResult.objects.exists()


def test_the_same_day_stands_once():
    case = a_case()
    record(case)
    with pytest.raises(Refused) as refused:
        record(case)
    assert refused.value.obstacles == [RecordingObstacle.STANDS_ALREADY]


@pytest.mark.requirement("TRUST-1")
def test_who_stands_in_no_relation_records_nothing():
    with pytest.raises(Denied):
        record(a_case(), cast.mikko())
