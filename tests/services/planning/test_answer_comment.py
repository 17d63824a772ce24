"""Answering what was said."""

import pytest

from kaveri.foundation.base.errors import Refused
from kaveri.steps.planning.domain import PlanObstacle, Taken
from kaveri.steps.planning.services import answer_comment, comment_plan
from tests.factories.planning import a_plan, kerstin

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PLAN-10")]


def test_a_comment_is_answered_once_in_words():
    row = comment_plan(actor=kerstin(), plan_id=a_plan().id, text="Hellre deltid.")
    with pytest.raises(Refused):
        answer_comment(actor=kerstin(), comment_id=row.id, taken=Taken.TAKEN, words=" ", version=1)
    done = answer_comment(
        actor=kerstin(), comment_id=row.id, taken=Taken.NOT_TAKEN, words="Senare.", version=1
    )
    with pytest.raises(Refused) as refused:
        answer_comment(
            actor=kerstin(), comment_id=row.id, taken=Taken.TAKEN, words="Ja.", version=done.version
        )
    assert refused.value.obstacles == [PlanObstacle.ANSWERED_ALREADY]
