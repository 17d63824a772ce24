"""The client wants something different: it is answered, and the doctor gets nothing meanwhile."""

import pytest

from kaveri.casebook.tasks import selectors as tasks
from kaveri.casebook.tasks.domain import TaskKind
from kaveri.casebook.timeline.models import Entry
from kaveri.foundation.base.errors import Denied, Refused
from kaveri.steps.pre_visit.domain import BackgroundObstacle, Standing
from kaveri.steps.pre_visit.selectors import stands
from kaveri.steps.pre_visit.services import ask_otherwise
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.pre_visit import a_background, a_visit

pytestmark = pytest.mark.django_db


def asked(row, words, account=None):
    actor = cast.as_actor(account or cast.aino_account())
    return ask_otherwise(actor=actor, background_id=row.id, read_no=row.text_no, words=words)


@pytest.mark.requirement("IDENTIFY-6", "PARTICIPATE-1")
def test_the_wish_is_kept_in_the_clients_words_and_answered_by_a_day():
    case = a_case()
    row = asked(a_background(a_visit(case)), "Inget om ryggen.")
    assert stands(row) is Standing.TO_CHANGE
    assert (
        tasks.open_tasks().get(case_id=case.id, kind=TaskKind.ANSWER_MESSAGE).owner
        == cast.kerstin()
    )
    entry = Entry.objects.get(about_type="pre_visit.otherwise")
    assert (entry.text, entry.in_own_words) == ("Inget om ryggen.", True)


@pytest.mark.requirement("IDENTIFY-6")
def test_without_words_nobody_knows_what_to_change_and_nobody_wishes_for_another():
    row = a_background(a_visit(a_case()))
    with pytest.raises(Refused) as refused:
        asked(row, "  ")
    assert refused.value.obstacles == [BackgroundObstacle.NO_WISH]
    with pytest.raises(Denied):
        asked(row, "Nej.", cast.kerstin())
