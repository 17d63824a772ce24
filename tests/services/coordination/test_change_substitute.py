"""Change substitute."""

import datetime as dt

import pytest

from kaveri.casebook.cases.domain import RelationKind
from kaveri.casebook.cases.selectors import has_relation
from kaveri.foundation.base import clock
from kaveri.steps.coordination.services import (
    change_substitute,
)
from tests.factories import cast
from tests.factories.casebook import a_case
from tests.factories.coordination import an_absence, in_days

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sound")]


def later(days):
    return clock.standing_at(clock.now() + dt.timedelta(days=days))


def test_another_substitute_takes_the_rest():
    case = a_case()
    absence = an_absence(cast.kerstin(), until_on=in_days(9))
    with later(3):
        changed = change_substitute(
            actor=cast.as_actor(cast.kerstin()),
            absence_id=absence.id,
            substitute_id=cast.petra().id,
        )
        assert (changed.from_on, changed.until_on) == (clock.today(), in_days(6))
        assert not has_relation(cast.mikko().id, case.id, *RelationKind)
        assert has_relation(cast.petra().id, case.id, RelationKind.SUBSTITUTE)
