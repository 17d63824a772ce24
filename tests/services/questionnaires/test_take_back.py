"""Taking a question back."""

import pytest

from kaveri.casebook.tasks.domain import TaskState
from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.questionnaires.domain.asking import Way
from kaveri.steps.questionnaires.models import Asking
from kaveri.steps.questionnaires.selectors import behind
from kaveri.steps.questionnaires.services import take_back
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.questionnaires import answered, asked

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("IDENTIFY-3")]


def test_the_link_dies_and_the_task_is_dropped():
    sent = asked(a_case(), way=Way.LINK)
    take_back(actor=cast.as_actor(cast.kerstin()), asking_id=sent.asking.id)
    assert not Asking.objects.filter(behind(sent.secret)).exists()
    assert Task.objects.get(source_id=sent.asking.id).state == TaskState.DROPPED


def test_what_is_handed_in_is_not_taken_back():
    row = answered(asked(a_case()).asking)
    with pytest.raises(Refused):
        take_back(actor=cast.as_actor(cast.kerstin()), asking_id=row.id)


@pytest.mark.requirement("TRUST-1")
def test_who_stands_in_no_relation_takes_nothing_back():
    row = asked(a_case()).asking
    with pytest.raises(Denied):
        take_back(actor=cast.as_actor(cast.mikko()), asking_id=row.id)
