"""Approval on paper or in the meeting."""

import pytest

from kaveri.foundation.base.errors import Refused
from kaveri.steps.planning.domain import How, PlanObstacle, PlanStatus, Signer
from kaveri.steps.planning.selectors import plan_status
from kaveri.steps.planning.services import record_approval
from tests.factories import cast
from tests.factories.planning import a_yes, an_agreed, in_days, kerstin

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PLAN-10")]


def test_staff_write_down_how_when_and_the_words():
    version = an_agreed()
    assert plan_status(version.case_id).status == PlanStatus.WAITING
    row = record_approval(
        actor=kerstin(), version_id=version.id, yes=a_yes(how=How.PAPER, words="Okej.")
    )
    assert (row.how, row.words, row.recorded_by, row.by) == (
        How.PAPER,
        "Okej.",
        cast.kerstin(),
        None,
    )
    assert plan_status(version.case_id).status == PlanStatus.AGREED


def test_a_representative_is_named():
    with pytest.raises(Refused) as refused:
        record_approval(
            actor=kerstin(), version_id=an_agreed().id, yes=a_yes(), signer=Signer.REPRESENTATIVE
        )
    assert refused.value.obstacles == [PlanObstacle.NOT_WHO_SAID_IT]


def test_nobody_approved_a_version_before_it_was_agreed():
    version = an_agreed()
    with pytest.raises(Refused) as refused:
        record_approval(actor=kerstin(), version_id=version.id, yes=a_yes(on=in_days(-1)))
    assert refused.value.obstacles == [PlanObstacle.BEFORE_IT_WAS_AGREED]
