"""An agreement told to the case manager."""

import pytest

from kaveri.foundation.base.errors import Refused
from kaveri.steps.planning.domain import How
from kaveri.steps.planning.services import record_row_agreement
from tests.factories import cast
from tests.factories.planning import a_plan, a_row, a_yes, kerstin

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("PLAN-10")]


def test_staff_write_down_how_it_was_told():
    row = a_row(a_plan(), responsible_id=None, responsible_name="Snickar-Kalle")
    found = record_row_agreement(actor=kerstin(), row_id=row.id, version=1, yes=a_yes())
    assert (found.name, found.how, found.recorded_by) == (
        "Snickar-Kalle",
        How.MEETING,
        cast.kerstin(),
    )
    with pytest.raises(Refused):
        record_row_agreement(
            actor=kerstin(), row_id=row.id, version=1, yes=a_yes(how=How.SIGNED_IN)
        )
