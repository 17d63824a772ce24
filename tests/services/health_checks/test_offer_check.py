"""A health check is offered; somebody asks by a day what the client decided."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.clients.models import Client
from kaveri.casebook.records.domain import Category
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.tasks.domain import Told as Way
from kaveri.casebook.tasks.models import ClientNotice, Task
from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.assessment.services.parts import in_working_days
from kaveri.steps.health_checks.domain import DECIDE_WITHIN, CheckObstacle, Told
from tests.factories import cast
from tests.factories.casebook import a_case, near
from tests.factories.health_checks import a_check

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("TEAM-6")
def test_an_offered_check_has_somebody_who_asks_by_a_day():
    case = a_case()
    row = a_check(case, told=Way.PHONE)
    assert (row.category, row.municipality) == (Category.HEALTH, case.client.municipality)
    task = Task.objects.get(kind=TaskKind.HEALTH_CHECK)
    assert (task.owner, task.due_on) == (cast.kerstin(), in_working_days(DECIDE_WITHIN))
    assert ClientNotice.objects.filter(task=task).exists()
    assert Entry.objects.filter(about_type=Told.OFFERED).exists()


@pytest.mark.requirement("TEAM-6")
def test_where_a_protected_person_lives_is_not_kept_for_the_figures():
    case = a_case()
    Client.objects.update(non_disclosure=True)
    assert a_check(case).municipality is None


@pytest.mark.requirement("TEAM-6")
def test_one_check_at_a_time_and_only_by_who_carries():
    case = a_case()
    near(case, cast.mikko(), RelationKind.MEMBER)
    for account in (cast.mikko(), cast.aino_account(), cast.petra()):
        with pytest.raises(Denied):
            a_check(case, account)
    a_check(case)
    with pytest.raises(Refused) as refused:
        a_check(case)
    assert refused.value.obstacles == [CheckObstacle.UNDER_WAY]
