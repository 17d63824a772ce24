"""The client says no to a health check; nothing else changes."""

import pytest

from kaveri.casebook.tasks.domain import TaskKind, TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.assessment.domain import NextThing
from kaveri.steps.health_checks.domain import CheckObstacle, CheckState
from kaveri.steps.health_checks.services import decline_check, let_checks_fall
from tests.factories import cast
from tests.factories.casebook import a_case, an_act
from tests.factories.health_checks import a_check

pytestmark = pytest.mark.django_db


def declined(row, account=None, **changed):
    known = {"reason": "Inte nu.", "next_": NextThing(), "version": row.version} | changed
    return decline_check(actor=cast.as_actor(account or cast.kerstin()), check_id=row.id, **known)


@pytest.mark.requirement("TEAM-6")
def test_a_no_is_kept_and_a_check_can_be_offered_again():
    case = a_case()
    row = a_check(case)
    with pytest.raises(Refused) as refused:
        declined(row, reason=" ")
    assert refused.value.obstacles == [CheckObstacle.NO_REASON]
    row = declined(row)
    assert (row.state, row.words) == (CheckState.DECLINED, "Inte nu.")
    assert not Task.objects.filter(kind=TaskKind.HEALTH_CHECK, state=TaskState.OPEN).exists()
    a_check(case)


@pytest.mark.requirement("TEAM-6")
def test_only_who_carries_the_case_notes_it():
    row = a_check(a_case())
    with pytest.raises(Denied):
        declined(row, cast.mikko())


@pytest.mark.requirement("TEAM-6", "COORDINATE-13")
def test_when_the_support_ends_nobody_follows_it_any_more():
    case = a_case()
    row = a_check(case)
    let_checks_fall(an_act(), case)
    row.refresh_from_db()
    assert row.state == CheckState.FELL
    assert Task.objects.get(kind=TaskKind.HEALTH_CHECK).state == TaskState.DROPPED
