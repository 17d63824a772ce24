"""Handed in by the link, which opens nothing afterwards."""

import pytest

from kaveri.casebook.tasks.models import Task
from kaveri.foundation.base.actor import VISITOR
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.questionnaires.domain.asking import AskingObstacle, Way
from kaveri.steps.questionnaires.models import ScaleResult
from kaveri.steps.questionnaires.services import finish_by_link, keep_by_link
from tests.factories.casebook import a_case
from tests.factories.questionnaires import asked, written

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("IDENTIFY-3")]


def test_it_is_handed_in_once_and_the_link_is_used_up():
    sent = asked(a_case(), way=Way.LINK)
    for place in range(6):
        sent.asking.refresh_from_db()
        keep_by_link(actor=VISITOR, secret=sent.secret, written=written(sent.asking, place))
    row = finish_by_link(actor=VISITOR, secret=sent.secret)
    assert (row.finished_by, row.link_fingerprint) == (None, None)
    assert ScaleResult.objects.get(asking=row).score == 24
    assert Task.objects.filter(kind="go_through_answers", source_id=row.id).count() == 1
    with pytest.raises(Denied):
        finish_by_link(actor=VISITOR, secret=sent.secret)


def test_nothing_answered_is_not_handed_in():
    sent = asked(a_case(), way=Way.LINK)
    with pytest.raises(Refused) as refused:
        finish_by_link(actor=VISITOR, secret=sent.secret)
    assert refused.value.obstacles == [AskingObstacle.NOTHING_ANSWERED]
