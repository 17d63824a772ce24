"""Remove pair."""

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.selectors import has_relation
from kaveri.casebook.tasks.models import Task
from kaveri.casebook.tasks.services import create_task
from kaveri.steps.coordination.services import name_pair, remove_pair
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.coordination import a_wait, in_days

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def name(case, who, by=cast.kerstin):
    return name_pair(actor=cast.as_actor(by()), case_id=case.id, account_id=who.id)


@pytest.mark.requirement("COORDINATE-4")
def test_a_pair_shares_the_case_until_removed():
    case = a_case()
    name(case, cast.petra())
    assert has_relation(cast.petra().id, case.id, RelationKind.PAIR)
    create_task(
        actor=cast.as_actor(cast.petra()),
        case_id=case.id,
        what="skriver brevet",
        owner_id=cast.petra().id,
        due_on=in_days(2),
    )
    wait = a_wait(case, supporter=cast.petra())
    remove_pair(actor=cast.as_actor(cast.kerstin()), case_id=case.id, account_id=cast.petra().id)
    assert not has_relation(cast.petra().id, case.id, *RelationKind)
    assert {task.owner for task in Task.objects.all()} == {cast.kerstin()}
    wait.refresh_from_db()
    assert wait.supporter == cast.kerstin()
