"""What `acting()` promises when it really commits, and when two come at once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.records.domain import Category
from kaveri.casebook.timeline.domain import Source
from kaveri.casebook.timeline.models import Entry
from kaveri.casebook.timeline.services import write_note
from kaveri.foundation.audit.models import Event, Outcome
from kaveri.foundation.base.errors import AlreadyDone, Changed, Denied
from kaveri.foundation.base.ids import new_id
from kaveri.steps.ending.domain import Way
from kaveri.steps.ending.services import take_second_look
from tests.factories import cast
from tests.factories.casebook import a_case, near
from tests.factories.ending import prepare

pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("fresh_database")]


def at_once(act):
    """Both carry it out at the same moment, each on a connection of its own; what came of each."""
    together = Barrier(2)

    def one(_number):
        together.wait(timeout=30)
        try:
            act()
        except (AlreadyDone, Changed) as no:
            return type(no)
        finally:
            connections.close_all()
        return None

    with ThreadPoolExecutor(2) as both:
        return set(both.map(one, range(2)))


def note(case, account, sending=None):
    return write_note(
        actor=cast.as_actor(account),
        case_id=case.id,
        text="Ringde.",
        source=Source.CLIENT,
        category=Category.LIFE_SITUATION,
        sending=sending,
    )


def test_a_denial_outlives_the_transaction_it_undid():
    case = a_case()
    with pytest.raises(Denied):
        note(case, cast.petra())
    connections.close_all()
    assert Event.objects.get(action="timeline.note.write").outcome == Outcome.DENIED


def test_two_sendings_of_one_form_at_once_make_one():
    case, kerstin, key = a_case(), cast.kerstin(), new_id()
    assert at_once(lambda: note(case, kerstin, key)) == {None, AlreadyDone}
    assert Entry.objects.filter(text="Ringde.").count() == 1


def test_of_two_who_saw_the_same_version_the_second_is_told_it_has_changed():
    case, mikko = a_case(), cast.mikko()
    near(case, mikko, RelationKind.PAIR)
    ending = prepare(case, Way.MOVED)

    def look():
        take_second_look(
            actor=cast.as_actor(mikko),
            ending_id=ending.id,
            version=ending.version,
            words="Adressen.",
        )

    assert at_once(look) == {None, Changed}
