"""Giving somebody something to do."""

import pytest

from kaveri.casebook.tasks.domain import TaskKind, TaskObstacle, Told
from kaveri.casebook.tasks.models import ClientNotice
from kaveri.casebook.tasks.services import create_task
from kaveri.foundation.base.errors import AlreadyDone, Denied, Refused
from kaveri.foundation.base.ids import new_id
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.coordination import in_days

pytestmark = pytest.mark.django_db


def create(case, who=cast.kerstin, **known):
    return create_task(
        actor=cast.as_actor(who()),
        case_id=case.id,
        what=known.pop("what", "ringer läkaren"),
        owner_id=known.pop("owner_id", cast.kerstin().id),
        due_on=known.pop("due_on", in_days(3)),
        **known,
    )


def test_a_task_says_who_and_when_and_whether_the_client_was_told():
    task = create(a_case(), told=Told.PHONE)
    assert (task.owner, task.due_on) == (cast.kerstin(), in_days(3))
    assert ClientNotice.objects.get(task=task).how == Told.PHONE


def test_the_client_has_an_own_part():
    case = a_case()
    task = create(case, owner_id=case.client.account_id, client_part=True)
    assert task.kind == TaskKind.CLIENT_PART


def test_every_obstacle_is_told_at_once():
    with pytest.raises(Refused) as refused:
        create(a_case(), what=" ", owner_id=cast.petra().id, due_on=in_days(-1))
    assert refused.value.obstacles == [
        TaskObstacle.NOTHING_TO_DO,
        TaskObstacle.DATE_HAS_PASSED,
        TaskObstacle.OWNER_NOT_NEAR,
    ]


def test_the_same_sending_makes_one():
    case, key = a_case(), new_id()
    create(case, sending=key)
    with pytest.raises(AlreadyDone):
        create(case, sending=key)


@pytest.mark.parametrize("who", [cast.petra, cast.tove, cast.oskar, cast.sara, cast.aino_account])
def test_others_give_nobody_anything_to_do(who):
    with pytest.raises(Denied):
        create(a_case(), who)
